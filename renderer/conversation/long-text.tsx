import { useState } from 'react';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './content.module.css';

/** Longer than this is cut: a bubble should not bury the conversation. */
const shown = 1200;

export const LongText = ({ text }: { readonly text: string }) => {
  const { conversation: words, format } = useWords();
  const [isAskedFor, askFor] = useState(false);
  if (isAskedFor || text.length <= shown + 300) return <p className={styles.text}>{text}</p>;
  return (
    <>
      <p className={styles.text}>{text.slice(0, shown)}…</p>
      <button type="button" className={styles.more} onClick={() => askFor(true)}>
        {words.showAll(format.count(text.length))}
      </button>
    </>
  );
};
