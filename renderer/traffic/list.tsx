import { useMemo, useState, useSyncExternalStore } from 'react';
import { ContextActions } from '#renderer/kit/actions-menu.tsx';
import { classes } from '#renderer/kit/classes.ts';
import { gridOf, type ColumnId, type Columns } from '#renderer/store/columns.ts';
import { useExchangeMenu } from '#renderer/store/commands/exchange-menu.ts';
import { useBench } from '#renderer/store/context.tsx';
import { shownAt, type ListItems } from '#renderer/store/listing/list-items.ts';
import { useMarks } from '#renderer/store/listing/rows-shown.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { ColumnHead } from './column-head.tsx';
import { JumpToNewest } from './jump-to-newest.tsx';
import { domIdOf } from './line-element.ts';
import { ListLine } from './list-line.tsx';
import { Pinned, pinnedHeight } from './pinned.tsx';
import { rowHeight, watchRows } from './row-window.ts';
import { useAnchor } from './use-anchor.ts';
import { useCursor } from './use-cursor.ts';
import { useLines } from './use-lines.ts';
import { usePointer } from './use-pointer.ts';
import styles from './list.module.css';

type ListProps = { readonly items: ListItems; readonly isTabular: boolean };

/** The rows of the traffic, as many as there are: only those in sight are drawn. A list box, or a tree where they stand under conversations. */
export const List = ({ items: latest, isTabular }: ListProps) => {
  const { traffic: words } = useWords();
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const columns = useBench(({ view }) => view.remembered.columns);
  const rows = useMemo(() => watchRows(scroller), [scroller]);
  const shown = useSyncExternalStore(rows.subscribe, rows.current);
  const items = useHeld(latest, shown.isMoving && !shown.isAtTop);
  useAnchor(scroller, items, rows);
  const bringIntoSight = (place: number): void => {
    if (!scroller) return;
    const top = (place - items.pinned.length) * rowHeight;
    const height = scroller.clientHeight - pinnedHeight(items);
    if (top < 0) scroller.querySelector(`[data-place="${String(place)}"]`)?.scrollIntoView({ block: 'nearest' });
    else if (top < scroller.scrollTop) scroller.scrollTo({ top });
    else if (top + rowHeight > scroller.scrollTop + height) scroller.scrollTo({ top: top + rowHeight - height });
  };
  const { cursor, rowId, onKeyDown, goTo, place: cursorPlace } = useCursor(items, bringIntoSight);
  const pointer = usePointer(items, { cursor, rowId, goTo });
  const menu = useExchangeMenu();
  useLines(items, shown);

  const last = Math.min(items.count, shown.to);
  const isTree = items.sections[0]?.group !== null && items.sections.length > 0;
  const index = cursorPlace - items.pinned.length;
  const isDrawn = cursorPlace >= 0 && (index < 0 || (index >= shown.from && index < last));
  const marks = useMarks();
  const line = {
    total: items.pinned.length + items.count,
    cursorId: cursor && domIdOf(cursor),
    rowId,
    isTree,
    marks,
    columns: useColumnIds(isTabular ? columns : null),
    isFlying: shown.isFlying,
  };
  return (
    <div className={styles.frame}>
      {isTabular && <ColumnHead scrolled={shown.left} />}
      <div className={styles.body}>
        <ContextActions label={words.actions} entries={menu}>
          <div
            ref={setScroller}
            id="traffic-list"
            className={styles.list}
            role={isTree ? 'tree' : 'listbox'}
            tabIndex={0}
            aria-label={isTree ? words.conversations : words.list}
            aria-multiselectable
            aria-activedescendant={isDrawn ? (line.cursorId ?? undefined) : undefined}
            style={isTabular ? { ['--columns' as string]: gridOf(columns) } : undefined}
            onKeyDown={onKeyDown}
            {...pointer}
          >
            <Pinned items={items} {...line} />
            <div
              className={classes(styles.track, isTabular && styles.tabular)}
              style={{ height: items.count * rowHeight }}
              role="presentation"
            >
              {Array.from({ length: Math.max(0, last - shown.from) }, (_, offset) => {
                const top = (shown.from + offset) * rowHeight;
                const place = items.pinned.length + shown.from + offset;
                const item = shownAt(items, place);
                return item && <ListLine key={domIdOf(item)} item={item} place={place} top={top} {...line} />;
              })}
            </div>
          </div>
        </ContextActions>
        <JumpToNewest isAtTop={shown.isAtTop} below={pinnedHeight(items)} jump={() => scroller?.scrollTo({ top: 0 })} />
      </div>
    </div>
  );
};

/** While a person scrolls, the list holds still: setting its place in the middle of a movement would end that. */
const useHeld = (latest: ListItems, shouldHold: boolean): ListItems => {
  const [held, setHeld] = useState(latest);
  if (held !== latest && !shouldHold) setHeld(latest);
  return shouldHold ? held : latest;
};

/** The same list as long as the same columns are shown: their widths are no matter of the rows. */
const useColumnIds = (columns: Columns | null): readonly ColumnId[] | null => {
  const key = columns?.map(({ id }) => id).join() ?? null;
  return useMemo(() => (key === null ? null : (key.split(',') as ColumnId[])), [key]);
};
