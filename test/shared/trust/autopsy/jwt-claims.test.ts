import { generateKeyPairSync, createSign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { kore } from '#shared/platforms/kore/index.ts';
import { examine } from '#shared/trust/autopsy/examine.ts';
import { contextOf, now } from '#test/shared/platforms/platform-context.ts';
import {
  bearing,
  botId,
  channelWith,
  claims,
  clientId,
  examined,
  greeting,
  made,
  ofToken,
  seconds,
  secret,
} from '#test/shared/trust/autopsy/jwt-case.ts';

const withClaims = (payload: object): string => made({ payload });
const { appId, ...nobody } = claims;

describe('the algorithm', () => {
  test.each([
    [
      'jwt.alg.none',
      `${made({ header: { alg: 'none' } })
        .split('.')
        .slice(0, 2)
        .join('.')}.`,
    ],
    ['jwt.alg.none', made({ header: { alg: 'NoNe' } })],
    ['jwt.alg.missing', made({ header: { typ: 'JWT' } })],
    ['jwt.alg.case', made({ header: { alg: 'hs256' } })],
    ['jwt.alg.other', made({ header: { alg: 'HS512' }, hash: 'sha512' })],
    ['jwt.alg.other', made({ header: { alg: 'HS384' }, hash: 'sha384' })],
    ['jwt.alg.other', made({ header: { alg: 'RS256' } })],
    ['jwt.alg.other', made({ header: { alg: 256 } })],
  ])('%s, case %#', async (code, token) => {
    expect(await ofToken(token)).toBe(code);
  });
});

describe('the app', () => {
  test.each([
    ['jwt.app.missing', nobody],
    ['jwt.app.missing', { ...nobody, aud: clientId }],
    ['jwt.app.misspelt', { ...nobody, appid: appId }],
    ['jwt.app.misspelt', { ...nobody, 'App ID': appId }],
    ['jwt.app.misspelt', { ...nobody, clientId: appId }],
    ['jwt.app.misspelt', { ...nobody, bot: appId }],
    ['jwt.app.bot-id', { ...claims, appId: botId }],
    ['jwt.app.other', { ...claims, appId: 'cs-not-this-one' }],
    ['jwt.app.other', { ...claims, appId: clientId.toUpperCase() }],
    ['jwt.app.other', { ...claims, appId: 7 }],
    ['jwt.app.other', { ...nobody, iss: 'somebody' }],
    ['none', { ...nobody, iss: clientId }],
    ['none', { ...claims, aud: 'https://idproxy.kore.ai/authorize' }],
  ])('%s: %j', async (code, payload) => {
    expect(await ofToken(withClaims(payload))).toBe(code);
  });
});

describe('the times', () => {
  test('expired: by how much, and what skew would let it pass', async () => {
    const { causes } = await examined({
      headers: bearing(withClaims({ ...claims, iat: seconds - 400, exp: seconds - 90 })),
    });
    expect(causes).toHaveLength(1);
    expect(causes[0]).toMatchObject({
      code: 'jwt.exp.past',
      because: 'The token expired 90 seconds ago.',
      proof:
        'exp is 90 s in the past. It would pass where clocks may differ by 91 s. It was made to last 5 minutes (310 s).',
    });
  });

  test.each([
    ['jwt.exp.past', { ...claims, exp: 1_300_819_380 }],
    ['jwt.exp.past', { ...claims, exp: seconds }],
    ['jwt.exp.past', { ...claims, exp: 0 }],
    ['jwt.exp.unit', { ...claims, exp: 3600 }],
    ['jwt.exp.type', { ...claims, exp: String(seconds + 300) }],
    ['jwt.exp.type', { ...claims, exp: null }],
    ['none', { ...claims, exp: (seconds + 300) * 1000 }],
    ['none', { ...claims, nbf: seconds + 300 }],
    ['none', nobody.exp === 0 ? {} : { appId, sub: 1 }],
  ])('%s: %j', async (code, payload) => {
    expect(await ofToken(withClaims(payload))).toBe(code);
  });

  test('what this platform does not look at is named as possible, behind what it refuses', async () => {
    const token = withClaims({ ...claims, exp: seconds - 1, nbf: seconds + 60, iat: (seconds + 60) * 1000 });
    const { causes } = await examined({ headers: bearing(token) });
    expect(causes.map(({ code, certainty }) => `${code} ${certainty}`)).toEqual([
      'jwt.exp.past proven',
      'jwt.nbf.future possible',
      'jwt.iat.unit possible',
    ]);
  });
});

describe('token id, user, anonymity', () => {
  test('a jti is asked for, and counts once', async () => {
    expect(await ofToken(made(), { settings: { enforceJti: true } })).toBe('jwt.jti.missing');
    const token = withClaims({ ...claims, jti: 'j-1' });
    const context = contextOf(kore, { clientId, clientSecret: secret, botId, enforceJti: true, refuseReusedJti: true });
    const request = {
      method: 'POST',
      target: `/chatbot/hooks/${botId}`,
      headers: bearing(token),
      body: new TextEncoder().encode(greeting),
    };
    await kore.read('platform', request, context);
    const { verdict } = await kore.read('platform', request, context);
    const { causes } = await examine({
      request,
      channel: channelWith({ enforceJti: true, refuseReusedJti: true }),
      verdict,
      others: [],
      now,
      earlierExchange: () => 17,
      tokens: context.tokens,
    });
    expect(causes[0]).toMatchObject({
      code: 'jwt.jti.reused',
      because: 'The jti of this token was used before, by exchange 17.',
    });
  });

  test('userIdentity is compared on V2 only', async () => {
    const token = withClaims({ ...claims, userIdentity: 'u-7' });
    const body = '{"message":{"type":"text","val":"hi"},"from":{"id":"u-42"}}';
    expect(await ofToken(token, { version: 'v2', body })).toBe('jwt.user-identity');
    expect(await ofToken(token)).toBe('none');
  });

  test('an anonymous user needs an app that allows it', async () => {
    const token = withClaims({ ...claims, isAnonymous: true });
    expect(await ofToken(token, { settings: { allowAnonymous: false } })).toBe('not-credential.anonymous');
    expect(await ofToken(token, { settings: { allowAnonymous: true } })).toBe('none');
  });
});

describe('a pair of keys', () => {
  const pair = () =>
    generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
  const { publicKey, privateKey } = pair();
  const part = (value: string): string => Buffer.from(value).toString('base64url');
  const signed = (payload: string, key = privateKey): string => {
    const input = `${part('{"alg":"RS256"}')}.${part(payload)}`;
    return `${input}.${createSign('sha256').update(input).sign(key, 'base64url')}`;
  };
  const token = signed(JSON.stringify(claims));
  const settings = { algorithm: 'RS256', publicKey };
  const [head = '', body = '', signature = ''] = token.split('.');
  const hs = { alg: 'HS256', typ: 'JWT' };

  test.each([
    ['none', token, settings],
    ['jwt.key.wrong', signed(JSON.stringify(claims), pair().privateKey), settings],
    ['jwt.key.damaged', token, { ...settings, publicKey: publicKey.replaceAll('\n', String.raw`\n`) }],
    ['jwt.key.damaged', token, { ...settings, publicKey: publicKey.replace(/-----[^-]+-----\n/, '') }],
    ['jwt.key.damaged', token, { ...settings, publicKey: publicKey.slice(0, 200) }],
    ['jwt.key.damaged', token, { ...settings, publicKey: '' }],
    ['jwt.alg.confusion', made({ header: hs, key: publicKey }), settings],
    ['jwt.alg.confusion', made({ header: hs, key: publicKey.trim() }), settings],
    ['jwt.alg.confusion', made({ header: hs, key: publicKey }), { ...settings, algorithm: 'HS256' }],
    ['jwt.alg.other', made(), settings],
    ['jwt.form.truncated', token.slice(0, -20), settings],
    ['jwt.signature.missing', `${head}.${body}.`, settings],
    ['jwt.payload.re-encoded', `${head}.${part(JSON.stringify(claims, null, 1))}.${signature}`, settings],
    ['jwt.payload.re-encoded', `${head}.${part(JSON.stringify({ ...claims, sub: 'admin' }))}.${signature}`, settings],
  ])('%s, case %#', async (code, sent, over) => {
    expect(await ofToken(sent, { settings: over })).toBe(code);
  });

  test('a wrong key is proven by what comes out of the signature', async () => {
    const { causes } = await examined({
      headers: bearing(signed(JSON.stringify(claims), pair().privateKey)),
      settings,
    });
    expect(causes[0]).toMatchObject({ code: 'jwt.key.wrong', certainty: 'proven' });
    expect(causes[0]?.proof).toContain('noise');
  });

  test('the pair of another channel is found', async () => {
    const other = pair();
    const { causes } = await examined({
      headers: bearing(signed(JSON.stringify(claims), other.privateKey)),
      settings,
      others: [channelWith({ algorithm: 'RS256', publicKey: other.publicKey, clientId: 'cs-other' })],
    });
    expect(causes[0]).toMatchObject({ code: 'jwt.key.wrong', remedy: { kind: 'use-channel', channelId: 'ch-1' } });
  });
});
