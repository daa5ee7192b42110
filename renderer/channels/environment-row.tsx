import { Pencil, Trash2 } from 'lucide-react';
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { useIssues } from '#renderer/form/use-issues.ts';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { classes } from '#renderer/kit/classes.ts';
import fields from '#renderer/kit/fields.module.css';
import { useNextFocus } from '#renderer/kit/next-focus.ts';
import { Badge, ToneIcon } from '#renderer/kit/tone.tsx';
import { useActions } from '#renderer/store/context.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Channel, Environment } from '#shared/channel/channel.ts';
import styles from './environment-part.module.css';

type EnvironmentRowProps = {
  readonly channel: Channel;
  readonly environment: Environment;
  readonly isUnsaved: boolean;
};

/** One environment: the active one is chosen, any other one can be. */
export const EnvironmentRow = ({ channel, environment, isUnsaved }: EnvironmentRowProps) => {
  const actions = useActions();
  const { environments: words, channels } = useWords();
  const [isRenaming, setRenaming] = useState(false);
  const { place, focusNext } = useNextFocus<HTMLLIElement>();
  const { id, name } = environment;
  const one = { channelId: channel.id, environmentId: id };
  const isActive = id === channel.environmentId;
  return (
    <li ref={place} className={styles.row} data-active={isActive || undefined}>
      {isRenaming ? (
        <Renaming
          environment={environment}
          channelId={channel.id}
          done={() => {
            focusNext('[data-renames]');
            setRenaming(false);
          }}
        />
      ) : (
        <>
          <span className={styles.name} translate="no">
            {name}
          </span>
          {isActive && <Badge tone="good">{words.active}</Badge>}
          {isUnsaved && <Badge tone="note">{channels.unsaved}</Badge>}
          <span className={styles.space} />
          {!isActive && (
            <Button aria-label={words.switchTo(name)} onClick={() => void actions.switchEnvironment(one)}>
              {words.switchShort}
            </Button>
          )}
          <IconButton
            label={words.rename(name)}
            icon={<Pencil size={14} aria-hidden />}
            data-renames
            onClick={() => setRenaming(true)}
          />
          <IconButton
            label={words.remove(name)}
            icon={<Trash2 size={14} aria-hidden />}
            why={isActive ? words.activeStays : ''}
            onClick={() => void actions.removeEnvironment(one)}
          />
        </>
      )}
    </li>
  );
};

type RenamingProps = { readonly environment: Environment; readonly channelId: string; readonly done: () => void };

const Renaming = ({ environment, channelId, done }: RenamingProps) => {
  const actions = useActions();
  const { environments: words, channels, form } = useWords();
  const [name, setName] = useState(environment.name);
  const { issues, judge } = useIssues('/name');
  const rename = async (event: FormEvent) => {
    event.preventDefault();
    const one = { channelId, environmentId: environment.id };
    if (await judge(actions.renameEnvironment(one, name.trim()))) done();
  };
  const giveUp = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    done();
  };
  return (
    <form
      data-takes-escape
      className={styles.renaming}
      onSubmit={(event) => void rename(event)}
      onKeyDown={giveUp}
      noValidate
    >
      <input
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a person has just asked to write here.
        autoFocus
        aria-label={words.nameOf(environment.name)}
        aria-invalid={issues.length > 0}
        className={classes(fields.input, styles.input)}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" look="primary">
        {channels.form.save}
      </Button>
      <Button onClick={done}>{form.cancel}</Button>
      {issues.map((issue) => (
        <span key={issue} className={fields.issue} role="alert">
          <ToneIcon tone="bad" size={14} /> {issue}
        </span>
      ))}
    </form>
  );
};
