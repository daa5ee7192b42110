import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ignored, nothingIgnored, type IgnoreRules } from '#shared/compare/ignored.ts';
import { diffJson, type JsonDiff } from '#shared/compare/json-diff.ts';
import { nodeAtPointer, sourceOf } from '#shared/text/json-outline.ts';
import { scanJson } from '#shared/text/json-scan.ts';

const diff = (before: string, after: string, rules: Partial<IgnoreRules> = {}): JsonDiff =>
  diffJson(scanJson(before), scanJson(after), ignored({ ...nothingIgnored, ...rules }));
const told = (before: unknown, after: unknown, rules?: Partial<IgnoreRules>): readonly string[] =>
  diff(
    typeof before === 'string' ? before : JSON.stringify(before),
    typeof after === 'string' ? after : JSON.stringify(after),
    rules,
  ).changes.map(
    ({ kind, pointer, fromPointer, from, to }) =>
      `${kind} ${fromPointer === undefined ? '' : `${fromPointer} → `}${pointer}: ${from ?? '–'} → ${to ?? '–'}`,
  );

describe('objects', () => {
  test('are compared by names, and the order of members does not count', () => {
    expect(told({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 4, c: 2 }, e: 5 })).toEqual([
      'removed /a: 1 → –',
      'changed /b/d: 3 → 4',
      'added /e: – → 5',
    ]);
    expect(told('{"a":1,"b":2}', '{ "b" : 2 , "a" : 1 }')).toEqual([]);
  });

  test('keep their odd names and every repeated one', () => {
    expect(told('{"__proto__":{"x":1}}', '{"__proto__":{"x":2},"constructor":0}')).toEqual([
      'changed /__proto__/x: 1 → 2',
      'added /constructor: – → 0',
    ]);
    expect(told('{"a":1,"a":2}', '{"a":1,"a":3}')).toEqual(['changed /a: 2 → 3']);
  });

  test('that are of another kind have changed as a whole', () => {
    expect(told({ a: {} }, { a: [] })).toEqual(['changed /a: {} → []']);
    expect(told('1', '[]')).toEqual(['changed : 1 → []']);
  });
});

test('numbers are compared by their digits, strings by what they mean', () => {
  expect(told('[12345678901234567890,1.0]', '[12345678901234567891,1]')).toEqual([
    'changed /0: 12345678901234567890 → 12345678901234567891',
    'changed /1: 1.0 → 1',
  ]);
  expect(told('"\\u0041"', '"A"')).toEqual([]);
});

describe('items of a list', () => {
  test('are found again by their id, wherever they went', () => {
    const [a, b, c] = [
      { id: 1, t: 'a' },
      { id: 2, t: 'b' },
      { id: 3, t: 'c' },
    ];
    expect(told([a, b, c], [c, a, { ...b, t: 'B' }])).toEqual([
      'moved /2 → /0: {"id":3,"t":"c"} → {"id":3,"t":"c"}',
      'changed /2/t: "b" → "B"',
    ]);
    expect(told([a, b], [b, { ...a, t: 'A' }])).toEqual([
      'moved /0 → /1: {"id":1,"t":"a"} → {"id":1,"t":"A"}',
      'changed /1/t: "a" → "A"',
    ]);
  });

  test('without an id are found by their value, else by their place', () => {
    expect(told(['a', 'b', 'c'], ['b', 'c', 'd'])).toEqual(['removed /0: "a" → –', 'added /2: – → "d"']);
    expect(told([{ t: 1 }, { t: 2 }], [{ t: 1 }, { t: 3 }, { t: 2 }])).toEqual(['added /1: – → {"t":3}']);
    expect(told([{ t: 1, u: 1 }], [{ t: 2, u: 1 }])).toEqual(['changed /0/t: 1 → 2']);
  });

  test('that are many and all elsewhere are found all the same, in time', () => {
    const items = Array.from({ length: 5000 }, (_, id) => ({ id, v: id }));
    const shuffled = items.toSorted((one, other) => ((one.id * 7919) % 5003) - ((other.id * 7919) % 5003));
    const { changes } = diff(JSON.stringify(items), JSON.stringify(shuffled));
    expect(changes.every(({ kind }) => kind === 'moved')).toBe(true);
    expect(changes.length).toBeGreaterThan(4000);
    expect(changes.length).toBeLessThan(5000);
  });
});

test('what went from one object to another has moved', () => {
  const card = { title: 'Card lost', payload: 'card.lost' };
  expect(told({ a: { card }, b: {} }, { a: {}, b: { item: card } })).toEqual([
    `moved /a/card → /b/item: ${JSON.stringify(card)} → ${JSON.stringify(card)}`,
  ]);
  expect(told({ a: { n: 1 }, b: {} }, { a: {}, b: { n: 1 } })).toEqual(['removed /a/n: 1 → –', 'added /b/n: – → 1']);
});

test('JSON inside strings is compared as JSON, where both are', () => {
  const message = (payload: object, more: object = {}) => ({
    data: JSON.stringify({ deep: JSON.stringify(payload), ...more }),
  });
  const { changes } = diff(
    JSON.stringify(message({ title: 'a', n: 1 })),
    JSON.stringify(message({ n: 1, title: 'b' }, { x: 0 })),
  );
  expect(changes.map(({ kind, inside, pointer, from, to }) => [kind, inside, pointer, from, to])).toEqual([
    ['changed', ['/data', '/deep'], '/title', '"a"', '"b"'],
    ['added', ['/data'], '/x', undefined, '0'],
  ]);
  expect(told({ data: '{"a":1}' }, { data: '{"a":2}' }, { pointers: ['/a'] })).toEqual([]);
  expect(told({ data: '{"a":1}' }, { data: '{ "a":1}' })).toEqual([
    String.raw`changed /data: "{\"a\":1}" → "{ \"a\":1}"`,
  ]);
  expect(told({ data: '{"a":1}' }, { data: 'hi' })).toEqual([String.raw`changed /data: "{\"a\":1}" → "hi"`]);
});

describe('what is ignored', () => {
  const before = {
    id: '0f8fad5b-d9cb-469f-a165-70867728950e',
    at: '2026-01-31T12:00:00Z',
    s: 1769860800,
    list: [{ ts: 1, v: 1 }],
  };
  const after = {
    id: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
    at: '2026-02-01T08:15:30.123+09:00',
    s: 1769947200,
    list: [{ ts: 2, v: 2 }],
  };

  test('is not told, and the rest is', () => {
    expect(told(before, after, { ids: true })).toHaveLength(4);
    expect(told(before, after, { ids: true, times: true })).toEqual([
      'changed /list/0/ts: 1 → 2',
      'changed /list/0/v: 1 → 2',
    ]);
    expect(told(before, after, { ids: true, times: true, pointers: ['/list/*/ts'] })).toEqual([
      'changed /list/0/v: 1 → 2',
    ]);
    expect(told(before, after, { pointers: ['/**/ts', '/id', '/at', '/s', '/list/0/v'] })).toEqual([]);
  });

  test('does not keep items from being found again', () => {
    const items = (ids: readonly string[]) =>
      ids.map((id, index) => ({ id, text: ['hello there', 'good bye'][index] }));
    expect(told(items([before.id, after.id]), items([after.id, before.id]), { ids: true })).toEqual([]);
  });
});

test('texts that are broken are compared as far as they can be read, and texts that are hostile in time', () => {
  expect(told('{"a":1,"b":', '{"a":2')).toEqual(['removed /b:  → –', 'changed /a: 1 → 2']);
  expect(told('1 2', '1 3')).toEqual(['changed /1: 2 → 3']);
  expect(told('', '1')).toEqual(['added : – → 1']);
  const deep = (inner: string): string => `${'{"a":['.repeat(5000)}${inner}${']}'.repeat(5000)}`;
  expect(diff(deep('1'), deep('2')).changes.map(({ from, to }) => [from, to])).toEqual([['1', '2']]);
  const many = diff(
    JSON.stringify({}),
    JSON.stringify(Object.fromEntries(Array.from({ length: 9000 }, (_, id) => [id, id]))),
  );
  expect([many.changes.length, many.isCut]).toEqual([5000, true]);
});

const value = fc.jsonValue({ maxDepth: 4, noUnicodeString: false });
const isEqual = (one: unknown, other: unknown): boolean => {
  try {
    expect(one).toEqual(other);
    return true;
  } catch {
    return false;
  }
};

test('nothing is told of equal values, and something of others, each where it stands', () => {
  fc.assert(
    fc.property(value, value, (one, other) => {
      const [before, after] = [scanJson(JSON.stringify(one)), scanJson(JSON.stringify(other, null, 2))];
      const { changes } = diffJson(before, after, ignored(nothingIgnored));
      expect(changes.length === 0).toBe(isEqual(JSON.parse(before.source), JSON.parse(after.source)));
      for (const { kind, pointer, fromPointer, from, to } of changes) {
        const at = (scanned: typeof before, place: string) => {
          const found = nodeAtPointer(scanned, place);
          return found?.isThere ? sourceOf(scanned, found.node) : undefined;
        };
        if (to !== undefined) expect(at(after, pointer)).toBe(to);
        if (kind === 'removed') expect(at(before, pointer)).toBe(from);
        if (fromPointer !== undefined) expect(at(before, fromPointer)).toBe(from);
      }
    }),
  );
});

test('one leaf that changes is one change', () => {
  const object = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.integer(),
      fc.dictionary(fc.string({ maxLength: 3 }), tie('value'), { minKeys: 1, noNullPrototype: true }),
    ),
  })).value;
  fc.assert(
    fc.property(object, fc.nat(), (before, pick) => {
      const scanned = scanJson(JSON.stringify(before));
      const leaves = scanned.nodes.filter(({ children, kind }) => children === 0 && kind === 'number');
      const leaf = leaves[pick % Math.max(1, leaves.length)];
      if (!leaf) return;
      const after = `${scanned.source.slice(0, leaf.from)}"new"${scanned.source.slice(leaf.to)}`;
      const { changes } = diffJson(scanned, scanJson(after), ignored(nothingIgnored));
      expect(changes.map(({ kind, to }) => [kind, to])).toEqual([['changed', '"new"']]);
    }),
  );
});
