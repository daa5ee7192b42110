import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lintClaims, readClaims } from '#renderer/store/claim-lint.ts';
import { curlOf, shellWord, signedModelOf } from '#renderer/store/signed-tokens.ts';
import { algorithmsOf, fieldOfMoment, isReal, momentOfField, siblingsOf, supposing } from '#renderer/store/what-if.ts';
import { withoutSecrets } from '#shared/channel/channel-settings.ts';
import { textOf } from '#shared/exchange/body.ts';
import { headerValue } from '#shared/exchange/raw-http.ts';
import { platforms } from '#shared/platforms/registry.ts';
import { readPasted } from '#shared/trust/pasted.ts';
import { channelOf } from './examples.ts';
import { inEnglish } from './spoken.ts';

const kore = platforms.find(({ id }) => id === 'kore');
const demo = channelOf({
  platformId: 'kore',
  settings: kore ? withoutSecrets(kore.settings, kore.demo.settings) : {},
});
const model = { app: { names: ['appId', 'iss'], value: 'cs-1' }, requiresJti: true };
const now = 1_700_000_000_000;

test('claims are read as a JSON object, or it is said where they are none', () => {
  expect(readClaims('{"sub": 1}', inEnglish.mint.lint)).toEqual({ ok: true, claims: { sub: 1 } });
  expect(readClaims('{"sub": 1,,}', inEnglish.mint.lint)).toEqual({
    ok: false,
    problem: expect.stringMatching(/^Line 1, column 11/),
  });
  expect(readClaims('[]', inEnglish.mint.lint)).toEqual({ ok: false, problem: expect.stringContaining('JSON object') });
});

test('what a platform may stumble over is said, and nothing of claims that are fine', () => {
  const fine = { appId: 'cs-1', sub: 'u', iat: now / 1000, exp: now / 1000 + 300, jti: 'a' };
  expect(lintClaims(fine, model, now, inEnglish.mint.lint)).toEqual([]);
  expect(lintClaims({ ...fine, iss: 'cs-2' }, model, now, inEnglish.mint.lint)).toEqual([
    'iss is not the one of this channel.',
  ]);
  expect(lintClaims({ ...fine, exp: now }, model, now, inEnglish.mint.lint)).toEqual([
    expect.stringMatching(/^exp: .*milliseconds/),
  ]);
  expect(
    lintClaims({ ...fine, exp: 1, nbf: now / 1000 + 60, iat: now / 1000 + 600 }, model, now, inEnglish.mint.lint),
  ).toEqual([
    'exp is past: the token has expired.',
    'nbf is ahead: the token is not valid yet.',
    'iat is ahead: it claims to be made in the future.',
  ]);
  expect(lintClaims({}, model, now, inEnglish.mint.lint)).toEqual([
    'No claim names the app: it needs appId or iss.',
    'There is no exp: the token never expires.',
    'There is no sub: nobody is named whom the token is about.',
    'There is no jti, and the app enforces it.',
  ]);
});

test('a quote in a shell word ends it, is escaped, and begins it again', () => {
  expect(shellWord(`it's $HOME`)).toBe(String.raw`'it'\''s $HOME'`);
});

test('the curl command for a token says the request that was meant, whatever is in the header', () => {
  if (!kore) throw new Error('The platform is gone.');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), (odd) => {
      const value = `Bearer x${odd.trimEnd()}`;
      const read = readPasted(curlOf(demo, kore, 'http://127.0.0.1:4700', ['Authorization', value]));
      if (!read.ok) throw new Error(read.problem);
      expect(headerValue(read.request.headers, 'authorization')).toBe(value);
      expect([read.request.method, read.request.target]).toEqual([
        'POST',
        `/chatbot/hooks/${demo.settings['botId'] as string}`,
      ]);
      expect(JSON.parse(textOf(read.request.body).text)).toHaveProperty('message');
    }),
  );
});

test('only channels whose platform asks for a signed token have tokens to make', () => {
  expect(signedModelOf(demo, kore)).toMatchObject({ kind: 'jwt', signingKey: '' });
  const others = platforms.filter(({ id }) => id !== 'kore');
  expect(others.map((each) => signedModelOf(channelOf({ settings: each.demo.settings }), each))).toEqual(
    others.map(() => null),
  );
  expect(signedModelOf(demo, undefined)).toBeNull();
});

test('a moment survives the date-time field to the second, and what is no moment is none', () => {
  expect(momentOfField(fieldOfMoment(now))).toBe(now);
  expect(momentOfField('')).toBeNull();
});

test('a supposition is made, changed and taken back', () => {
  const later = supposing(supposing({}, 'at', 5), 'algorithm', 'HS512');
  expect(later).toEqual({ at: 5, algorithm: 'HS512' });
  expect(isReal(later)).toBe(false);
  expect(isReal(supposing(supposing(later, 'at', undefined), 'algorithm', undefined))).toBe(true);
});

test('what can be supposed is what the platform and the bench have', () => {
  expect(algorithmsOf(kore).map(({ value }) => value)).toEqual(['HS256', 'HS512', 'RS256', 'RS512']);
  expect(algorithmsOf(undefined)).toEqual([]);
  const channels = [demo, channelOf({ id: 'c2', platformId: 'kore' }), channelOf({ id: 'c3' })];
  expect(siblingsOf(demo, channels).map(({ id }) => id)).toEqual(['c2']);
});
