import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withHits, type RuleHits } from '#shared/session/rule-hits.ts';

const hits: fc.Arbitrary<RuleHits> = fc.record({
  channelId: fc.constantFrom('a', 'b'),
  botId: fc.constantFrom(null, 'demo-bot'),
  rule: fc.constantFrom('Rule 1', 'fallback'),
  count: fc.integer({ min: 1, max: 9 }),
});

const total = (counts: readonly RuleHits[]): number => counts.reduce((sum, { count }) => sum + count, 0);
const keyOf = ({ channelId, botId, rule }: RuleHits): string => JSON.stringify([channelId, botId, rule]);

test('no hit is lost and no rule stands twice, in whatever batches they are told', () => {
  fc.assert(
    fc.property(fc.array(fc.array(hits)), (batches) => {
      const counts = batches.reduce<readonly RuleHits[]>(withHits, []);
      expect(counts).toEqual(withHits([], batches.flat()));
      expect(total(counts)).toBe(total(batches.flat()));
      expect(new Set(counts.map(keyOf)).size).toBe(counts.length);
    }),
  );
});
