import { ToneIcon } from '#renderer/kit/tone.tsx';
import type { Fault } from '#shared/contract/fault.ts';
import styles from './shell.module.css';

/** The page cannot work at all: why, and what to do. */
export const Refusal = ({ fault }: { readonly fault: Fault }) => (
  <main className={styles.refusal}>
    <ToneIcon tone="attention" size={24} />
    <h1>{fault.message}</h1>
    <p>{fault.next}</p>
  </main>
);
