import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countNewer,
  hasRow,
  idAt,
  noRows,
  placeOfRow,
  rowCount,
  rowsBetween,
  withoutRows,
  withoutUpTo,
  withRows,
  type RowIds,
} from '#renderer/store/listing/row-ids.ts';

const all = (rows: RowIds): readonly number[] => rowsBetween(rows, 0, Infinity);
const newestFirst = (ids: Iterable<number>): readonly number[] => [...ids].toSorted((one, other) => other - one);

const anyId = fc.integer({ min: 1, max: 4000 });
const anyChange = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), ids: fc.array(anyId, { maxLength: 60 }) }),
  // Enough at once to settle what is recent.
  fc.record({ kind: fc.constant('page' as const), from: anyId, count: fc.integer({ min: 1, max: 1500 }) }),
  fc.record({ kind: fc.constant('remove' as const), ids: fc.array(anyId, { maxLength: 20 }) }),
  fc.record({ kind: fc.constant('cut' as const), upTo: anyId }),
);

test('whatever is added and removed, the rows are those of a set, the newest first', () => {
  fc.assert(
    fc.property(fc.array(anyChange, { maxLength: 12 }), (changes) => {
      let rows = noRows;
      const set = new Set<number>();
      for (const change of changes) {
        const before = all(rows);
        const was = rows;
        if (change.kind === 'add' || change.kind === 'page') {
          const ids =
            change.kind === 'add'
              ? change.ids
              : Array.from({ length: change.count }, (_, index) => change.from + index);
          rows = withRows(rows, ids);
          for (const id of ids) set.add(id);
        } else if (change.kind === 'remove') {
          rows = withoutRows(rows, change.ids);
          for (const id of change.ids) set.delete(id);
        } else {
          rows = withoutUpTo(rows, change.upTo);
          for (const id of set) if (id <= change.upTo) set.delete(id);
        }
        expect(all(was)).toEqual(before);
        expect(all(rows)).toEqual(newestFirst(set));
      }
    }),
  );
});

test('an id is found at its place, and what is not there is nowhere', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyId, { maxLength: 1500 }), anyId, (ids, other) => {
      const rows = withRows(withRows(noRows, ids.slice(0, 1200)), ids.slice(1200));
      expect(rowCount(rows)).toBe(ids.length);
      for (const [place, id] of newestFirst(ids).slice(0, 5).entries()) {
        expect([placeOfRow(rows, id), idAt(rows, place)]).toEqual([place, id]);
      }
      expect(hasRow(rows, other)).toBe(ids.includes(other));
      expect(countNewer(rows, other)).toBe(ids.filter((id) => id > other).length);
      expect([idAt(rows, ids.length), idAt(rows, -1)]).toEqual([undefined, undefined]);
    }),
  );
});

test('one more row among a hundred thousand copies none of the settled ones', () => {
  const rows = withRows(
    noRows,
    Array.from({ length: 100_000 }, (_, index) => index + 1),
  );
  const more = withRows(rows, [100_001]);
  expect(more.old).toBe(rows.old);
  expect(withoutRows(more, [100_001]).old).toBe(rows.old);
  expect(withoutUpTo(more, 500).old.buffer).toBe(rows.old.buffer);
});
