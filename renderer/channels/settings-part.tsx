import { useMemo } from 'react';
import { Form } from '#renderer/form/form.tsx';
import { useSubmission } from '#renderer/form/use-submission.ts';
import { changeOf, draftFrom, writtenOver } from '#renderer/store/channel-draft.ts';
import { knownOddity, lastFound } from '#renderer/store/checkups/checkup.ts';
import { useActions, useBench } from '#renderer/store/context.tsx';
import { oddIn } from '#renderer/store/hygiene-words.ts';
import { fieldsOf } from '#renderer/store/settings-form.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Channel } from '#shared/channel/channel.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { ChannelFields, channelPointers } from './channel-fields.tsx';
import { MissingNote } from './missing-note.tsx';
import type { Writing } from './use-writing.ts';

type SettingsPartProps = {
  readonly channel: Channel;
  readonly platform: Platform;
  readonly writing: Writing;
  /** The setting to begin with. */
  readonly first?: string | undefined;
};

/** The settings of a channel in its active environment, with what was written over them. */
export const SettingsPart = ({ channel, platform, writing, first }: SettingsPartProps) => {
  const actions = useActions();
  const words = useWords();
  const { form } = words.channels;
  const fields = useMemo(() => fieldsOf(platform.settings, '/settings'), [platform]);
  const found = useBench(({ view }) => lastFound(view.checkups[channel.id]));
  const draft = writing.draftOf(channel);
  const submission = useSubmission(async () => {
    const read = changeOf(draft ?? {}, fields, words.form);
    if (!read.ok) return read.refused;
    const refused = await actions.saveChannel({ channelId: channel.id, ...read.change });
    if (!refused) writing.write(channel, null);
    return refused;
  });
  return (
    <Form
      submission={submission}
      pointers={channelPointers(fields)}
      verb={form.save}
      leave={form.revert}
      isUnchanged={!draft}
      cancel={() => {
        writing.write(channel, null);
        submission.forgetAll();
      }}
    >
      <MissingNote channel={channel} fields={fields} />
      <ChannelFields
        platform={platform}
        fields={fields}
        terms={writtenOver(channel, draft ?? {}, fields)}
        issues={submission.refused?.issues ?? []}
        secretsSet={channel.secretsSet}
        storedOf={({ name }) => ({
          reveal: () => actions.revealSecret(channel.id, name),
          oddityOf: (value) => oddIn(value, true, words)?.sentence ?? null,
          oddity: knownOddity(found, channel, name),
          clean: () => void actions.cleanSetting(channel.id, name),
        })}
        first={first}
        onChange={(terms, place) => {
          writing.write(channel, draftFrom(channel, terms, fields));
          if (place !== '') submission.forgetIssues(place);
        }}
      />
    </Form>
  );
};
