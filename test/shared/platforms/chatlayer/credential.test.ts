import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf } from '#shared/exchange/body.ts';
import type { HeaderLines, RawRequest } from '#shared/exchange/raw-http.ts';
import { judgeBearer, judgeBodyToken, judgeQueryToken } from '#shared/platforms/chatlayer/credential.ts';
import { facts } from '#shared/platforms/chatlayer/facts.ts';

const token = 'NOT-A-REAL-TOKEN-Ab1';

const request = (over: { readonly headers?: HeaderLines; readonly target?: string }): RawRequest => ({
  method: 'POST',
  target: over.target ?? '/x',
  headers: over.headers ?? [],
  body: bytesOf(''),
});

const bearer = (authorization: string) =>
  judgeBearer(request({ headers: [['authorization', authorization]] }), token, {});

describe('the access token', () => {
  test.each(['Bearer', 'bearer', 'BEARER'])('is taken with the scheme %s', (scheme) => {
    expect(bearer(`${scheme} ${token}`)).toMatchObject({
      state: 'trusted',
      credential: { kind: 'text', at: 'header authorization' },
    });
  });

  test.each([
    [`Bearer ${token.toLowerCase()}`, 'differs only by upper and lower case'],
    ['Bearer NOT-A-REAL-TOKEN-of-another', 'another one'],
    ['Bearer ', 'is empty'],
    [token, 'does not begin with Bearer'],
    [`Basic ${token}`, 'does not begin with Bearer'],
  ])('%s is refused, and the reason says why', (authorization, reason) => {
    const verdict = bearer(authorization);
    expect(verdict.state).toBe('refused');
    expect(verdict.because).toContain(reason);
    expect(verdict.fix).toContain('Authorization: Bearer');
  });

  test.each([
    ['in the query', { target: `/x?access_token=${token}` }, undefined, 'access_token in the query'],
    ['as a verify token in the body', {}, { verifyToken: 'v' }, 'as the deprecated dialect wants it'],
  ])('is looked for where it does not belong: %s', (_name, over, body, reason) => {
    expect(judgeBearer(request(over), token, body ?? {}).because).toContain(reason);
  });

  test('that the settings have lost is told as that', () => {
    expect(judgeBearer(request({ headers: [['Authorization', 'Bearer x']] }), '', {}).because).toContain(
      'has no access token',
    );
  });
});

describe('the verify token in the body', () => {
  const judge = (verifyToken: unknown, over = {}) =>
    judgeBodyToken(
      request(over),
      token,
      verifyToken === undefined ? {} : { verifyToken: verifyToken as string },
      facts.verifyToken,
    );

  test('is trusted when it is the same', () => {
    expect(judge(token)).toMatchObject({ state: 'trusted', credential: { kind: 'text', at: 'body /verifyToken' } });
  });

  test.each([
    [undefined, 'There is no verifyToken'],
    ['', 'is empty'],
    [7, 'is not a text'],
    [` ${token}`, 'only by white space'],
    [token.toUpperCase(), 'only by upper and lower case'],
    ['8wMsLZkdDPT64nqh', 'another one'],
  ])('%s is refused, and the reason says why', (verifyToken, reason) => {
    const verdict = judge(verifyToken);
    expect(verdict.state).toBe('refused');
    expect(verdict.because).toContain(reason);
  });

  test('is not compared where none is set', () => {
    expect(judgeBodyToken(request({}), '', { verifyToken: 'x' }, facts.verifyToken).state).toBe('unchecked');
  });

  test('in the query is told to be of the other protocol', () => {
    expect(judge(undefined, { target: '/x?challenge.verifyToken=y' }).because).toContain('offloading webhook');
  });
});

describe('the verify token in the query', () => {
  test('has a dot in its name', () => {
    expect(judgeQueryToken(request({ target: `/x?challenge.verifyToken=${token}` }), token, undefined).state).toBe(
      'trusted',
    );
    expect(judgeQueryToken(request({ target: `/x?verifyToken=${token}` }), token, undefined).because).toContain(
      'with the dot',
    );
  });
});

test('no verdict tells anything of either token', () => {
  const secret = fc.string({ unit: fc.constantFrom('q', 'w', '7', '#'), minLength: 6, maxLength: 12 });
  fc.assert(
    fc.property(secret, secret, (given, wanted) => {
      const words = JSON.stringify([
        judgeBearer(request({ headers: [['Authorization', `Bearer ${given}`]] }), wanted, {}),
        judgeBodyToken(request({}), wanted, { verifyToken: given }, facts.verifyToken),
        judgeQueryToken(
          request({ target: `/x?challenge.verifyToken=${encodeURIComponent(given)}` }),
          wanted,
          undefined,
        ),
      ]);
      expect(words).not.toContain(given);
      expect(words).not.toContain(wanted);
    }),
  );
});
