import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json, JsonObject } from '#shared/text/json.ts';
import { withJsonValue } from '#shared/text/json-splice.ts';

test.each([
  ['{}', ['a'], '{"a":1}'],
  ['{ }', ['a', 'b'], '{ "a":{"b":1}}'],
  ['{"b":[{"a":2}] }', ['a'], '{"b":[{"a":2}] ,"a":1}'],
  ['{"a":{"b":"}"},"c":"{\\""}', ['a', 'b'], '{"a":{"b":1},"c":"{\\""}'],
  ['{"a":[1,2]}', ['a', 'b'], '{"a":{"b":1}}'],
  ['{"a":0,"\\u0061":0}', ['a'], '{"a":0,"\\u0061":1}'],
  ['{"__proto__":{"x":0}}', ['__proto__', 'x'], '{"__proto__":{"x":1}}'],
] as const)('in %s the value is written and nothing else changes', (text, names, after) => {
  expect(withJsonValue(text, names, 1)).toBe(after);
});

test('depth does not exhaust the stack', () => {
  const deep = '['.repeat(50_000) + ']'.repeat(50_000);
  expect(withJsonValue(`{"deep":${deep},"a":0}`, ['a'], 1)).toBe(`{"deep":${deep},"a":1}`);
});

const key = fc.constantFrom('a', 'b', 'a/b', '', '"', 'é');
const member = fc.dictionary(key, fc.jsonValue().filter((each) => typeof each !== 'object') as fc.Arbitrary<Json>);
const object = fc.dictionary(
  key,
  fc.oneof(member, member, fc.jsonValue() as fc.Arbitrary<Json>),
) as fc.Arbitrary<JsonObject>;
const atPath = (value: unknown, names: readonly string[]): unknown =>
  names.reduce<unknown>((inner, name) => (inner as JsonObject)[name], value);

test('whatever stands there, the value is read where it was written, and the rest is as it was', () => {
  fc.assert(
    fc.property(
      object,
      fc.array(key, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(undefined, 1),
      (before, names, indent) => {
        const after = JSON.parse(withJsonValue(JSON.stringify(before, null, indent), names, 'new')) as JsonObject;
        expect(atPath(after, names)).toBe('new');
        const { [names[0] ?? '']: _was, ...rest } = before;
        const { [names[0] ?? '']: _is, ...restAfter } = after;
        expect(restAfter).toEqual(JSON.parse(JSON.stringify(rest)));
      },
    ),
  );
});
