import { describe, expect, test } from 'vitest';
import type { End } from '#shared/exchange/exchange.ts';
import { chatlayer } from '#shared/platforms/chatlayer/index.ts';
import { channeltalk } from '#shared/platforms/channeltalk/index.ts';
import { kore } from '#shared/platforms/kore/index.ts';
import { platforms } from '#shared/platforms/registry.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { snatchbot } from '#shared/platforms/snatchbot/index.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { examine } from '#shared/trust/autopsy/examine.ts';
import { examineTexts } from '#shared/trust/autopsy/examine-texts.ts';
import { notCredentialCauses } from '#shared/trust/autopsy/not-credential.ts';
import { contextOf } from '../../platforms/platform-context.ts';
import { caseAt, requestOf } from './text-case.ts';

describe('every example of every platform', () => {
  const examples = platforms.flatMap((platform) => platform.examples.map((example) => ({ platform, example })));

  test.each(examples.map(({ platform, example }) => [`${platform.id}: ${example.title}`, platform, example] as const))(
    '%s',
    async (_title, platform, { end, request, settings, expect: expected }) => {
      const trustCase = await caseAt(platform, end, request, settings);
      if (trustCase === null) return expect(expected.verdict).not.toBe('refused');
      const { causes, state } = await examine(trustCase);
      if (expected.verdict === 'trusted') expect([state, causes]).toEqual(['accepted', []]);
      if (expected.verdict === 'refused') expect(causes[0]?.certainty ?? 'none').toMatch(/proven|possible/);
      return expect(state).toBe({ trusted: 'accepted', refused: 'refused', unchecked: 'unknown' }[expected.verdict]);
    },
  );
});

const first = async (
  platform: Platform,
  end: End,
  request: Parameters<typeof requestOf>[0],
  settings: JsonObject = {},
): Promise<string> => {
  const trustCase = await caseAt(platform, end, requestOf(request), settings);
  if (trustCase === null) return 'no model';
  const { causes } = await examine(trustCase);
  return `${trustCase.verdict.state}: ${causes[0]?.because ?? 'nothing'}`;
};

const settingOf = (platform: Platform, name: string): string => {
  const value = platform.demo.settings[name];
  return typeof value === 'string' ? value : expect.fail();
};

describe('what a platform refuses is explained in its own words', () => {
  const key = settingOf(channeltalk, 'accessKey');
  const secret = settingOf(channeltalk, 'accessSecret');
  const asKeys = (one: string, other: string) => ({
    method: 'GET',
    target: '/open/v5/channel',
    headers: [
      ['x-access-key', one],
      ['x-access-secret', other],
    ] as const,
  });

  test('keys that are in each other’s place, once for both', async () => {
    const trustCase = await caseAt(channeltalk, 'platform', requestOf(asKeys(secret, key)));
    expect(trustCase && (await examineTexts(trustCase))).toMatchObject([
      { code: 'text.swapped', because: 'The access key and the access secret stand in each other’s place.' },
    ]);
  });

  test('keys as Basic credentials', async () => {
    const headers = [['Authorization', `Basic ${btoa(`${key}:${secret}`)}`]] as const;
    expect(await first(channeltalk, 'platform', { method: 'GET', target: '/open/v5/channel', headers })).toBe(
      'refused: The access key is sent as Basic credentials.',
    );
  });

  test('a query token in which a plus sign was not encoded', async () => {
    const target = `/receive/channeltalk/${settingOf(channeltalk, 'receiverId')}?token=a+b/c`;
    expect(await first(channeltalk, 'app', { target }, { token: 'a+b/c' })).toBe(
      'refused: The token differs by plus signs and spaces, which were taken for each other.',
    );
  });

  test('letters of a path that are missing, doubled or in another case', async () => {
    const settings = { feature: 'api-channel' };
    const [bot, app, aps] = ['botId', 'appId', 'appSecret'].map((each) => settingOf(snatchbot, each));
    const at = (path: string) =>
      first(snatchbot, 'platform', { target: `/channels/api/api/id${bot}/${path}?user_id=u` }, settings);
    expect(await at(`${app}/aps${aps}`)).toBe('refused: The letters app are missing before the App ID in the path.');
    expect(await at(`app${app}/apsaps${aps}`)).toBe(
      'refused: The letters aps stand twice before the App secret in the path.',
    );
    expect(await at(`app-${app}/aps${aps}`)).toContain('There is a character too many between the letters app and');
    expect(await at(`App${app}/aps${aps}`)).toContain('are in another case');
    expect(await at(`app${aps}/aps${app}`)).toBe('refused: The App ID and the App secret stand in each other’s place.');
    expect(await at(`app${app}/aps${aps}`)).toBe('trusted: nothing');
  });

  test('an Access Token whose scheme a strict receiver does not know', async () => {
    const settings = { mode: 'async', accessToken: 'not-a-real-access-token', accessTokenHeader: 'bearer' };
    const target = `/receive/kore/${settingOf(kore, 'botId')}`;
    const at = (value: string) =>
      first(kore, 'app', { target, headers: [['authorization', value]], body: '{}' }, settings);
    expect(await at('bearer not-a-real-access-token')).toContain(
      'refused: The Access Token is right, but the word before it',
    );
    expect(await at('not-a-real-access-token')).toBe('refused: The word Bearer is missing before the Access Token.');
    expect(await at('Bearer not-a-real-access-token')).toBe('trusted: nothing');
  });

  test('an Access Token in a format of its own', async () => {
    const settings = {
      mode: 'async',
      accessToken: 'not-a-real-access-token',
      accessTokenHeader: 'other',
      accessTokenHeaderName: 'X-Hook',
      accessTokenFormat: 'Token="{token}"',
    };
    const target = `/receive/kore/${settingOf(kore, 'botId')}`;
    const at = (value: string) => first(kore, 'app', { target, headers: [['X-Hook', value]], body: '{}' }, settings);
    expect(await at('Token="not-a-real-access-token"')).toBe('trusted: nothing');
    expect(await at('not-a-real-access-token')).toContain('refused');
  });
});

describe('what is no matter of the credential is named as such', () => {
  const verifyToken = settingOf(chatlayer, 'verifyToken');
  const receiver = `/receive/chatlayer/${settingOf(chatlayer, 'channelId')}`;

  test('the user in recipient.id, whatever the token', async () => {
    const body = JSON.stringify({ recipient: { id: 'u' }, verifyToken: 'wrong-one', message: { text: 'hi' } });
    const trustCase = await caseAt(chatlayer, 'app', requestOf({ target: receiver, body }));
    const { causes } = await examine(trustCase ?? expect.fail());
    expect(causes.map(({ code }) => code)).toEqual(['text.other', 'not-credential.recipient']);
    expect(causes[1]?.because).toContain('whatever its token');
  });

  test.each<
    [
      title: string,
      platform: Platform,
      end: End,
      request: Parameters<typeof requestOf>[0],
      settings: JsonObject,
      code: string,
    ]
  >([
    ['another bot', kore, 'platform', { target: '/chatbot/hooks/st-another' }, {}, 'not-credential.path'],
    [
      'another version',
      kore,
      'platform',
      { target: `/chatbot/v3/webhook/${settingOf(kore, 'botId')}` },
      {},
      'not-credential.path',
    ],
    [
      'another method',
      chatlayer,
      'platform',
      { method: 'GET', target: `/v1/channels/webhook/${settingOf(chatlayer, 'channelId')}/messages` },
      {},
      'not-credential.path',
    ],
    [
      'another dialect',
      chatlayer,
      'platform',
      { target: `/api/webhookMessage/${settingOf(chatlayer, 'botId')}` },
      {},
      'not-credential.mode',
    ],
    [
      'a health check of another protocol',
      chatlayer,
      'app',
      { method: 'GET', target: `${receiver}?challenge.verifyToken=${verifyToken}` },
      {},
      'not-credential.mode',
    ],
    [
      'an event of another protocol',
      chatlayer,
      'app',
      { target: receiver, body: '{"event":"messages","sessionId":"s"}' },
      {},
      'not-credential.mode',
    ],
    ['a body that is no object', chatlayer, 'app', { target: receiver, body: '[]' }, {}, 'not-credential.body'],
    [
      'another feature',
      snatchbot,
      'platform',
      { target: '/channels/api/api/id1/appx/apsy' },
      { feature: 'json-api' },
      'not-credential.mode',
    ],
    ['a call that does not exist', channeltalk, 'platform', { target: '/open/v3/channel' }, {}, 'not-credential.path'],
  ])('%s', async (_title, platform, end, request, settings, code) => {
    const known = await caseAt(platform, end, requestOf(request), settings);
    const trustCase = {
      ...(known ?? expect.fail()),
      verdict: { state: 'unchecked', because: '', checks: [] } as const,
    };
    expect(notCredentialCauses(trustCase)[0]).toMatchObject({ code, certainty: 'proven' });
    const { state, causes } = await examine(trustCase);
    expect([state, causes[0]?.code, causes[0]?.certainty]).toEqual(['unknown', code, 'possible']);
  });

  test('a message that was posted to a channel that answers in the response', async () => {
    const settings = { mode: 'sync', accessToken: 'not-a-real-access-token' };
    const request = requestOf({ target: `/receive/kore/${settingOf(kore, 'botId')}`, body: '{}' });
    const { causes } = await examine((await caseAt(kore, 'app', request, settings)) ?? expect.fail());
    expect(causes.map(({ code, certainty }) => `${code} ${certainty}`)).toEqual([
      'credential.missing proven',
      'not-credential.mode possible',
    ]);
  });

  test('a refusal of a platform that is not played here: what to check, and nothing as certain', async () => {
    const request = requestOf({ target: `/chatbot/hooks/${settingOf(kore, 'botId')}` });
    const model = kore.trust('platform', request, contextOf(kore));
    const trustCase = (await caseAt(kore, 'platform', request)) ?? expect.fail();
    const told = (status: number) =>
      notCredentialCauses({
        ...trustCase,
        verdict: { state: 'unchecked', because: '', checks: [] },
        answered: { status, isOurs: false },
      }).map(({ code, certainty }) => `${code} ${certainty}`);
    expect(model?.kind).toBe('jwt');
    expect(told(401)).toEqual(['not-credential.remote possible', 'not-credential.channel possible']);
    expect(told(412)).toEqual(['not-credential.remote possible']);
    expect(told(200)).toEqual([]);
  });

  test('a body that is refused although the credential is right', async () => {
    const body = JSON.stringify({ senderId: 'u', verifyToken, message: { text: 'hi' } });
    const trustCase = (await caseAt(chatlayer, 'app', requestOf({ target: receiver, body }))) ?? expect.fail();
    expect(trustCase.verdict.state).toBe('trusted');
    const told = notCredentialCauses({ ...trustCase, answered: { status: 400, isOurs: true } });
    expect(told).toMatchObject([{ code: 'not-credential.body', certainty: 'proven' }]);
    const refused = notCredentialCauses({ ...trustCase, answered: { status: 401, isOurs: true } });
    expect(refused).toMatchObject([{ code: 'not-credential.channel', certainty: 'possible' }]);
    expect(notCredentialCauses({ ...trustCase, answered: { status: 200, isOurs: true } })).toEqual([]);
  });
});
