import { useEffect, useMemo, useRef, useState } from 'react';
import type { Mark } from '#shared/exchange/mark.ts';
import { useBench, useSession } from '../context.tsx';
import { itemsOf, type ListItems } from './list-items.ts';

/** Milliseconds between two pictures of a list with conversations: putting thousands of them in place takes its time. */
const patience = 200;

/** A value that changes at most so often. */
const useCalm = <Value>(value: Value): Value => {
  const [shown, setShown] = useState(value);
  const latest = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => {
    latest.current = value;
    timer.current ??= setTimeout(() => {
      timer.current = null;
      setShown(latest.current);
    }, patience);
  }, [value]);
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  return shown;
};

/** Everything that the list shows, in order. */
export const useListItems = (): ListItems => {
  const latest = useBench(({ view }) => view.listing.found);
  const calm = useCalm(latest);
  const found = latest.groups && calm.groups ? calm : latest;
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
