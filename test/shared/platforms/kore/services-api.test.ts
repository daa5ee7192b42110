import { describe, expect, test } from 'vitest';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Reading } from '#shared/platforms/dispatch.ts';
import { noteEmail } from '#shared/platforms/kore/services-notify.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { decodeJwt } from '#shared/trust/jwt.ts';
import { botId, clientId, contextWith, now, secret } from '#test/shared/platforms/kore/kore-context.ts';
import { apiToken, call, replyOf, rulesOf, textIn, type Sent } from '#test/shared/platforms/kore/service-calls.ts';

describe('findIntent', () => {
  const find = async (json: unknown, settings: JsonObject = {}) =>
    call('POST', `/api/v1.1/rest/bot/${botId}/findIntent`, { headers: apiToken, json }, contextWith(settings));

  test.each([
    ['What is my BALANCE?', 'successintent', 'Show Balance'],
    ['a card for the balance', 'successintent', 'Show Balance'],
    ['imbalance', 'failintent', undefined],
  ])('%s: %s', async (input, result, intent) => {
    const { body } = replyOf(await find({ input, streamName: 'Demo' }));
    expect(body).toMatchObject({
      request: { input, streamName: 'Demo' },
      streamId: botId,
      response: { result, finalResolver: { winningIntent: intent === undefined ? [] : [{ intent }], entities: [] } },
    });
  });

  test.each([
    [[], 'kore.intent.body'],
    [{ streamName: 'Demo' }, 'kore.intent.input'],
    [{ input: 'hi' }, 'kore.intent.stream'],
  ])('%j is refused', async (json, rule) => {
    const reading = await find(json);
    expect([replyOf(reading).status, rulesOf(reading)]).toEqual([400, [rule]]);
  });
});

describe('notifyV2', () => {
  const asynchronous = { mode: 'async', version: 'v2' };
  const notify = (json: unknown, context: PlatformContext = contextWith(asynchronous)) =>
    call('POST', `/api/public/bot/${botId}/notifyV2`, { headers: apiToken, json }, context);
  const shipped = { type: 'text', value: 'Hello {name}! Your number is {refId}.' };
  const good = {
    channel: 'ivr',
    userIdentityType: 'resolve',
    content: shipped,
    identities: [{ email: 'a@b.example' }],
  };
  const sentBy = ({ next }: Reading) =>
    next.kind === 'reply'
      ? next.thenSend.map(({ userId, messages }) => [userId, ...messages.map(({ content }) => content)])
      : [];

  test('answers with a job, and posts one message to each recipient', async () => {
    const context = contextWith(asynchronous);
    noteEmail({ from: { id: 'u-42', userInfo: { email: 'Ana@B.example' } } }, 'u-42', context);
    const reading = await notify(
      {
        ...good,
        identities: [
          { email: 'ana@b.example', parameters: { name: 'Ana', refId: 'X-1' } },
          { email: 'x@b.example', customMessage: 'Only for {who}', parameters: {} },
        ],
      },
      context,
    );
    expect(replyOf(reading)).toMatchObject({
      status: 200,
      body: { streamId: botId, status: 'IN_PROGRESS', percentageComplete: 0, store: { identitiesCount: 2 } },
    });
    expect(textIn(reading, '_id')).toMatch(/^ds-[0-9a-f]{8}-/);
    expect(sentBy(reading)).toEqual([
      ['u-42', { kind: 'text', text: 'Hello Ana! Your number is X-1.' }],
      ['x@b.example', { kind: 'text', text: 'Only for {who}' }],
    ]);
  });

  test('a template is sent as what it is, and a script not at all', async () => {
    const value = { type: 'image', payload: { url: 'https://a.example/i.png' } };
    expect(sentBy(await notify({ ...good, message: { type: 'template', value }, content: undefined }))).toEqual([
      ['a@b.example', { kind: 'media', media: 'image', url: 'https://a.example/i.png' }],
    ]);
    const script = await notify({ ...good, content: { type: 'script', value: 'print("x")' } });
    expect([replyOf(script).status, rulesOf(script), sentBy(script)]).toEqual([200, ['kore.notify.script'], []]);
  });

  test.each([
    [[]],
    [{ ...good, channel: 'whatsapp' }],
    [{ ...good, extra: 1 }],
    [{ ...good, content: undefined }],
    [{ ...good, content: { type: 'picture', value: 'x' } }],
    [{ ...good, content: { type: 'text', value: 7 } }],
    [{ ...good, identities: [] }],
    [{ ...good, identities: Array.from({ length: 1001 }, () => ({ email: 'a@b.example' })) }],
    [{ ...good, identities: ['a@b.example'] }],
    [{ ...good, identities: [{ phoneNumber: '1' }] }],
    [{ ...good, identities: [{ email: ' ' }] }],
    [{ ...good, identities: [{ email: 'a', customMessage: 1 }] }],
    [{ ...good, identities: [{ email: 'a', parameters: { name: 'x'.repeat(201) } }] }],
    [{ ...good, identities: [{ email: 'a', parameters: { name: 1 } }] }],
    [
      {
        ...good,
        identities: [
          { email: 'a', parameters: Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`p${i}`, 'x'])) },
        ],
      },
    ],
  ])('what breaks a rule is refused, and nothing is sent, case %#', async (json) => {
    const reading = await notify(json);
    expect([replyOf(reading).status, rulesOf(reading), sentBy(reading)]).toEqual([400, ['kore.notify.body'], []]);
  });

  test('1000 recipients with 20 parameters of 200 characters are not too many', async () => {
    const parameters = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`p${index}`, 'x'.repeat(200)]));
    const identities = Array.from({ length: 1000 }, (_, index) => ({ email: `${index}@b.example`, parameters }));
    expect(sentBy(await notify({ ...good, identities }))).toHaveLength(1000);
  });

  test('needs an asynchronous V2 channel with notifications switched on', async () => {
    for (const settings of [{}, { mode: 'async', version: 'v1' }, { ...asynchronous, proactive: false }]) {
      const reading = await notify(good, contextWith(settings));
      expect([replyOf(reading).status, rulesOf(reading)]).toEqual([400, ['kore.notify.mode']]);
    }
    expect(rulesOf(await notify('no object'))).toEqual(['kore.notify.body']);
    const garbled = { headers: apiToken, body: '{' };
    const reading = await call('POST', `/api/public/bot/${botId}/notifyV2`, garbled, contextWith(asynchronous));
    expect([replyOf(reading).status, rulesOf(reading)]).toEqual([400, ['kore.body.json']]);
  });
});

describe('the JWT-issuing service', () => {
  const on = { jwtService: true };
  const issue = (sent: Sent, settings: JsonObject = on) =>
    call('POST', '/users/sts', { headers: [], ...sent }, contextWith(settings));

  test('is off until it is switched on', async () => {
    const reading = await issue({ json: {} }, {});
    expect([replyOf(reading).status, rulesOf(reading), reading.verdict.state]).toEqual([
      404,
      ['kore.jwt-service.off'],
      'unchecked',
    ]);
  });

  test.each([
    ['JSON', { json: { clientId, clientSecret: secret, identity: 'u-42', isAnonymous: false } }],
    [
      'a form',
      {
        type: 'application/x-www-form-urlencoded; charset=UTF-8',
        body: `clientId=${clientId}&clientSecret=${encodeURIComponent(secret)}&identity=u-42&aud=&isAnonymous=false`,
      },
    ],
  ])('signs a token for %s that the channel then takes', async (_name, sent) => {
    const reading = await issue(sent);
    const token = textIn(reading, 'jwt');
    expect(reading.verdict.state).toBe('trusted');
    const seconds = now / 1000;
    expect(decodeJwt(token).payload.json).toEqual({
      iat: seconds,
      exp: seconds + 86_400,
      aud: 'https://idproxy.kore.com/authorize',
      iss: clientId,
      sub: 'u-42',
      isAnonymous: false,
    });
    const used = await call('GET', `/api/botmeta/${botId}`, { headers: [['Authorization', `bearer ${token}`]] });
    expect(used.verdict.state).toBe('trusted');
    expect(JSON.stringify(reading.verdict)).not.toContain(secret);
  });

  test.each([
    [{ clientSecret: 'another-invented-secret' }, 'clientSecret is not that of this channel.'],
    [{ clientSecret: ` ${secret}` }, 'Only upper and lower case or spaces differ.'],
    [{ clientId: 'cs-another' }, 'clientId is not that of this channel.'],
  ])('refuses a page of another app, case %#', async (json, sentence) => {
    const reading = await issue({ json });
    expect([replyOf(reading).status, rulesOf(reading)]).toEqual([401, ['kore.jwt-service.refused']]);
    expect(reading.verdict.because).toContain(sentence);
  });

  test('says why it can sign nothing', async () => {
    expect(rulesOf(await issue({ body: 'x' }))).toEqual(['kore.jwt-service.body']);
    const noKey = await issue({ json: {} }, { ...on, algorithm: 'RS256' });
    expect([replyOf(noKey).status, rulesOf(noKey)]).toEqual([400, ['kore.jwt-service.key']]);
  });
});
