import fc from 'fast-check';
import { expect, test } from 'vitest';
import { belongings } from '#shared/export/told-place.ts';

const told = fc.record(
  {
    id: fc.option(fc.integer({ min: 1, max: 9 })),
    trace: fc.option(fc.constantFrom('t1', 't2', 't3', 'something else', '__proto__')),
    replayOf: fc.option(fc.integer({ min: 1, max: 9 })),
  },
  { requiredKeys: [] },
);

test('what a file has together is together here, what it has apart is apart, and nothing is where it was before', () => {
  fc.assert(
    fc.property(fc.array(told), fc.integer({ min: 100, max: 200 }), (file, before) => {
      const arrived = file.map((each, index) => ({ id: before + index, told: each }));
      const places = belongings(arrived);
      const ids = new Set<number | null>([null, ...arrived.map(({ id }) => id)]);
      for (const [index, { traceId, replayOf }] of places.entries()) {
        expect(ids.has(traceId) && ids.has(replayOf)).toBe(true);
        const own = file[index]?.trace;
        if (!own) expect(traceId).toBe(before + index);
        for (const [other, place] of places.entries()) {
          if (own && file[other]?.trace) expect(place.traceId === traceId).toBe(file[other].trace === own);
        }
      }
    }),
  );
});

test('a trace belongs to the exchange that began it, where the file has that one, and a twin to its twin', () => {
  const arrived = [
    { id: 101, told: { id: 8, trace: 't7', replayOf: null } },
    { id: 102, told: { id: 7, trace: 't7', replayOf: null, twin: 9 } },
    { id: 103, told: { id: 9, trace: 't9', replayOf: 7, twin: 7 } },
  ];
  expect(belongings(arrived)).toEqual([
    { traceId: 102, replayOf: null, twinId: null },
    { traceId: 102, replayOf: null, twinId: 103 },
    { traceId: 103, replayOf: 102, twinId: 102 },
  ]);
});
