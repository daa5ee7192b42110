import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffBytes } from '#shared/compare/byte-diff.ts';
import { diffHeaders } from '#shared/compare/header-diff.ts';
import { hexHunks } from '#shared/compare/hex-hunks.ts';
import { ignored, nothingIgnored, type IgnoreRules } from '#shared/compare/ignored.ts';
import { diffLines } from '#shared/compare/line-diff.ts';
import { longestRising } from '#shared/compare/rising.ts';
import type { HeaderLines } from '#shared/exchange/raw-http.ts';

const byValue = (one: number, other: number): number => one - other;
const lines = (text: string): HeaderLines =>
  text === '' ? [] : text.split('|').map((line) => line.split(':') as [string, string]);
const headers = (before: string, after: string, rules: Partial<IgnoreRules> = {}): readonly string[] =>
  diffHeaders(lines(before), lines(after), ignored({ ...nothingIgnored, ...rules })).map(
    ({ before, after, differs, isIgnored }) =>
      `${before ? `${before.name}:${before.value}` : '–'} → ${after ? `${after.name}:${after.value}` : '–'} ${differs.join()}${isIgnored ? ' ignored' : ''}`.trim(),
  );

describe('two heads', () => {
  test('are told apart by values, case, place, and what one of them has alone', () => {
    expect(headers('Host:a|X:1|Gone:2|Y:3', 'Host:b|x:1|Y:3|New:4')).toEqual([
      'Host:a → Host:b value',
      'X:1 → x:1 case',
      'Gone:2 → –',
      'Y:3 → Y:3',
      '– → New:4',
    ]);
    expect(headers('A:1|B:2|C:3', 'C:3|A:1|B:2')).toEqual(['C:3 → C:3 place', 'A:1 → A:1', 'B:2 → B:2']);
  });

  test('keep their duplicates apart: equal ones belong together first', () => {
    expect(headers('S:1|S:2|S:3', 'S:2|S:4')).toEqual(['S:1 → –', 'S:2 → S:2', 'S:3 → S:4 value']);
    expect(headers('S:1|A:0|B:0', 'A:0|B:0|S:2')).toEqual(['A:0 → A:0', 'B:0 → B:0', 'S:1 → S:2 value,place']);
    expect(headers('', 'A:1')).toEqual(['– → A:1']);
  });

  test('leave out what rules ignore', () => {
    const date = 'Sun, 06 Nov 1994 08-49-37 GMT';
    expect(headers('Date:x|T:1', 'date:y|T:2', { headers: ['DATE'] })).toEqual([
      'Date:x → date:y value,case ignored',
      'T:1 → T:2 value',
    ]);
    expect(headers('T:1769860800', 'T:1769947200', { times: true })).toEqual([
      'T:1769860800 → T:1769947200 value ignored',
    ]);
    expect(headers(`D:${date}`, 'D:x', { times: true })).toEqual([`D:${date} → D:x value`]);
  });

  test('lose and invent no line', () => {
    const head = fc.array(fc.tuple(fc.constantFrom('A', 'a', 'B'), fc.constantFrom('1', '2')), { maxLength: 8 });
    fc.assert(
      fc.property(head, head, (before, after) => {
        const pairs = diffHeaders(before, after, ignored(nothingIgnored));
        expect(pairs.flatMap((each) => (each.after ? [each.after.at] : []))).toEqual(after.map((_, at) => at));
        expect(pairs.flatMap((each) => (each.before ? [each.before.at] : [])).toSorted(byValue)).toEqual(
          before.map((_, at) => at),
        );
      }),
    );
  });
});

describe('what ids and times are', () => {
  const text = (value: string, rules: Partial<IgnoreRules>) => ignored({ ...nothingIgnored, ...rules }).text(value);

  test.each([
    ['ms-0f8fad5b-d9cb-469f-a165-70867728950e!', 'ms-<id>!'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', '<id>'],
    ['01ARZ3NDEKTSV4RRFFQ69G5FAV', '<id>'],
    ['507f1f77bcf86cd799439011', '<id>'],
    ['0f8fad5b-d9cb-469f-a165', '0f8fad5b-d9cb-469f-a165'],
    ['card.lost', 'card.lost'],
    ['1769860800', '1769860800'],
  ])('%j', (value, expected) => {
    expect(text(value, { ids: true })).toBe(expected);
  });

  test.each([
    ['2026-01-31T12:00:00.000Z', '<time>'],
    ['at 2026-01-31 12:00+0900.', 'at <time>.'],
    ['Sun, 06 Nov 1994 08:49:37 GMT', '<time>'],
    ['1769860800', '<time>'],
    ['1769860800123', '<time>'],
    ['t=1769860800&x', 't=<time>&x'],
    ['2026-01-31', '2026-01-31'],
    ['17698608001', '17698608001'],
    ['9769860800', '9769860800'],
    ['1769860800.5', '1769860800.5'],
  ])('%j', (value, expected) => {
    expect(text(value, { times: true })).toBe(expected);
  });

  test('cost no time where a text is hostile', () => {
    for (const hostile of [
      '1'.repeat(500_000),
      'eyJ'.repeat(200_000),
      'a-'.repeat(300_000),
      '2026-01-31T'.repeat(50_000),
    ])
      expect(text(hostile, { ids: true, times: true }).length).toBeGreaterThan(0);
  });
});

test('a pointer is left out with what is below it, * is one name and ** any number', () => {
  const { pointer } = ignored({ ...nothingIgnored, pointers: ['/a', '/b/*/c', '/d/**/e', '/~1x'] });
  expect(['/a', '/a/b', '/b/0/c', '/b/0/c/d', '/d/e', '/d/1/2/e', '/~1x'].map(pointer)).toEqual(Array(7).fill(true));
  expect(['', '/ab', '/b/c', '/b/0/1/c', '/d', '/e', '/x'].map(pointer)).toEqual(Array(7).fill(false));
  const many = ignored({ ...nothingIgnored, pointers: [`/${'**/'.repeat(50)}x`] });
  expect(many.pointer(`/${'a/'.repeat(2000)}b`)).toBe(false);
});

describe('two bodies, byte by byte', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  test('differ in stretches; those with hardly anything between them are one', () => {
    const { stretches, isExact } = diffBytes(
      bytes('{"id":17,"t":"hello world"}'),
      bytes('{"id":2945,"t":"hello word"}'),
    );
    expect([stretches.map(({ from, to, otherFrom, otherTo }) => [from, to, otherFrom, otherTo]), isExact]).toEqual([
      [
        [6, 8, 6, 10],
        [23, 24, 25, 25],
      ],
      true,
    ]);
  });

  test('that have nothing in common differ between their ends', () => {
    const noise = (seed: number): Uint8Array =>
      Uint8Array.from({ length: 20_000 }, (_, at) => (at * at * seed + at * 31) % 251);
    const { stretches, isExact } = diffBytes(noise(7), noise(13));
    expect(isExact).toBe(false);
    expect(stretches).toHaveLength(1);
  });

  test('are shown as hex around what differs', () => {
    const before = Uint8Array.from({ length: 200 }, (_, at) => at);
    const after = before.slice();
    after.set([0, 0], 100);
    const { hunks, isCut } = hexHunks(before, after, diffBytes(before, after).stretches);
    expect(isCut).toBe(false);
    expect(
      hunks.map(({ before, after }) => [before.map(({ offset }) => offset), after.map(({ offset }) => offset)]),
    ).toEqual([
      [
        [80, 96, 112],
        [80, 96, 112],
      ],
    ]);
    const [, changed] = hunks[0]?.after ?? [];
    expect(changed?.differs.map((each, at) => (each ? at : -1)).filter((at) => at >= 0)).toEqual([4, 5]);
    expect(hexHunks(before, new Uint8Array(), diffBytes(before, new Uint8Array()).stretches, 3)).toMatchObject({
      isCut: true,
    });
  });

  test('are made of one another by what differs, and hex shows every byte of it', () => {
    const body = fc.uint8Array({ maxLength: 120, max: 3 });
    fc.assert(
      fc.property(body, body, (before, after) => {
        const { stretches } = diffBytes(before, after);
        const patched: number[] = [];
        let at = 0;
        for (const { from, to, otherFrom, otherTo } of stretches) {
          patched.push(...before.slice(at, from), ...after.slice(otherFrom, otherTo));
          at = to;
        }
        expect([...patched, ...before.slice(at)]).toEqual([...after]);
        const { hunks } = hexHunks(before, after, stretches);
        const shown = hunks.flatMap(({ after: rows }) => rows.flatMap(({ differs }) => differs)).filter(Boolean).length;
        expect(shown).toBe(stretches.reduce((sum, { otherFrom, otherTo }) => sum + otherTo - otherFrom, 0));
        const offsets = hunks.flatMap(({ after: rows }) => rows.map(({ offset }) => offset));
        expect(new Set(offsets).size).toBe(offsets.length);
      }),
    );
  });
});

test('two texts stand beside each other line by line, with the words in which lines differ', () => {
  const told = diffLines('a\nb one\r\nc\n', 'a\nb two\nx\nc').map(({ before, after, isSame }) => {
    const side = (line: typeof before): string =>
      line
        ? `${String(line.number)} ${line.pieces.map(({ text, isOther }) => (isOther ? `[${text}]` : text)).join('')}`
        : '–';
    return `${side(before)} | ${side(after)}${isSame ? '' : ' *'}`;
  });
  expect(told).toEqual(['1 a | 1 a', '2 b [one] | 2 b [two] *', '– | 3 [x] *', '3 c | 4 c']);
  expect(diffLines('t 1', 't 2', (one, other) => one[0] === other[0]).map(({ isSame }) => isSame)).toEqual([true]);
  expect(diffLines('a\n'.repeat(5000), 'b\n'.repeat(5000))).toHaveLength(5000);
});

test('the longest rising list has no longer one beside it', () => {
  expect(longestRising([3, 1, 2, 5, 4]).size).toBe(3);
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(50), { maxLength: 9 }), (numbers) => {
      const rising = numbers.filter((each) => longestRising(numbers).has(each));
      expect(rising).toEqual(rising.toSorted(byValue));
      let longest = 0;
      for (let mask = 0; mask < 2 ** numbers.length; mask += 1) {
        const some = numbers.filter((_, at) => (mask >> at) & 1);
        if (some.every((each, at) => at === 0 || (some[at - 1] ?? 0) < each)) longest = Math.max(longest, some.length);
      }
      expect(rising).toHaveLength(longest);
    }),
    { numRuns: 50 },
  );
});
