import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenWithin } from '#shared/trust/autopsy/jwt-within.ts';
import { bearing, examined, firstOf, made } from '#test/shared/trust/autopsy/jwt-case.ts';

const token = made();

test.each([
  token,
  `Bearer ${token}`,
  `{"access_token":"${token}","n":1.5}`,
  `token=${token}&a=b`,
  `a sentence. with dots. and then ${token}, and more.`,
])('a token is found in %j', (text) => {
  expect(tokenWithin(text)).toBe(token);
});

test.each(['', 'hello.world', 'eyJ', 'they.were.here', '{"a":1.5}', token.split('.')[0] ?? ''])(
  'there is none in %j',
  (text) => {
    expect(tokenWithin(text)).toBeUndefined();
  },
);

test('whatever stands around it, with a space between', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('x', '.', ' ', '"', '=') }), (around) => {
      expect(tokenWithin(`${around} ${token} ${around}`)).toBe(token);
    }),
  );
});

test('a long body that only looks like many beginnings is read to its end', async () => {
  expect(await firstOf({ body: 'eyJAAAAAAAAA'.repeat(80_000) })).toBe('credential.missing');
  expect(await firstOf({ body: `${'eyJAAAAAAAAA'.repeat(1000)} ${token}` })).toBe('jwt.header.body');
});

test('a header of many kilobytes is still judged by what it says, without repairs', async () => {
  const large = made({ payload: { sub: 'u'.repeat(9000) } });
  expect((await examined({ headers: bearing(large) })).causes[0]?.code).toBe('jwt.app.missing');
});
