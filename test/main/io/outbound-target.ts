import { createServer, type Server, type Socket } from 'node:net';
import { afterEach } from 'vitest';
import type { Sent } from '#main/harness/world.ts';
import { createOutbound } from '#main/io/outbound-client.ts';
import type { FaultCode } from '#shared/contract/fault.ts';
import type { OutboundRequest } from '#shared/platforms/dispatch.ts';

const open: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

export type Target = {
  readonly origin: string;
  readonly port: number;
  readonly received: Buffer[];
  readonly server: Server;
};

/** A bare TCP server: keeps the bytes of each connection; `serve` is called whenever more came. */
export const target = async (serve: (socket: Socket, bytes: string) => void, port = 0): Promise<Target> => {
  const received: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    const index = received.push(Buffer.alloc(0)) - 1;
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      const bytes = Buffer.concat([received[index] ?? Buffer.alloc(0), chunk]);
      received[index] = bytes;
      serve(socket, bytes.toString('latin1'));
    });
  });
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve));
  open.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  const bound = typeof address === 'object' && address ? address.port : 0;
  return { origin: `http://127.0.0.1:${bound}`, port: bound, received, server };
};

/** A server that answers the same bytes to whatever comes. */
export const answering = (answer: string | Buffer): Promise<Target> =>
  target((socket) => void socket.write(typeof answer === 'string' ? Buffer.from(answer, 'latin1') : answer));

export const ok = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';

export const request = (origin: string, change: Partial<OutboundRequest> = {}): OutboundRequest => ({
  method: 'POST',
  target: '/hook',
  headers: [],
  body: new Uint8Array(),
  origin,
  timeLimit: 10,
  ...change,
});

export const outbound = (limit?: number): ReturnType<typeof createOutbound> => {
  const client = createOutbound(limit);
  open.push(client.close);
  return client;
};

export const send = (wanted: OutboundRequest): Promise<Sent> => outbound().send(wanted, () => undefined);

export const faultCode = (sent: Sent): FaultCode | 'answered' => (sent.ok ? 'answered' : sent.fault.code);
