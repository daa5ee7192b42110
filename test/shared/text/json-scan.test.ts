import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonNode, ScannedJson } from '#shared/text/json-node.ts';
import { scanJson } from '#shared/text/json-scan.ts';
import { decodedString } from '#shared/text/json-tokens.ts';
import type { Json } from '#shared/text/json.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const keyOf = ({ source }: ScannedJson, { key }: JsonNode): string | null =>
  key && decodedString(source.slice(key.from, key.to));

/** What the nodes say, put together again: nothing but what they hold. */
const rebuilt = (scanned: ScannedJson, index = 0): Json => {
  const node = scanned.nodes[index];
  if (!node) return null;
  const children = scanned.nodes.slice(node.index + 1, node.end).filter(({ parent }) => parent === index);
  if (node.kind === 'array') return children.map((each) => rebuilt(scanned, each.index));
  if (node.kind === 'object')
    return Object.fromEntries(children.map((each) => [keyOf(scanned, each) ?? '', rebuilt(scanned, each.index)]));
  return JSON.parse(scanned.source.slice(node.from, node.to)) as Json;
};

const outline = (text: string): readonly string[] => {
  const scanned = scanJson(text);
  return scanned.nodes.map((each) => {
    const name = keyOf(scanned, each) ?? (each.item === null ? '' : String(each.item));
    return `${'  '.repeat(each.depth)}${name}=${each.kind}${each.isRepeated ? ' again' : ''}`;
  });
};
const problems = (text: string): readonly string[] =>
  scanJson(text).problems.map(({ at, message }) => `${String(at)} ${message}`);

test('every value has its place, its parent and the number of those in it', () => {
  const text = ' {"a":[1, {"b":null}], "\\u0063" : "x" } ';
  const { nodes } = scanJson(text);
  expect(outline(text)).toEqual(['=object', '  a=array', '    0=number', '    1=object', '      b=null', '  c=string']);
  expect(nodes.map(({ from, to }) => text.slice(from, to))).toEqual([
    text.trim(),
    '[1, {"b":null}]',
    '1',
    '{"b":null}',
    'null',
    '"x"',
  ]);
  expect(nodes.map(({ parent, children, end }) => [parent, children, end])).toEqual([
    [-1, 2, 6],
    [0, 2, 5],
    [1, 0, 3],
    [1, 1, 5],
    [3, 0, 5],
    [0, 0, 6],
  ]);
});

test('a name that comes again is told, however it is written, and __proto__ is a name like others', () => {
  expect(outline('{"a":1,"\\u0061":2,"__proto__":3,"__proto__":4,"constructor":5}')).toEqual([
    '=object',
    '  a=number',
    '  a=number again',
    '  __proto__=number',
    '  __proto__=number again',
    '  constructor=number',
  ]);
});

describe('what is broken is told, and the rest is read', () => {
  test.each([
    ['', [], ['0 the text ends where a value was expected']],
    ['{"a":1', ['=object', '  a=number'], ['6 the text ends before an object is closed']],
    ['[1,]', ['=array', '  0=number'], ['3 a value was expected: remove the comma before it']],
    ['[1 2]', ['=array', '  0=number', '  1=number'], ['3 a comma or ] was expected']],
    ['{a:1}', ['=object', '  a=number'], ['1 a name in double quotes was expected']],
    ['{"a" 1}', ['=object', '  a=number'], ['5 a colon was expected']],
    ['{"a":}', ['=object', '  a=error'], ['1 a value was expected after this name']],
    ['{"a","b":1}', ['=object', '  a=error', '  b=number'], ['1 a value was expected after this name']],
    [
      '{"a"',
      ['=object', '  a=error'],
      ['4 the text ends before an object is closed', '1 a value was expected after this name'],
    ],
    ['[NaN,1]', ['=array', '  0=error', '  1=number'], ['1 this is not a JSON value: texts need double quotes']],
    ['["a\n,1]', ['=array', '  0=string', '  1=number'], ['1 this string is never closed']],
    ['["\\x\\"",1]', ['=array', '  0=string', '  1=number'], ['2 this escape is not one that JSON has']],
    ['{"a":[1}', ['=object', '  a=array', '    0=number'], ['7 this } closes nothing that is open here']],
    [']1', ['=number'], ['0 this ] closes nothing that is open here']],
    ['{} {}', ['=object', '1=object'], ['3 nothing more was expected after the value']],
    ['{{"a":1}}', ['=object', '  =object', '    a=number'], ['1 a name in double quotes was expected']],
    ['[,1]', ['=array', '  0=number'], ['1 a value was expected before this comma']],
    ['\u{feff}1', ['=error'], ['0 this is not a JSON value: texts need double quotes']],
    ['[\u00a0]', ['=array', '  0=error'], ['1 this is not a JSON value: texts need double quotes']],
  ])('%j', (text, expected, told) => {
    expect(outline(text)).toEqual(expected);
    expect(problems(text)).toEqual(told);
  });
});

test('depth, length and number have no price that grows faster than the text', () => {
  const deep = 100_000;
  const { nodes, problems: none } = scanJson(`${'{"a":['.repeat(deep)}1${']}'.repeat(deep)}`);
  expect([nodes.length, nodes.at(-1)?.depth, none]).toEqual([2 * deep + 1, 2 * deep, []]);
  expect(scanJson('['.repeat(deep)).nodes).toHaveLength(deep);
  expect(scanJson(`"${'a'.repeat(1_000_000)}"`).nodes).toHaveLength(1);
  expect(scanJson('}'.repeat(deep)).problems).toHaveLength(100);
  const many = scanJson(`[${'0,'.repeat(600_000)}0]`);
  expect([many.nodes.length, many.isCut, many.nodes[0]?.to]).toEqual([500_000, true, 1_200_003]);
});

const key = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('__proto__', 'a', '"', '\\', ''));
const value = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(null, true, false, 0, -0.5, 1e300),
    fc.string({ unit: 'binary' }),
    fc.array(tie('value')),
    fc.dictionary(key, tie('value'), { noNullPrototype: true }),
  ),
})).value;

test('JSON is read as parsers read it', () => {
  fc.assert(
    fc.property(value, fc.constantFrom(undefined, 2), (wanted, indent) => {
      const text = JSON.stringify(wanted, null, indent);
      const scanned = scanJson(text);
      expect(scanned.problems).toEqual([]);
      expect(rebuilt(scanned)).toEqual(JSON.parse(text));
    }),
  );
});

const pieces = fc.array(
  fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"',
    '1',
    '-',
    'true',
    'nul',
    ' ',
    '\n',
    '\\',
    '\\u12',
    '\t',
    '01',
    '1.',
    '\u0001',
  ),
  { maxLength: 12 },
);

test('a text has no problems exactly when it is JSON, and every node lies in its parent', () => {
  fc.assert(
    fc.property(pieces, (each) => {
      const text = each.join('');
      const { nodes, problems: found } = scanJson(text);
      expect(found.length === 0).toBe(isJson(text));
      for (const { index, parent, from, to, end, depth } of nodes) {
        expect(from <= to && to <= text.length && end > index).toBe(true);
        const around = nodes[parent];
        if (around)
          expect([around.from < from, around.to >= to, around.end >= end, around.depth]).toEqual([
            true,
            true,
            true,
            depth - 1,
          ]);
      }
    }),
    { numRuns: 3000 },
  );
});
