import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSummary, summaryText } from '#main/io/store-pack.ts';
import { recordOf } from '#test/conformance/stores/records.ts';

const { summary } = recordOf(7).exchange;
const id = fc.integer({ min: 1 });

test('what an exchange belongs to, what it repeats and what acted on it are read as they were written', () => {
  const change = fc.record({
    direction: fc.constantFrom('inbound', 'outbound'),
    twinId: fc.option(id),
    traceId: fc.oneof(id, fc.constantFrom(7, 8)),
    replayOf: fc.option(id),
    defect: fc.constantFrom('', 'late, twice'),
    rule: fc.oneof(fc.constant(''), fc.string()),
  });
  fc.assert(
    fc.property(change, (changed) => {
      const written = { ...summary, ...changed };
      expect(readSummary(7, summaryText(written))).toEqual(written);
    }),
  );
});

test('a row of before there were traces begins its own, or belongs to what was sent where it came back to us', () => {
  const old = (direction: string, twinId: number | null): string =>
    JSON.stringify([1, direction, null, null, null, 'POST', '', '/', '', twinId, 200, 1, 0, 0, 'trusted', '', 0, 0, 0]);
  const traceOf = (text: string): number => readSummary(7, text).traceId;
  expect([old('inbound', null), old('outbound', 8), old('inbound', 6)].map(traceOf)).toEqual([7, 7, 6]);
  expect(readSummary(7, old('inbound', null))).toMatchObject({ defect: '', rule: '', replayOf: null });
});

test('what is as always costs no byte', () => {
  expect(JSON.parse(summaryText(summary))).toHaveLength(19);
});
