import { memo } from 'react';
import { classes } from '#renderer/kit/classes.ts';
import { aroundLit } from '#renderer/kit/lit-parts.ts';
import { LitText } from '#renderer/kit/lit-text.tsx';
import { ToneIcon, toneClass } from '#renderer/kit/tone.tsx';
import { columnKinds, type ColumnId } from '#renderer/store/columns.ts';
import type { SpokenRow } from '#renderer/store/listing/spoken-row.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Highlights } from '#shared/query/highlights.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { RowMarks } from './row-marks.tsx';
import { WayIcon } from './way-icon.tsx';
import styles from './row.module.css';

/** What is not ours to translate. */
const isOfTheWire: ReadonlySet<ColumnId> = new Set(['method', 'path', 'channel', 'user', 'trace', 'rule']);

type CellsProps = { readonly row: SpokenRow; readonly lit: Highlights };

/** A row where there is little room: what became of it, what it was, its verdict, when, and how long. */
export const CompactCells = memo(({ row, lit }: CellsProps) => {
  const { traffic: words } = useWords();
  return (
    <>
      <WayIcon way={row.way} />
      <span className={classes(styles.status, toneClass(row.statusStanding))}>{row.status}</span>
      <span translate="no" className={styles.method}>
        {row.exchange.method}
      </span>
      <span translate="no" className={styles.path}>
        <LitText text={aroundLit(row.target, lit.path)} words={lit.path} />
      </span>
      <RowMarks row={row} />
      {row.hasFindings && <ToneIcon tone="attention" size={13} />}
      <ToneIcon tone={row.verdict.standing} size={14} />
      <span className={styles.time}>{row.time}</span>
      <span className={styles.duration}>{row.isWithheld ? words.notSent : row.duration}</span>
    </>
  );
});
CompactCells.displayName = 'CompactCells';

/** A row with a cell for each column. */
export const ColumnCells = memo(({ row, lit, columns }: CellsProps & { readonly columns: readonly ColumnId[] }) =>
  columns.map((id) => (
    <span
      key={id}
      translate={isOfTheWire.has(id) ? 'no' : undefined}
      className={classes(styles.cell, columnKinds[id].isNumber && styles.number, styles[`${id}-cell`])}
    >
      <Cell id={id} row={row} lit={lit} />
    </span>
  )),
);
ColumnCells.displayName = 'ColumnCells';

const Cell = ({ id, row, lit }: CellsProps & { readonly id: ColumnId }) => {
  const { traffic: words } = useWords();
  switch (id) {
    case 'time':
      return row.time;
    case 'direction':
      return <WayIcon way={row.way} />;
    case 'status':
      return <span className={toneClass(row.statusStanding)}>{row.status}</span>;
    case 'method':
      return row.exchange.method;
    case 'path':
      return (
        <>
          <span translate="no" className={styles.target}>
            <LitText text={row.target} words={lit.path} />
          </span>
          <RowMarks row={row} />
          {row.mark && row.mark.note !== '' && (
            <span className={styles.noteText}>
              <LitText text={row.mark.note} words={lit.note} />
            </span>
          )}
        </>
      );
    case 'channel':
      return row.channel;
    case 'user':
      return row.user;
    case 'verdict':
      return (
        <>
          <ToneIcon tone={row.verdict.standing} size={14} />
          <span className={styles.cut}>{row.verdict.word}</span>
          {row.hasFindings && <ToneIcon tone="attention" size={13} />}
        </>
      );
    case 'duration':
      return row.isWithheld ? words.notSent : row.duration;
    case 'size':
      return row.size;
    case 'trace':
      return row.trace;
    case 'rule':
      return [row.rule, row.defects].filter(Boolean).join(' · ');
    default:
      return assertNever(id);
  }
};
