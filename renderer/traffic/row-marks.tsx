import { Pin, StickyNote, Zap } from 'lucide-react';
import { classes } from '#renderer/kit/classes.ts';
import type { SpokenRow } from '#renderer/store/listing/spoken-row.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './row-marks.module.css';

/** What a person has put on a row, and whether a defect acted: small signs. What they mean is in its name and its tooltip. */
export const RowMarks = ({ row: { mark, defects } }: { readonly row: SpokenRow }) => {
  const { traffic: words } = useWords();
  return (
    <>
      {mark?.colour && (
        <span aria-hidden className={classes(styles.colour, styles[mark.colour])}>
          {words.colours[mark.colour].charAt(0)}
        </span>
      )}
      {mark && mark.note !== '' && <StickyNote size={13} aria-hidden className={styles.note} />}
      {mark?.isPinned && <Pin size={13} aria-hidden className={styles.pin} />}
      {defects !== '' && <Zap size={13} aria-hidden className={styles.defect} />}
    </>
  );
};
