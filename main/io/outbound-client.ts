import { Socket } from 'node:net';
import { buildConnector, Client, type Dispatcher } from 'undici';
import type { Outbound, Sent } from '#main/harness/world.ts';
import type { Phase } from '#shared/exchange/exchange.ts';
import type { HeaderLines, RawResponse } from '#shared/exchange/raw-http.ts';
import type { OutboundRequest } from '#shared/platforms/dispatch.ts';
import { fault, type Fault } from '#shared/contract/fault.ts';
import { faultOfError } from './outbound-faults.ts';
import { headBytes, originOf, unsendable } from './outbound-head.ts';
import { carryExactly, noteConnecting, type WireNotes } from './outbound-socket.ts';

/** Bytes of an answer that are kept; the rest is not read. */
const answerLimit = 64 * 1024 * 1024;
/** Bytes of the head of an answer: what a server sends is shown, within reason. */
const headLimit = 256 * 1024;

type Running = { readonly stop: () => void };

/**
 * The outbound client. Each exchange has a connection of its own: on a kept one that the server closes in that moment a POST is
 * lost, nobody can know whether it was processed, and sending it again could deliver it twice. So nothing is ever sent again,
 * and a reset is always an answer to the very request that shows it. It costs a handshake.
 */
export const createOutbound = (limit = answerLimit): Outbound & { readonly close: () => Promise<void> } => {
  const running = new Set<Running>();
  return {
    send: async (request, onConnected) => {
      const origin = originOf(request.origin);
      if (!origin) return refused(fault('target.invalid', { url: request.origin }));
      const problem = unsendable(request);
      if (problem) return refused(problem);
      return exchange(request, origin, onConnected, limit, running);
    },
    close: async () => {
      for (const each of running) each.stop();
    },
  };
};

const refused = (problem: Fault): Sent => ({ ok: false, fault: problem, phases: [], remote: null });

const exchange = async (
  request: OutboundRequest,
  origin: URL,
  onConnected: (localPort: number) => void,
  limit: number,
  running: Set<Running>,
): Promise<Sent> => {
  const start = performance.now();
  const notes: WireNotes = {
    resolvedAt: null,
    joinedAt: null,
    connectedAt: null,
    sentAt: null,
    firstByteAt: null,
    httpVersion: '',
    remote: null,
  };
  const client = clientFor(request, origin, onConnected, notes);
  const stopped = new AbortController();
  const stop = (why: Fault): void => stopped.abort(why);
  const entry: Running = {
    stop: () => stop(fault('target.failed', { host: origin.host, reason: 'Hookbench was closed' })),
  };
  const timer = setTimeout(
    () => stop(fault('target.timeout', { host: origin.host, seconds: request.timeLimit })),
    request.timeLimit * 1000,
  );
  running.add(entry);
  let isAnswering = false;
  try {
    const answer = await client.request({
      // Only how the answer is read depends on these: what is sent is written by `carryExactly`.
      path: '/',
      method: request.method === 'HEAD' ? 'HEAD' : 'GET',
      reset: true,
      responseHeaders: 'raw',
      signal: stopped.signal,
    });
    isAnswering = true;
    const { body, isTruncated } = await readBody(answer.body, limit);
    const response: RawResponse = {
      status: answer.statusCode,
      reason: answer.statusText,
      headers: headerLines(answer.headers),
      body,
    };
    return { ok: true, httpVersion: notes.httpVersion, response, isTruncated, ...told(notes, start) };
  } catch (error) {
    const why = stopped.signal.aborted
      ? (stopped.signal.reason as Fault)
      : faultOfError(error, { host: origin.host, isAnswering });
    return { ok: false, fault: why, ...told(notes, start) };
  } finally {
    clearTimeout(timer);
    running.delete(entry);
    void client.destroy();
  }
};

const clientFor = (
  request: OutboundRequest,
  origin: URL,
  onConnected: (localPort: number) => void,
  notes: WireNotes,
): Client => {
  const head = headBytes(request, origin);
  const connect = buildConnector({ timeout: request.timeLimit * 1000, autoSelectFamily: true });
  return new Client(origin, {
    // The time limit is one for the whole exchange, and it is ours.
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: headLimit,
    connect: (options, callback) => {
      // It returns the socket at once, as its types do not say.
      const connecting: unknown = connect(options, (error, socket) => {
        if (error) {
          callback(error, null);
          return;
        }
        carryExactly(socket, head, request.body, notes);
        onConnected(socket.localPort ?? 0);
        callback(null, socket);
      });
      if (connecting instanceof Socket) noteConnecting(connecting, notes);
    },
  });
};

const readBody = async (
  stream: Dispatcher.ResponseData['body'],
  limit: number,
): Promise<{ readonly body: Uint8Array; readonly isTruncated: boolean }> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const room = limit - size;
    if (chunk.length > room) {
      chunks.push(chunk.subarray(0, room));
      return { body: Buffer.concat(chunks), isTruncated: true };
    }
    chunks.push(chunk);
    size += chunk.length;
  }
  return { body: Buffer.concat(chunks), isTruncated: false };
};

/** With `responseHeaders: 'raw'` undici gives names and values in turn; its types do not say so. */
const headerLines = (headers: unknown): HeaderLines => {
  const raw = headers as readonly string[];
  const lines: [string, string][] = [];
  for (let index = 0; index < raw.length; index += 2) lines.push([String(raw[index]), String(raw[index + 1])]);
  return lines;
};

/** The phases as far as they went, each from the end of the one before. */
const told = (notes: WireNotes, start: number): Pick<Sent, 'phases' | 'remote'> => {
  const end = performance.now();
  // A server may answer before everything is sent.
  const sentAt = notes.sentAt ?? notes.firstByteAt;
  const { resolvedAt, joinedAt, connectedAt } = notes;
  const isSecured = joinedAt !== null && joinedAt !== connectedAt;
  const ends = [
    ...(resolvedAt === null ? [] : [['resolve', resolvedAt] as const]),
    ...(isSecured ? [['connect', joinedAt] as const] : []),
    [isSecured ? 'secure' : 'connect', connectedAt],
    ['send', sentAt],
    ['wait', notes.firstByteAt],
    ['receive', end],
  ] as const;
  const phases: Phase[] = [];
  for (const [name, at] of ends) {
    const from = phases.at(-1)?.to ?? 0;
    phases.push({ name, from, to: Math.max(from, (at ?? end) - start) });
    if (at === null) break;
  }
  return { phases, remote: notes.remote };
};
