import { diffWords, withVisibleSpace, type Piece } from '#renderer/store/word-diff.ts';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import type { ByteTruth } from '#shared/trust/autopsy/cause.ts';
import shared from './trust.module.css';
import styles from './verdict.module.css';

/** What was signed beside what arrived: the same, rewritten on its way, or nobody knows. */
export const SignedBytes = ({ bytes }: { readonly bytes: ByteTruth }) => {
  const { arrived, signed, rewriting } = bytes;
  if (signed === null)
    return (
      <Line tone="unknown">
        What was signed is not known: no key at hand matches, neither as it arrived nor with any rewriting that was
        tried.
      </Line>
    );
  if (signed === arrived && rewriting === '')
    return <Line tone="good">What arrived is what was signed: nothing rewrote it on its way.</Line>;
  const [before, after] = diffWords(signed, arrived);
  return (
    <section aria-label="What was signed">
      <h3 className={shared.heading}>Rewritten after it was signed: {rewriting}</h3>
      <div className={styles.columns}>
        <Column title="Signed" pieces={before} />
        <Column title="Arrived" pieces={after} />
      </div>
      {before.every(({ isOther }) => !isOther) && after.every(({ isOther }) => !isOther) && (
        <p className={shared.soft}>They read alike: what differs is how the text was encoded.</p>
      )}
    </section>
  );
};

const Line = ({ tone, children }: { readonly tone: 'good' | 'unknown'; readonly children: string }) => (
  <p className={styles.signed}>
    <ToneIcon tone={tone} size={14} /> <span>{children}</span>
  </p>
);

const Column = ({ title, pieces }: { readonly title: string; readonly pieces: readonly Piece[] }) => (
  <figure className={styles.column}>
    <figcaption>{title}</figcaption>
    <pre tabIndex={0} aria-label={title}>
      {pieces.map(({ text, isOther }, index) =>
        isOther ? <mark key={index}>{withVisibleSpace(text)}</mark> : <span key={index}>{text}</span>,
      )}
    </pre>
  </figure>
);
