import { useWords } from '#renderer/words/use-words.tsx';
import { withVisibleSpace, type Piece } from '#shared/compare/word-diff.ts';
import styles from './diff.module.css';

type Side = 'before' | 'after';

/** So much of what is the same is shown beside what differs, and so much of what differs. */
const mostSame = 240;
const mostOther = 2000;

type PiecesProps = {
  readonly pieces: readonly Piece[];
  readonly side: Side;
  /** Nothing of it is cut. */
  readonly isWhole?: boolean;
};

/** A text in what another one has as well and what only it has. Long stretches are cut in their middle. */
export const Pieces = ({ pieces, side, isWhole = false }: PiecesProps) =>
  pieces.map(({ text, isOther }, index) =>
    isOther ? (
      <Mark key={index} side={side} text={text} most={isWhole ? Infinity : mostOther} />
    ) : (
      <Cut key={index} text={text} most={isWhole ? Infinity : mostSame} isLast={index === pieces.length - 1} />
    ),
  );

/** White space is made visible only where nothing else is to be seen. */
export const Mark = ({
  side,
  text,
  most = Infinity,
}: {
  readonly side: Side;
  readonly text: string;
  readonly most?: number;
}) => {
  const shown = text.trim() === '' ? withVisibleSpace(text) : text;
  const inside = <Cut text={shown} most={most} />;
  return side === 'before' ? <del className={styles.del}>{inside}</del> : <ins className={styles.ins}>{inside}</ins>;
};

type CutProps = { readonly text: string; readonly most: number; readonly isLast?: boolean };

const Cut = ({ text, most, isLast = false }: CutProps) => {
  const { compare, format } = useWords();
  if (text.length <= most) return text;
  const [head, tail] = isLast ? [most, 0] : [most / 2, most / 2];
  return (
    <>
      {text.slice(0, head)}
      <span className={styles.cut}>{compare.text.cutPiece(format.count(text.length - most))}</span>
      {tail > 0 && text.slice(-tail)}
    </>
  );
};
