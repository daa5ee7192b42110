import { expect, test } from 'vitest';
import { bodyProblems } from '#renderer/store/editor/body-problems.ts';
import { jsonOffers } from '#renderer/store/editor/json-offers.ts';
import { placeAt } from '#renderer/store/editor/json-place.ts';
import { knownVariables } from '#shared/sending/variables.ts';
import { choice, flag, list, object, oneOf, text, word } from '#shared/schema/vendor-json.ts';
import { scanJson } from '#shared/text/json-scan.ts';

const schema = object('Message', {
  required: {
    from: object('User', { required: { id: text('User id', 'Who speaks.') } }),
    body: oneOf('Body', [
      object('Text', { required: { kind: word('text', 'Text'), text: text('Text') } }),
      object('Picture', { required: { kind: word('picture', 'Picture'), url: text('Address') } }),
    ]),
  },
  optional: { loud: flag('Loud'), tags: list('Tags', choice('Tag', ['a', 'b'])) },
});
const variables = knownVariables(['botId']);

/** The text is given with a bar where one writes. */
const offered = (marked: string, withVariables = false) => {
  const at = marked.indexOf('|');
  const source = marked.replace('|', '');
  const found = jsonOffers(source, at, { schema, variables: withVariables ? variables : null });
  return found && { ...found, labels: found.offers.map(({ label }) => label) };
};
const written = (marked: string, label: string): string => {
  const source = marked.replace('|', '');
  const found = offered(marked);
  const offer = found?.offers.find((each) => each.label === label);
  if (!found || !offer) throw new Error(`${label} is not offered.`);
  const text = source.slice(0, found.from) + offer.insert + source.slice(found.to);
  const cursor = found.from + offer.cursor;
  return `${text.slice(0, cursor)}|${text.slice(cursor)}`;
};

test('names are offered in an object, those that are needed first, and not those that are there', () => {
  expect(offered('{|}')?.labels).toEqual(['from', 'body', 'loud', 'tags']);
  expect(offered('{"from": {}, |}')?.labels).toEqual(['body', 'loud', 'tags']);
  expect(offered('{"from": {|}}')?.labels).toEqual(['id']);
  expect(offered('{"loud": true |}')).toBeNull();
});

test('names and values are offered while they are written, in a text that is broken', () => {
  expect(offered('{"lo|')?.labels).toContain('loud');
  expect(offered('{"|"}')?.labels).toEqual(['from', 'body', 'loud', 'tags']);
  expect(written('{"lo|', 'loud')).toBe('{"loud": false|');
  expect(written('{"from": {"i|d": "x"}}', 'id')).toBe('{"from": {"id"|: "x"}}');
  expect(written('{|}', 'from')).toBe('{"from": {|}}');
  expect(written('{"from":{|}}', 'id')).toBe('{"from":{"id": "|"}}');
});

test('values are literals and known words; the kind of an object tells its names', () => {
  expect(offered('{"loud": |}')?.labels).toEqual(['true', 'false']);
  expect(offered('{"tags": ["a", |]}')?.labels).toEqual(['"a"', '"b"']);
  expect(written('{"tags": ["|"]}', '"b"')).toBe('{"tags": ["b"|]}');
  expect(offered('{"body": {"kind": "picture", |}}')?.labels).toEqual(['url']);
});

test('variables are offered where a value is written', () => {
  expect(offered('{"from": {"id": |}}', true)?.labels).toContain('{{setting:botId}}');
  expect(offered('{|}', true)?.labels).not.toContain('{{now}}');
});

test('a place in what is no JSON at all is no place', () => {
  expect(placeAt(scanJson('hello'), 7)).toBeNull();
  expect(placeAt(scanJson(''), 0)).toMatchObject({ kind: 'value', pointer: '' });
});

test('what is wrong in a body stands at its place: what is no JSON, then what its vendor does not describe so', () => {
  const problems = (source: string, withVariables = false) =>
    bodyProblems({ form: 'json', text: source }, { schema, variables: withVariables ? variables : null }).map(
      ({ from, to, severity }) => [source.slice(from, to), severity],
    );
  expect(problems('{"from": }')).toEqual([['"', 'error']]);
  expect(problems('{"from":{"id":1},"body":{"kind":"text","text":"x"}}')).toEqual([['"id"', 'warning']]);
  expect(problems('{"from":{"id":{{now.ms}}},"body":{"kind":"text","text":"x"}}', true)).toEqual([]);
  expect(problems('{"from":{"id":"{{nope}}"},"body":{"kind":"text","text":"x"}}', true)).toEqual([
    ['{{nope}}', 'error'],
  ]);
  expect(bodyProblems({ form: 'text', text: '{' }, { schema, variables: null })).toEqual([]);
});
