import type { ReactNode } from 'react';
import { classes } from '#renderer/kit/classes.ts';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { verdictSentence, verdictWord } from '#renderer/store/traffic-rows.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Verdict } from '#shared/trust/verdict.ts';
import styles from './verdict.module.css';

type VerdictBlockProps = {
  readonly verdict: Verdict;
  /** What it is a verdict on, for those who hear it. */
  readonly label?: string;
  /** Said before the verdict where it is not the real one. */
  readonly supposing?: string;
  /** It stands among other things, not at the top of a pane. */
  readonly isBoxed?: boolean;
  /** What can be done about it now. */
  readonly children?: ReactNode;
};

/** Accepted or refused, because of what, and the fix: one sentence each. */
export const VerdictBlock = ({ verdict, label, supposing, isBoxed, children }: VerdictBlockProps) => {
  const words = useWords();
  const { standing } = verdictWord(verdict.state, words);
  const sentence = verdictSentence(verdict.state, verdict.because, words);
  return (
    <section
      className={classes(
        styles.verdict,
        styles[standing],
        (isBoxed || supposing !== undefined) && styles.boxed,
        supposing !== undefined && styles.supposed,
      )}
      aria-label={label ?? words.trust.verdict}
    >
      <ToneIcon tone={standing} size={20} />
      <div className={styles.verdictWords}>
        {supposing !== undefined && <p className={styles.supposing}>{supposing}</p>}
        <p>
          <strong className={styles.word}>{sentence.word}</strong> <span lang="en">{sentence.rest}</span>
        </p>
        {verdict.fix !== undefined && (
          <p className={styles.fix}>
            <strong>{words.trust.fix}</strong> <span lang="en">{verdict.fix}</span>
          </p>
        )}
        {children}
      </div>
    </section>
  );
};
