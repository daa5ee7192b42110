import { Trash2 } from 'lucide-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { SelectField, SwitchField, TextField } from '#renderer/kit/fields.tsx';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { useActions, useCatalogue } from '#renderer/store/context.tsx';
import {
  draftOf,
  fieldsOf,
  groupsOf,
  issuesAt,
  pointerOf,
  readDraft,
  type Draft,
} from '#renderer/store/settings-form.ts';
import { byHand, type Channel } from '#shared/channel/channel.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { SettingField } from './setting-field.tsx';
import styles from './channel-form.module.css';

/** Everything about one channel; without one, a new channel is made. */
export const ChannelForm = ({ channel }: { readonly channel: Channel | null }) => {
  const { platforms } = useCatalogue();
  const [platformId, choosePlatform] = useState(channel?.platformId ?? platforms[0]?.id ?? '');
  const platform = platforms.find((each) => each.id === platformId);
  if (!platform) return <p className={styles.absent}>This build does not know the platform {platformId}.</p>;
  return (
    <PlatformForm
      key={platformId}
      platform={platform}
      channel={channel}
      choosePlatform={channel ? null : choosePlatform}
    />
  );
};

type PlatformFormProps = {
  readonly platform: Platform;
  readonly channel: Channel | null;
  readonly choosePlatform: ((id: string) => void) | null;
};

const PlatformForm = ({ platform, channel, choosePlatform }: PlatformFormProps) => {
  const actions = useActions();
  const { platforms, botScripts } = useCatalogue();
  const fields = fieldsOf(platform.settings);
  const [name, setName] = useState(channel?.name ?? platform.name);
  const [plays, setPlays] = useState(channel?.plays ?? { platform: true, app: true });
  const [botId, setBot] = useState(channel?.botId ?? platform.demo.botId);
  const [draft, setDraft] = useState<Draft>(() => draftOf(fields, channel?.settings ?? {}));
  const { refused, isBusy, submit, forgetIssues } = useSubmission(async () => {
    const read = readDraft(fields, draft);
    if (!read.ok) return { issues: read.issues };
    const terms = { name, plays, botId, settings: { ...read.settings } };
    return channel
      ? actions.changeChannel({ channelId: channel.id, ...terms })
      : actions.addChannel({ platformId: platform.id, ...terms });
  });
  const issues = refused?.issues ?? [];
  const known = ['/name', '/botId', ...fields.map((field) => pointerOf(field.name))];
  const elsewhere = issues.filter(({ path }) => !known.some((each) => path === each || path.startsWith(`${each}/`)));
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [refused]);
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.scroller}>
        <fieldset className={styles.group}>
          <legend className="only-heard">Channel</legend>
          {choosePlatform && (
            <SelectField
              label="Platform"
              hint={platform.summary}
              value={platform.id}
              options={platforms.map(({ id, name }) => ({ value: id, title: name }))}
              onChange={choosePlatform}
            />
          )}
          <TextField label="Name" value={name} issues={issuesAt(issues, '/name')} onChange={setName} />
          <SwitchField
            label={`Play the ${platform.name} end`}
            hint="The platform with its bot: receives what users say, checks the token, answers."
            isOn={plays.platform}
            onChange={(platform) => setPlays({ ...plays, platform })}
          />
          <SwitchField
            label="Play the app end"
            hint="The customer’s integration: signs and sends what you type as the user."
            isOn={plays.app}
            onChange={(app) => setPlays({ ...plays, app })}
          />
          {plays.platform && (
            <SelectField
              label="Who answers"
              value={botId}
              issues={issuesAt(issues, '/botId')}
              options={[
                ...botScripts.map(({ id, name }) => ({ value: id, title: name })),
                { value: byHand, title: 'I answer by hand' },
              ]}
              onChange={setBot}
            />
          )}
        </fieldset>
        {groupsOf(fields).map((group) => (
          <fieldset key={group.name} className={styles.group}>
            {group.name !== '' && <legend className={styles.legend}>{group.name}</legend>}
            {group.fields.map((field) => (
              <SettingField
                key={field.name}
                field={field}
                written={draft[field.name]}
                isSecretSet={channel?.secretsSet.includes(field.name) ?? false}
                issues={issuesAt(issues, pointerOf(field.name))}
                onChange={(written) => {
                  setDraft((before) => withWritten(before, field.name, written));
                  forgetIssues(pointerOf(field.name));
                }}
              />
            ))}
          </fieldset>
        ))}
      </div>
      {refused && (
        <p className={styles.refused} role="alert">
          <ToneIcon tone="bad" />
          <span>
            {[
              refused.message ?? 'Some settings cannot be read.',
              refused.next ?? 'Correct what is marked and try again.',
            ]
              .concat(elsewhere.map(({ path, message }) => `${path}: ${message}`))
              .join(' ')}
          </span>
        </p>
      )}
      <footer className={styles.foot}>
        {channel && (
          <Button
            look="quiet"
            icon={<Trash2 size={14} aria-hidden />}
            onClick={() => actions.showDialog({ kind: 'remove-channel', channelId: channel.id })}
          >
            Remove channel
          </Button>
        )}
        <span className={styles.space} />
        <Button onClick={() => actions.showDialog(null)}>Cancel</Button>
        <Button type="submit" look="primary" disabled={isBusy}>
          {channel ? 'Save' : 'Add channel'}
        </Button>
      </footer>
    </form>
  );
};

const withWritten = (draft: Draft, name: string, written: string | boolean | undefined): Draft => {
  if (written !== undefined) return { ...draft, [name]: written };
  return Object.fromEntries(Object.entries(draft).filter(([each]) => each !== name));
};

type Refused = Partial<Pick<Fault, 'message' | 'next' | 'issues'>>;

/** Sends the form once at a time and keeps why it was refused. */
const useSubmission = (send: () => Promise<Refused | null>) => {
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isBusy, setBusy] = useState(false);
  const finish = async () => {
    setRefused(await send());
    setBusy(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    void finish();
  };
  /** What is being corrected is not wrong any more, as far as anyone knows. */
  const forgetIssues = (pointer: string) =>
    setRefused(
      (before) => before && { ...before, issues: before.issues?.filter(({ path }) => !path.startsWith(pointer)) ?? [] },
    );
  return { refused, isBusy, submit, forgetIssues };
};
