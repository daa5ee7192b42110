import { Plus } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { TextField } from '#renderer/kit/fields.tsx';
import { useFallenFocus } from '#renderer/kit/next-focus.ts';
import tabs from '#renderer/kit/tabs.module.css';
import { useActions } from '#renderer/store/context.tsx';
import { useIssues } from '#renderer/form/use-issues.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Channel } from '#shared/channel/channel.ts';
import { EnvironmentRow } from './environment-row.tsx';
import type { Writing } from './use-writing.ts';
import styles from './environment-part.module.css';

type EnvironmentPartProps = { readonly channel: Channel; readonly writing: Writing };

/** The named sets of settings of a channel: which one is active, and what else can be done with them. */
export const EnvironmentPart = ({ channel, writing }: EnvironmentPartProps) => {
  const { environments: words } = useWords();
  const now = [channel.environmentId, channel.environments.length].join(' ');
  const list = useFallenFocus<HTMLUListElement>(now, '[data-active] button');
  return (
    <div className={tabs.scroller}>
      <p className={tabs.lead}>{words.lead}</p>
      <ul ref={list} className={styles.list} aria-label={words.list}>
        {channel.environments.map((environment) => (
          <EnvironmentRow
            key={environment.id}
            channel={channel}
            environment={environment}
            isUnsaved={writing.draftOf({ id: channel.id, environmentId: environment.id }) !== null}
          />
        ))}
      </ul>
      <NewEnvironment channel={channel} />
    </div>
  );
};

const NewEnvironment = ({ channel }: { readonly channel: Channel }) => {
  const actions = useActions();
  const { environments: words } = useWords();
  const [name, setName] = useState('');
  const { issues, judge, forget } = useIssues('/name');
  const active = channel.environments.find(({ id }) => id === channel.environmentId)?.name ?? '';
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (await judge(actions.addEnvironment(channel.id, name.trim()))) setName('');
  };
  return (
    <form className={styles.new} onSubmit={(event) => void add(event)} noValidate>
      <div className={styles.newName}>
        <TextField
          label={words.newName}
          hint={words.newNameHint(active)}
          value={name}
          issues={issues}
          onChange={(written) => {
            setName(written);
            forget();
          }}
        />
      </div>
      <Button type="submit" icon={<Plus size={14} aria-hidden />}>
        {words.add}
      </Button>
    </form>
  );
};
