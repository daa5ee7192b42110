import { useMemo } from 'react';
import type { Mark } from '#shared/exchange/mark.ts';
import { useBench, useSession } from '../context.tsx';
import { itemsOf, type ListItems } from './list-items.ts';

/** Everything that the list shows, in order. */
export const useListItems = (): ListItems => {
  const found = useBench(({ view }) => view.listing.found);
  const pausedAt = useBench(({ view }) => view.listing.pausedAt);
  const folding = useBench(({ view }) => view.folding);
  const marks = useSession((session) => session.marks);
  const pinned = useMemo(() => marks.filter(({ isPinned }) => isPinned).map(({ exchangeId }) => exchangeId), [marks]);
  return useMemo(() => itemsOf(found, { pinned, pausedAt, folding }), [found, pinned, pausedAt, folding]);
};

/** What was put on each row. */
export const useMarks = (): ReadonlyMap<number, Mark> => {
  const marks = useSession((session) => session.marks);
  return useMemo(() => new Map(marks.map((each) => [each.exchangeId, each])), [marks]);
};
