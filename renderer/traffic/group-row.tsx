import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo } from 'react';
import { classes } from '#renderer/kit/classes.ts';
import { ToneWord } from '#renderer/kit/tone.tsx';
import { useSession } from '#renderer/store/context.tsx';
import { worstOf, type Group } from '#renderer/store/listing/groups.ts';
import { verdictWord } from '#renderer/store/traffic-rows.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { channelIdOf, userIdOf } from '#shared/channel/channel.ts';
import type { TrafficLine } from '#shared/contract/commands/row-commands.ts';
import styles from './group-row.module.css';

export type GroupRowProps = {
  readonly domId: string;
  readonly place: number;
  readonly top: number | undefined;
  readonly group: Group;
  readonly count: number;
  readonly isOpen: boolean;
  readonly isCursor: boolean;
  /** Of its newest row; null while it is being read. */
  readonly newest: TrafficLine | null;
  readonly at: number;
  readonly of: number;
};

/** The line of a conversation above its rows: whose it is, how many, when last, and the gravest verdict. */
export const GroupRow = memo(({ domId, place, top, group, count, isOpen, isCursor, newest, at, of }: GroupRowProps) => {
  const words = useWords();
  const { traffic, format } = words;
  const channelId = channelIdOf(group.key);
  const channel = useSession(({ channels }) => channels.find(({ id }) => id === channelId)?.name);
  const user = group.key === '' ? '' : userIdOf(group.key);
  const title = group.key === '' ? traffic.noConversation : `${channel ?? channelId} · ${user}`;
  const last = newest ? format.clock(newest.exchange.openedAt) : '';
  const verdict = verdictWord(worstOf(group), words);
  return (
    <div
      id={domId}
      data-place={place}
      role="treeitem"
      aria-level={1}
      aria-expanded={isOpen}
      aria-selected={false}
      aria-setsize={of}
      aria-posinset={at + 1}
      aria-label={[title, traffic.exchanges(count), last, verdict.word].filter(Boolean).join(', ')}
      style={top === undefined ? undefined : { top }}
      className={classes(styles.group, isCursor && styles.cursor)}
    >
      {isOpen ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
      <span className={styles.title}>{title}</span>
      <span className={styles.count}>{format.count(count)}</span>
      <ToneWord tone={verdict.standing} word={verdict.word} />
      <span className={styles.last}>{last}</span>
    </div>
  );
});
GroupRow.displayName = 'GroupRow';
