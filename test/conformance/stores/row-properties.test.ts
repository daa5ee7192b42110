import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fields } from '#shared/query/fields.ts';
import { wellFormed } from '#shared/text/well-formed.ts';
import { everyEngine } from './every-engine.ts';
import { recordOf } from './records.ts';
import { rowsFor } from './row-cases.ts';
import { untilIndexed } from './until-indexed.ts';

const letters = fc.constantFrom(
  'a',
  'B',
  'card',
  'Lost',
  ' ',
  '-',
  '"',
  '/',
  'é',
  'Ж',
  '\u{1f600}',
  '\0',
  '\ud800',
  '_',
  '7',
  'İ',
  'ß',
  "'",
);
const text = fc.string({ unit: letters, maxLength: 8 });

const anyRecord = fc.record({
  request: fc.oneof(
    text,
    fc.uint8Array({ maxLength: 8 }).map((bytes) => Buffer.from(bytes)),
  ),
  response: fc.option(text, { nil: null }),
  target: text.map((path) => `/${path}`),
  headers: fc.array(fc.tuple(fc.constantFrom('X-A', 'x-b', 'Authorization'), text), { maxLength: 2 }),
  outcome: fc.oneof(
    fc.constantFrom(200, 401, 404, 500).map((status) => ({ state: 'answered' as const, status })),
    fc.constant({ state: 'pending' as const }),
  ),
  summary: fc.record({
    direction: fc.constantFrom('inbound' as const, 'outbound' as const),
    channelId: fc.constantFrom('kore-demo', 'layer', null),
    conversationId: fc.option(
      text.map((user) => `kore-demo/${encodeURIComponent(wellFormed(user))}`),
      { nil: null },
    ),
    duration: fc.option(fc.constantFrom(0, 12.25, 500, 1000), { nil: null }),
    openedAt: fc.integer({ min: 1_763_640_000_000, max: 1_763_640_060_000 }),
    remote: fc.constantFrom('', '127.0.0.1:5'),
    rule: text,
    verdict: fc.constantFrom('trusted' as const, 'refused' as const, 'unchecked' as const),
    requestBytes: fc.nat(3000),
  }),
});

const quoted = text.map((each) => `"${each.replaceAll(/["\\]/g, String.raw`\$&`)}x"`);
const valuesOf: Readonly<Record<string, readonly string[]>> = {
  number: ['401', '>=400', '<500', '12..40', '3', '>12'],
  moment: ['10s', '58s', '2025-11-20T12:00:30Z'],
  text: ['card', 'a', '/', 'k', '"é"', '"Ж"', 'kore'],
  header: ['x-a', 'X-B=card', 'authorization=a', 'x-a="Ж"'],
};
const anyTerm = fc.oneof(
  fc.constantFrom(...fields).chain((field) => {
    const values = field.kind === 'choice' ? field.choices : (valuesOf[field.kind] ?? []);
    const isNamed = field.name === 'platform' || field.name === 'channel';
    const any = fc.array(fc.constantFrom(...values.filter((each) => !isNamed || each === 'kore')), {
      minLength: 1,
      maxLength: 2,
    });
    return any.map((chosen) => `${field.name}:${chosen.join(',')}`);
  }),
  fc.constantFrom('card', 'lost', 'a', 'b7', 'é', '"card lost"', '"a-"'),
  quoted,
  quoted.map((each) => `body:${each}`),
  quoted.map((each) => `path:${each}`),
);
const anyQuery = fc
  .array(
    fc.tuple(fc.constantFrom('', '', '-'), anyTerm).map(([sign, term]) => sign + term),
    { minLength: 1, maxLength: 3 },
  )
  .map((terms) => terms.filter((term) => !/^(-?)duration:\d+$/.test(term)).join(' '));

everyEngine('The index and a look at each row', (open, engine) => {
  test('agree about any query on any exchanges', async () => {
    const { store, folder } = await open();
    const records = fc.sample(anyRecord, { numRuns: 150, seed: 7 });
    for (const [index, given] of records.entries()) {
      // Some are twins of the one before.
      const before = records[index - 1]?.summary;
      const isTwin = index % 3 === 2 && given.summary.direction === 'inbound' && before?.direction === 'outbound';
      await store.keep(
        recordOf(index + 1, isTwin ? { ...given, summary: { ...given.summary, twinId: index } } : given),
      );
    }
    await untilIndexed(folder, engine, records.length);
    let found = 0;
    fc.assert(
      fc.property(anyQuery, fc.constantFrom('words' as const, 'substring' as const), (query, search) => {
        // It asks the index for them, and then each row by itself.
        found += rowsFor(store, query, search, 10_000).length;
      }),
      { numRuns: 150 },
    );
    expect(found).toBeGreaterThan(500);
  });
});
