import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { streamEventText } from '#shared/contract/event-stream.ts';
import { fault } from '#shared/contract/fault.ts';
import { httpWire, type FetchLike, type HttpWireOptions } from '#shared/contract/http-wire.ts';
import type { Position, WatchFrame } from '#shared/session/events.ts';
import { defaultSettings } from '#shared/session/state.ts';

const change = (seq: number): WatchFrame => ({
  kind: 'changes',
  at: { run: 'r', seq },
  events: [{ type: 'settings-changed', settings: { ...defaultSettings, port: seq } }],
});

const frameBytes = (frame: WatchFrame): Uint8Array =>
  new TextEncoder().encode(
    streamEventText({ id: `${frame.at.run}:${String(frame.at.seq)}`, data: JSON.stringify(frame) }),
  );

const response = (status: number, chunks: readonly Uint8Array[], end: 'ends' | 'stays' = 'ends') => {
  let index = 0;
  return {
    status,
    json: async (): Promise<unknown> => JSON.parse(new TextDecoder().decode(chunks[0])),
    body: {
      getReader: () => ({
        read: (): Promise<{ done: boolean; value?: Uint8Array }> => {
          const value = chunks[index];
          index += 1;
          if (value) return Promise.resolve({ done: false, value });
          return end === 'ends' ? Promise.resolve({ done: true }) : new Promise(() => undefined);
        },
        cancel: async () => undefined,
      }),
    },
  };
};

const wireOver = (fetch: FetchLike, more: Partial<HttpWireOptions> = {}) =>
  httpWire({ baseUrl: 'http://127.0.0.1:1', token: 't', fetch, wait: async () => undefined, ...more });

/** A server whose stream breaks after a number of bytes each time, and goes on from the position it is asked for. */
const breakingServer = (lengths: readonly number[], last: number): FetchLike => {
  let connection = 0;
  return async (url) => {
    const from = Number(new URL(url).searchParams.get('seq') ?? '0');
    const frames = Array.from({ length: last - from }, (_, index) => change(from + index + 1));
    const bytes = Uint8Array.from(frames.flatMap((frame) => [...frameBytes(frame)]));
    const length = lengths[connection];
    connection += 1;
    return length === undefined ? response(200, [bytes], 'stays') : response(200, [bytes.subarray(0, length)]);
  };
};

test('a stream that breaks anywhere loses nothing and repeats nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(700), { maxLength: 6 }), fc.integer({ min: 1, max: 6 }), async (lengths, last) => {
      const seen: Position[] = [];
      const stop = wireOver(breakingServer(lengths, last)).watch(null, (frame) => seen.push(frame.at));
      await vi.waitFor(() => expect(seen.at(-1)?.seq).toBe(last), { interval: 1 });
      stop();
      expect(seen.map((at) => at.seq)).toEqual(Array.from({ length: last }, (_, index) => index + 1));
    }),
    { numRuns: 40 },
  );
});

test('it waits longer each time up to five seconds, and starts small again after a frame', async () => {
  const waits: number[] = [];
  let asked = 0;
  const fetch: FetchLike = async () => {
    asked += 1;
    if (asked === 8) return response(200, [frameBytes(change(1))]);
    throw new TypeError('fetch failed');
  };
  await new Promise<void>((enough) => {
    const stop = wireOver(fetch, {
      wait: async (ms) => {
        waits.push(ms);
        if (waits.length < 9) return;
        stop();
        enough();
      },
    }).watch(null, () => undefined);
  });
  expect(waits).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000, 250, 500]);
});

test('the link is told once for each change', async () => {
  const links: string[] = [];
  let asked = 0;
  const fetch: FetchLike = async () => {
    asked += 1;
    if (asked < 3) throw new TypeError('fetch failed');
    return response(200, [frameBytes(change(asked))], asked < 5 ? 'ends' : 'stays');
  };
  const stop = wireOver(fetch, { onLink: (link) => links.push(link) }).watch(null, () => undefined);
  await vi.waitFor(() => expect(links).toEqual(['lost', 'connected', 'lost', 'connected', 'lost', 'connected']));
  stop();
});

test('a refused stream is not asked for again, and the reason is told', async () => {
  const refused = fault('wire.refused', { reason: 'the token is an old one' });
  const body = new TextEncoder().encode(JSON.stringify({ ok: false, fault: refused }));
  const fetch = vi.fn<FetchLike>(async () => response(401, [body]));
  const told = await new Promise((onRefused) => {
    wireOver(fetch, { onRefused }).watch(null, () => undefined);
  });
  expect(told).toEqual(refused);
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(fetch).toHaveBeenCalledTimes(1);
});

test('nothing is delivered after the end of a subscription, and the reader is let go', async () => {
  const seen: WatchFrame[] = [];
  const fetch = vi.fn<FetchLike>(async () => response(200, [frameBytes(change(1)), frameBytes(change(2))]));
  await new Promise<void>((done) => {
    const stop = wireOver(fetch).watch(null, (frame) => {
      seen.push(frame);
      stop();
      done();
    });
  });
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(seen).toEqual([change(1)]);
  expect(fetch).toHaveBeenCalledTimes(1);
});

test('a call carries the token and JSON, and returns the reply frame', async () => {
  const fetch = vi.fn<FetchLike>(async () => response(200, [new TextEncoder().encode('{"ok":true,"output":{}}')]));
  await expect(wireOver(fetch).call({ command: 'stopListening', input: {} })).resolves.toEqual({
    ok: true,
    output: {},
  });
  expect(fetch).toHaveBeenCalledWith('http://127.0.0.1:1/api/call', {
    method: 'POST',
    headers: { authorization: 'Bearer t', 'content-type': 'application/json' },
    body: '{"command":"stopListening","input":{}}',
  });
});

test('a call that nothing answers is wire.lost', async () => {
  await expect(
    wireOver(() => Promise.reject(new TypeError('fetch failed'))).call({ command: 'stopListening', input: {} }),
  ).rejects.toMatchObject({
    fault: { code: 'wire.lost' },
  });
});

test.each([
  [401, 'wire.refused'],
  [502, 'wire.lost'],
  [200, 'wire.lost'],
])('an answer %i that is not ours is %s', async (status, code) => {
  const fetch: FetchLike = async () => response(status, [new TextEncoder().encode('<html>')]);
  await expect(wireOver(fetch).call({ command: 'stopListening', input: {} })).resolves.toMatchObject({
    ok: false,
    fault: { code },
  });
});
