import { ToneIcon } from '#renderer/kit/tone.tsx';
import { sayFault } from '#renderer/store/say-fault.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Fault } from '#shared/contract/fault.ts';
import styles from './shell.module.css';

/** The page cannot work at all: why, and what to do. */
export const Refusal = ({ fault }: { readonly fault: Fault }) => {
  const { message, next } = sayFault(fault, useWords());
  return (
    <main className={styles.refusal}>
      <ToneIcon tone="attention" size={24} />
      <h1>{message}</h1>
      <p>{next}</p>
    </main>
  );
};
