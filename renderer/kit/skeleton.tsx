import styles from './skeleton.module.css';

const widths = ['72%', '54%', '81%', '63%', '46%', '77%'];

/** Stands where lines will be; it shows only when they are late, so that what is quick does not flicker. */
export const Skeleton = ({ lines, label }: { readonly lines: number; readonly label: string }) => (
  <div className={styles.skeleton} role="status" aria-label={label}>
    {Array.from({ length: lines }, (_, line) => (
      <div key={line} className={styles.line} style={{ width: widths[line % widths.length] }} />
    ))}
  </div>
);
