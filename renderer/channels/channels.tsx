import { ChevronDown, ChevronRight, Pencil, Plus } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { IconButton } from '#renderer/kit/button.tsx';
import { classes } from '#renderer/kit/classes.ts';
import { playsWords } from '#renderer/store/channel-words.ts';
import { useCommand } from '#renderer/store/commands/use-commands.ts';
import { useActions, useBench, useCatalogue, useSession } from '#renderer/store/context.tsx';
import { currentChannel } from '#renderer/store/selectors.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Channel } from '#shared/channel/channel.ts';
import styles from './channels.module.css';

/** The channels of the bench: choose one, change one, add one. */
export const Channels = () => {
  const actions = useActions();
  const { channels: words } = useWords();
  const add = useCommand('new-channel');
  const isOpen = useBench(({ view }) => view.remembered.areChannelsShown);
  const channels = useSession((session) => session.channels);
  const chosen = useBench(({ view }) => view.remembered.channelId);
  const current = currentChannel(channels, chosen);
  return (
    <section className={styles.channels} aria-label={words.title}>
      <header className={styles.head}>
        <h2>
          <button
            type="button"
            className={styles.fold}
            aria-expanded={isOpen}
            aria-controls="channel-list"
            onClick={() => actions.showChannels(!isOpen)}
          >
            {isOpen ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
            {words.title}
          </button>
        </h2>
        {!isOpen && <span className={styles.currentName}>{current?.name}</span>}
        <IconButton {...add.button} label={words.add} icon={<Plus size={16} aria-hidden />} />
      </header>
      <div id="channel-list" className={styles.folded} hidden={!isOpen}>
        {channels.length === 0 ? (
          <p className={styles.none}>{words.none}</p>
        ) : (
          <ul className={styles.list} onKeyDown={moveFocus}>
            {channels.map((channel) => (
              <ChannelRow key={channel.id} channel={channel} isCurrent={channel === current} />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
};

const ChannelRow = ({ channel, isCurrent }: { readonly channel: Channel; readonly isCurrent: boolean }) => {
  const actions = useActions();
  const words = useWords();
  const edit = useCommand('edit-channel');
  const { platforms } = useCatalogue();
  const platform = platforms.find((each) => each.id === channel.platformId);
  return (
    <li className={classes(styles.row, isCurrent && styles.current)}>
      <button
        type="button"
        className={styles.choose}
        aria-current={isCurrent ? 'true' : undefined}
        onClick={() => actions.selectChannel(channel.id)}
      >
        <span className={styles.name}>{channel.name}</span>
        <span className={styles.plays}>{playsWords(channel, platform?.name ?? channel.platformId, words)}</span>
      </button>
      <IconButton
        className={styles.edit}
        label={words.channels.edit(channel.name)}
        why={edit.button.why}
        icon={<Pencil size={14} aria-hidden />}
        onClick={() => actions.showChannel({ channelId: channel.id })}
      />
    </li>
  );
};

const moveFocus = (event: KeyboardEvent<HTMLElement>): void => {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (step === undefined) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>(`.${styles.choose ?? ''}`)];
  const next = rows[rows.findIndex((row) => row === document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
};
