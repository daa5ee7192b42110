import { ThreeParts } from '#renderer/kit/three-parts.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Piece } from '#shared/compare/word-diff.ts';
import { bearerToken, decodeJwt } from '#shared/trust/jwt.ts';
import { Mark, Pieces } from './pieces.tsx';
import styles from './diff.module.css';

type HeadValueProps = {
  /** As it came; null where there is none. */
  readonly value: string | null;
  /** What is shown of it. */
  readonly pieces: readonly Piece[];
  readonly side: 'before' | 'after';
};

/** The value of a header or of a part of the first line. A token keeps its hues; what differs in it is told claim by claim. */
export const HeadValue = ({ value, pieces, side }: HeadValueProps) => {
  const { compare: words } = useWords();
  const token = value === null ? null : bearerToken(value);
  const isToken = token !== null && decodeJwt(token).header.json !== null;
  return (
    <td translate="no">
      {value === null ? (
        <span className={styles.absent}>{words.absent}</span>
      ) : isToken ? (
        <Token scheme={value.slice(0, value.length - token.length)} pieces={pieces} side={side} />
      ) : (
        <Pieces pieces={pieces} side={side} />
      )}
    </td>
  );
};

type TokenProps = Pick<HeadValueProps, 'pieces' | 'side'> & { readonly scheme: string };

/** Of a signature, which nobody reads, it is shown whether it is another one. */
const Token = ({ scheme, pieces, side }: TokenProps) => {
  const token = pieces
    .map(({ text }) => text)
    .join('')
    .slice(scheme.length);
  const [, , signature = ''] = token.split('.');
  return (
    <>
      {scheme}
      <ThreeParts text={token} third={pieces.at(-1)?.isOther && <Mark side={side} text={signature} />} />
    </>
  );
};
