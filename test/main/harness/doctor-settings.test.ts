import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { World } from '#main/harness/world.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { openBench, type OpenBench } from '#test/main/open-bench.ts';
import { examine, foreignServer, onlyApp, onlyPlatform } from './doctor-bench.ts';

/** A tunnel of the network that does not exist: what is sent to it arrives where it leads. */
const tunnel = { origin: 'https://tunnel.example', leadsTo: '' };
const validTo = Date.now() + 3_600_000;

const withTunnel = (world: World): World => ({
  ...world,
  network: {
    resolve: async () => ({ ok: true, addresses: ['203.0.113.9'] }),
    connect: async () => ({ ok: true, address: '203.0.113.9' }),
    shakeHands: async () => ({
      ok: true,
      certificate: { names: ['tunnel.example'], issuer: 'Nobody', validFrom: 0, validTo },
      distrust: [],
    }),
  },
  outbound: {
    send: (request, onConnected) =>
      world.outbound.send(
        { ...request, origin: request.origin === tunnel.origin ? tunnel.leadsTo : request.origin },
        onConnected,
      ),
  },
});

let bench: OpenBench;
/** What every channel calls, so that nothing else is wrong. */
let foreign: string;
beforeAll(async () => {
  bench = await openBench({ change: withTunnel });
});
afterAll(() => bench.closeAndDelete());

const both = { platform: true, app: true };

describe('what was pasted along is told, with what takes it out:', () => {
  test('white space and quotes around a secret', async () => {
    const { checks, wrong } = await examine(bench, 'kore-demo', { settings: { clientSecret: ' "invented-secret"\n' } });
    expect(wrong).toEqual(['setting.clientSecret']);
    expect(checks['setting.clientSecret']).toMatchObject({
      result: 'warn',
      setting: 'clientSecret',
      remedy: { kind: 'clean-setting', setting: 'clientSecret' },
      detail: expect.stringMatching(/^Client secret has white space before it.*and stands in quotes/) as string,
    });
    await bench.harness.cleanSetting({ channelId: 'kore-demo', field: 'clientSecret' });
    expect((await examine(bench, 'kore-demo')).wrong).toEqual([]);
  });

  test('something that only holds the place of a secret is no secret', async () => {
    for (const clientSecret of ['••••••••', '<client secret>', 'your-client-secret', '${CLIENT_SECRET}']) {
      const { checks } = await examine(bench, 'kore-demo', { settings: { clientSecret } });
      expect(checks['setting.clientSecret']?.result).toBe('fail');
    }
  });

  test('an id with a byte order mark, and a secret that is not there', async () => {
    const { wrong } = await examine(bench, 'kore-demo', { settings: { botId: '\u{feff}st-1', clientSecret: '' } });
    expect(wrong).toContain('setting.botId');
    expect(wrong).toContain('setting.clientSecret');
    await examine(bench, 'kore-demo', { settings: { botId: 'st-1', clientSecret: 'invented-secret' } });
  });

  test('a setting that does not matter now is not looked at', async () => {
    const { all } = await examine(bench, 'kore-demo', { settings: { mode: 'sync', accessToken: '"odd"' } });
    expect(all.some(({ setting }) => setting === 'accessToken')).toBe(false);
  });
});

describe('settings that do not fit together are told:', () => {
  test.each<[channelId: string, plays: typeof both, settings: JsonObject, check: string, result: string]>([
    ['kore-demo', onlyPlatform, { mode: 'async', postUrl: '' }, 'fit.post-url-missing', 'fail'],
    ['kore-demo', onlyPlatform, { mode: 'sync', postUrl: 'http://127.0.0.1:1/' }, 'fit.post-url-unused', 'warn'],
    ['kore-demo', both, { mode: 'async', accessToken: '' }, 'fit.access-token-missing', 'warn'],
    ['kore-demo', both, { mode: 'sync', version: 'v1', language: 'en' }, 'fit.language-unused', 'warn'],
    ['kore-demo', both, { algorithm: 'RS256' }, 'fit.public-key-missing', 'fail'],
    ['kore-demo', both, { algorithm: 'RS256' }, 'fit.private-key-missing', 'fail'],
    ['kore-demo', both, { algorithm: 'HS256', expiresAfter: -10 }, 'fit.expired', 'warn'],
    ['kore-demo', both, { expiresAfter: 300, enforceJti: true, tokenId: false }, 'fit.jti', 'fail'],
    [
      'kore-demo',
      both,
      { enforceJti: false, clientSecret: 'same-text', accessToken: 'same-text' },
      'fit.same-secret',
      'warn',
    ],
    ['chatlayer-demo', both, { accessToken: 'same-text', verifyToken: 'same-text' }, 'fit.same-token', 'warn'],
    ['chatlayer-demo', both, { verifyToken: '' }, 'fit.verify-token-missing', 'warn'],
    ['chatlayer-demo', both, { dialect: 'd0', userId: 'short' }, 'fit.short-user', 'warn'],
    ['snatchbot-demo', both, { feature: 'api-channel', appId: '' }, 'fit.appId-missing', 'fail'],
    [
      'snatchbot-demo',
      both,
      { feature: 'api-channel', appId: 'a', appSecret: 'has-dashes' },
      'fit.appSecret-form',
      'warn',
    ],
    ['snatchbot-demo', onlyPlatform, { feature: 'json-api', timeLimit: 60 }, 'fit.time-limit', 'warn'],
    ['channeltalk-demo', both, { quickReply: false }, 'fit.quick-reply', 'warn'],
    ['channeltalk-demo', both, { quickReply: true, scopes: '' }, 'fit.scopes', 'fail'],
    ['channeltalk-demo', both, { apiVersion: 'v4', watchUserChats: false, watchGroups: false }, 'fit.watch', 'fail'],
    ['channeltalk-demo', both, { webhookUrl: 'http://127.0.0.1:1/?token=x' }, 'fit.token-twice', 'warn'],
  ])('%s %j with %j', async (channelId, plays, settings, check, result) => {
    const { checks, all } = await examine(bench, channelId, { plays, settings });
    expect(checks[check]).toMatchObject({ result });
    expect(checks[check]?.next).toMatch(/\.$/);
    // One thing is told once.
    const { setting } = checks[check]!;
    expect(
      all.filter((each) => each.setting === setting && each.id.startsWith('setting.') && each.result === 'warn'),
    ).toEqual([]);
  });

  test('a claim about a vendor says how sure it is, and where it is written', async () => {
    const { checks } = await examine(bench, 'chatlayer-demo', { plays: both, settings: { verifyToken: '' } });
    expect(checks['fit.verify-token-missing']).toMatchObject({
      status: 'documented',
      source: expect.any(String) as string,
    });
  });
});

describe('a public address', () => {
  beforeAll(async () => {
    foreign = (await foreignServer()).host;
    await examine(bench, 'kore-demo', {
      plays: onlyApp,
      settings: {
        mode: 'async',
        version: 'v2',
        algorithm: 'HS256',
        clientSecret: 'one',
        accessToken: 'another',
        host: 'https://bots.example',
      },
    });
  });
  const reach = async (leadsTo: string) => {
    tunnel.leadsTo = leadsTo;
    return examine(bench, 'kore-demo', { settings: { publicUrl: tunnel.origin } });
  };

  test('that leads here is ours: what was asked for there is in the traffic', async () => {
    const { checks } = await reach(bench.url);
    expect(checks['reach.app']?.result).toBe('pass');
    const { exchanges } = await bench.until((session) => session.exchanges.length > 0);
    expect(exchanges.at(-1)).toMatchObject({
      method: 'HEAD',
      target: expect.stringMatching(/^\/hookbench-doctor\//) as string,
    });
    expect(checks['reach.app']?.detail).toContain(`#${String(exchanges.at(-1)!.id)}`);
  });

  test('that leads somewhere else is told, though somebody answers there', async () => {
    const { checks } = await reach((await foreignServer()).host);
    expect(checks['reach.app']).toMatchObject({
      result: 'fail',
      detail: expect.stringContaining('did not arrive here') as string,
    });
  });

  test('that is none is asked for', async () => {
    const { checks } = await examine(bench, 'kore-demo', { settings: { publicUrl: '' } });
    expect(checks['reach.app']).toMatchObject({ result: 'warn', setting: 'publicUrl' });
  });

  test('whose certificate ends soon is told in time', async () => {
    const { checks } = await reach(bench.url);
    expect(checks['address.public-app.tls']).toMatchObject({
      result: 'warn',
      detail: expect.stringContaining('That is within a day.') as string,
      next: expect.stringContaining('renewed') as string,
    });
  });
});

test('no check holds a secret, wherever somebody put one', async () => {
  const canary = 'canary9Secret7Text';
  await bench.harness.changeChannel({
    channelId: 'snatchbot-demo',
    plays: both,
    settings: {
      feature: 'api-channel',
      appId: 'app1',
      appSecret: canary,
      webhookUrl: `${foreign}/${canary}`,
      apiUrl: `${foreign}/?key=${canary}`,
    },
  });
  await bench.harness.duplicateChannel({ channelId: 'snatchbot-demo', name: `Named ${canary}` });
  const { botId } = bench.session().channels.find(({ id }) => id === 'snatchbot-demo')!.settings;
  await bench.harness.changeChannel({ channelId: 'channeltalk-demo', settings: { token: canary } });
  await bench.harness.changeChannel({
    channelId: 'kore-demo',
    settings: { clientSecret: canary, host: `https://${canary}.invalid` },
  });
  expect(botId).toBeDefined();
  for (const { id } of bench.session().channels) {
    const { all } = await examine(bench, id);
    expect(JSON.stringify(all)).not.toContain(canary);
  }
});
