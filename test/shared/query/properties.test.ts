import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fields } from '#shared/query/fields.ts';
import { printQuery } from '#shared/query/print-query.ts';
import { readQuery } from '#shared/query/read-query.ts';

const valueLike = fc.oneof(
  fc.constantFrom(
    '401',
    '4xx',
    '>=400',
    '1s..3s',
    '>10kb',
    '10m',
    '10:30',
    '2026-01-31T10:30Z',
    't17',
    'pinned',
    'red',
    'a=b',
  ),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 8 }).map((text) => `"${text}"`),
);
const termLike = fc.oneof(
  fc
    .tuple(fc.constantFrom(...fields.map((each) => each.name), 'stauts'), fc.array(valueLike, { maxLength: 3 }))
    .map(([name, values]) => `${name}:${values.join(',')}`),
  valueLike,
);
/** What people type, and what nobody would. */
const queryLike = fc.oneof(
  fc
    .array(
      fc.tuple(fc.constantFrom('', '-'), termLike).map(([sign, term]) => sign + term),
      { maxLength: 5 },
    )
    .map((terms) => terms.join(' ')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

const wantsOf = (text: string) => readQuery(text).query.terms.map(({ isNegated, wants }) => ({ isNegated, wants }));

test('any text is read, and every place is inside it', () => {
  fc.assert(
    fc.property(queryLike, (text) => {
      const { query, problems } = readQuery(text);
      for (const { from, to } of [...query.terms, ...problems]) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(text.length);
      }
      expect(query.terms.length + problems.length > 0 || text.trim() === '').toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('a query that is printed and read again is the same', () => {
  fc.assert(
    fc.property(queryLike, (text) => {
      const printed = printQuery(readQuery(text).query);
      expect(readQuery(printed).problems).toEqual([]);
      expect(wantsOf(printed)).toEqual(wantsOf(text));
    }),
    { numRuns: 1000 },
  );
});
