import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RawResponse } from '#shared/exchange/raw-http.ts';

/** Writes a reply with exactly its header lines; Node adds a date, how the connection goes on, and we the length where it is absent. */
export const writeReply = (response: ServerResponse, reply: RawResponse): void => {
  const body = writeHead(response, reply);
  if (body.byteLength > joinedBody) response.end(body);
  else response.end(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1'), 'latin1');
};

/** Bytes of a body that is cheaper to copy behind its head than to hand to the system as a second piece: Node joins only strings. */
const joinedBody = 16 * 1024;

/**
 * Writes a reply while the client is still sending what nobody wants. The connection closes when the client is done or the
 * time is up: closing at once would reset it, and the client would never see the reply (RFC 9112 §9.6).
 */
export const writeReplyAndDrain = (
  request: IncomingMessage,
  response: ServerResponse,
  reply: RawResponse,
  lingerTime: number,
): void => {
  response.shouldKeepAlive = false;
  response.write(writeHead(response, reply));
  const end = (): void => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, lingerTime);
  if (request.readableEnded || request.destroyed) end();
  else request.once('close', end);
};

/** Returns the body that belongs to what was written: HTTP does not allow every header and status, and then the caller is told so. */
const writeHead = (response: ServerResponse, reply: RawResponse): Uint8Array => {
  try {
    writeLines(response, reply);
    return reply.body;
  } catch (error) {
    const refusal = unwritable(error);
    writeLines(response, refusal);
    return refusal.body;
  }
};

const writeLines = (response: ServerResponse, { status, reason, headers, body }: RawResponse): void => {
  const flat: string[] = [];
  // RFC 9110 §8.6: these replies end with their head, so they must not tell a length.
  const isBodiless = status === 204 || status < 200;
  let isFramed = isBodiless || status === 304;
  for (const [name, value] of headers) {
    const isFraming = isFramingName(name);
    if (isFraming && isBodiless) continue;
    isFramed ||= isFraming;
    flat.push(name, value);
  }
  if (!isFramed) flat.push('Content-Length', String(body.byteLength));
  if (reason === '') response.writeHead(status, flat);
  else response.writeHead(status, reason, flat);
};

const isFramingName = (name: string): boolean =>
  (name.length === 14 && name.toLowerCase() === 'content-length') ||
  (name.length === 17 && name.toLowerCase() === 'transfer-encoding');

const unwritable = (error: unknown): RawResponse => ({
  status: 500,
  reason: 'Internal Server Error',
  headers: [['Content-Type', 'text/plain; charset=utf-8']],
  body: Buffer.from(`This reply cannot be sent over HTTP: ${String(error)}`),
});
