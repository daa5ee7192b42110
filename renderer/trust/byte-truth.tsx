import { diffWords, withVisibleSpace, type Piece } from '#shared/compare/word-diff.ts';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import type { ByteTruth } from '#shared/trust/autopsy/cause.ts';
import shared from './trust.module.css';
import styles from './verdict.module.css';

/** What was signed beside what arrived: the same, rewritten on its way, or nobody knows. */
export const SignedBytes = ({ bytes }: { readonly bytes: ByteTruth }) => {
  const { signed: words } = useWords().trust;
  const { arrived, signed, rewriting } = bytes;
  if (signed === null) return <Line tone="unknown">{words.unknown}</Line>;
  if (signed === arrived && rewriting === '') return <Line tone="good">{words.same}</Line>;
  const [before, after] = diffWords(signed, arrived);
  return (
    <section aria-label={words.label}>
      <h3 className={shared.heading}>{words.rewritten(rewriting)}</h3>
      <div className={styles.columns}>
        <Column title={words.signed} pieces={before} />
        <Column title={words.arrived} pieces={after} />
      </div>
      {before.every(({ isOther }) => !isOther) && after.every(({ isOther }) => !isOther) && (
        <p className={shared.soft}>{words.alike}</p>
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
