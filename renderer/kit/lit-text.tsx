import { litParts } from './lit-parts.ts';
import styles from './lit-text.module.css';

type LitTextProps = {
  readonly text: string;
  /** In lower case. */
  readonly words: readonly string[];
};

/** A text in which the words that were looked for stand out. */
export const LitText = ({ text, words }: LitTextProps) =>
  words.length === 0
    ? text
    : litParts(text, words).map((part, index) =>
        part.isLit ? (
          <mark key={index} className={styles.lit}>
            {part.text}
          </mark>
        ) : (
          part.text
        ),
      );
