import { Button } from '#renderer/kit/button.tsx';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { useActions, useBench } from '#renderer/store/context.tsx';
import type { Field } from '#renderer/store/settings-form.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Channel } from '#shared/channel/channel.ts';
import styles from './channel-sheet.module.css';

type MissingNoteProps = { readonly channel: Channel; readonly fields: readonly Field[] };

/** What a channel that came out of a file still lacks, by environment. */
export const MissingNote = ({ channel, fields }: MissingNoteProps) => {
  const actions = useActions();
  const { channels: words } = useWords();
  const missing = useBench(({ view }) => view.missing[channel.id]);
  const active = channel.environments.find(({ id }) => id === channel.environmentId)?.name;
  const left = (missing ?? []).filter(
    ({ environment, field }) => environment !== active || !channel.secretsSet.includes(field),
  );
  if (left.length === 0) return null;
  const named = left
    .toSorted((one, other) => Number(other.environment === active) - Number(one.environment === active))
    .map(({ environment, field }) => {
      const title = fields.find(({ name }) => name === field)?.title ?? field;
      return environment === active ? title : words.missingIn(title, environment);
    });
  return (
    <div className={styles.missing} role="note">
      <ToneIcon tone="attention" />
      <p>{words.missing(named)}</p>
      <Button look="quiet" onClick={() => actions.forgetMissing(channel.id)}>
        {words.forgetMissing}
      </Button>
    </div>
  );
};
