import { randomBytes } from 'node:crypto';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { listenOrFault } from './listen.ts';
import { follow } from './follow.ts';
import { refusalOf } from './gate.ts';
import { pageResponse } from './page-files.ts';
import { fault, type Fault } from '#shared/contract/fault.ts';
import type { Harness, Unsubscribe } from '#shared/contract/harness.ts';
import { answer } from '#shared/contract/transport.ts';
import type { Position } from '#shared/session/events.ts';

export type ControlOptions = {
  readonly harness: Harness;
  /** 0 takes any free port. */
  readonly port: number;
  /** Where the built page is. */
  readonly pageFolder: string;
  readonly reportBug: (error: unknown) => string;
  /** A fresh random one when left out, so that the token of an earlier start is refused. */
  readonly token?: string;
};

export type ControlServer = {
  readonly url: string;
  /** With the token in the fragment, which no browser sends anywhere. */
  readonly pageUrl: string;
  readonly port: number;
  readonly token: string;
  readonly close: () => Promise<void>;
};

const pageRoute = '/*';
const bodyLimit = 8 * 1024 * 1024;

/** The contract and the page over HTTP: loopback only, and every request passes the gate before a route sees it. */
export const startControlServer = async (options: ControlOptions): Promise<ControlServer> => {
  const token = options.token ?? randomBytes(32).toString('base64url');
  const gate = { port: options.port, token };
  const app = fastify({
    bodyLimit,
    // The heartbeat of an event stream comes well within the silence that is allowed.
    connectionTimeout: 60_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 10_000,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    logger: false,
  });
  app.removeContentTypeParser('text/plain');
  app.addHook('onRequest', async (request, reply) => {
    // The route that matched decides, not the text of the path: the router reads %61 as a.
    const door = request.routeOptions.url === pageRoute ? 'page' : 'api';
    const refusal = refusalOf(request.raw, door, gate);
    if (refusal) await refuse(reply, refusal.status, fault('wire.refused', { reason: refusal.reason }));
  });
  addRoutes(app, options);
  const port = await listenOrFault(app, options.port);
  gate.port = port;
  const url = `http://127.0.0.1:${String(port)}`;
  return { url, pageUrl: `${url}/#token=${token}`, port, token, close: () => app.close() };
};

const addRoutes = (app: FastifyInstance, { harness, pageFolder, reportBug }: ControlOptions): void => {
  const answerCall = answer(harness, reportBug);
  app.post('/api/call', async (request, reply) => reply.headers(apiHeaders).send(await answerCall(request.body)));

  const ends = new Set<Unsubscribe>();
  app.get('/api/events', (request, reply) => {
    reply.hijack();
    reply.raw.writeHead(200, { ...apiHeaders, 'content-type': 'text/event-stream; charset=utf-8' });
    const end = follow(harness, positionOf(request), reply.raw);
    ends.add(end);
    reply.raw.once('close', () => ends.delete(end));
  });
  app.addHook('preClose', async () => {
    for (const end of ends) end();
  });

  app.get(pageRoute, async ({ url }, reply) => {
    const { status, headers, body } = await pageResponse(pageFolder, url.split(/[?#]/, 1)[0] ?? '');
    return reply.code(status).headers(headers).send(body);
  });

  app.setNotFoundHandler((_request, reply) =>
    refuse(reply, 404, fault('wire.refused', { reason: 'there is nothing at this path for this method' })),
  );
  app.setErrorHandler((error, _request, reply) => {
    const status = statusOf(error);
    return status < 500
      ? refuse(reply, status, fault('input.invalid', { problem: 'The body of the call cannot be read as JSON.' }))
      : refuse(reply, 500, fault('bug', { incident: reportBug(error) }));
  });
};

const apiHeaders = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
} as const;

const refuse = (reply: FastifyReply, status: number, refused: Fault): FastifyReply =>
  reply.code(status).headers(apiHeaders).send({ ok: false, fault: refused });

const statusOf = (error: unknown): number =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;

/** From the query of our own reader, or from Last-Event-ID as a browser's EventSource would send it; anything else means everything. */
const positionOf = ({ url, headers }: FastifyRequest): Position | null => {
  const query = new URL(url, 'http://localhost').searchParams;
  const [run, seq] = query.has('run')
    ? [query.get('run'), query.get('seq')]
    : String(headers['last-event-id'] ?? '').split(':');
  return run && seq && /^\d{1,15}$/.test(seq) ? { run, seq: Number(seq) } : null;
};
