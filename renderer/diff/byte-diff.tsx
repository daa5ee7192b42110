import { Fragment } from 'react';
import { classes } from '#renderer/kit/classes.ts';
import { hexLine, hexOf } from '#renderer/store/hex-lines.ts';
import type { ShownHunk, ShownHunkLine } from '#renderer/store/compare/veiled-diff.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './byte-diff.module.css';

/** The stretches of two bodies that differ, as hex, beside each other where there is room. */
export const ByteDiff = ({ hunks }: { readonly hunks: readonly ShownHunk[] }) => {
  const { bytes: words } = useWords().compare;
  return (
    <ol className={styles.hunks} aria-label={words.label}>
      {hunks.map((hunk, index) => (
        <li key={index} className={styles.hunk} data-difference tabIndex={-1}>
          <Side lines={hunk.before} side="before" />
          <Side lines={hunk.after} side="after" />
        </li>
      ))}
    </ol>
  );
};

const Side = ({ lines, side }: { readonly lines: readonly ShownHunkLine[]; readonly side: 'before' | 'after' }) => {
  const { compare: words } = useWords();
  const total = (lines.at(-1)?.offset ?? 0) + 16;
  return (
    <div className={classes(styles.side, styles[side])}>
      <span className="only-heard">{words[side]}</span>
      {lines.length === 0 ? (
        <span className={styles.none}>{words.none}</span>
      ) : (
        lines.map((line) => <Line key={line.offset} line={line} total={total} />)
      )}
    </div>
  );
};

const Line = ({
  line: { offset, bytes, differs },
  total,
}: {
  readonly line: ShownHunkLine;
  readonly total: number;
}) => {
  const { offset: where, letters } = hexLine(offset, bytes, total);
  return (
    <div className={styles.line}>
      <span className={styles.offset}>{where}</span>
      <span className={styles.bytes}>
        <Runs signs={Array.from(bytes, hexOf)} differs={differs} between=" " />
      </span>
      <span className={styles.letters}>
        <Runs signs={Array.from(letters)} differs={differs} between="" />
      </span>
    </div>
  );
};

type RunsProps = {
  readonly signs: readonly string[];
  readonly differs: readonly boolean[];
  /** What stands between two signs. */
  readonly between: string;
};

/** Signs behind each other that differ are one stretch: thousands of lines are drawn at once. */
const Runs = ({ signs, differs, between }: RunsProps) => {
  const runs: { isOther: boolean; signs: string[] }[] = [];
  for (const [at, sign] of signs.entries()) {
    const isOther = differs[at] === true;
    const last = runs.at(-1);
    if (last?.isOther === isOther) last.signs.push(sign);
    else runs.push({ isOther, signs: [sign] });
  }
  return runs.map(({ isOther, signs: run }, at) => (
    <Fragment key={at}>
      {at > 0 && between}
      {isOther ? <span className={styles.other}>{run.join(between)}</span> : run.join(between)}
    </Fragment>
  ));
};
