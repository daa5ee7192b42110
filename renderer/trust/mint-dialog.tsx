import { SendHorizontal } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { CopyButton } from '#renderer/kit/copy-button.tsx';
import { JsonField, SelectField } from '#renderer/kit/fields.tsx';
import { Sheet } from '#renderer/kit/sheet.tsx';
import { ThreeParts } from '#renderer/kit/three-parts.tsx';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { lintClaims, readClaims } from '#renderer/store/claim-lint.ts';
import { useActions, useBench, useCatalogue, useSession } from '#renderer/store/context.tsx';
import { prettyJson } from '#renderer/store/pretty-json.ts';
import { curlOf, signedModelOf } from '#renderer/store/signed-tokens.ts';
import type { Minted } from '#renderer/store/trust-actions.ts';
import type { Channel } from '#shared/channel/channel.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { writeJson } from '#shared/text/parse-json.ts';
import { mintPresets } from '#shared/trust/mint-presets.ts';
import type { JwtModel } from '#shared/trust/trust-model.ts';
import { useMinted, type WantedToken } from './use-minted.ts';
import styles from './mint.module.css';

/** Makes a token of a channel, valid or broken on purpose. It is a secret: it is only here, and gone when this closes. */
export const MintDialog = () => {
  const actions = useActions();
  const { platforms } = useCatalogue();
  const dialog = useBench(({ view }) => view.dialog);
  const channels = useSession((session) => session.channels);
  if (dialog?.kind !== 'mint') return null;
  const channel = channels.find(({ id }) => id === dialog.channelId);
  const platform = platforms.find(({ id }) => id === channel?.platformId);
  const model = channel && signedModelOf(channel, platform);
  if (!channel || !platform) return null;
  return (
    <Sheet title={`Make a token of ${channel.name}`} close={() => actions.showDialog(null)} isLarge>
      {model ? (
        <MintForm channel={channel} platform={platform} model={model} />
      ) : (
        <p className={styles.absent}>{channel.name} has no signed tokens: it compares a text.</p>
      )}
    </Sheet>
  );
};

type MintFormProps = { readonly channel: Channel; readonly platform: Platform; readonly model: JwtModel };

const MintForm = ({ channel, platform, model }: MintFormProps) => {
  const [wanted, want] = useState<WantedToken>({ preset: mintPresets[0]?.id ?? '', written: null });
  const { minted, refused } = useMinted(channel.id, wanted);
  const { written } = wanted;
  const shown = written ?? (minted ? prettyJson(writeJson(minted.claims)) : '');
  const read = readClaims(shown);
  const preset = mintPresets.find(({ id }) => id === wanted.preset);
  // The moment of looking: the words must not change while they are read.
  const [now] = useState(() => Date.now());
  const words = read.ok ? lintClaims(read.claims, model, now) : [];
  return (
    <div className={styles.mint}>
      <SelectField
        label="Preset"
        hint={preset?.summary ?? ''}
        value={wanted.preset}
        options={mintPresets.map(({ id, title }) => ({ value: id, title }))}
        onChange={(id) => want({ preset: id, written: null })}
      />
      <JsonField
        label="Claims"
        hint="Change them as you like: the token is made anew with what stands here."
        value={shown}
        issues={shown === '' || read.ok ? [] : [read.problem]}
        onChange={(text) => want({ ...wanted, written: text })}
      />
      {words.length > 0 && (
        <ul className={styles.lint} aria-label="Remarks">
          {words.map((each) => (
            <li key={each}>
              <ToneIcon tone="attention" size={14} /> {each}
            </li>
          ))}
        </ul>
      )}
      {refused && (
        <p className={styles.refused} role="alert">
          <ToneIcon tone="bad" /> {refused.message} {refused.next}
        </p>
      )}
      {minted && read.ok && !refused && (
        <Made minted={minted} channel={channel} platform={platform}>
          <Button look="quiet" onClick={() => want({ ...wanted })}>
            Make another
          </Button>
        </Made>
      )}
    </div>
  );
};

type MadeProps = {
  readonly minted: Minted;
  readonly channel: Channel;
  readonly platform: Platform;
  readonly children: ReactNode;
};

const Made = ({ minted, channel, platform, children }: MadeProps) => {
  const actions = useActions();
  const listening = useSession((session) => session.listening);
  const { token, header } = minted;
  const [name, value] = header;
  return (
    <section className={styles.made} aria-label="Token">
      <h3>Header</h3>
      <p className={styles.header}>
        {name}: {value.slice(0, value.length - token.length)}
        <ThreeParts text={token} />
      </p>
      <p className={styles.secret}>
        <ToneIcon tone="attention" size={14} /> A token is a secret: whoever has it speaks for its user. It is not kept
        here.
      </p>
      <div className={styles.copies}>
        <CopyButton text={token} label="Copy the token" words="Copy token" />
        <CopyButton text={`${name}: ${value}`} label="Copy the header" words="Copy as header" />
        {listening.state === 'listening' && (
          <CopyButton
            text={curlOf(channel, platform, listening.url, header)}
            label="Copy as a curl command"
            words="Copy as curl"
          />
        )}
        {children}
        {channel.plays.app && (
          <Button
            look="primary"
            icon={<SendHorizontal size={14} aria-hidden />}
            title="Sends “hi” with this token and shows what comes of it"
            onClick={() => void actions.sendToken(channel.id, token)}
          >
            Send with it
          </Button>
        )}
      </div>
    </section>
  );
};
