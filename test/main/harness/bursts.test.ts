import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { World } from '#main/harness/world.ts';
import type { HarnessError } from '#shared/contract/fault.ts';
import type { CommandInput } from '#shared/contract/harness.ts';
import { koreDemo } from '#shared/platforms/kore/demo.ts';
import type { Burst } from '#shared/sending/burst.ts';
import { openBench, type OpenBench } from '#test/main/open-bench.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

type Wanted = CommandInput<'startBurst'>;
const wanted = (over: Partial<Wanted>): Wanted => ({
  channelId: null,
  of: null,
  method: 'POST',
  url: 'http://127.0.0.1:1/',
  headers: [],
  body: { text: '' },
  sign: 'as-is',
  withVariables: true,
  timeLimit: 10,
  count: 10,
  perSecond: null,
  atOnce: 5,
  ...over,
});

const open = async (change: (world: World) => World = (world) => world): Promise<OpenBench> => {
  const bench = await openBench({ change });
  closers.push(bench.closeAndDelete);
  return bench;
};

/** A server that leaves each request unanswered until it is told to answer. */
const holding = async () => {
  const waiting: ServerResponse[] = [];
  const bodies: string[] = [];
  let most = 0;
  const server = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => bodies.push(chunk.toString()));
    request.on('end', () => {
      waiting.push(response);
      most = Math.max(most, waiting.length);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    bodies,
    most: () => most,
    waiting: () => waiting.length,
    answer: (status = 200) => waiting.shift()?.writeHead(status).end(),
  };
};

/** A clock that stands still until it is moved, and an outbound that notes when it is asked to send. */
const stillWorld = (times: number[]) => {
  let now = 1_000_000;
  const waits = new Set<{ readonly at: number; readonly act: () => void }>();
  const settled = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 5));
  const change = (world: World): World => ({
    ...world,
    clock: {
      now: () => now,
      after: (ms, act) => {
        const wait = { at: now + ms, act };
        waits.add(wait);
        return () => void waits.delete(wait);
      },
      soon: world.clock.soon,
    },
    outbound: {
      send: async (request) => {
        times.push(now - 1_000_000);
        const response = { status: 200, reason: '', headers: [], body: request.body };
        const phases = [{ name: 'receive', from: 0, to: times.length }];
        return { ok: true, httpVersion: '1.1', response, isTruncated: false, phases, remote: null };
      },
    },
  });
  const move = async (ms: number): Promise<void> => {
    await settled();
    now += ms;
    for (const wait of [...waits].filter(({ at }) => at <= now)) {
      waits.delete(wait);
      wait.act();
    }
    await settled();
  };
  return { change, move };
};

const last = (bench: OpenBench): Burst | undefined => bench.session().bursts.at(-1);
const ended = (bench: OpenBench) => bench.until(({ bursts }) => typeof bursts.at(-1)?.endedAt === 'number');

describe('a burst', () => {
  test('sends as many as it is told, with no more on their way than it may, and counts what became of them', async () => {
    const [bench, server] = [await open(), await holding()];
    const { burstId } = await bench.harness.startBurst(
      wanted({ url: `${server.url}?key=abc`, body: { text: '{{n}}' }, atOnce: 3 }),
    );
    for (let count = 0; count < 10; count += 1) {
      await expect.poll(server.waiting).toBeGreaterThan(0);
      server.answer(count < 4 ? 503 : 200);
    }
    const { bursts, exchanges } = await ended(bench);
    expect(server.most()).toBe(3);
    expect(server.bodies.map(Number).toSorted((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(bursts[0]).toMatchObject({
      id: burstId,
      url: `${server.url}?key=••••••`,
      count: 10,
      sent: 10,
      answered: 10,
      failed: 0,
      statuses: { '503': 4, '200': 6 },
      state: 'done',
      fault: null,
      exchangeIds: { first: 1, last: 10 },
    });
    expect(exchanges.map(({ outcome }) => outcome.state)).toEqual(Array(10).fill('answered'));
  });

  test('keeps its rate, and tells how far it is ten times a second at most', async () => {
    const times: number[] = [];
    const still = stillWorld(times);
    const bench = await open(still.change);
    let told = 0;
    bench.harness.subscribe(null, (frame) => {
      if (frame.kind === 'changes') told += frame.events.filter(({ type }) => type === 'burst-changed').length;
    });
    await bench.harness.startBurst(wanted({ count: 30, perSecond: 20 }));
    for (let step = 0; step < 300; step += 1) if (typeof last(bench)?.endedAt !== 'number') await still.move(10);
    expect(times).toEqual(Array.from({ length: 30 }, (_, index) => index * 50));
    expect(told).toBeLessThanOrEqual(2 + 1450 / 100 + 1);
    expect(last(bench)).toMatchObject({
      state: 'done',
      answered: 30,
      p50: expect.closeTo(15, 0),
      p95: expect.closeTo(29, 0),
    });
  });

  test('that is behind makes up for a moment, and never for more', async () => {
    const times: number[] = [];
    const still = stillWorld(times);
    const bench = await open(still.change);
    await bench.harness.startBurst(wanted({ count: 12, perSecond: 100 }));
    await still.move(1000);
    expect(times.filter((at) => at === 1000)).toHaveLength(7);
    await still.move(10);
    expect(times.at(-1)).toBe(1010);
  });

  test('is cancelled: nothing more goes out, and what is on its way is counted', async () => {
    const [bench, server] = [await open(), await holding()];
    const { burstId } = await bench.harness.startBurst(wanted({ url: server.url, count: 10_000, atOnce: 4 }));
    await expect.poll(server.waiting).toBe(4);
    await bench.harness.cancelBurst({ burstId });
    await bench.until(({ bursts }) => bursts[0]?.state === 'cancelled');
    while (server.waiting() > 0) server.answer();
    const { bursts } = await ended(bench);
    expect(bursts[0]).toMatchObject({ state: 'cancelled', sent: 4, answered: 4, count: 10_000 });
    await bench.harness.cancelBurst({ burstId });
    expect(last(bench)?.state).toBe('cancelled');
  });

  test('ends with the harness', async () => {
    const server = await holding();
    const bench = await openBench();
    await bench.harness.startBurst(wanted({ url: server.url, count: 10_000, perSecond: 1, atOnce: 1 }));
    await expect.poll(server.waiting).toBe(1);
    const closed = bench.closeAndDelete();
    server.answer();
    await closed;
    expect(server.bodies).toHaveLength(0);
    expect(server.most()).toBe(1);
  });

  test('tells the faults of those that failed', async () => {
    const bench = await open();
    await bench.harness.startBurst(wanted({ url: 'http://127.0.0.1:1/', count: 3 }));
    const { bursts } = await ended(bench);
    expect(bursts[0]).toMatchObject({ failed: 3, faults: { 'target.refused': 3 }, p50: null, state: 'done' });
  });

  test('is refused as a single request is, and no more than five run', async () => {
    const [bench, server] = [await open(), await holding()];
    const refusal = (over: Partial<Wanted>) =>
      bench.harness.startBurst(wanted(over)).catch((error: HarnessError) => error.fault.code);
    expect(await refusal({ url: '{{nope}}' })).toBe('input.invalid');
    expect(bench.session().bursts).toEqual([]);
    const asked = Array.from({ length: 7 }, () => refusal({ url: server.url, count: 1 }));
    expect((await Promise.all(asked)).filter((code) => code === 'burst.many')).toHaveLength(2);
    expect(await refusal({ url: server.url })).toBe('burst.many');
    await expect.poll(server.waiting).toBe(5);
    while (server.waiting() > 0) server.answer();
    await bench.until(({ bursts }) => bursts.every(({ state }) => state === 'done'));
  });

  test('is signed anew for each of its requests, and ends where its channel is gone', async () => {
    const times: number[] = [];
    const still = stillWorld(times);
    const bench = await open(still.change);
    await bench.harness.changeChannel({ channelId: 'kore-demo', settings: { enforceJti: true } });
    const { botId } = koreDemo.settings as Readonly<Record<string, string>>;
    const url = `${bench.url}/chatbot/hooks/${botId!}`;
    await bench.harness.startBurst(wanted({ channelId: 'kore-demo', url, sign: 're-sign', perSecond: 1, count: 5 }));
    await still.move(0);
    await still.move(1000);
    await bench.harness.removeChannel({ channelId: 'kore-demo' });
    await still.move(1000);
    const { bursts, exchanges } = await ended(bench);
    expect(bursts[0]).toMatchObject({ state: 'cancelled', sent: 2, fault: { code: 'channel.unknown' } });
    const tokens = await Promise.all(
      exchanges.map(
        async ({ id }) =>
          (await bench.harness.readExchange({ id })).request.headers.find(([name]) => name === 'Authorization')![1],
      ),
    );
    expect(new Set(tokens).size).toBe(2);
  });
});
