import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nothingFound, withFound } from '#renderer/store/listing/found.ts';
import {
  allOpen,
  indexOfGroup,
  indexOfRow,
  itemAt,
  itemsOf,
  placeOfShown,
  rowsFromTo,
  shownAt,
  withFold,
  type ListItems,
} from '#renderer/store/listing/list-items.ts';

const entry = (id: number, conversationId: string | null = null) => ({ id, conversationId, verdict: null });
const foundOf = (ids: readonly number[], isGrouped = false) =>
  withFound(
    nothingFound(isGrouped),
    ids.map((id) => entry(id, isGrouped ? `c/${String(id % 3)}` : null)),
  );
const live = { pinned: [], pausedAt: null, folding: allOpen };

/** Each item as a short text. */
const drawn = (items: ListItems): readonly string[] =>
  Array.from({ length: items.count }, (_, index) => {
    const item = itemAt(items, index);
    if (!item) return 'nothing';
    return item.kind === 'row'
      ? String(item.id)
      : `${item.group.key} (${String(item.count)})${item.isOpen ? '' : ' …'}`;
  });

test('a pinned row is shown above the others and not among them', () => {
  const items = itemsOf(foundOf([1, 2, 3, 4, 5]), { ...live, pinned: [2, 4, 99] });
  expect([items.pinned, drawn(items)]).toEqual([
    [4, 2],
    ['5', '3', '1'],
  ]);
  expect([indexOfRow(items, 3), indexOfRow(items, 4), placeOfShown(items, 4), placeOfShown(items, 3)]).toEqual([
    1, -1, 0, 3,
  ]);
});

test('what comes during a pause is not shown, in no group either', () => {
  expect(drawn(itemsOf(foundOf([1, 2, 3, 4, 5]), { ...live, pausedAt: 3 }))).toEqual(['3', '2', '1']);
  expect(drawn(itemsOf(foundOf([1, 2, 3, 4, 5, 6], true), { ...live, pausedAt: 2 }))).toEqual([
    'c/2 (1)',
    '2',
    'c/1 (1)',
    '1',
  ]);
});

test('conversations have a line each with their rows below it, and a folded one has only its line', () => {
  const found = foundOf([1, 2, 3, 4, 5], true);
  const folding = withFold(allOpen, 'c/1', true);
  const items = itemsOf(found, { ...live, folding, pinned: [2] });
  expect(drawn(items)).toEqual(['c/2 (1)', '5', 'c/1 (2) …', 'c/0 (1)', '3']);
  expect([indexOfRow(items, 5), indexOfRow(items, 4), indexOfRow(items, 3), indexOfGroup(items, 'c/0')]).toEqual([
    1, 2, 4, 3,
  ]);
  expect(withFold(folding, 'c/1', false)).toEqual(allOpen);
  const allFolded = { isAll: true, except: new Set<string>() };
  expect(drawn(itemsOf(found, { ...live, folding: withFold(allFolded, 'c/0', false) }))).toEqual([
    'c/2 (2) …',
    'c/1 (2) …',
    'c/0 (1)',
    '3',
  ]);
});

test('every item is where it says that it is', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 80 }), { minLength: 1, size: 'max', maxLength: 60 });
  const pinned = fc.uniqueArray(fc.integer({ min: 1, max: 80 }), { maxLength: 8 });
  const paused = fc.option(fc.integer({ min: 1, max: 80 }));
  fc.assert(
    fc.property(ids, pinned, paused, fc.boolean(), fc.boolean(), (all, pins, pausedAt, isGrouped, isAll) => {
      const folding = withFold({ isAll, except: new Set() }, 'c/1', !isAll);
      const items = itemsOf(foundOf(all, isGrouped), { pinned: pins, pausedAt, folding });
      const listed: number[] = [];
      for (let place = 0; place < items.count + items.pinned.length; place += 1) {
        const item = shownAt(items, place);
        if (item?.kind === 'row') {
          listed.push(item.id);
          expect(placeOfShown(items, item.id)).toBe(place);
        }
      }
      const isShown = (id: number) =>
        id <= (pausedAt ?? Infinity) && (!isGrouped || pins.includes(id) || isAll === (id % 3 === 1));
      expect(listed.toSorted((one, other) => one - other)).toEqual(
        all.filter(isShown).toSorted((one, other) => one - other),
      );
    }),
  );
});

test('from one row to another all are taken that are shown between them', () => {
  const items = itemsOf(foundOf([1, 2, 3, 4, 5, 6], true), {
    ...live,
    pinned: [4],
    folding: withFold(allOpen, 'c/2', true),
  });
  expect(drawn(items)).toEqual(['c/0 (2)', '6', '3', 'c/2 (2) …', 'c/1 (1)', '1']);
  expect(rowsFromTo(items, 1, 4)).toEqual([4, 6, 3, 1]);
  expect(rowsFromTo(items, 99, 3)).toEqual([3]);
});
