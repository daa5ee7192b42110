import { GripVertical } from 'lucide-react';
import { classes } from '#renderer/kit/classes.ts';
import type { useReorder } from '#renderer/kit/reorder.ts';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { foundWord } from '#renderer/store/checkups/checkup-words.ts';
import { lastFound } from '#renderer/store/checkups/checkup.ts';
import { useActions, useBench, useCatalogue } from '#renderer/store/context.tsx';
import { playsWords } from '#renderer/store/channel-words.ts';
import { activeEnvironment } from '#renderer/store/selectors.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Channel } from '#shared/channel/channel.ts';
import styles from './channel-list.module.css';

type Order = ReturnType<typeof useReorder>;

type ChannelItemProps = {
  readonly channel: Channel;
  readonly isShown: boolean;
  readonly isUnsaved: boolean;
  readonly item: ReturnType<Order['item']>;
  readonly handle: ReturnType<Order['handle']>;
};

/** One channel of the list: what it is, how it is, and whether something of it is not saved. */
export const ChannelItem = ({ channel, isShown, isUnsaved, item, handle }: ChannelItemProps) => {
  const actions = useActions();
  const words = useWords();
  const { platforms } = useCatalogue();
  const name = platforms.find(({ id }) => id === channel.platformId)?.name ?? channel.platformId;
  const environment = activeEnvironment(channel);
  return (
    <li {...item} className={classes(styles.row, isShown && styles.current)}>
      <span {...handle} className={styles.grip} title={words.kit.reorder.drag}>
        <GripVertical size={14} aria-hidden />
      </span>
      <button
        type="button"
        className={styles.choose}
        data-holds-place
        aria-current={isShown ? 'true' : undefined}
        aria-description={words.kit.reorder.keys}
        onClick={() => actions.showChannel({ channelId: channel.id })}
      >
        <span className={styles.line}>
          <span className={styles.name}>{channel.name}</span>
          {isUnsaved && (
            <span className={styles.unsaved} title={words.channels.unsaved}>
              <span className="only-heard">{words.channels.unsaved}</span>
            </span>
          )}
          <Mark channel={channel} />
        </span>
        <span className={styles.line}>
          <span className={styles.what}>{words.channels.what(name, playsWords(channel, name, words))}</span>
          {environment && <span className={styles.environment}>{environment.name}</span>}
        </span>
      </button>
    </li>
  );
};

/** That it is blocked, or else what was found when it was looked at. */
const Mark = ({ channel }: Pick<ChannelItemProps, 'channel'>) => {
  const words = useWords();
  const found = useBench(({ view }) => lastFound(view.checkups[channel.id]));
  const blocked = channel.condition && { tone: 'bad' as const, word: words.channels.blocked };
  const mark = blocked ?? (found && foundWord(found, words));
  return (
    mark && (
      <span className={styles.mark} title={mark.word}>
        <ToneIcon tone={mark.tone} size={14} />
        <span className="only-heard">{mark.word}</span>
      </span>
    )
  );
};
