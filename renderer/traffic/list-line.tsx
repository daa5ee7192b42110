import { memo, useState } from 'react';
import type { ColumnId } from '#renderer/store/columns.ts';
import { useBench } from '#renderer/store/context.tsx';
import { lineOf } from '#renderer/store/listing/lines.ts';
import type { ListItem } from '#renderer/store/listing/list-items.ts';
import type { Mark } from '#shared/exchange/mark.ts';
import { GroupRow } from './group-row.tsx';
import { domIdOf } from './line-element.ts';
import { Row } from './row.tsx';
import { rowOfItem } from './use-lines.ts';

/** What all lines of the list share. */
export type LineContext = {
  /** How many lines there are. */
  readonly total: number;
  /** The line that the keyboard is on, by its id in the document. */
  readonly cursorId: string | null;
  /** The row whose exchange is shown. */
  readonly rowId: number | null;
  readonly isTree: boolean;
  /** Null where there is no room for columns. */
  readonly columns: readonly ColumnId[] | null;
  readonly marks: ReadonlyMap<number, Mark>;
  /** Rows that fly by are drawn when they come to rest. */
  readonly isFlying: boolean;
};

type ListLineProps = LineContext & {
  readonly item: ListItem;
  readonly place: number;
  /** Pixels from the top of the list; left out where it stands below the line before it. */
  readonly top?: number;
};

/** A row, or the line of a conversation. */
export const ListLine = memo(
  ({ item, place, top, total, cursorId, rowId, isTree, columns, marks, isFlying }: ListLineProps) => {
    const line = useBench(({ view }) => lineOf(view.listing.lines, rowOfItem(item)));
    const isChosen = useBench(({ view: { chosen } }) =>
      chosen.ids.size > 0 ? item.kind === 'row' && chosen.ids.has(item.id) : null,
    );
    const [isDrawn, setDrawn] = useState(!isFlying);
    if (!isFlying && !isDrawn) setDrawn(true);
    const shown = isDrawn ? line : null;
    const domId = domIdOf(item);
    const isCursor = cursorId === domId;
    if (item.kind === 'group') {
      const { group, count, isOpen, at, of } = item;
      return <GroupRow {...{ domId, place, top, group, count, isOpen, isCursor, at, of }} newest={shown} />;
    }
    return (
      <Row
        domId={domId}
        place={place}
        top={top}
        line={shown}
        mark={marks.get(item.id) ?? null}
        isSelected={isChosen ?? item.id === rowId}
        isCursor={isCursor}
        level={!isTree ? null : item.group === null ? 1 : 2}
        at={isTree ? item.at : place}
        of={isTree ? item.of : total}
        columns={columns}
      />
    );
  },
  (one, other) =>
    isSameItem(one.item, other.item) &&
    one.place === other.place &&
    one.top === other.top &&
    one.total === other.total &&
    one.cursorId === other.cursorId &&
    one.rowId === other.rowId &&
    one.isTree === other.isTree &&
    one.columns === other.columns &&
    one.marks === other.marks &&
    one.isFlying === other.isFlying,
);
ListLine.displayName = 'ListLine';

const isSameItem = (one: ListItem, other: ListItem): boolean => {
  if (one.at !== other.at || one.of !== other.of) return false;
  if (one.kind === 'row') return other.kind === 'row' && one.id === other.id && one.group === other.group;
  return (
    other.kind === 'group' && one.group === other.group && one.count === other.count && one.isOpen === other.isOpen
  );
};
