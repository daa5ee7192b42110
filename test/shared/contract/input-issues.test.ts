import * as fc from 'fast-check';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { expect, test } from 'vitest';
import { commands } from '#shared/contract/harness.ts';
import { issuesOf } from '#shared/contract/input-issues.ts';
import { platforms } from '#shared/platforms/registry.ts';
import { BenchSettings, defaultSettings } from '#shared/session/state.ts';

const exact = { additionalProperties: false };
const Limit = Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]);
const Part = Type.Union([
  Type.Object({ kind: Type.Literal('text'), text: Type.String({ minLength: 1 }) }, exact),
  Type.Object({ kind: Type.Literal('press'), title: Type.String() }, exact),
]);

test.each([
  [Type.String({ minLength: 1 }), '', 'must not be empty'],
  [Type.String({ minLength: 8 }), 'short', 'must be at least 8 characters long'],
  [Type.String({ maxLength: 2000 }), 'x'.repeat(2001), 'must be at most 2,000 characters long'],
  [Type.String({ maxLength: 1 }), 'xx', 'must be at most 1 character long'],
  [Type.String(), 5, 'must be text'],
  [Type.Integer(), 1.5, 'must be a whole number'],
  [Type.Integer({ minimum: 1 }), 0, 'must be at least 1'],
  [Type.Integer({ maximum: 65535 }), 70_000, 'must be at most 65,535'],
  [Type.Integer({ maximum: 1024 ** 3, unit: 'bytes' }), 2 ** 31, 'must be at most 1 GB'],
  [Type.Number({ exclusiveMinimum: 0 }), 0, 'must be more than 0'],
  [Type.Number({ exclusiveMaximum: 0.5 }), 1, 'must be less than 0.5'],
  [Type.Number(), '1', 'must be a number'],
  [Type.Boolean(), 'yes', 'must be true or false'],
  [Type.Record(Type.String(), Type.Unknown()), [], 'must be a JSON object'],
  [Type.Array(Type.String(), { minItems: 1 }), [], 'must have at least one entry'],
  [Type.Array(Type.String(), { maxItems: 2 }), ['', '', ''], 'must have at most 2 entries'],
  [Type.String({ pattern: '^a', must: 'begin with a' }), 'b', 'must begin with a'],
  [Type.String({ pattern: '^a' }), 'b', 'is not written in the form that is expected here'],
  [Type.Union([Type.Literal('normal'), Type.Literal('full')]), 'some', 'must be "normal" or "full"'],
  [Limit, 0, 'must be at least 1'],
  [Limit, 1.5, 'must be a whole number or nothing'],
  [Limit, 'many', 'must be a whole number or nothing'],
])('%j refuses %j in one sentence of people', (schema, value, message) => {
  expect(issuesOf(schema, value)).toEqual([{ path: '', message }]);
});

test.each([
  [{ kind: 'text', text: '' }, '/text', 'must not be empty'],
  [{ kind: 'press' }, '/title', 'is missing'],
  [{ kind: 'press', title: 'a', text: 'b' }, '/text', 'is not known here'],
  [{ kind: 'wave' }, '/kind', 'must be "text" or "press"'],
  [{}, '/kind', 'must be "text" or "press"'],
  [7, '', 'must be a JSON object'],
])('of a choice between objects, %j is judged as the one that was meant', (value, path, message) => {
  expect(issuesOf(Part, value)).toEqual([{ path, message }]);
});

test('each issue sits at its own field, however deep, in lists too', () => {
  const schema = Type.Object({ rules: Type.Array(Type.Object({ 'a/b': Type.Integer(), part: Part })) });
  expect(issuesOf(schema, { rules: [{ 'a/b': '1', part: { kind: 'text', text: '' } }, 3] })).toEqual([
    { path: '/rules/0/a~1b', message: 'must be a whole number' },
    { path: '/rules/0/part/text', message: 'must not be empty' },
    { path: '/rules/1', message: 'must be a JSON object' },
  ]);
});

test('all settings of the bench can be wrong at once, and each is told', () => {
  const limits = { bodyLimit: 0, keepExchanges: 0, keepBytes: 0.5 };
  const wrong = { port: -1, ...limits, durability: 'none', theme: 'pink', language: 'la' };
  expect(issuesOf(BenchSettings, wrong).map(({ path }) => path)).toEqual(Object.keys(wrong).map((name) => `/${name}`));
  expect(issuesOf(BenchSettings, defaultSettings)).toEqual([]);
});

test('a value has issues exactly when its schema refuses it, never a word of the library, and only a few', () => {
  const schemas = [...Object.values(commands).map(({ input }) => input), ...platforms.map(({ settings }) => settings)];
  fc.assert(
    fc.property(fc.constantFrom(...schemas), fc.jsonValue(), (schema, value) => {
      const issues = issuesOf(schema, value);
      expect(issues.length === 0).toBe(Value.Check(schema, value));
      expect(issues.length).toBeLessThanOrEqual(20);
      // The path may hold any name that the value has.
      expect(issues.map(({ message }) => message).join('\n')).not.toMatch(/schema|anyOf|constant|pattern|[<>]=/);
    }),
  );
});
