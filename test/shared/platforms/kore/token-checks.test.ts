import { generateKeyPairSync } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HeaderLines } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import { judgeCredential, ownChecks, refusalStatus } from '#shared/platforms/kore/credential.ts';
import { examplePublicKey, exampleTokens } from '#shared/platforms/kore/example-tokens.ts';
import { mintToken } from '#shared/platforms/kore/mint.ts';
import { koreSettings } from '#shared/platforms/kore/settings.ts';
import type { Claimant } from '#shared/platforms/kore/token-evidence.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { decodeJwt } from '#shared/trust/jwt.ts';
import { clientId, contextWith, secret } from '#test/shared/platforms/kore/kore-context.ts';

const sent = (headers: HeaderLines) => ({ method: 'POST', target: '/', headers, body: new Uint8Array() });
const withToken = (token: string) => sent([['Authorization', `bearer ${token}`]]);
const judge = (token: string, context: PlatformContext = contextWith(), claimant?: Claimant) =>
  judgeCredential(withToken(token), context, claimant);
const sign = (claims: JsonObject, key = secret): Promise<string> =>
  contextWith().tokens.sign({ alg: 'HS256', typ: 'JWT' }, { appId: clientId, sub: 1, ...claims }, key);
const resultsOf = ({ checks }: { readonly checks: Awaited<ReturnType<typeof judge>>['checks'] }) =>
  Object.fromEntries(checks.map((each) => [each.id.replace('jwt.', ''), each.result]));
const detailOf = ({ checks }: Awaited<ReturnType<typeof judge>>, id: string) =>
  checks.find((each) => each.id === id)?.detail;

describe('a token that openssl signed with an RSA key', () => {
  const rsa = (algorithm: string, over: JsonObject = {}) =>
    contextWith({ algorithm, publicKey: examplePublicKey, ...over });

  test.each([
    ['RS256', exampleTokens.rs256],
    ['RS512', exampleTokens.rs512],
  ])('%s is trusted with the public key of the channel alone', async (algorithm, token) => {
    const { settings, ...context } = rsa(algorithm);
    const { clientSecret: _unneeded, ...rest } = settings;
    const verdict = await judge(token, { ...context, settings: rest });
    expect(verdict).toMatchObject({ state: 'trusted', credential: { kind: 'jwt', header: 'authorization' } });
    expect(detailOf(verdict, 'jwt.signature')).toBe('The signature matches the public key of this channel.');
  });

  test('of the other algorithm is refused, though the key is the right one', async () => {
    const verdict = await judge(exampleTokens.rs512, rsa('RS256'));
    expect(resultsOf(verdict)).toMatchObject({ alg: 'fail', app: 'pass', signature: 'pass' });
    expect(verdict.because).toContain('says RS512, but the app of this channel uses RS256');
  });

  test('of another pair is refused', async () => {
    const { publicKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    const verdict = await judge(exampleTokens.rs256, rsa('RS256', { publicKey }));
    expect(resultsOf(verdict)).toMatchObject({ alg: 'pass', signature: 'fail' });
    expect(verdict.because).toContain('does not match the public key');
  });

  test('the confusion of keys is refused, and named', async () => {
    const verdict = await judge(exampleTokens.confused, rsa('RS256'));
    expect(resultsOf(verdict)).toMatchObject({ alg: 'fail', signature: 'fail' });
    expect(verdict.because).toContain('the text of the public key as a secret');
    expect(refusalStatus(verdict)).toBe(401);
  });

  test.each([
    ['', 'There is no key'],
    [examplePublicKey.slice(0, 100), 'is cut off'],
    ['-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----', 'openssl x509'],
    [examplePublicKey.replace('MIIB', 'AAAA'), 'is damaged'],
  ])('with a public key that cannot be used, case %#, the check says why', async (publicKey, sentence) => {
    const verdict = await judge(exampleTokens.rs256, rsa('RS256', { publicKey }));
    expect(verdict.state).toBe('refused');
    expect(detailOf(verdict, 'jwt.signature')).toContain(sentence);
  });
});

describe('an app that enforces JTI', () => {
  const enforced = { enforceJti: true };

  test('refuses a token without one, and does not look at it otherwise', async () => {
    expect((await judge(exampleTokens.valid, contextWith(enforced))).because).toContain('the token has no jti');
    expect((await judge(exampleTokens.valid)).state).toBe('trusted');
  });

  test('takes each once only, and says that this is assumed', async () => {
    const context = contextWith(enforced);
    expect((await judge(exampleTokens.withJti, context)).state).toBe('trusted');
    const again = await judge(exampleTokens.withJti, context);
    expect(again.because).toContain('was taken before');
    expect(again.checks.find((each) => each.id === 'jwt.jti')?.status).toBe('assumed');
    expect((await judge(await sign({ jti: 'another' }), context)).state).toBe('trusted');
  });

  test('only warns of one that was used where that is switched off', async () => {
    const context = contextWith({ ...enforced, refuseReusedJti: false });
    await judge(exampleTokens.withJti, context);
    expect(resultsOf(await judge(exampleTokens.withJti, context))).toMatchObject({ jti: 'warn' });
  });

  test('a token that was refused does not use up its jti', async () => {
    const context = contextWith(enforced);
    const expired = { jti: 'invented-2', exp: 1 };
    expect(refusalStatus(await judge(await sign(expired), context))).toBe(401);
    expect((await judge(await sign({ jti: 'invented-2' }), context)).state).toBe('trusted');
  });

  test.each([[7], [null], [{ a: 1 }], ['x'.repeat(5000)]])('a jti %j is remembered as well', async (jti) => {
    const context = contextWith(enforced);
    expect((await judge(await sign({ jti }), context)).state).toBe('trusted');
    expect((await judge(await sign({ jti }), context)).state).toBe('refused');
  });
});

describe('userIdentity', () => {
  const v2 = (fromId: string | null): Claimant => ({ version: 'v2', fromId });

  test.each([
    ['u-42', v2('u-42'), 'pass'],
    ['u-42', v2('u-43'), 'fail'],
    [42, v2('42'), 'pass'],
    ['U-42 ', v2('u-42'), 'fail'],
    ['u-42', v2(null), 'not-applicable'],
    ['u-42', { version: 'v1' }, 'not-applicable'],
    [undefined, v2('u-42'), 'not-applicable'],
  ] as const)('%j, for %j: %s', async (userIdentity, claimant, result) => {
    const token = await sign(userIdentity === undefined ? {} : { userIdentity });
    expect(resultsOf(await judge(token, contextWith(), claimant))).toMatchObject({ identity: result });
  });

  test('another one is refused with 401, and what differs is said', async () => {
    const verdict = await judge(await sign({ userIdentity: 'U-42' }), contextWith(), v2('u-42'));
    expect(verdict.because).toBe(
      'Refused: userIdentity is U-42, but from.id is u-42. Only upper and lower case or spaces differ.',
    );
    expect(refusalStatus(verdict)).toBe(401);
  });
});

describe('an anonymous user', () => {
  test('is refused with 412, unless the app allows it', async () => {
    expect(refusalStatus(await judge(exampleTokens.anonymous))).toBe(412);
    const allowed = await judge(exampleTokens.anonymous, contextWith({ allowAnonymous: true }));
    expect([allowed.state, refusalStatus(allowed)]).toEqual(['trusted', null]);
  });

  test('is refused with 401 when the token has another fault as well: that one is decided first', async () => {
    expect(refusalStatus(await judge(await sign({ isAnonymous: true, exp: 1 })))).toBe(401);
  });

  test('is only a warning at the app end, which cannot know what the app allows', () => {
    const checks = ownChecks(withToken(exampleTokens.anonymous), contextWith());
    expect(resultsOf({ checks })).toMatchObject({ anonymous: 'warn', signature: 'not-applicable' });
  });
});

describe('a token that the app end mints', () => {
  const pair = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const mint = (settings: JsonObject, userId?: string) => {
    const context = contextWith(settings);
    return mintToken(koreSettings(context.settings), context, userId);
  };

  test.each(['HS256', 'HS512', 'RS256', 'RS512'])('with %s is trusted by the platform end', async (algorithm) => {
    const settings = { algorithm, ...pair };
    const token = await mint(settings);
    expect(decodeJwt(token).header.decoded).toBe(`{"alg":"${algorithm}","typ":"JWT"}`);
    expect((await judge(token, contextWith(settings))).state).toBe('trusted');
  });

  test('says whose message it goes with, where that is switched on', async () => {
    const claims = decodeJwt(await mint({ identityClaim: true }, 'u-42')).payload.json;
    expect(claims?.['userIdentity']).toBe('u-42');
    expect(decodeJwt(await mint({}, 'u-42')).payload.json).not.toHaveProperty('userIdentity');
  });

  test.each([
    [{ algorithm: 'RS256', privateKey: '' }, '/settings/privateKey', 'is missing'],
    [{ algorithm: 'RS512', privateKey: pair.publicKey }, '/settings/privateKey', 'nothing can be signed with it'],
    [{ algorithm: 'HS512', clientSecret: '' }, '/settings/clientSecret', 'is missing'],
  ])('cannot be made without a key that fits, case %#: the setting is named', async (settings, path, message) => {
    await expect(mint(settings)).rejects.toMatchObject({
      fault: { code: 'input.invalid', issues: [{ path, message: expect.stringContaining(message) }] },
    });
  });
});

test('no key and no secret is ever repeated, whatever the token says', async () => {
  const keys = { algorithm: 'RS256', publicKey: examplePublicKey, privateKey: 'NOT-A-REAL-KEY-invented' };
  const claim = fc.constantFrom<unknown>(secret, `${secret} `, keys.privateKey, 7, null, [secret], { a: secret });
  const anyClaims = fc.dictionary(fc.constantFrom('appId', 'exp', 'jti', 'userIdentity', 'isAnonymous', 'nbf'), claim);
  await fc.assert(
    fc.asyncProperty(anyClaims, fc.constantFrom('HS256', 'RS256'), async (claims, algorithm) => {
      const token = await contextWith().tokens.sign({ alg: 'HS256' }, claims, secret);
      const verdict = await judge(token, contextWith({ ...keys, algorithm, enforceJti: true }), {
        version: 'v2',
        fromId: secret,
      });
      expect(JSON.stringify(verdict)).not.toContain(secret);
      expect(JSON.stringify(verdict)).not.toContain(keys.privateKey);
    }),
  );
});
