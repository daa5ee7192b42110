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
import { faultText } from '#renderer/store/say-fault.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Words } from '#renderer/words/words.ts';
import type { Channel } from '#shared/channel/channel.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { writeJson } from '#shared/text/parse-json.ts';
import { mintPresets, type MintPreset } from '#shared/trust/mint-presets.ts';
import type { JwtModel } from '#shared/trust/trust-model.ts';
import { useMinted, type WantedToken } from './use-minted.ts';
import styles from './mint.module.css';

/** Makes a token of a channel, valid or broken on purpose. It is a secret: it is only here, and gone when this closes. */
export const MintDialog = () => {
  const actions = useActions();
  const { platforms } = useCatalogue();
  const { mint: words } = useWords();
  const dialog = useBench(({ view }) => view.dialog);
  const channels = useSession((session) => session.channels);
  if (dialog?.kind !== 'mint') return null;
  const channel = channels.find(({ id }) => id === dialog.channelId);
  const platform = platforms.find(({ id }) => id === channel?.platformId);
  const model = channel && signedModelOf(channel, platform);
  if (!channel || !platform) return null;
  return (
    <Sheet title={words.title(channel.name)} close={() => actions.showDialog(null)} isLarge>
      {model ? (
        <MintForm channel={channel} platform={platform} model={model} />
      ) : (
        <p className={styles.absent}>{words.noTokens(channel.name)}</p>
      )}
    </Sheet>
  );
};

/** A preset in the language of the screen. */
const spokenPreset = ({ id, title, summary }: MintPreset, { translations }: Words) => ({
  id,
  ...(translations?.presets[id] ?? { title, summary }),
});

type MintFormProps = { readonly channel: Channel; readonly platform: Platform; readonly model: JwtModel };

const MintForm = ({ channel, platform, model }: MintFormProps) => {
  const words = useWords();
  const { mint: said } = words;
  const [wanted, want] = useState<WantedToken>({ preset: mintPresets[0]?.id ?? '', written: null });
  const { minted, refused } = useMinted(channel.id, wanted, said.lint);
  const { written } = wanted;
  const shown = written ?? (minted ? prettyJson(writeJson(minted.claims)) : '');
  const read = readClaims(shown, said.lint);
  const presets = mintPresets.map((each) => spokenPreset(each, words));
  const preset = presets.find(({ id }) => id === wanted.preset);
  // The moment of looking: the words must not change while they are read.
  const [now] = useState(() => Date.now());
  const remarks = read.ok ? lintClaims(read.claims, model, now, said.lint) : [];
  return (
    <div className={styles.mint}>
      <SelectField
        label={said.preset}
        hint={preset?.summary ?? ''}
        value={wanted.preset}
        options={presets.map(({ id, title }) => ({ value: id, title }))}
        onChange={(id) => want({ preset: id, written: null })}
      />
      <JsonField
        label={said.claims}
        hint={said.claimsHint}
        value={shown}
        issues={shown === '' || read.ok ? [] : [read.problem]}
        onChange={(text) => want({ ...wanted, written: text })}
      />
      {remarks.length > 0 && (
        <ul className={styles.lint} aria-label={said.remarks}>
          {remarks.map((each) => (
            <li key={each}>
              <ToneIcon tone="attention" size={14} /> {each}
            </li>
          ))}
        </ul>
      )}
      {refused && (
        <p className={styles.refused} role="alert">
          <ToneIcon tone="bad" /> {faultText(refused, words)}
        </p>
      )}
      {minted && read.ok && !refused && (
        <Made minted={minted} channel={channel} platform={platform}>
          <Button look="quiet" onClick={() => want({ ...wanted })}>
            {said.another}
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
  const { mint: words } = useWords();
  const listening = useSession((session) => session.listening);
  const { token, header } = minted;
  const [name, value] = header;
  return (
    <section className={styles.made} aria-label={words.token}>
      <h3>{words.header}</h3>
      <p translate="no" className={styles.header}>
        {name}: {value.slice(0, value.length - token.length)}
        <ThreeParts text={token} />
      </p>
      <p className={styles.secret}>
        <ToneIcon tone="attention" size={14} /> {words.secret}
      </p>
      <div className={styles.copies}>
        <CopyButton text={token} {...words.copyToken} />
        <CopyButton text={`${name}: ${value}`} {...words.copyHeader} />
        {listening.state === 'listening' && (
          <CopyButton text={curlOf(channel, platform, listening.url, header)} {...words.copyCurl} />
        )}
        {children}
        {channel.plays.app && (
          <Button
            look="primary"
            icon={<SendHorizontal size={14} aria-hidden />}
            title={words.sendHint}
            onClick={() => void actions.sendToken(channel.id, token)}
          >
            {words.send}
          </Button>
        )}
      </div>
    </section>
  );
};
