import { createServer as createTlsServer } from 'node:https';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { network } from '#main/io/network.ts';
import { selfSigned } from './outbound-self-signed.ts';

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

const listen = async (server: Server, host = '127.0.0.1'): Promise<number> => {
  open.push(server);
  await new Promise<void>((resolve) => void server.listen(0, host, resolve));
  return (server.address() as AddressInfo).port;
};
/** A port on which nobody listens any more. */
const closedPort = async (): Promise<number> => {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
};
const codeOf = (found: { readonly ok: boolean; readonly fault?: { readonly code: string } }) => found.fault?.code;

describe('a name', () => {
  test('that this machine knows has addresses, and an address is its own', async () => {
    const local = await network.resolve('localhost', 5);
    expect(local.ok && local.addresses.every((each) => ['127.0.0.1', '::1'].includes(each))).toBe(true);
    expect(await network.resolve('127.0.0.1', 5)).toEqual({ ok: true, addresses: ['127.0.0.1'] });
    expect(await network.resolve('[::1]', 5)).toEqual({ ok: true, addresses: ['::1'] });
  });

  test('that nobody has is a fault', async () => {
    // RFC 6761 §6.4: it never exists. Without a network the resolver may take its time.
    expect(codeOf(await network.resolve('nobody.invalid', 30))).toBe('target.unresolved');
  }, 40_000);
});

describe('a port', () => {
  test('that is open takes a connection, which says nothing and ends', async () => {
    let received = 0;
    const ended = new Promise<void>((resolve) => {
      const server = createServer((socket) => {
        socket.on('data', (chunk) => (received += chunk.length)).on('close', () => resolve());
        socket.on('error', () => undefined);
      });
      void listen(server).then((port) => network.connect({ host: '127.0.0.1', port }, 5));
    });
    await ended;
    expect(received).toBe(0);
  });

  test('that is closed is a fault', async () => {
    const port = await closedPort();
    expect(codeOf(await network.connect({ host: '127.0.0.1', port }, 5))).toBe('target.refused');
    expect(codeOf(await network.shakeHands({ host: '127.0.0.1', port }, 5))).toBe('target.refused');
  });
});

describe('a certificate', () => {
  const openTls = (host?: string) => listen(createTlsServer(selfSigned), host);

  test('that nobody vouches for is told as such, with its names and its end', async () => {
    const found = await network.shakeHands({ host: 'localhost', port: await openTls() }, 5);
    expect(found).toMatchObject({
      ok: true,
      distrust: [expect.stringContaining('self-signed') as string],
      certificate: { names: ['localhost', '127.0.0.1'], issuer: 'localhost' },
    });
    expect(found.ok && new Date(found.certificate.validTo).getUTCFullYear()).toBe(2126);
  });

  test.runIf(process.platform === 'linux')('for another name is told as that, too', async () => {
    const found = await network.shakeHands({ host: '127.0.0.2', port: await openTls('127.0.0.2') }, 5);
    expect(found.ok && found.distrust).toEqual([
      expect.stringContaining('self-signed') as string,
      expect.stringContaining('another name') as string,
    ]);
  });

  test('is not there where a port speaks plain HTTP, or nothing at all', async () => {
    const plain = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
    });
    const port = await listen(plain);
    expect(codeOf(await network.shakeHands({ host: '127.0.0.1', port }, 5))).toBe('target.tls');
    const silent = await listen(createServer((socket) => socket.on('error', () => undefined)));
    expect(codeOf(await network.shakeHands({ host: '127.0.0.1', port: silent }, 0.2))).toBe('target.timeout');
    const short = await listen(createServer((socket) => socket.destroy()));
    expect(codeOf(await network.shakeHands({ host: '127.0.0.1', port: short }, 5))).toBe('target.reset');
  });
});
