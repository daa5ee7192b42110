import { UnfoldVertical } from 'lucide-react';
import { useState } from 'react';
import { classes } from '#renderer/kit/classes.ts';
import type { LineStretch } from '#renderer/store/compare/fold-lines.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { ComparedLine, LinePair } from '#shared/compare/line-diff.ts';
import { Pieces } from './pieces.tsx';
import styles from './text-diff.module.css';

/** Two texts line by line, beside each other where there is room. What is the same is folded up. */
export const TextDiff = ({ stretches }: { readonly stretches: readonly LineStretch[] }) => {
  const { compare: words } = useWords();
  return (
    <div className={styles.frame}>
      <table className={styles.lines} aria-label={words.text.label}>
        <colgroup>
          <col className={styles.numbers} />
          <col />
          <col className={styles.numbers} />
          <col />
        </colgroup>
        <thead>
          <tr>
            {[words.text.line, words.before, words.text.line, words.after].map((each, index) => (
              <th key={index} scope="col">
                <span className="only-heard">{each}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stretches.map((stretch, index) => (
            <Stretch key={index} stretch={stretch} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Stretch = ({ stretch: { isFolded, pairs, count } }: { readonly stretch: LineStretch }) => {
  const { text: words } = useWords().compare;
  const [isUnfolded, unfold] = useState(false);
  const left = isUnfolded ? count - pairs.length : count;
  return (
    <>
      {(!isFolded || isUnfolded) &&
        pairs.map((pair, index) => (
          <Line key={index} pair={pair} isFirst={!pair.isSame && pairs[index - 1]?.isSame !== false} />
        ))}
      {isFolded && left > 0 && (
        <tr>
          <td colSpan={4} className={styles.folded}>
            {isUnfolded ? (
              words.folded(left)
            ) : (
              <button type="button" onClick={() => unfold(true)}>
                <UnfoldVertical size={13} aria-hidden /> {words.folded(left)}
              </button>
            )}
          </td>
        </tr>
      )}
    </>
  );
};

type LineProps = { readonly pair: LinePair; /** Of those that differ behind each other. */ readonly isFirst: boolean };

const Line = ({ pair: { before, after, isSame }, isFirst }: LineProps) => (
  <tr
    className={classes(styles.line, !isSame && styles.differs)}
    {...(isFirst ? { 'data-difference': true, tabIndex: -1 } : {})}
  >
    <Side line={before} side="before" isSame={isSame} />
    <Side line={after} side="after" isSame={isSame} />
  </tr>
);

type SideProps = { readonly line: ComparedLine | null; readonly side: 'before' | 'after'; readonly isSame: boolean };

const signs = { before: '−', after: '+' } as const;

const Side = ({ line, side, isSame }: SideProps) => (
  <>
    <td className={classes(styles.number, styles[side], !line && styles.none)}>{line?.number}</td>
    <td className={classes(styles.text, styles[side], !line && styles.none)} translate="no">
      {!isSame && line && <span className={styles.sign}>{signs[side]}</span>}
      {line && <Pieces pieces={line.pieces} side={side} />}
    </td>
  </>
);
