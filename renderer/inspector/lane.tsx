import type { ReactNode } from 'react';
import { classes } from '#renderer/kit/classes.ts';
import type { Bar } from '#renderer/store/phase-bars.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './timing.module.css';

type LaneProps = {
  readonly bar: Bar;
  readonly look: 'working' | 'waiting' | 'gap';
  /** What else is drawn on the scale. */
  readonly children?: ReactNode;
};

const percent = (share: number): string => `${String(share * 100)}%`;

/** A cell with a bar on the scale that all cells share. */
export const Lane = ({ bar: { start, width }, look, children }: LaneProps) => (
  <td className={styles.lane}>
    <span className={styles.scale}>
      <span className={classes(styles.bar, styles[look])} style={{ left: percent(start), width: percent(width) }} />
      {children}
    </span>
  </td>
);

/** A moment on the scale. */
export const Moment = ({ start, look }: { readonly start: number; readonly look: 'user' | 'bot' }) => (
  <span className={classes(styles.moment, styles[look])} style={{ left: percent(start) }} />
);

/** What the columns of both tables are. */
export const Heads = ({ name }: { readonly name: string }) => {
  const { timing: words } = useWords();
  return (
    <thead>
      <tr>
        <th scope="col">{name}</th>
        <th scope="col">
          <span className="only-heard">{words.bar}</span>
        </th>
        <th scope="col" className={styles.number}>
          {words.from}
        </th>
        <th scope="col" className={styles.number}>
          {words.took}
        </th>
      </tr>
    </thead>
  );
};
