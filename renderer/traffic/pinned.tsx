import { Pin } from 'lucide-react';
import { classes } from '#renderer/kit/classes.ts';
import { shownAt, type ListItems } from '#renderer/store/listing/list-items.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { ListLine, type LineContext } from './list-line.tsx';
import { rowHeight } from './row-window.ts';
import { domIdOf } from './line-element.ts';
import styles from './list.module.css';

const headHeight = 24;
/** More than these are scrolled in a part of their own. */
const mostInSight = 6;

/** How much of the list is covered by rows that are pinned, in pixels. */
export const pinnedHeight = ({ pinned }: ListItems): number =>
  pinned.length === 0 ? 0 : headHeight + 1 + Math.min(pinned.length, mostInSight) * rowHeight;

/** Rows that a person has pinned: above all others, and in sight however far the list is scrolled. */
export const Pinned = ({ items, ...line }: LineContext & { readonly items: ListItems }) => {
  const { traffic: words, format } = useWords();
  const { pinned } = items;
  if (pinned.length === 0) return null;
  return (
    <div className={classes(styles.pinned, line.columns && styles.tabular)} role="group" aria-label={words.pinnedRows}>
      <div className={styles.pinnedHead} role="presentation">
        <Pin size={12} aria-hidden />
        {words.pinnedRows}
        <span className={styles.pinnedCount}>{format.count(pinned.length)}</span>
      </div>
      <div className={styles.pinnedRows} role="presentation">
        {pinned.map((_, place) => {
          const item = shownAt(items, place);
          return item && <ListLine key={domIdOf(item)} item={item} place={place} {...line} />;
        })}
      </div>
    </div>
  );
};
