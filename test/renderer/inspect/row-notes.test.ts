import { expect, test } from 'vitest';
import { otherNumber } from '#renderer/store/inspect/exact-number.ts';
import { hintOfRow } from '#renderer/store/inspect/json-hints.ts';
import { rowNotes } from '#renderer/store/inspect/row-notes.ts';
import { spokenValue, valueWords } from '#renderer/store/inspect/row-words.ts';
import { rowsOf } from '#renderer/store/json-rows.ts';
import { number, object, text } from '#shared/schema/vendor-json.ts';
import { scanJson } from '#shared/text/json-scan.ts';
import { inEnglish } from '../spoken.ts';

const words = inEnglish.body;
const card = object('Card', { required: { size: number('Size', 'In pixels.') } });
const schema = object('Message', {
  required: { id: text('User id') },
  optional: { said: text('Words', '', { contentSchema: card }) },
});

test('a number is told where parsers make another one of it, and only there', () => {
  expect(otherNumber('12345678901234567890')).toBe('12345678901234567000');
  expect(otherNumber('1e400')).toBe('Infinity');
  expect(otherNumber('0.1000000000000000000001')).toBe('0.1');
  for (const same of ['1', '-0', '1.0', '1.50', '1e3', '0.1', '9007199254740992', '123456789012345680000', '1E+2'])
    expect([same, otherNumber(same)]).toEqual([same, null]);
});

test('beside a value stands what is odd about it, what was found, and what its description says, inside strings too', () => {
  const scanned = scanJson('{"id":7,"id":12345678901234567890,"said":"{\\"size\\":\\"big\\"}"}');
  const found = { severity: 'error', rule: 'x', summary: 'Somebody else.', at: 'body /id' } as const;
  const notes = rowNotes({ scanned, findings: [found], schema, part: 'request' }, words);
  const told = notes.ids.map((id) => [
    id,
    ...(notes.byRow.get(id) ?? []).map(({ tone, sentence }) => `${tone}: ${sentence}`),
  ]);
  expect(told).toEqual([
    [
      '2',
      'attention: id stands here twice: most parsers take the last one.',
      'bad: Somebody else.',
      'attention: User id (/id) must be text.',
    ],
    ['3>1', 'attention: Size (/size) must be a number.'],
  ]);
});

test('what is no JSON is told where it stands, and nothing is made of its description', () => {
  const scanned = scanJson('{"id": tru, "b": 1');
  const notes = rowNotes({ scanned, findings: [], schema, part: 'request' }, words);
  expect(notes.ids.flatMap((id) => (notes.byRow.get(id) ?? []).map(({ sentence }) => `${id} ${sentence}`))).toEqual([
    '1 This is not a JSON value: texts need double quotes.',
    '2 The text ends before an object is closed.',
  ]);
});

test('the vendor’s words for a value are found, also where it is inside a string', () => {
  const scanned = scanJson('{"id":"u","said":"{\\"size\\":1}","more":1}');
  const rows = rowsOf(scanned, { folded: new Set(), opened: new Set(['2']) });
  expect(rows.map((row) => hintOfRow(schema, row)?.title ?? null)).toEqual([
    'Message',
    'User id',
    'Words',
    'Card',
    'Size',
    null,
  ]);
  expect(rows.map((row) => hintOfRow(null, row))).toEqual(rows.map(() => null));
});

test('a row is read out as a sentence, and shows its source as it came', () => {
  const scanned = scanJson('{"a":{"x":1,"y":2},"list":[1,2],"e":"\\u0041","n":1.0,"none":null,"j":"[1]"}');
  const rows = rowsOf(scanned, { folded: new Set(['1', '4']), opened: new Set() });
  expect(rows.map((row) => spokenValue(row, [], words))).toEqual([
    'the whole body, object: 6 members',
    'a, object: 2 members',
    'list, list: 2 items',
    'e, text: A',
    'n, number: 1.0',
    'none, nothing: null',
    'j, text: JSON in a string',
  ]);
  expect(rows.map((row) => valueWords(row, words))).toEqual([
    '{',
    '{ x, y }',
    '[ 2 items ]',
    String.raw`"\u0041"`,
    '1.0',
    'null',
    '"[1]"',
  ]);
});
