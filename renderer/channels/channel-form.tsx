import { ArrowLeft, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { FieldGroup, Form } from '#renderer/form/form.tsx';
import { SettingGroups } from '#renderer/form/setting-groups.tsx';
import { useSubmission } from '#renderer/form/use-submission.ts';
import { Button } from '#renderer/kit/button.tsx';
import { SelectField, SwitchField, TextField } from '#renderer/kit/fields.tsx';
import { useActions, useCatalogue } from '#renderer/store/context.tsx';
import { modeOf, withMode } from '#renderer/store/modes.ts';
import {
  draftOf,
  fieldsOf,
  issuesAt,
  readDraft,
  unreadable,
  withWritten,
  type Draft,
} from '#renderer/store/settings-form.ts';
import { endName } from '#renderer/store/voices.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { byHand, type Channel } from '#shared/channel/channel.ts';
import type { Platform } from '#shared/platforms/platform.ts';

type ChannelFormProps = {
  /** Without one, a new channel is made. */
  readonly channel: Channel | null;
  readonly platform: Platform;
  readonly cancel: () => void;
  /** The setting to begin with. */
  readonly first?: string | undefined;
  /** To the choice of another platform. */
  readonly goBack?: () => void;
};

/** The settings of one channel. */
export const ChannelForm = ({ channel, platform, cancel, first, goBack }: ChannelFormProps) => {
  const actions = useActions();
  const { botScripts } = useCatalogue();
  const words = useWords();
  const { form, remove } = words.channels;
  const fields = useMemo(() => fieldsOf(platform.settings, '/settings'), [platform]);
  const [name, setName] = useState(channel?.name ?? platform.name);
  const [plays, setPlays] = useState(channel?.plays ?? { platform: true, app: true });
  const [botId, setBot] = useState(channel?.botId ?? platform.demo.botId);
  const [draft, setDraft] = useState<Draft>(() => draftOf(fields, channel?.settings ?? {}));
  const submission = useSubmission(async () => {
    const read = readDraft(fields, draft, words.form);
    if (!read.ok) return unreadable(read.issues);
    const terms = { name, plays, botId, settings: { ...read.settings } };
    return channel
      ? actions.changeChannel({ channelId: channel.id, ...terms })
      : actions.addChannel({ platformId: platform.id, ...terms });
  });
  const issues = submission.refused?.issues ?? [];
  return (
    <Form
      submission={submission}
      pointers={['/name', '/botId', ...fields.map(({ pointer }) => pointer)]}
      verb={channel ? form.save : form.add}
      cancel={cancel}
      aside={
        channel ? (
          <Button
            look="quiet"
            icon={<Trash2 size={14} aria-hidden />}
            onClick={() => actions.showDialog({ kind: 'remove-channel', channelId: channel.id })}
          >
            {remove.remove}
          </Button>
        ) : (
          <Button look="quiet" icon={<ArrowLeft size={14} aria-hidden />} onClick={goBack}>
            {form.anotherPlatform}
          </Button>
        )
      }
    >
      <FieldGroup name={form.group} isNamed={false}>
        <TextField
          label={form.name}
          value={name}
          issues={issuesAt(issues, '/name', words)}
          onChange={(written) => {
            setName(written);
            submission.forgetIssues('/name');
          }}
        />
        {platform.modes.length > 1 && (
          <ModeField
            platform={platform}
            modeId={modeOf(draft, platform, fields)?.id ?? ''}
            choose={(modeId) => setDraft((before) => withMode(before, modeId, platform, fields))}
          />
        )}
        <SwitchField
          label={form.playEnd(endName('platform', platform, words))}
          hint={form.platformEndHint}
          isOn={plays.platform}
          onChange={(platform) => setPlays({ ...plays, platform })}
        />
        <SwitchField
          label={form.playEnd(endName('app', platform, words))}
          hint={form.appEndHint}
          isOn={plays.app}
          onChange={(app) => setPlays({ ...plays, app })}
        />
        {(plays.platform || plays.app) && (
          <SelectField
            label={form.whoAnswers}
            hint={form.whoAnswersHint}
            value={botId}
            issues={issuesAt(issues, '/botId', words)}
            options={[
              ...botScripts.map(({ id, name }) => ({ value: id, title: name })),
              { value: byHand, title: form.byHand },
            ]}
            onChange={(written) => {
              setBot(written);
              submission.forgetIssues('/botId');
            }}
          />
        )}
      </FieldGroup>
      <SettingGroups
        fields={fields}
        lang="en"
        draft={draft}
        issues={issues}
        secretsSet={channel?.secretsSet ?? []}
        first={first}
        onChange={({ name, pointer }, written) => {
          setDraft((before) => withWritten(before, name, written));
          submission.forgetIssues(pointer);
        }}
      />
    </Form>
  );
};

type ModeFieldProps = {
  readonly platform: Platform;
  readonly modeId: string;
  readonly choose: (modeId: string) => void;
};

/** A mode sets the few settings that tell it from the others. */
const ModeField = ({ platform, modeId, choose }: ModeFieldProps) => {
  const { form: words } = useWords().channels;
  return (
    <SelectField
      label={words.preset}
      hint={words.presetHint}
      value={modeId}
      options={[
        ...(modeId === '' ? [{ value: '', title: words.mixture }] : []),
        ...platform.modes.map(({ id, title }) => ({ value: id, title })),
      ]}
      onChange={choose}
    />
  );
};
