import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldLines } from '#renderer/store/compare/fold-lines.ts';
import { headDiff, joinLeftOut } from '#renderer/store/compare/head-diff.ts';
import { ruleOfText, withoutRule } from '#renderer/store/compare/rules.ts';
import { veiledPieces } from '#renderer/store/compare/word-pieces.ts';
import { mask } from '#shared/channel/redact.ts';
import { nothingIgnored, type IgnoreRules } from '#shared/compare/ignored.ts';
import { diffLines } from '#shared/compare/line-diff.ts';
import type { HeaderLines } from '#shared/exchange/raw-http.ts';

const sideOf = (headers: HeaderLines, target = '/hook', origin = '') => ({
  target,
  summary: { method: 'POST', origin },
  request: { httpVersion: '1.1', headers, bodyBytes: 0, isTruncated: false },
  response: null,
});
const head = (before: HeaderLines, after: HeaderLines, rules: Partial<IgnoreRules> = {}) =>
  headDiff(sideOf(before), sideOf(after), 'request', { ...nothingIgnored, ...rules });

test('the case of a name and the order of lines are told, and do not count', () => {
  const diff = head(
    [
      ['Host', 'a'],
      ['X-A', '1'],
      ['x-b', '2'],
    ],
    [
      ['x-b', '2'],
      ['host', 'a'],
      ['X-A', 'one'],
      ['X-C', 'new'],
    ],
  );
  expect(diff.count).toBe(2);
  expect(diff.headers.flatMap(({ differs }) => differs).toSorted()).toEqual(['case', 'place', 'place', 'value']);
});

test('each rule tells how many headers it leaves out', () => {
  const before: HeaderLines = [
    ['Date', 'Sat, 31 Jan 2026 12:00:00 GMT'],
    ['X-Request', '0b7f0d6e-1d0a-4f0e-9b59-0c9b8f1d2a33'],
    ['X-Trace', 'one'],
  ];
  const after: HeaderLines = [
    ['Date', 'Sun, 01 Feb 2026 12:00:00 GMT'],
    ['X-Request', '9a1c2f4e-77aa-4c1b-8a55-1f0e6d5c4b3a'],
    ['X-Trace', 'two'],
  ];
  expect(head(before, after).count).toBe(3);
  const diff = head(before, after, { ids: true, times: true, headers: ['x-trace'] });
  expect(diff.count).toBe(0);
  expect(diff.leftOut.toSorted((one, other) => one.rule.localeCompare(other.rule))).toEqual([
    { rule: 'ids', count: 1 },
    { rule: 'times', count: 1 },
    { rule: 'x-trace', count: 1 },
  ]);
  expect(joinLeftOut(diff.leftOut, [{ rule: 'ids', count: 2 }])).toContainEqual({ rule: 'ids', count: 3 });
});

test('where it was sent to differs only where both tell it', () => {
  const facts = (origin: string) =>
    headDiff(sideOf([], '/a', 'http://one'), sideOf([], '/b', origin), 'request', nothingIgnored).facts.map(
      ({ fact }) => fact,
    );
  expect(facts('')).toEqual(['target']);
  expect(facts('http://two')).toEqual(['origin', 'target']);
});

test('lines that are the same are folded up, but for a few around what differs', () => {
  const text = (changed: string): string =>
    Array.from({ length: 40 }, (_, at) => (at === 20 ? changed : `line ${String(at)}`)).join('\n');
  const { stretches, differing, isCut } = foldLines(diffLines(text('old'), text('new')));
  expect([differing, isCut]).toEqual([1, false]);
  expect(stretches.map(({ isFolded, count }) => [isFolded, count])).toEqual([
    [true, 17],
    [false, 7],
    [true, 16],
  ]);
});

test('more lines than anybody reads are cut, and of what is the same only so many can be unfolded', () => {
  const many = (word: string, count: number): string => `${word}\n`.repeat(count);
  const cut = foldLines(diffLines(many('a', 5000), many('b', 5000)));
  expect(cut.isCut).toBe(true);
  expect(cut.stretches[0]?.pairs).toHaveLength(3000);
  const folded = foldLines(diffLines(`${many('same', 2000)}old`, `${many('same', 2000)}new`));
  expect(folded.stretches[0]).toMatchObject({ isFolded: true, count: 1997 });
  expect(folded.stretches[0]?.pairs).toHaveLength(500);
});

test('a rule is written as a place or as the name of a header, once', () => {
  const rules = { ...nothingIgnored, pointers: ['/a'], headers: ['Date'] };
  expect(ruleOfText(rules, ' /session/* ')).toEqual({ pointers: ['/a', '/session/*'] });
  expect(ruleOfText(rules, 'Date')).toEqual({ headers: ['Date'] });
  expect([ruleOfText(rules, 'two words'), ruleOfText(rules, '')]).toEqual([null, null]);
  expect(withoutRule(rules, 'Date')).toEqual({ pointers: ['/a'], headers: [] });
});

test('masked pieces hold all of a text but what is masked, and differ where anything under the mask does', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ text: fc.string({ minLength: 1, maxLength: 6 }), isOther: fc.boolean() })),
      fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 5 }))),
      (pieces, steps) => {
        const text = pieces.map((each) => each.text).join('');
        const places: [number, number][] = [];
        for (const [gap, length] of steps) {
          const from = (places.at(-1)?.[1] ?? -1) + 1 + gap;
          if (from + length <= text.length) places.push([from, from + length]);
        }
        const shown = veiledPieces(pieces, places);
        const ends = [0, ...places.map(([, to]) => to)];
        expect(shown.map((each) => each.text).join('')).toBe(
          ends.map((end, at) => text.slice(end, places[at]?.[0])).join(mask),
        );
        const differing = pieces.flatMap((each) => Array.from({ length: each.text.length }, () => each.isOther));
        const masks = shown.filter((each) => each.text === mask);
        expect(masks.map(({ isOther }) => isOther)).toEqual(
          places.map(([from, to]) => differing.slice(from, to).some(Boolean)),
        );
      },
    ),
  );
});
