import { expect, test } from 'vitest';
import { asForm, bodyDraftOf, bytesOfDraft } from '#renderer/store/editor/body-text.ts';
import { fieldsIn, withField, withNewField, withoutField } from '#renderer/store/editor/form-text.ts';
import { aroundVariables, blankVariables } from '#renderer/store/editor/json-blanks.ts';
import { compactJson, prettyJson } from '#renderer/store/pretty-json.ts';

const typed = (type: string, text: string) => bodyDraftOf({ headers: [['content-TYPE', type]], body: { text } }).form;

test('a body opens as what it is', () => {
  expect([typed('application/json', 'x'), typed('application/vnd.x+json', ''), typed('text/plain', '{"a":1}')]).toEqual(
    ['json', 'json', 'json'],
  );
  expect([typed('application/x-www-form-urlencoded', 'a=b'), typed('text/plain', 'hello')]).toEqual(['form', 'text']);
  expect(bodyDraftOf({ headers: [], body: { base64: 'AP8=' } })).toEqual({ form: 'base64', text: 'AP8=' });
});

test('the same bytes are written as text, base64 and hex, and back', () => {
  const text = { form: 'text', text: 'é{}' } as const;
  const hex = asForm(text, 'hex');
  expect(hex).toEqual({ form: 'hex', text: 'c3 a9 7b 7d' });
  const base64 = hex && asForm(hex, 'base64');
  expect(base64).toEqual({ form: 'base64', text: 'w6l7fQ==' });
  expect(base64 && asForm(base64, 'json')).toEqual({ form: 'json', text: 'é{}' });
});

test('bytes that are no text stay bytes, and what cannot be read yet cannot be turned', () => {
  expect(asForm({ form: 'hex', text: 'ff 00' }, 'json')).toBeNull();
  expect(asForm({ form: 'hex', text: 'f' }, 'base64')).toBeNull();
  expect(bytesOfDraft({ form: 'hex', text: 'FF 00\n1f' })).toEqual(Uint8Array.from([255, 0, 31]));
  expect([bytesOfDraft({ form: 'hex', text: 'xy' }), bytesOfDraft({ form: 'base64', text: '*' })]).toEqual([
    null,
    null,
  ]);
});

test('JSON is laid out and taken together around its variables, and its numbers stay as they came', () => {
  const text = '{"n":1.0,"big":12345678901234567890,"at":{{now.ms}},"id":"{{uuid}}"}';
  const laidOut = aroundVariables(text, true, prettyJson);
  expect(laidOut.split('\n')).toEqual([
    '{',
    '  "n": 1.0,',
    '  "big": 12345678901234567890,',
    '  "at": {{now.ms}},',
    '  "id": "{{uuid}}"',
    '}',
  ]);
  expect(aroundVariables(laidOut, true, compactJson)).toBe(text);
});

test('JSON can be read around what is not filled in yet, at the same places', () => {
  const text = '{"at": {{now.ms}}, "id": "{{uuid}}"}';
  const blank = blankVariables(text, true);
  expect(blank).toHaveLength(text.length);
  expect(JSON.parse(blank)).toMatchObject({ at: 0 });
  expect(blankVariables(text, false)).toBe(text);
});

test('one field of a form is changed, and the others stay encoded as they were', () => {
  const text = 'a=%20x&b=+&a=2';
  const [, b] = fieldsIn(text);
  expect(fieldsIn(text).map(({ name, value }) => [name, value])).toEqual([
    ['a', ' x'],
    ['b', ' '],
    ['a', '2'],
  ]);
  if (!b) throw new Error('The form lost its field.');
  expect(withField(text, b, 'c&', 'é {{now}}')).toBe('a=%20x&c%26=%C3%A9+{{now}}&a=2');
  expect(withoutField(text, b)).toBe('a=%20x&a=2');
  const last = fieldsIn(text).at(-1);
  expect(last && withoutField(text, last)).toBe('a=%20x&b=+');
  expect([withNewField(''), withNewField('a=1'), withNewField('a=1&')]).toEqual(['=', 'a=1&=', 'a=1&=']);
});
