import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { platforms } from '#shared/platforms/registry.ts';
import { openBench, type OpenBench } from '#test/main/open-bench.ts';
import {
  closedHost,
  examine,
  foreignServer,
  onlyApp,
  onlyPlatform,
  otherProtocol,
  selfSignedServer,
  serverAhead,
} from './doctor-bench.ts';

let bench: OpenBench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.closeAndDelete());

const kore = 'kore-demo';

test.each(platforms.map(({ id }) => id))(
  'nothing is wrong with the demo channel of %s, and nothing is called',
  async (id) => {
    const { wrong, all } = await examine(bench, `${id}-demo`);
    expect(wrong).toEqual([]);
    expect(all.length).toBeGreaterThan(5);
    expect(
      all.every(
        ({ detail, next, result }) =>
          detail.endsWith('.') && (next === '') === (result !== 'warn' && result !== 'fail'),
      ),
    ).toBe(true);
    expect(new Set(all.map((each) => each.id)).size).toBe(all.length);
    await bench.harness.changeSettings({});
    expect(bench.session().exchanges).toEqual([]);
  },
);

describe('whether Hookbench can be called', () => {
  test('it does not listen: that is told, with the port to start on', async () => {
    await bench.harness.stopListening({});
    const { checks } = await examine(bench, kore);
    expect(checks['listening']).toMatchObject({
      result: 'fail',
      remedy: { kind: 'start-listening', port: bench.session().settings.port },
    });
  });

  test('another channel has the same address: the first one answers, and both are told', async () => {
    const { channelId } = await bench.harness.duplicateChannel({ channelId: kore, name: 'Twin' });
    const { settings } = bench.session().channels.find(({ id }) => id === kore)!;
    await bench.harness.changeChannel({ channelId, settings: { botId: settings['botId'] } });
    expect((await examine(bench, kore)).checks['path.platform']).toMatchObject({
      result: 'warn',
      detail: expect.stringContaining('would lead to Twin as well') as string,
    });
    expect((await examine(bench, channelId)).checks['path.platform']).toMatchObject({
      result: 'fail',
      detail: expect.stringContaining('leads to the platform end of Kore.ai demo') as string,
    });
  });

  test('an id in the path is missing', async () => {
    const { checks } = await examine(bench, 'chatlayer-demo', { settings: { channelId: '' } });
    expect(checks['path.platform']).toMatchObject({
      result: 'fail',
      detail: expect.stringContaining('leads nowhere') as string,
    });
    expect(checks['condition']?.result).toBe('fail');
  });

  test('no end is played', async () => {
    await bench.harness.stopListening({});
    const { checks, wrong } = await examine(bench, kore, { plays: { platform: false, app: false } });
    expect(wrong).toEqual(['ends']);
    expect(checks['listening']?.result).toBe('not-applicable');
  });

  test('a real platform cannot call an address of this machine', async () => {
    const { checks } = await examine(bench, 'chatlayer-demo', {
      plays: onlyApp,
      settings: { host: await closedHost() },
    });
    expect(checks['reach.app']?.result).toBe('pass');
    const { checks: remote } = await examine(bench, 'chatlayer-demo', { settings: { host: 'https://nobody.invalid' } });
    expect(remote['reach.app']).toMatchObject({
      result: 'warn',
      detail: expect.stringContaining(bench.url) as string,
      next: expect.stringContaining('tunnel') as string,
    });
  });
});

describe('an address that is called', () => {
  test('answers: every layer is right, and it was asked for nothing', async () => {
    const { host, asked } = await foreignServer();
    const { checks, wrong } = await examine(bench, kore, { plays: onlyApp, settings: { host } });
    expect(wrong).toEqual([]);
    const results = ['url', 'dns', 'tcp', 'tls', 'http', 'clock'].map(
      (layer) => checks[`address.platform.${layer}`]?.result,
    );
    expect(results).toEqual(['pass', 'not-applicable', 'pass', 'not-applicable', 'pass', 'pass']);
    expect(asked.map(({ method, url }) => [method, url])).toEqual([['HEAD', '/']]);
    expect(Object.keys(asked[0]!.headers).toSorted()).toEqual(['host', 'user-agent']);
    await bench.harness.changeSettings({});
    expect(bench.session().exchanges).toEqual([]);
  });

  test.each<[what: string, host: () => Promise<string>, failing: string, words: RegExp]>([
    ['nobody listens there', closedHost, 'tcp', /Nothing listens/],
    ['nobody has the name', async () => 'http://nobody.invalid', 'dns', /nobody\.invalid could not be resolved/],
    ['nobody vouches for it', selfSignedServer, 'tls', /self-signed.*for localhost, 127\.0\.0\.1.*until 2126-/],
    ['it speaks no TLS', async () => (await foreignServer()).host.replace('http:', 'https:'), 'tls', /plain HTTP/],
    [
      'it speaks another protocol',
      () => otherProtocol((socket) => socket.write('SSH-2.0-OpenSSH_9.9\r\n')),
      'http',
      /not HTTP/,
    ],
    ['it hangs up', () => otherProtocol((socket) => socket.end()), 'http', /closed the connection/],
  ])('%s', async (_what, host, failing, words) => {
    const { checks } = await examine(bench, kore, { plays: onlyApp, settings: { host: await host() } });
    const layers = ['url', 'dns', 'tcp', 'tls', 'http', 'clock'];
    expect(checks[`address.platform.${failing}`]).toMatchObject({
      result: 'fail',
      detail: expect.stringMatching(words) as string,
      setting: 'host',
    });
    for (const after of layers.slice(layers.indexOf(failing) + 1))
      expect(checks[`address.platform.${after}`]?.result).toBe('not-applicable');
  });

  test.each<[what: string, status: number, headers: Record<string, string>, words: RegExp]>([
    ['a tunnel without an end', 502, {}, /nothing behind it/],
    ['a server that wants https', 301, { Location: 'https://app.example/' }, /sends everybody to https/],
    ['a proxy', 407, {}, /proxy wants to know/],
  ])('%s is told', async (_what, status, headers, words) => {
    const { host } = await foreignServer((_request, response) => void response.writeHead(status, headers).end());
    const { checks } = await examine(bench, kore, { plays: onlyApp, settings: { host } });
    expect(checks['address.platform.http']).toMatchObject({
      result: 'warn',
      detail: expect.stringMatching(words) as string,
    });
  });

  test('is Hookbench itself: another channel, or nothing at all', async () => {
    const both = { plays: onlyApp, settings: { host: bench.url } };
    const { checks } = await examine(bench, kore, both);
    expect(checks['address.platform.url']?.result).toBe('fail');
    const { settings } = bench.session().channels.find(({ id }) => id === kore)!;
    const { channelId } = await bench.harness.duplicateChannel({ channelId: kore, name: 'The platform' });
    await bench.harness.changeChannel({ channelId, plays: onlyPlatform, settings: { botId: settings['botId'] } });
    const found = await examine(bench, kore, both);
    expect(found.checks['address.platform.url']).toMatchObject({
      result: 'pass',
      detail: 'It is Hookbench itself: the platform end of The platform.',
    });
  });
});

describe('a clock', () => {
  const clockOf = async (seconds: number, settings: Record<string, number | boolean | null>) => {
    const { host } = await serverAhead(seconds);
    const { checks } = await examine(bench, kore, { plays: onlyApp, settings: { host, ...settings } });
    return checks['address.platform.clock'];
  };

  test.each<[seconds: number, settings: Record<string, number | boolean | null>, result: string, words: RegExp]>([
    [0, {}, 'pass', /agrees/],
    [600, { expiresAfter: 300 }, 'fail', /10 min ahead of.*valid for 5 min: each has expired/],
    [600, { expiresAfter: 3600 }, 'warn', /10 min ahead of.*for 50 min only/],
    [600, { expiresAfter: null }, 'pass', /never expire/],
    [-600, {}, 'warn', /10 min behind.*iat of each token lies in its future/],
    [-600, { issuedAt: false }, 'pass', /lives longer/],
  ])('that is %d s ahead, with %j', async (seconds, settings, result, words) => {
    expect(await clockOf(seconds, settings)).toMatchObject({ result, detail: expect.stringMatching(words) as string });
  });

  test('does not matter where nothing that is sent has a time in it, and may not be told', async () => {
    const { host } = await serverAhead(-7300);
    const webhookUrl = `${host}/hook`;
    const ahead = await examine(bench, 'chatlayer-demo', { plays: onlyPlatform, settings: { webhookUrl } });
    expect(ahead.checks['address.webhook.clock']).toMatchObject({
      result: 'pass',
      detail: expect.stringContaining('2 h behind') as string,
    });
    const silent = await foreignServer((_request, response) => {
      response.sendDate = false;
      response.end();
    });
    const { checks } = await examine(bench, 'chatlayer-demo', { settings: { webhookUrl: `${silent.host}/` } });
    expect(checks['address.webhook.clock']?.result).toBe('not-applicable');
  });
});
