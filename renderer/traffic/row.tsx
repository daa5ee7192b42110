import { ArrowDownLeft, ArrowUpRight, Repeat, Zap } from 'lucide-react';
import { memo } from 'react';
import { classes } from '#renderer/kit/classes.ts';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { standingOf, statusStanding, statusWord, wasWithheld, type TrafficRow } from '#renderer/store/traffic-rows.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './traffic.module.css';

type RowProps = {
  readonly id: string;
  readonly row: TrafficRow;
  readonly channelName: string | null;
  /** The titles of the defects that acted, joined; empty when none did. */
  readonly defects: string;
  readonly isSelected: boolean;
  readonly place: number;
  readonly count: number;
  readonly offset: number;
  readonly onSelect: () => void;
};

/** One line: status, method, path, verdict, time, duration. Which way it went is an arrow before them. */
export const Row = memo(
  ({ id, row, channelName, defects, isSelected, place, count, offset, onSelect }: RowProps) => {
    const words = useWords();
    const { traffic, format } = words;
    const { exchange } = row;
    const standing = standingOf(exchange, words);
    const way = row.isLoopback ? 'loopback' : exchange.direction;
    const isWithheld = wasWithheld(exchange);
    const duration = exchange.duration === null || isWithheld ? '' : format.duration(exchange.duration);
    const status = isWithheld ? '' : statusWord(exchange, words);
    const touched = defects === '' ? '' : words.defects.acted(defects);
    const name = [exchange.method, exchange.target, status, standing.word, touched, traffic.ways[way], duration]
      .filter(Boolean)
      .join(', ');
    return (
      <div
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={isSelected}
        aria-setsize={count}
        aria-posinset={place}
        aria-label={name}
        title={[
          channelName ?? traffic.noChannel,
          `${exchange.method} ${exchange.origin}${exchange.target}`,
          exchange.note,
          touched,
        ]
          .filter(Boolean)
          .join('\n')}
        className={classes(styles.row, isWithheld && styles.withheld, isSelected && styles.selected)}
        style={{ transform: `translateY(${String(offset)}px)` }}
        onClick={onSelect}
      >
        <WayIcon way={way} />
        <span className={classes(styles.status, styles[statusStanding(exchange)])}>{statusWord(exchange, words)}</span>
        <span translate="no" className={styles.method}>
          {exchange.method}
        </span>
        <span translate="no" className={styles.path}>
          {exchange.target}
        </span>
        {defects !== '' && <Zap size={13} aria-hidden className={styles.defect} />}
        <ToneIcon tone={standing.standing} size={14} />
        <span className={styles.time}>{format.clock(exchange.openedAt)}</span>
        <span className={styles.duration}>{isWithheld ? traffic.notSent : duration}</span>
      </div>
    );
  },
  (one, other) =>
    one.row.exchange === other.row.exchange &&
    one.row.isLoopback === other.row.isLoopback &&
    one.isSelected === other.isSelected &&
    one.offset === other.offset &&
    one.count === other.count &&
    one.channelName === other.channelName &&
    one.defects === other.defects,
);
Row.displayName = 'Row';

const WayIcon = ({ way }: { readonly way: 'inbound' | 'outbound' | 'loopback' }) => {
  if (way === 'loopback') return <Repeat size={13} aria-hidden className={styles.loopback} />;
  return way === 'inbound' ? (
    <ArrowDownLeft size={14} aria-hidden className={styles.inbound} />
  ) : (
    <ArrowUpRight size={14} aria-hidden className={styles.outbound} />
  );
};
