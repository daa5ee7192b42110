import { gzipSync } from 'node:zlib';
import { connect } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import { openBench, type OpenBench } from '#test/main/open-bench.ts';

let bench: OpenBench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.closeAndDelete());

const newest = async (isSo: (row: ExchangeSummary) => boolean): Promise<ExchangeSummary> => {
  const { exchanges } = await bench.until((session) =>
    session.exchanges.some((row) => isSo(row) && row.outcome.state !== 'pending'),
  );
  return exchanges.find(isSo)!;
};

const post = async (
  path: string,
  body: BodyInit,
  headers: Record<string, string> = {},
): Promise<{ status: number; row: ExchangeSummary }> => {
  const { status } = await fetch(`${bench.url}${path}`, { method: 'POST', body, headers });
  return { status, row: await newest((row) => row.target === path) };
};

const demoPath = (): string => `/chatbot/hooks/${bench.session().channels[0]?.settings['botId'] as string}`;

const bodyOf = async (id: number): Promise<Buffer> =>
  Buffer.from((await bench.harness.readBody({ id, part: 'request', from: 0, length: 4_000_000 })).base64, 'base64');

const odd: readonly (readonly [what: string, body: Uint8Array<ArrayBuffer>, headers: Record<string, string>])[] = [
  ['malformed JSON', Buffer.from('{"a":'), { 'content-type': 'application/json' }],
  ['gzip', Buffer.from(gzipSync('{"a":1}')), { 'content-type': 'application/json', 'content-encoding': 'gzip' }],
  ['XML', Buffer.from('<a/>'), { 'content-type': 'text/xml' }],
  ['a form', Buffer.from('a=1&b=%zz'), { 'content-type': 'application/x-www-form-urlencoded' }],
  ['no content type', Buffer.from([0, 255, 254, 13, 10]), {}],
  ['__proto__', Buffer.from('{"__proto__":{"polluted":true}}'), { 'content-type': 'application/json' }],
  ['a media type that is none', Buffer.from('x'), { 'content-type': ';;;' }],
];

test.each(odd)(
  '%s on a path of nobody is answered 404, kept byte for byte, with a finding',
  async (what, body, headers) => {
    const { status, row } = await post(`/odd/${encodeURIComponent(what)}`, body, headers);
    expect(status).toBe(404);
    expect(await bodyOf(row.id)).toEqual(body);
    const { findings } = await bench.harness.readExchange({ id: row.id });
    expect(findings.map((each) => each.rule)).toEqual(['path.unknown']);
  },
);

test.each(odd)(
  '%s on the path of a channel never crashes the bench, and is kept byte for byte',
  async (what, body, headers) => {
    const path = `${demoPath()}?case=${encodeURIComponent(what)}`;
    const { status, row } = await post(path, body, headers);
    expect(status).toBe(401);
    expect(row.verdict).toBe('refused');
    expect(await bodyOf(row.id)).toEqual(body);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  },
);

test('a request with the wrong method is told which one the path answers', async () => {
  const response = await fetch(bench.url + demoPath());
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('POST, OPTIONS');
});

test('an unknown bot gets what the platform would answer', async () => {
  const { status, row } = await post('/chatbot/hooks/st-nobody', '{}', { 'content-type': 'application/json' });
  expect(status).toBe(404);
  const { findings } = await bench.harness.readExchange({ id: row.id });
  expect(findings[0]).toMatchObject({ rule: 'kore.bot.unknown' });
});

test('of two channels with one address the first answers, and the exchange says so', async () => {
  const [demo] = bench.session().channels;
  const { channelId } = await bench.harness.addChannel({
    platformId: demo!.platformId,
    name: 'Second',
    plays: { platform: true, app: false },
    botId: demo!.botId,
    settings: { ...demo!.settings, clientSecret: 'invented-secret-of-the-second' },
  });
  const { row } = await post(`${demoPath()}?shared`, '{}', { 'content-type': 'application/json' });
  await bench.harness.removeChannel({ channelId });
  expect(row.channelId).toBe(demo!.id);
  const { findings } = await bench.harness.readExchange({ id: row.id });
  expect(findings.find((each) => each.rule === 'channel.address-shared')?.summary).toMatch(
    /^Second has the same address/,
  );
});

test('a body over the limit is answered 413 and kept cut', async () => {
  await bench.harness.changeSettings({ bodyLimit: 1000 });
  const { status, row } = await post('/large', Buffer.alloc(5000, 'x'));
  await bench.harness.changeSettings({ bodyLimit: 25 * 1024 * 1024 });
  expect(status).toBe(413);
  expect((await bench.harness.readExchange({ id: row.id })).request).toMatchObject({
    bodyBytes: 1000,
    isTruncated: true,
  });
});

test('an upload that its sender gives up is kept as aborted, with the bytes that came', async () => {
  const socket = connect(Number(new URL(bench.url).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write('POST /given-up HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf of it');
  await bench.until((session) => session.exchanges.some((row) => row.target === '/given-up'));
  socket.destroy();
  const row = await newest((each) => each.target === '/given-up');
  expect(row.outcome).toEqual({ state: 'aborted' });
  expect((await bodyOf(row.id)).toString()).toBe('half of it');
});

test('bytes that are no HTTP are kept as what they are', async () => {
  const socket = connect(Number(new URL(bench.url).port), '127.0.0.1');
  socket.write('THIS IS NOT HTTP\r\n\r\n');
  socket.resume();
  await once(socket, 'close');
  const row = await newest((each) => each.outcome.state === 'malformed');
  expect((await bodyOf(row.id)).toString()).toContain('THIS IS NOT HTTP');
  expect((await bench.harness.readExchange({ id: row.id })).findings[0]?.rule).toBe('http.malformed');
});

test('clearing forgets what was there and never gives a number twice', async () => {
  const before = bench.session().exchanges.at(-1)!.id;
  await bench.harness.clearTraffic({});
  const { exchanges } = await bench.until((session) => session.exchangeCount === 0);
  expect(exchanges).toEqual([]);
  const { row } = await post('/after', 'x');
  expect(row.id).toBeGreaterThan(before);
});
