import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonPathOf, jsonPointerOf, nodeAtOffset, nodeAtPointer, sourceOf } from '#shared/text/json-outline.ts';
import { pointerNames } from '#shared/text/json-pointer.ts';
import { scanJson } from '#shared/text/json-scan.ts';
import { nestedJson } from '#shared/text/nested-json.ts';

const paths = (text: string, path: typeof jsonPointerOf) => {
  const scanned = scanJson(text);
  return scanned.nodes.map((each) => path(scanned, each));
};

test('a value has the pointer of RFC 6901 §5 and the normalized path of RFC 9535 §2.7', () => {
  const text = JSON.stringify({ foo: ['bar'], '': 0, 'a/b': 1, 'm~n': 2, "k'l": 3, 'i\\j': 4, '\u000b\n': 5, '☺': 6 });
  expect(paths(text, jsonPointerOf)).toEqual([
    '',
    '/foo',
    '/foo/0',
    '/',
    '/a~1b',
    '/m~0n',
    "/k'l",
    '/i\\j',
    '/\u000b\n',
    '/☺',
  ]);
  expect(paths(text, jsonPathOf)).toEqual([
    '$',
    "$['foo']",
    "$['foo'][0]",
    "$['']",
    "$['a/b']",
    "$['m~n']",
    String.raw`$['k\'l']`,
    String.raw`$['i\\j']`,
    String.raw`$['\u000b\n']`,
    "$['☺']",
  ]);
});

describe('a pointer leads to', () => {
  const text = '{"a":{"b":[1,12345678901234567890]},"a":{"c":1.0},"__proto__":{"x":true}}';
  const scanned = scanJson(text);
  const at = (pointer: string) => {
    const found = nodeAtPointer(scanned, pointer);
    return found && `${found.isThere ? '' : 'in '}${sourceOf(scanned, found.node)}`;
  };

  test('the member that parsers take, and what came with every digit', () => {
    expect([at('/a/c'), at('/__proto__/x'), at('')]).toEqual(['1.0', 'true', text]);
  });

  test('where the way ends, if something is missing', () => {
    expect([at('/a/b'), at('/a/c/0'), at('/constructor')]).toEqual(['in {"c":1.0}', 'in 1.0', `in ${text}`]);
    expect(nodeAtPointer(scanJson(''), '/a')).toBe(null);
  });
});

test('a place in the text leads to the innermost value around it', () => {
  const text = '{"a": [1, 22], "b": "x"}';
  const scanned = scanJson(text);
  const found = (at: number) => {
    const node = nodeAtOffset(scanned, at);
    return node && sourceOf(scanned, node);
  };
  expect([0, 2, 6, 7, 11, 14, 16, 21].map(found)).toEqual([text, '[1, 22]', '[1, 22]', '1', '22', text, '"x"', '"x"']);
  expect(found(text.length + 5)).toBe(null);
});

const value = fc.jsonValue({ maxDepth: 4, stringUnit: 'grapheme' });

test('every pointer leads back to its value, and says what a parser finds there', () => {
  fc.assert(
    fc.property(value, (wanted) => {
      const scanned = scanJson(JSON.stringify(wanted));
      for (const node of scanned.nodes) {
        const pointer = jsonPointerOf(scanned, node);
        expect(nodeAtPointer(scanned, pointer)).toEqual({ node, isThere: true });
        const meant = pointerNames(pointer).reduce<unknown>(
          (inner, name) => (inner as Record<string, unknown>)[name],
          wanted,
        );
        expect(JSON.parse(sourceOf(scanned, node))).toEqual(JSON.parse(JSON.stringify(meant)));
      }
    }),
  );
});

describe('JSON inside a text', () => {
  test.each([
    ['{"a":1}', '{"a":1}'],
    [' [1.0] ', '[1.0]'],
    [JSON.stringify('{"a":"b"}'), '{"a":"b"}'],
    [JSON.stringify('{"a":"b"}').slice(1, -1), '{"a":"b"}'],
    [JSON.stringify(JSON.stringify('{"a":"b"}').slice(1, -1)).slice(1, -1), '{"a":"b"}'],
    ['{&quot;a&quot;:&quot;b &amp; c&quot;}', '{"a":"b & c"}'],
    ['{"a":1', null],
    ['"a"', null],
    ['12', null],
    ['[card] lost', null],
    ['', null],
  ])('%j', (text, inner) => {
    expect(nestedJson(text)).toBe(inner);
  });

  test('is found however it was quoted, at most three times', () => {
    const quote = (text: string): string => JSON.stringify(text);
    fc.assert(
      fc.property(
        fc.oneof(fc.array(value), fc.dictionary(fc.string(), value)),
        fc.integer({ min: 0, max: 3 }),
        (held, times) => {
          const text = JSON.stringify(held);
          const quoted = Array.from({ length: times }).reduce<string>(quote, text);
          expect(nestedJson(quoted)).toBe(text);
        },
      ),
    );
    expect(nestedJson(quote(quote(quote(quote('[]')))))).toBe(null);
  });
});
