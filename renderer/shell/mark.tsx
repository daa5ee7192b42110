import styles from './top-bar.module.css';

/** The product's mark: two ends, and what is between them. */
export const Mark = () => (
  <svg className={styles.mark} viewBox="0 0 20 20" width="20" height="20" aria-hidden>
    <rect width="20" height="20" rx="5" fill="currentColor" />
    <path d="M6 5v10M14 5v10M6 10h8" stroke="var(--on-brand)" strokeWidth="2" strokeLinecap="round" />
    <circle cx="10" cy="10" r="2.5" fill="var(--on-brand)" />
  </svg>
);
