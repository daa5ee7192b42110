import { ArrowDownLeft, ArrowUpRight, Repeat } from 'lucide-react';
import styles from './row.module.css';

/** Which way an exchange went; its word is in the name of the row. */
export const WayIcon = ({ way }: { readonly way: 'inbound' | 'outbound' | 'loopback' }) => {
  if (way === 'loopback') return <Repeat size={13} aria-hidden className={styles.loopback} />;
  return way === 'inbound' ? (
    <ArrowDownLeft size={14} aria-hidden className={styles.inbound} />
  ) : (
    <ArrowUpRight size={14} aria-hidden className={styles.outbound} />
  );
};
