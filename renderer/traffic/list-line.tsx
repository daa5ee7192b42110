import type { ColumnId } from '#renderer/store/columns.ts';
import { useBench } from '#renderer/store/context.tsx';
import { lineOf } from '#renderer/store/listing/lines.ts';
import type { ListItem, ListItems } from '#renderer/store/listing/list-items.ts';
import type { Mark } from '#shared/exchange/mark.ts';
import { GroupRow } from './group-row.tsx';
import { Row } from './row.tsx';
import { domIdOf } from './line-element.ts';
import { rowOfItem } from './use-lines.ts';

/** What all lines of the list share. */
export type LineContext = {
  readonly items: ListItems;
  readonly cursor: ListItem | null;
  /** The row whose exchange is shown. */
  readonly rowId: number | null;
  readonly isTree: boolean;
  /** Null where there is no room for columns. */
  readonly columns: readonly ColumnId[] | null;
  readonly marks: ReadonlyMap<number, Mark>;
};

type ListLineProps = LineContext & { readonly item: ListItem; readonly place: number };

/** A row, or the line of a conversation. */
export const ListLine = ({ item, place, items, cursor, rowId, isTree, columns, marks }: ListLineProps) => {
  const line = useBench(({ view }) => lineOf(view.listing.lines, rowOfItem(item)));
  const chosen = useBench(({ view }) => view.chosen.ids);
  const domId = domIdOf(item);
  const isCursor = cursor !== null && domIdOf(cursor) === domId;
  if (item.kind === 'group') {
    const { group, count, isOpen } = item;
    return <GroupRow {...{ domId, place, group, count, isOpen, isCursor }} at={item.at} of={item.of} newest={line} />;
  }
  return (
    <Row
      domId={domId}
      place={place}
      line={line}
      mark={marks.get(item.id) ?? null}
      isSelected={chosen.size > 0 ? chosen.has(item.id) : item.id === rowId}
      isCursor={isCursor}
      level={!isTree ? null : item.group === null ? 1 : 2}
      at={isTree ? item.at : place}
      of={isTree ? item.of : items.pinned.length + items.count}
      columns={columns}
    />
  );
};
