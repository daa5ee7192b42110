import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach } from 'vitest';
import type { ChannelCheck } from '#shared/channel/channel-check.ts';
import type { CommandInput } from '#shared/contract/harness.ts';
import type { OpenBench } from '#test/main/open-bench.ts';
import { selfSigned } from '#test/main/io/outbound-self-signed.ts';

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

const listen = async (server: Server): Promise<number> => {
  open.push(server);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

/** What a foreign server was asked. */
export type Asked = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;

/** A foreign HTTP server, its address, and what it was asked so far. */
export const foreignServer = async (
  answer: RequestListener = (_request, response) => void response.end(),
): Promise<{ readonly host: string; readonly asked: readonly Asked[] }> => {
  const asked: Asked[] = [];
  const port = await listen(
    createServer((request, response) => {
      asked.push(request);
      answer(request, response);
    }),
  );
  return { host: `http://127.0.0.1:${String(port)}`, asked };
};

/** A server whose clock is ahead by so many seconds, or behind. */
export const serverAhead = (seconds: number) =>
  foreignServer((_request, response) => {
    response.setHeader('Date', new Date(Date.now() + seconds * 1000).toUTCString()).end();
  });

export const selfSignedServer = async (): Promise<string> =>
  `https://localhost:${String(await listen(createTlsServer(selfSigned)))}`;

/** A server that speaks another protocol. */
export const otherProtocol = async (serve: (socket: Socket) => void): Promise<string> => {
  const server = createTcpServer((socket) => {
    socket.on('error', () => undefined);
    serve(socket);
  });
  return `http://127.0.0.1:${String(await listen(server))}`;
};

/** A port on which nobody listens any more. */
export const closedHost = async (): Promise<string> => {
  const server = createTcpServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${String(port)}`;
};

type Examined = {
  /** By their ids. */
  readonly checks: Readonly<Record<string, ChannelCheck>>;
  readonly all: readonly ChannelCheck[];
  /** The ids of those that are not right. */
  readonly wrong: readonly string[];
};

/** What the doctor says of a channel after it was changed so. */
export const examine = async (
  bench: OpenBench,
  channelId: string,
  change: Omit<CommandInput<'changeChannel'>, 'channelId'> = {},
): Promise<Examined> => {
  await bench.harness.changeChannel({ channelId, ...change });
  const { checks: all } = await bench.harness.checkChannel({ channelId });
  return {
    all,
    checks: Object.fromEntries(all.map((each) => [each.id, each])),
    wrong: all.filter(({ result }) => result === 'fail' || result === 'warn').map(({ id }) => id),
  };
};

export const onlyApp = { platform: false, app: true };
export const onlyPlatform = { platform: true, app: false };
