import { request as httpRequest, type IncomingMessage } from 'node:http';
import { afterEach, expect, test, vi } from 'vitest';
import { startControlServer, type ControlServer } from '#main/control/control-server.ts';
import { createStreamReader } from '#shared/contract/event-stream.ts';
import { HarnessError } from '#shared/contract/fault.ts';
import type { SessionEvent, WatchFrame } from '#shared/session/events.ts';
import { defaultSettings } from '#shared/session/state.ts';
import { ask, pageFolderWith, smallHarness } from './control-doubles.ts';

const servers: ControlServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((each) => each.close()));
});

const start = async (port = 0) => {
  const small = smallHarness();
  const pageFolder = await pageFolderWith({});
  const server = await startControlServer({ harness: small.harness, port, pageFolder, reportBug: () => 'i-1' });
  servers.push(server);
  return { ...small, server };
};

const change = (port: number): SessionEvent => ({
  type: 'settings-changed',
  settings: { ...defaultSettings, port },
});

/** Reads the stream with plain HTTP, so that a test can stop reading. */
const read = (server: ControlServer, query = '', headers: Readonly<Record<string, string>> = {}) => {
  const frames: WatchFrame[] = [];
  const ids: string[] = [];
  const push = createStreamReader(({ id, data }) => {
    ids.push(id);
    frames.push(JSON.parse(data) as WatchFrame);
  });
  const request = httpRequest(`${server.url}/api/events${query}`, {
    agent: false,
    headers: { authorization: `Bearer ${server.token}`, ...headers },
  });
  const response = new Promise<IncomingMessage>((resolve) => void request.once('response', resolve));
  void response.then((incoming) => incoming.on('data', push).on('error', () => undefined));
  request.on('error', () => undefined).end();
  return { frames, ids, response, destroy: () => request.destroy() };
};

const portsIn = (frames: readonly WatchFrame[]): readonly number[] =>
  frames.flatMap((frame) =>
    frame.kind === 'changes'
      ? frame.events.flatMap((event) => (event.type === 'settings-changed' ? [event.settings.port] : []))
      : [],
  );

test('each event of the stream carries its position as its id', async () => {
  const { server, publish } = await start();
  const reader = read(server);
  await vi.waitFor(() => expect(reader.frames).toHaveLength(1));
  publish(change(1));
  await vi.waitFor(() => expect(reader.frames).toHaveLength(2));
  expect(reader.ids).toEqual(reader.frames.map(({ at }) => `${at.run}:${String(at.seq)}`));
  expect((await reader.response).headers['content-type']).toBe('text/event-stream; charset=utf-8');
  reader.destroy();
});

test('a reader that comes back is sent what it missed, by query or by Last-Event-ID', async () => {
  const { server, publish } = await start();
  const first = read(server);
  await vi.waitFor(() => expect(first.frames).toHaveLength(1));
  first.destroy();
  for (const port of [1, 2, 3]) publish(change(port));
  const { run, seq } = first.frames[0]?.at ?? { run: '', seq: -1 };
  const byQuery = read(server, `?run=${run}&seq=${String(seq + 1)}`);
  const byHeader = read(server, '', { 'last-event-id': `${run}:${String(seq + 2)}` });
  await vi.waitFor(() => expect([portsIn(byQuery.frames), portsIn(byHeader.frames)]).toEqual([[2, 3], [3]]));
  byQuery.destroy();
  byHeader.destroy();
});

test('a reader that comes back too late for what it missed gets everything', async () => {
  const { server, publish } = await start();
  const first = read(server);
  await vi.waitFor(() => expect(first.frames).toHaveLength(1));
  first.destroy();
  const { run = '', seq = 0 } = first.frames[0]?.at ?? {};
  for (let port = 1; port <= 10_001; port += 1) publish(change(port));
  const reader = read(server, `?run=${run}&seq=${String(seq)}`);
  await vi.waitFor(() => expect(reader.frames).toHaveLength(1));
  expect(reader.frames[0]).toMatchObject({ kind: 'whole', session: { settings: { port: 10_001 } } });
  reader.destroy();
});

test.each(['?run=other&seq=0', '?run=&seq=', '?seq=3', '?run=x&seq=-1', '?run=x&seq=1e9', '?run=%00&seq=1'])(
  'a position that is not ours, %s, gets everything',
  async (query) => {
    const { server } = await start();
    const reader = read(server, query);
    await vi.waitFor(() => expect(reader.frames[0]?.kind).toBe('whole'));
    reader.destroy();
  },
);

test('a reader that stops reading is left out, costs no memory, and misses nothing when it goes on', async () => {
  const { server, publish, watcherCount } = await start();
  const reader = read(server);
  await vi.waitFor(() => expect(reader.frames).toHaveLength(1));
  (await reader.response).pause();
  let last = 0;
  // Fills the system's own buffers first: only then does the server notice.
  while (watcherCount() > 0) {
    for (let count = 0; count < 100; count += 1) publish(change((last += 1)));
    await new Promise((resolve) => setImmediate(resolve));
    expect(last).toBeLessThan(2_000_000);
  }
  publish(change((last += 1)));
  (await reader.response).resume();
  await vi.waitFor(() => expect(watcherCount()).toBe(1));
  publish(change((last += 1)));
  await vi.waitFor(() => expect(portsIn(reader.frames).at(-1) ?? 0).toBe(last), { timeout: 10_000 });
  let seq = 0;
  for (const frame of reader.frames) {
    if (frame.kind === 'changes') expect(frame.at.seq - frame.events.length).toBe(seq);
    seq = frame.at.seq;
  }
  expect(seq).toBe(last);
  reader.destroy();
});

test('a reader that goes away is forgotten', async () => {
  const { server, watcherCount } = await start();
  const reader = read(server);
  await vi.waitFor(() => expect(watcherCount()).toBe(1));
  reader.destroy();
  await vi.waitFor(() => expect(watcherCount()).toBe(0));
});

test('closing ends the streams cleanly', async () => {
  const { server, watcherCount } = await start();
  const reader = read(server);
  await vi.waitFor(() => expect(reader.frames).toHaveLength(1));
  const incoming = await reader.response;
  const ended = new Promise<void>((resolve) => void incoming.once('end', resolve));
  await server.close();
  await ended;
  expect(incoming.complete).toBe(true);
  expect(watcherCount()).toBe(0);
});

const call = (server: ControlServer, body: string) =>
  ask(
    server.port,
    'POST',
    '/api/call',
    {
      host: `127.0.0.1:${String(server.port)}`,
      authorization: `Bearer ${server.token}`,
      'content-type': 'application/json',
    },
    body,
  );

test.each([
  ['', 400],
  ['{', 400],
  ['{"__proto__":1}', 400],
  [`"${'x'.repeat(9 * 1024 * 1024)}"`, 413],
])('a body that is not a call is a fault, not a crash (%#)', async (body, status) => {
  const { server } = await start();
  const answer = await call(server, body);
  expect(answer.status).toBe(status);
  expect(JSON.parse(answer.body)).toMatchObject({ ok: false, fault: { code: 'input.invalid' } });
});

test('a mistake of ours crosses as an incident number', async () => {
  const { server } = await start();
  const { body } = await call(server, '{"command":"stopListening","input":{}}');
  expect(JSON.parse(body)).toMatchObject({ ok: false, fault: { code: 'bug', values: { incident: 'i-1' } } });
  expect(body).not.toContain('secret');
});

test('a port that is taken is refused with the next free one', async () => {
  const { server } = await start();
  const error = await start(server.port).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(HarnessError);
  const { code, values } = (error as HarnessError).fault;
  expect(code).toBe('port.taken');
  expect(values?.['port']).toBe(server.port);
  const free = Number(values?.['free']);
  expect(free).toBeGreaterThan(server.port);
  expect((await start(free)).server.port).toBe(free);
});
