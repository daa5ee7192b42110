import { classes } from './classes.ts';
import styles from './progress-bar.module.css';

type ProgressBarProps = {
  readonly label: string;
  /** `total` is null where nobody knows how much there is; all of it null where nobody knows anything. */
  readonly progress: { readonly done: number; readonly total: number | null } | null;
  readonly className?: string | undefined;
};

/** How far something has come; stripes where that is not known. */
export const ProgressBar = ({ label, progress, className }: ProgressBarProps) => {
  const isCounted = progress !== null && progress.total !== null;
  return (
    <progress
      className={classes(styles.progress, className)}
      aria-label={label}
      {...(isCounted ? { value: progress.done, max: progress.total ?? 0 } : {})}
    />
  );
};
