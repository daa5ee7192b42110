import { describe, expect, test } from 'vitest';
import { textOf } from '#shared/exchange/body.ts';
import { headerValue } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import { kore } from '#shared/platforms/kore/index.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { bearerToken, decodeJwt } from '#shared/trust/jwt.ts';
import { botId, clientId, contextWith, now, secret } from '#test/shared/platforms/kore/kore-context.ts';

const plain: JsonObject = { firstName: '', lastName: '', email: '' };
const hi = {
  userId: 'u-42',
  as: 'user',
  utterance: { kind: 'text', text: 'hi' },
  isNewSession: true,
} as const;

const say = async (
  settings: JsonObject = {},
  said: Partial<Parameters<typeof kore.say>[0]> = {},
  over: Partial<PlatformContext> = {},
) => {
  const dispatches = await kore.say({ ...hi, ...said }, contextWith({ ...plain, ...settings }, over));
  const request = dispatches[0]?.request;
  if (!request || dispatches.length !== 1) throw new Error(`Not one request, but ${String(dispatches.length)}.`);
  const token = bearerToken(headerValue(request.headers, 'authorization') ?? '') ?? '';
  return { request, body: textOf(request.body).text, token, claims: decodeJwt(token).payload.json };
};

test('the request is exactly what the channel wants', async () => {
  const { request, body } = await say();
  expect(request).toMatchObject({
    origin: 'http://127.0.0.1:4700',
    method: 'POST',
    target: `/chatbot/hooks/${botId}`,
    timeLimit: 30,
  });
  expect(request.headers.map(([name]) => name)).toEqual(['Authorization', 'Content-Type']);
  expect(headerValue(request.headers, 'content-type')).toBe('application/json');
  expect(body).toBe(`{"session":{"new":true},"message":{"text":"hi"},"from":{"id":"u-42"},"to":{"id":"${botId}"}}`);
});

describe('settings become parts of the request', () => {
  test('a further webhook instance has its own address', async () => {
    const { request } = await say({ webhookInstanceId: 'ivrInst-1' });
    expect(request.target).toBe(`/chatbot/hooks/${botId}/hookInstance/ivrInst-1`);
  });

  test('the real platform is called when we do not play its end', async () => {
    const addresses = { own: null, otherEnd: null };
    const { request } = await say({ host: 'https://qa-bots.kore.ai:443/' }, {}, { addresses });
    expect(request.origin).toBe('https://qa-bots.kore.ai:443');
  });

  test('user, recipient and custom data', async () => {
    const { body } = await say({ firstName: 'Ana', recipientId: 'Kore.ai', customData: { userToken: { a: [1] } } });
    expect(JSON.parse(body)).toMatchObject({
      from: { id: 'u-42', userInfo: { firstName: 'Ana', lastName: '', email: '' } },
      to: { id: 'Kore.ai' },
      customData: { userToken: { a: [1] } },
    });
  });

  test.each([
    ['first', true, true],
    ['first', false, false],
    ['always', false, true],
    ['never', true, false],
  ])('session.new %s, first message %s: %s', async (newSession, isNewSession, expected) => {
    const { body } = await say({ newSession }, { isNewSession });
    expect(JSON.parse(body)).toMatchObject({ session: { new: expected } });
  });

  test('a new conversation has the user of the settings, or an invented one', () => {
    const { stamp, settings } = contextWith();
    expect(kore.newUserId(stamp, { ...settings, userId: 'u-fixed' })).toBe('u-fixed');
    expect(kore.newUserId(stamp, settings)).toMatch(/^u-[0-9a-f]{8}$/);
  });
});

describe('the token', () => {
  const seconds = now / 1000;
  test.each([
    [{}, { appId: clientId, sub: '1234567890', iat: seconds, exp: seconds + 300 }],
    [{ sub: '', issuedAt: false, expiresAfter: null }, { appId: clientId }],
    [
      { expiresAfter: -60, issuedAt: false },
      { appId: clientId, sub: '1234567890', exp: seconds - 60 },
    ],
    [
      { extraClaims: { appId: 'other', sub: 7, isAnonymous: true }, issuedAt: false, expiresAfter: null },
      { appId: 'other', sub: 7, isAnonymous: true },
    ],
  ])('%j', async (settings, claims) => {
    expect((await say(settings)).claims).toEqual(claims);
  });

  test('jti is a new one in each token', async () => {
    expect((await say({ tokenId: true })).claims?.['jti']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test.each(['HS256', 'HS512'] as const)('is signed with %s and the client secret', async (algorithm) => {
    const { token } = await say({ algorithm });
    expect(decodeJwt(token).header.decoded).toBe(`{"alg":"${algorithm}","typ":"JWT"}`);
    expect(await contextWith().tokens.isSignedBy(token, algorithm, secret)).toBe(true);
  });
});

test('a channel whose secret was lost refuses to speak, and names the setting', async () => {
  await expect(say({ clientSecret: '' })).rejects.toMatchObject({
    fault: { code: 'input.invalid', issues: [{ path: '/settings/clientSecret' }] },
  });
});

test('a press sends its payload as plain text', async () => {
  const { body } = await say({}, { utterance: { kind: 'press', title: 'Yes', payload: 'card.block' } });
  expect(JSON.parse(body)).toMatchObject({ message: { text: 'card.block' } });
});
