import { Pencil, Plus } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { IconButton } from '#renderer/kit/button.tsx';
import { classes } from '#renderer/kit/classes.ts';
import { useActions, useBench, useCatalogue, useSession } from '#renderer/store/context.tsx';
import { currentChannel } from '#renderer/store/selectors.ts';
import type { Channel } from '#shared/channel/channel.ts';
import styles from './channels.module.css';

/** The channels of the bench: choose one, change one, add one. */
export const Channels = () => {
  const actions = useActions();
  const channels = useSession((session) => session.channels);
  const chosen = useBench(({ view }) => view.remembered.channelId);
  const current = currentChannel(channels, chosen);
  return (
    <section className={styles.channels} aria-label="Channels">
      <header className={styles.head}>
        <h2>Channels</h2>
        <IconButton
          label="Add a channel"
          icon={<Plus size={16} aria-hidden />}
          onClick={() => actions.showDialog({ kind: 'add-channel' })}
        />
      </header>
      {channels.length === 0 ? (
        <p className={styles.none}>No channel yet: add one to begin.</p>
      ) : (
        <ul className={styles.list} onKeyDown={moveFocus}>
          {channels.map((channel) => (
            <ChannelRow key={channel.id} channel={channel} isCurrent={channel === current} />
          ))}
        </ul>
      )}
    </section>
  );
};

const ChannelRow = ({ channel, isCurrent }: { readonly channel: Channel; readonly isCurrent: boolean }) => {
  const actions = useActions();
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
        <span className={styles.plays}>{playsWords(channel, platform?.name ?? channel.platformId)}</span>
      </button>
      <IconButton
        className={styles.edit}
        label={`Edit ${channel.name}`}
        icon={<Pencil size={14} aria-hidden />}
        onClick={() => actions.showDialog({ kind: 'edit-channel', channelId: channel.id })}
      />
    </li>
  );
};

/** Which ends we play, in a few words. */
const playsWords = ({ plays }: Channel, platformName: string): string => {
  if (plays.app && plays.platform) return 'both ends';
  if (plays.app) return 'app end';
  return plays.platform ? `${platformName} end` : 'no end';
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
