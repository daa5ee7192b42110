import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prettyJson } from '#renderer/store/pretty-json.ts';

test('numbers, escapes, duplicate keys and their order stay the text that came', () => {
  const source = '{"n":12345678901234567890,"f":1.0,"e":1E+2,"k":1,"k":2,"s":"\\u0041 {\\"a\\":[1]}"}';
  expect(prettyJson(source)).toBe(
    [
      '{',
      '  "n": 12345678901234567890,',
      '  "f": 1.0,',
      '  "e": 1E+2,',
      '  "k": 1,',
      '  "k": 2,',
      '  "s": "\\u0041 {\\"a\\":[1]}"',
      '}',
    ].join('\n'),
  );
});

test('empty objects and arrays stay on one line', () => {
  expect(prettyJson('{"a":{},"b":[ ],"c":[{}]}')).toBe('{\n  "a": {},\n  "b": [],\n  "c": [\n    {}\n  ]\n}');
});

test('any JSON is laid out as JSON.stringify does, with or without white space before', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(undefined, 1, '\t'), (value, space) => {
      const text = JSON.stringify(value, null, space);
      expect(prettyJson(text)).toBe(JSON.stringify(JSON.parse(text), null, 2));
    }),
  );
});

test('laying out what is laid out changes nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const once = prettyJson(JSON.stringify(value));
      expect(prettyJson(once)).toBe(once);
    }),
  );
});
