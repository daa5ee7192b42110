import { createServer, ServerResponse, type IncomingMessage, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { fastify, type FastifyInstance } from 'fastify';
import type { Inbound, InboundHandler, InboundServer } from '#main/harness/world.ts';
import type { RawResponse } from '#shared/exchange/raw-http.ts';
import { ArrivingRequest } from './inbound-arrival.ts';
import { inboundLimits, type InboundLimits } from './inbound-limits.ts';
import { MalformedConnections } from './inbound-malformed.ts';
import { refusedPort } from './inbound-port.ts';
import { writeReply, writeReplyAndDrain } from './inbound-reply.ts';

const host = '127.0.0.1';
const last = Symbol('the last request of a connection');
type CarryingSocket = Socket & { [last]?: ArrivingRequest };

/**
 * The webhook server: every request reaches the handler as soon as its head is here, before anything routes, parses or judges it.
 */
export const inbound = {
  listen: async (
    at: { readonly port: number },
    handler: InboundHandler,
    bodyLimit: () => number,
    limits: InboundLimits = inboundLimits,
  ): Promise<InboundServer> => {
    const { server, app, tunnels } = build(handler, bodyLimit, limits);
    try {
      await app.listen({ host, port: at.port });
    } catch (error) {
      await app.close();
      throw await refusedPort(error, host, at.port);
    }
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : at.port;
    return { url: `http://${host}:${port}`, host, port, close: () => close(app, server, tunnels, limits) };
  },
} satisfies Inbound;

type Built = { readonly app: FastifyInstance; readonly server: Server; readonly tunnels: ReadonlySet<Socket> };

const build = (handler: InboundHandler, bodyLimit: () => number, limits: InboundLimits): Built => {
  const malformed = new MalformedConnections(handler, limits);
  const tunnels = new Set<Socket>();

  const take = (request: IncomingMessage, response: ServerResponse, target: string, tunnelled?: Buffer): void => {
    const arrival = new ArrivingRequest(request, response, target, bodyLimit(), tunnelled);
    const socket: CarryingSocket = request.socket;
    socket[last] = arrival;
    void handler.receive(arrival).then((reply) => answer(request, response, arrival, reply));
  };

  const answer = (
    request: IncomingMessage,
    response: ServerResponse,
    arrival: ArrivingRequest,
    reply: RawResponse | null,
  ): void => {
    const { socket } = request;
    if (response.destroyed || socket.destroyed) return;
    const isRefused = malformed.isRefused(socket);
    if (isRefused && arrival.state === 'aborted') return;
    if (reply === null) {
      socket.destroy();
      return;
    }
    if (isRefused) response.shouldKeepAlive = false;
    if (arrival.state === 'too-large') writeReplyAndDrain(request, response, reply, limits.lingerTime);
    else writeReply(response, reply);
    arrival.written();
  };

  const server = createServer(
    {
      maxHeaderSize: limits.maxHeaderSize,
      headersTimeout: limits.headersTimeout,
      requestTimeout: limits.requestTimeout,
      keepAliveTimeout: limits.keepAliveTimeout,
      connectionsCheckingInterval: limits.connectionsCheckingInterval,
      // Without a Host, Node would answer 400 and tell nobody.
      requireHostHeader: false,
    },
    (request, response) => take(request, response, request.url ?? ''),
  );
  // Fastify opens and closes the server and hands on what the parser refuses; requests do not go through its routing,
  // parsing and validation, which refuse a third of what has to be shown and cost a tenth of the time of the rest.
  const app = fastify({
    serverFactory: () => server,
    clientErrorHandler: (error, socket: CarryingSocket) => malformed.refuse(error, socket, socket[last]),
  });
  // 0 is no limit: the size of the head is limited, and lines must not be left out silently.
  server.maxHeadersCount = 0;
  // Without a listener Node answers 417 itself.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  server.on('connect', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    const response = new ServerResponse(request);
    response.shouldKeepAlive = false;
    response.assignSocket(socket);
    response.once('finish', () => socket.end());
    tunnels.add(socket);
    socket.once('close', () => tunnels.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('end', () => socket.destroy());
    socket.resume();
    take(request, response, request.url ?? '', head);
  });
  return { app, server, tunnels };
};

const close = async (
  app: FastifyInstance,
  server: Server,
  tunnels: ReadonlySet<Socket>,
  { closeGrace }: InboundLimits,
): Promise<void> => {
  const timer = setTimeout(() => {
    server.closeAllConnections();
    for (const socket of tunnels) socket.destroy();
  }, closeGrace);
  await app.close();
  clearTimeout(timer);
};
