import type { Change } from '#renderer/store/replay-diff.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { Pieces, useWordPieces } from './pieces.tsx';
import styles from './diff.module.css';

type ChangeTableProps = {
  readonly title: string;
  /** Over the names. */
  readonly name: string;
  readonly changes: readonly Change[];
};

/** Named values that differ: one line each, with what it was and what it is. Nothing where there is none. */
export const ChangeTable = ({ title, name, changes }: ChangeTableProps) => {
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
          <ChangeRow key={index} change={change} />
        ))}
      </tbody>
    </table>
  );
};

const ChangeRow = ({ change: { name, before, after } }: { readonly change: Change }) => {
  const { compare: words } = useWords();
  const [was, is] = useWordPieces(before, after);
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
