import { createServer } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { fault, HarnessError } from '#shared/contract/fault.ts';

const host = '127.0.0.1';
const triedPorts = 50;

/** Listens on loopback and returns the port; refuses with `port.taken` and the next free one, or with `port.refused`. */
export const listenOrFault = async (app: FastifyInstance, port: number): Promise<number> => {
  try {
    await app.listen({ host, port });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    if (code === 'EADDRINUSE')
      throw new HarnessError(fault('port.taken', { port, host, free: await nextFreePort(port) }), { cause });
    throw new HarnessError(fault('port.refused', { port, host, reason: code }), { cause });
  }
  const address = app.server.address();
  return typeof address === 'object' && address ? address.port : port;
};

const nextFreePort = async (taken: number): Promise<number> => {
  for (let port = taken + 1; port <= Math.min(taken + triedPorts, 65_535); port += 1)
    if (await isFree(port)) return port;
  return 0;
};

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(true)));
  });
