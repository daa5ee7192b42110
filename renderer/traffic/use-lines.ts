import { useEffect } from 'react';
import { useActions, useBench } from '#renderer/store/context.tsx';
import { lineOf } from '#renderer/store/listing/lines.ts';
import { itemAt, type ListItem, type ListItems } from '#renderer/store/listing/list-items.ts';
import { idAt } from '#renderer/store/listing/row-ids.ts';
import type { RowWindow } from './row-window.ts';

/** The row whose line an item shows: of a conversation, that of its newest. */
export const rowOfItem = (item: ListItem): number => (item.kind === 'row' ? item.id : (idAt(item.group.ids, 0) ?? 0));

/** Asks for the lines in sight that are not known. */
export const useLines = (items: ListItems, { from, to, isFlying }: RowWindow): void => {
  const actions = useActions();
  const lines = useBench(({ view }) => view.listing.lines);
  const isConnected = useBench(({ link }) => link.state === 'connected');
  useEffect(() => {
    if (isFlying || !isConnected) return;
    const inSight = Array.from({ length: Math.max(0, to - from) }, (_, offset) => itemAt(items, from + offset));
    const ids = [...items.pinned, ...inSight.flatMap((item) => (item ? [rowOfItem(item)] : []))];
    const unknown = ids.filter((id) => lineOf(lines, id) === null);
    if (unknown.length > 0) void actions.readLines(unknown);
  }, [actions, items, lines, isConnected, from, to, isFlying]);
};
