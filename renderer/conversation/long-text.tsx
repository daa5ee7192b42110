import { useState } from 'react';
import styles from './content.module.css';

/** Longer than this is cut: a bubble should not bury the conversation. */
const shown = 1200;

export const LongText = ({ text }: { readonly text: string }) => {
  const [isWhole, setWhole] = useState(text.length <= shown + 300);
  if (isWhole) return <p className={styles.text}>{text}</p>;
  return (
    <>
      <p className={styles.text}>{text.slice(0, shown)}…</p>
      <button type="button" className={styles.more} onClick={() => setWhole(true)}>
        Show all {text.length.toLocaleString()} characters
      </button>
    </>
  );
};
