import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withBurst, type Burst } from '#shared/sending/burst.ts';
import { Durations } from '#shared/sending/durations.ts';

test('without a duration there is no quantile', () => {
  expect(new Durations().quantile(0.5)).toBe(null);
});

test('a quantile is that of the nearest rank, to within 2 % and a tenth of a millisecond', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.1, max: 600_000, noNaN: true }), { minLength: 1, maxLength: 200 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (times, share) => {
        const durations = new Durations();
        for (const each of times) durations.add(each);
        const sorted = times.toSorted((one, other) => one - other);
        const exact = sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1] ?? 0;
        expect(Math.abs((durations.quantile(share) ?? 0) - exact)).toBeLessThanOrEqual(exact * 0.02 + 0.1);
      },
    ),
  );
});

test('a session holds the newest bursts, each once', () => {
  const burst = (id: number, sent = 0): Burst => ({ id: String(id), sent }) as Burst;
  const many = Array.from({ length: 25 }, (_, id) => burst(id)).reduce(withBurst, [] as readonly Burst[]);
  expect(many.map(({ id }) => Number(id))).toEqual(Array.from({ length: 20 }, (_, index) => index + 5));
  expect(withBurst(many, burst(7, 3)).find(({ id }) => id === '7')?.sent).toBe(3);
});
