import { connect, type Socket } from 'node:net';
import { afterEach } from 'vitest';
import { inbound } from '#main/io/inbound-server.ts';
import { inboundLimits, type InboundLimits } from '#main/io/inbound-limits.ts';
import type { Arrival, ArrivedBody, InboundServer, Malformed } from '#main/harness/world.ts';
import { jsonResponse, type RawResponse } from '#shared/exchange/raw-http.ts';

export type Seen = { readonly arrival: Arrival; body: ArrivedBody | null; isGone: boolean };

export type Listening = {
  readonly server: InboundServer;
  readonly seen: Seen[];
  readonly malformed: Malformed[];
};

type Reply = (arrival: Arrival, body: ArrivedBody) => RawResponse | null | Promise<RawResponse | null>;

const open: { close: () => unknown }[] = [];

afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

export const plainReply: Reply = (_, body) =>
  body.state === 'aborted' ? null : jsonResponse(body.state === 'too-large' ? 413 : 200, { size: body.bytes.length });

/** A real server on a free port that notes all that reaches it; closed after the test. */
export const listen = async (
  reply: Reply = plainReply,
  { bodyLimit = 1_000_000, limits = {} }: { bodyLimit?: number; limits?: Partial<InboundLimits> } = {},
): Promise<Listening> => {
  const seen: Seen[] = [];
  const malformed: Malformed[] = [];
  const server = await inbound.listen(
    { port: 0 },
    {
      receive: async (arrival) => {
        const entry: Seen = { arrival, body: null, isGone: false };
        seen.push(entry);
        arrival.onGone(() => {
          entry.isGone = true;
        });
        entry.body = await arrival.body;
        return reply(arrival, entry.body);
      },
      refuse: (each) => malformed.push(each),
    },
    () => bodyLimit,
    { ...inboundLimits, ...limits },
  );
  open.push(server);
  return { server, seen, malformed };
};

export type RawClient = {
  readonly socket: Socket;
  readonly send: (bytes: string | Uint8Array) => void;
  /** Everything that came so far, as Latin-1 text. */
  readonly text: () => string;
  readonly until: (what: string | RegExp) => Promise<string>;
  /** Settles when the server has closed the connection. */
  readonly closed: Promise<string>;
};

/** A bare TCP connection: what it sends is exactly what is given. */
export const rawClient = async (port: number): Promise<RawClient> => {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  open.push({ close: () => socket.destroy() });
  const chunks: Buffer[] = [];
  const text = (): string => Buffer.concat(chunks).toString('latin1');
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.on('error', () => undefined);
  const closed = new Promise<string>((resolve) => {
    socket.on('close', () => resolve(text()));
  });
  await new Promise<void>((resolve) => {
    socket.once('connect', () => resolve());
  });
  const until = (what: string | RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (text().search(what) < 0) return;
        socket.off('data', look);
        resolve(text());
      };
      socket.on('data', look);
      socket.once('close', () => reject(new Error(`closed before ${String(what)}; got ${JSON.stringify(text())}`)));
      look();
    });
  return { socket, send: (bytes) => void socket.write(bytes), text, until, closed };
};

/** Waits until something is so; the test's own time limit ends the wait. */
export const eventually = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise((resolve) => void setTimeout(resolve, 2));
};
