import { describe, expect, test } from 'vitest';
import { printQuery } from '#shared/query/print-query.ts';
import { readQuery } from '#shared/query/read-query.ts';

const wanted = (text: string) => readQuery(text).query.terms.map(({ wants }) => wants);
const sentencesFor = (text: string) => readQuery(text).problems.map(({ sentence }) => sentence);

describe('A query', () => {
  test.each([
    ['status:401', [{ from: 401, to: 401 }]],
    [
      'status:401,403',
      [
        { from: 401, to: 401 },
        { from: 403, to: 403 },
      ],
    ],
    ['STATUS:4XX', [{ from: 400, to: 499 }]],
    ['status:>=400', [{ from: 400 }]],
    ['status:400..403', [{ from: 400, to: 403 }]],
    ['duration:>500ms', [{ above: 500 }]],
    ['duration:1.5s..', [{ from: 1500 }]],
    ['size:<=10kb', [{ to: 10_240 }]],
    ['id:#12', [{ from: 12, to: 12 }]],
    ['trace:t17', [{ from: 17, to: 17 }]],
    ['since:10m', [{ kind: 'ago', ms: 600_000 }]],
    ['until:10:30', [{ kind: 'at', day: null, time: 37_800_000, zone: null }]],
    ['since:2026-01-31T10:30:01.5+09:00', [{ kind: 'at', day: 20_484, time: 37_801_500, zone: 540 }]],
    ['verdict:Refused', ['refused']],
    ['path:/a,/b', ['/a', '/b']],
    ['path:"/a,b"', ['/a,b']],
    ['header:authorization=bearer', [{ name: 'authorization', value: 'bearer' }]],
    [
      'header:x="a, b",y',
      [
        { name: 'x', value: 'a, b' },
        { name: 'y', value: null },
      ],
    ],
    [String.raw`body:"say \"hi\" \n"`, [String.raw`say "hi" \n`]],
  ])('reads %s', (text, any) => {
    expect(readQuery(text).problems).toEqual([]);
    expect(wanted(text)).toMatchObject([{ any }]);
  });

  test('without fields is words; quotes keep them together, and an address is one word', () => {
    expect(wanted('card "card lost" http://a/b -"not this" - --x')).toEqual(
      ['card', 'card lost', 'http://a/b', 'not this', '-', '--x'].map((text) => ({ kind: 'words', text })),
    );
    expect(readQuery('-a b').query.terms.map((each) => each.isNegated)).toEqual([true, false]);
  });

  test('knows where its terms are', () => {
    const text = ' status:401  -path:"/a b",c ';
    const places = readQuery(text).query.terms.map(({ from, to }) => text.slice(from, to));
    expect(places).toEqual(['status:401', '-path:"/a b",c']);
  });

  test.each([
    ['stauts:401', 'There is no field "stauts" at character 1. Did you mean status? Known are: status, method,'],
    [
      '  verdict:refusd',
      'There is no verdict "refusd" at character 11. Did you mean refused? Known are: trusted, refused, unchecked.',
    ],
    [
      'status:abc',
      '"abc" at character 8 is nothing that status can be compared with. It takes a status (401), a class (4xx)',
    ],
    ['status:', 'status at character 1 has no value. It takes a status (401)'],
    ['path:/a,', 'path at character 1 has no value.'],
    ['body:"card', 'The quotation mark at character 6 is not closed.'],
    ['since:2026-02-30', '"2026-02-30" at character 7 is nothing that since can be compared with.'],
    ['since:25:00', '"25:00" at character 7'],
    ['size:10ms', '"10ms" at character 6'],
    ['header:=x', '"=x" at character 8'],
    ['x-trace:7', 'at character 1. A header is asked for as header:x-trace.'],
  ])('that is wrong says where and what is known: %s', (text, sentence) => {
    expect(sentencesFor(text)[0]).toContain(sentence);
  });

  test('that is wrong in one place is read in the others', () => {
    const { query, problems } = readQuery('stauts:1 hello is:pined');
    expect(query.terms).toHaveLength(1);
    expect(problems.map(({ from, to, meant }) => [from, to, meant])).toEqual([
      [0, 6, 'status'],
      [18, 23, 'pinned'],
    ]);
  });

  test('is printed as a person would write it', () => {
    const text = 'status:4xx -path:"/a b" since:90m duration:>1.5s header:x="a b" "two words" one';
    expect(printQuery(readQuery(text).query)).toBe(
      'status:400..499 -path:"/a b" since:90m duration:>1500 header:"x=a b" "two words" one',
    );
  });
});
