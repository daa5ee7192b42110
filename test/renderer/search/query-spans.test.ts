import fc from 'fast-check';
import { expect, test } from 'vitest';
import { queryProblems, withMeant } from '#renderer/store/search/query-problems.ts';
import { querySpans } from '#renderer/store/search/query-spans.ts';
import { channelOf } from '../examples.ts';

const here = {
  platforms: [{ id: 'acme', name: 'Acme' }],
  channels: [channelOf({ name: 'Acme demo' })],
  marks: [],
};
const problemsOf = (text: string) => queryProblems(text, here);
const spansOf = (text: string) =>
  querySpans(text, problemsOf(text)).map(({ text: part, kind, isWrong }) => `${part}|${kind}${isWrong ? '!' : ''}`);

test('each term is drawn as it was understood', () => {
  expect(spansOf('-status:4xx "card lost"')).toEqual([
    '-|not',
    'status:|field',
    '4xx|value',
    ' |space',
    '"card lost"|words',
  ]);
});

test('what is wrong is marked in its place', () => {
  expect(spansOf('stauts:200 hi')).toEqual(['stauts|field!', ':|field', '200|value', ' |space', 'hi|words']);
});

test('drawn together the spans are the text, whatever it is', () => {
  const pieces = fc.constantFrom('-', 'status:', 'foo:', '"', 'a b', ' ', ',', '401', '\\', 'channel:x', '\u202e');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      expect(
        querySpans(text, problemsOf(text))
          .map((span) => span.text)
          .join(''),
      ).toBe(text);
    }),
  );
});

test.each([
  ['stauts:200 hi', 'status:200 hi'],
  ['verdict:refusd', 'verdict:refused'],
  ['x channel:"Acmee demo"', 'x channel:"Acme demo"'],
  ['platform:acne', 'platform:acme'],
  ['x-quick-reply:true hi', 'header:x-quick-reply=true hi'],
])('what was meant is put in the place of %s', (text, meant) => {
  const [problem] = problemsOf(text);
  expect(problem && withMeant(text, problem)).toBe(meant);
});
