import { useMemo } from 'react';
import { namedPieces } from '#renderer/store/compare/word-pieces.ts';
import type { Change } from '#renderer/store/replay-diff.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { Pieces } from './pieces.tsx';
import styles from './diff.module.css';

type ChangeTableProps = {
  readonly title: string;
  /** Over the names. */
  readonly name: string;
  readonly changes: readonly Change[];
  /** What is masked in the values; null: nothing. */
  readonly veil: readonly string[] | null;
};

/** Named values that differ: one line each, with what it was and what it is. Nothing where there is none. */
export const ChangeTable = ({ title, name, changes, veil }: ChangeTableProps) => {
  const { compare: words } = useWords();
  return changes.length === 0 ? null : (
    <table className={styles.pairs} aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change, index) => (
          <ChangeRow key={index} change={change} veil={veil} />
        ))}
      </tbody>
    </table>
  );
};

type ChangeRowProps = Pick<ChangeTableProps, 'veil'> & { readonly change: Change };

const ChangeRow = ({ change: { name, before, after }, veil }: ChangeRowProps) => {
  const { compare: words } = useWords();
  const [was, is] = useMemo(() => namedPieces(name, before, after, veil), [name, before, after, veil]);
  const absent = <span className={styles.absent}>{words.absent}</span>;
  return (
    <tr data-difference tabIndex={-1}>
      <th scope="row" translate="no">
        {name}
      </th>
      <td translate="no">{before === null ? absent : <Pieces pieces={was} side="before" />}</td>
      <td translate="no">{after === null ? absent : <Pieces pieces={is} side="after" />}</td>
    </tr>
  );
};
