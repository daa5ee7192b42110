import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { FieldGroup, Form } from '#renderer/form/form.tsx';
import { SettingGroups } from '#renderer/form/setting-groups.tsx';
import { useSubmission } from '#renderer/form/use-submission.ts';
import { Button } from '#renderer/kit/button.tsx';
import { SelectField, SwitchField, TextField } from '#renderer/kit/fields.tsx';
import { useActions, useCatalogue } from '#renderer/store/context.tsx';
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
import styles from './channels.module.css';

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
  const fields = fieldsOf(platform.settings, '/settings');
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
      cancel={() => actions.showDialog(null)}
      aside={
        channel && (
          <Button
            look="quiet"
            icon={<Trash2 size={14} aria-hidden />}
            onClick={() => actions.showDialog({ kind: 'remove-channel', channelId: channel.id })}
          >
            Remove channel
          </Button>
        )
      }
    >
      <FieldGroup name="Channel" isNamed={false}>
        {choosePlatform && (
          <SelectField
            label="Platform"
            hint={platform.summary}
            value={platform.id}
            options={platforms.map(({ id, name }) => ({ value: id, title: name }))}
            onChange={choosePlatform}
          />
        )}
        <TextField
          label="Name"
          value={name}
          issues={issuesAt(issues, '/name')}
          onChange={(written) => {
            setName(written);
            submission.forgetIssues('/name');
          }}
        />
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
        onChange={({ name, pointer }, written) => {
          setDraft((before) => withWritten(before, name, written));
          submission.forgetIssues(pointer);
        }}
      />
    </Form>
  );
};
