import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findJsonError } from '#shared/text/json-error.ts';
import type { Json } from '#shared/text/json.ts';
import { parseJson, writeJson } from '#shared/text/parse-json.ts';

describe('what is wrong, and where', () => {
  test.each([
    ['', 1, 1, 'the text ends where a value was expected'],
    ['{"a": 1,}', 1, 9, 'remove the comma before it'],
    ['[1, 2,]', 1, 7, 'remove the comma before it'],
    ["{'a': 1}", 1, 2, 'a name in double quotes was expected'],
    ['{\n  "a": \'x\'\n}', 2, 8, 'not single ones'],
    ['{"a": hello}', 1, 7, 'this word is not a JSON value'],
    ['{"a" 1}', 1, 6, 'a colon was expected, not 1'],
    ['{"a": 1 "b": 2}', 1, 9, 'a comma or } was expected'],
    ['[1 2]', 1, 4, 'a comma or ] was expected'],
    ['{"a": "x', 1, 7, 'never closed'],
    ['{"a": "x\ny"}', 1, 9, 'line break'],
    [String.raw`{"a": "\q"}`, 1, 8, 'escape'],
    ['{"a": 1', 1, 8, 'before an object is closed'],
    ['[[1]', 1, 5, 'before an array is closed'],
    ['1 2', 1, 3, 'nothing more was expected'],
    ['{}\r\n\r\n}', 3, 1, 'nothing more was expected'],
    ['\u{feff}{}', 1, 1, 'U+FEFF'],
    ['[01]', 1, 3, 'a comma or ]'],
    ['[}', 1, 2, 'a value was expected'],
  ])('%j: line %i, column %i, %s', (text, line, column, problem) => {
    expect(parseJson(text)).toMatchObject({ ok: false, line, column, problem: expect.stringContaining(problem) });
  });
});

test('every JSON value comes back', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
    }),
  );
});

test('whatever JSON.parse refuses has a place inside the text or at its end, and no text makes it throw', () => {
  const almostJson = fc.string({
    unit: fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '1', '-', '.', 'e', 't', '\\', '\n', ' '),
  });
  fc.assert(
    fc.property(fc.oneof(almostJson, fc.string({ unit: 'binary' })), (text) => {
      const result = parseJson(text);
      if (!result.ok) {
        expect(result.at).toBeGreaterThanOrEqual(0);
        expect(result.at).toBeLessThanOrEqual(text.length);
        // Nothing is wrong before the place that is named: the text up to there only ends too early.
        const before = findJsonError(text.slice(0, result.at));
        expect(before.at === result.at || before.problem.includes('never closed')).toBe(true);
      }
    }),
  );
});

test('a million open brackets are refused, not a stack overflow', () => {
  expect(parseJson('['.repeat(1_000_000))).toMatchObject({ ok: false, column: 1_000_001 });
});

test('what is nested more than 2,000 deep is refused at the bracket that is one too many, whatever strings hold', () => {
  const nested = (depth: number): string => `{"[\\"{": ${'['.repeat(depth - 1)}"["${']'.repeat(depth - 1)}}`;
  expect(parseJson(nested(2000))).toMatchObject({ ok: true });
  expect(parseJson(nested(2001))).toMatchObject({ ok: false, at: 2008, problem: expect.stringContaining('2000 deep') });
  expect(parseJson(`[${'[],'.repeat(3000)}0]`)).toMatchObject({ ok: true });
});

test('a value nested too deeply to be written says so', () => {
  const deep = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`) as Json;
  expect(writeJson(deep)).toContain('nested too deeply');
});

test('a value that is nested deeply is written without indentation, which would cost megabytes', () => {
  const deep = parseJson(`${'['.repeat(1000)}${']'.repeat(1000)}`);
  expect(deep.ok && writeJson(deep.value)).toHaveLength(2000);
  const hidden = parseJson(`${'["]",'.repeat(1000)}1${']'.repeat(1000)}`);
  expect(hidden.ok && writeJson(hidden.value)).not.toContain('\n');
  expect(writeJson({ a: ['[', { b: 1 }] })).toBe(JSON.stringify({ a: ['[', { b: 1 }] }, null, 2));
});
