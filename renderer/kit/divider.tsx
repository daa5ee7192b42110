import { Separator } from 'react-resizable-panels';
import styles from './divider.module.css';

/** The line between two panels: dragged, or moved with the arrow keys. `label` says what is resized. */
export const Divider = ({ label }: { readonly label: string }) => (
  <Separator className={styles.divider} aria-label={label} />
);
