import type { InboundHandler, World } from '#main/harness/world.ts';
import { createTokenCrypto } from '#main/io/token-crypto.ts';
import { systemClock, systemIds } from '#main/io/system.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import { createMemoryStore } from './memory-store.ts';

type Answering = Pick<World, 'inbound' | 'outbound'>;

/** Both ends of HTTP without a socket: what is sent arrives, and what is answered comes back. */
const createLoopback = (takenPort: number | null): Answering => {
  let handler: InboundHandler | null = null;
  let localPort = 50_000;
  return {
    inbound: {
      listen: async ({ port }, receiver) => {
        if (port === takenPort)
          throw new HarnessError(fault('port.taken', { port, host: '127.0.0.1', free: port + 1 }));
        handler = receiver;
        const shown = port === 0 ? 4700 : port;
        return {
          url: `http://127.0.0.1:${String(shown)}`,
          host: '127.0.0.1',
          port: shown,
          close: async () => undefined,
        };
      },
    },
    outbound: {
      send: async (request, onConnected) => {
        localPort += 1;
        onConnected(localPort);
        const headers = [['Host', new URL(request.origin).host], ...request.headers] as const;
        const response = await handler?.receive({
          openedAt: systemClock.now(),
          method: request.method,
          target: request.target,
          httpVersion: '1.1',
          headers,
          remote: { address: '127.0.0.1', port: localPort },
          body: Promise.resolve({ state: 'complete', bytes: request.body }),
          onGone: () => undefined,
          onWritten: () => undefined,
        });
        const remote = { address: '127.0.0.1', port: 4700 };
        if (!response)
          return { ok: false, fault: fault('target.refused', { host: request.origin }), phases: [], remote };
        return {
          ok: true,
          httpVersion: '1.1',
          response,
          isTruncated: false,
          phases: [
            { name: 'connect', from: 0, to: 0.6 },
            { name: 'send', from: 0.6, to: 0.9 },
            { name: 'wait', from: 0.9, to: 7.4 },
            { name: 'receive', from: 7.4, to: 7.9 },
          ],
          remote,
        };
      },
    },
  };
};

const nobody = async ({ host }: { readonly host: string }) =>
  ({ ok: false, fault: fault('target.refused', { host }) }) as const;

/** Names resolve, and nobody is there. */
const unreachable: World['network'] = {
  resolve: async () => ({ ok: true, addresses: ['192.0.2.1'] }),
  connect: nobody,
  shakeHands: nobody,
};

/** A world that touches nothing: a screen sees the real harness over it. */
export const createMemoryWorld = ({ takenPort = null }: { readonly takenPort?: number | null } = {}): World => {
  let secrets: Readonly<Record<string, string>> = {};
  return {
    product: { version: '0.0.0-test', shell: 'served', secretsKept: 'file', dataFolder: 'nowhere' },
    clock: systemClock,
    ids: systemIds,
    ...createLoopback(takenPort),
    network: unreachable,
    exchanges: createMemoryStore(),
    shelfFile: { read: async () => null, write: async () => undefined },
    channelFile: { read: async () => null, write: async () => undefined },
    secrets: {
      kind: 'file',
      read: async () => secrets,
      write: async (next) => {
        secrets = next;
      },
    },
    tokens: createTokenCrypto(),
    reportBug: (error) => {
      throw error;
    },
  };
};
