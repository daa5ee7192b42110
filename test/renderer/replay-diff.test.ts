import { expect, test } from 'vitest';
import { changesOf, claimChanges, lessonOf, outcomeWords, toldValue } from '#renderer/store/replay-diff.ts';
import { remedyOf } from '#renderer/store/remedy.ts';
import { decodeJwt } from '#shared/trust/jwt.ts';
import type { Cause } from '#shared/trust/autopsy/cause.ts';
import type { Verdict } from '#shared/trust/verdict.ts';
import { exchangeOf } from './examples.ts';
import { inEnglish } from './spoken.ts';

const part = (value: object): string => btoa(JSON.stringify(value)).replaceAll('=', '');
const token = (claims: object, signature = 'c2lnbmF0dXJl'): string =>
  `${part({ alg: 'HS256' })}.${part(claims)}.${signature}`;

test('lines differ by value, by absence, and by how often they appear; case and order of names do not count', () => {
  const before = [
    ['X-A', '1'],
    ['X-B', 'old'],
    ['X-C', '1'],
    ['X-C', '2'],
  ] as const;
  const after = [
    ['x-b', 'new'],
    ['x-a', '1'],
    ['x-c', '1'],
    ['X-D', 'more'],
  ] as const;
  expect(changesOf(before, after)).toEqual([
    { name: 'x-b', before: 'old', after: 'new' },
    { name: 'X-C', before: '2', after: null },
    { name: 'X-D', before: null, after: 'more' },
  ]);
});

test('tokens are compared claim by claim, and named by their end only', () => {
  const [one, other] = [token({ sub: 'u', exp: 1 }), token({ sub: 'u', exp: 2, iat: 1 })];
  expect(claimChanges(decodeJwt(one), decodeJwt(other))).toEqual([
    { name: 'exp', before: '1', after: '2' },
    { name: 'iat', before: null, after: '1' },
  ]);
  expect(toldValue('Authorization', `Bearer ${one}`, inEnglish.replay)).toBe('Bearer token that ends in …bmF0dXJl');
});

test('what may be a credential is not shown, wherever it stands; how a request travels is', () => {
  expect(toldValue('Content-Type', 'application/json', inEnglish.replay)).toBe('application/json');
  expect(toldValue('authorization', 'Bearer of-an-invented-channel', inEnglish.replay)).toBe(
    'Bearer •••••• (22 characters)',
  );
  expect(toldValue('X-Anything', 'of-an-invented-channel', inEnglish.replay)).toBe('•••••• (22 characters)');
});

test('what a replay shows is said in a sentence', () => {
  const refused = exchangeOf(1, { verdict: 'refused', outcome: { state: 'answered', status: 401 } });
  const trusted = exchangeOf(2);
  const open = exchangeOf(3, { outcome: { state: 'pending' }, verdict: 'unchecked' });
  const foreign = exchangeOf(4, { verdict: 'unchecked' });
  expect(lessonOf(refused, trusted, 're-sign', inEnglish)).toMatch(/that was all that was wrong/);
  expect(lessonOf(refused, refused, 're-sign', inEnglish)).toMatch(/not what decided it/);
  expect(lessonOf(refused, refused, 'as-is', inEnglish)).toBe('The outcome is the same.');
  expect(lessonOf(refused, trusted, 'as-is', inEnglish)).toMatch(/settings of the channel have changed/);
  expect(lessonOf(trusted, refused, 'as-is', inEnglish)).toMatch(/used up/);
  expect(lessonOf(trusted, refused, 're-sign', inEnglish)).toMatch(/something else is wrong/);
  const badBody = exchangeOf(5, { outcome: { state: 'answered', status: 400 } });
  expect(lessonOf(refused, badBody, 're-sign', inEnglish)).toMatch(
    /credential is accepted now.*400 for another reason/,
  );
  expect(lessonOf(refused, open, 're-sign', inEnglish)).toMatch(/Waiting/);
  expect(lessonOf(refused, foreign, 're-sign', inEnglish)).toMatch(/answered 200/);
  expect([refused, open].map((each) => outcomeWords(each, inEnglish))).toEqual(['401, refused', 'not answered yet']);
});

test('a refused request is offered what its first cause names, and a compared text the right one', () => {
  const cause = (code: Cause['code'], remedy?: Cause['remedy']): Cause => ({
    code,
    because: '',
    proof: '',
    fix: '',
    certainty: 'proven',
    ...(remedy ? { remedy } : {}),
  });
  const verdict = (state: Verdict['state'], ...causes: readonly Cause[]): Verdict => ({
    state,
    because: '',
    checks: [],
    examination: { state: 'refused', causes, bytes: null },
  });
  const trim = { kind: 'change-setting', setting: 'token', change: 'trim' } as const;
  expect(remedyOf(verdict('refused', cause('text.white-space', trim)))).toEqual(trim);
  expect(remedyOf(verdict('refused', cause('text.case')))).toEqual({ kind: 'put-right' });
  expect(remedyOf(verdict('refused', cause('text.not-set')))).toBeNull();
  expect(remedyOf(verdict('refused', cause('not-credential.path')))).toBeNull();
  expect(remedyOf(verdict('unchecked', cause('text.case')))).toBeNull();
  expect(remedyOf(verdict('refused'))).toBeNull();
});
