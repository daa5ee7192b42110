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
  const fields = useMemo(() => fieldsOf(platform.settings, '/settings'), [platform]);
  const [name, setName] = useState(channel?.name ?? platform.name);
  const [plays, setPlays] = useState(channel?.plays ?? { platform: true, app: true });
  const [botId, setBot] = useState(channel?.botId ?? platform.demo.botId);
  const [draft, setDraft] = useState<Draft>(() => draftOf(fields, channel?.settings ?? {}));
  const submission = useSubmission(async () => {
    const read = readDraft(fields, draft);
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
      verb={channel ? 'Save' : 'Add channel'}
      cancel={cancel}
      aside={
        channel ? (
          <Button
            look="quiet"
            icon={<Trash2 size={14} aria-hidden />}
            onClick={() => actions.showDialog({ kind: 'remove-channel', channelId: channel.id })}
          >
            Remove channel
          </Button>
        ) : (
          <Button look="quiet" icon={<ArrowLeft size={14} aria-hidden />} onClick={goBack}>
            Another platform
          </Button>
        )
      }
    >
      <FieldGroup name="Channel" isNamed={false}>
        <TextField
          label="Name"
          value={name}
          issues={issuesAt(issues, '/name')}
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
          label={`Play the ${platform.name} end`}
          hint="The vendor’s side of the channel, emulated here."
          isOn={plays.platform}
          onChange={(platform) => setPlays({ ...plays, platform })}
        />
        <SwitchField
          label="Play the app end"
          hint="The customer’s integration. Turn it off to use your own system."
          isOn={plays.app}
          onChange={(app) => setPlays({ ...plays, app })}
        />
        {(plays.platform || plays.app) && (
          <SelectField
            label="Who answers"
            hint="As the bot, where the end that has the bot is played here."
            value={botId}
            issues={issuesAt(issues, '/botId')}
            options={[
              ...botScripts.map(({ id, name }) => ({ value: id, title: name })),
              { value: byHand, title: 'I answer by hand' },
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
const ModeField = ({ platform, modeId, choose }: ModeFieldProps) => (
  <SelectField
    label="Preset"
    hint="A dialect or mode of the platform: sets what tells it from the others; everything else stays."
    value={modeId}
    options={[
      ...(modeId === '' ? [{ value: '', title: 'A mixture of its own' }] : []),
      ...platform.modes.map(({ id, title }) => ({ value: id, title })),
    ]}
    onChange={choose}
  />
);
