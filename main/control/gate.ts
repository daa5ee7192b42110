import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Why a request is not let in: the status, and the end of the sentence that says it. */
export type Refusal = { readonly status: 401 | 403 | 415; readonly reason: string };

type Gate = { readonly port: number; readonly token: string };

/** Page files need no token: the browser that loads them has none yet. Whatever no route matched is not one of them. */
export type Door = 'page' | 'api';

/**
 * Decides on every request of the control server, page files and event stream included. The break-ins of other local tools came this
 * way: DNS rebinding (a foreign Host), other sites in the same browser (Origin, Sec-Fetch-Site, forms), other users (no token).
 */
export const refusalOf = (request: IncomingMessage, door: Door, { port, token }: Gate): Refusal | null => {
  const host = onlyValue(request, 'host');
  if (!host || !ownHosts(port).includes(host))
    return { status: 403, reason: 'it was not asked for under its own name' };
  const foreign = foreignOrigin(request, door, host);
  if (foreign) return { status: 403, reason: foreign };
  if (door === 'page') return null;
  if (!hasToken(request, token)) return { status: 401, reason: 'the token is missing or is not that of this start' };
  if (request.method === 'POST' && !isJson(onlyValue(request, 'content-type')))
    return { status: 415, reason: 'only application/json is read' };
  return null;
};

const ownHosts = (port: number): readonly string[] =>
  ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${String(port)}`);

const foreignOrigin = (request: IncomingMessage, door: Door, host: string): string | null => {
  const origins = request.headersDistinct['origin'];
  if (origins && (origins.length !== 1 || origins[0] !== `http://${host}`))
    return 'the request came from another origin';
  const sites = request.headersDistinct['sec-fetch-site'];
  if (!sites) return null;
  const isOwn = sites.length === 1 && (sites[0] === 'same-origin' || (sites[0] === 'none' && door === 'page'));
  return isOwn ? null : 'the request came from another site';
};

/** Two of a header that decides is one too many. */
const onlyValue = (request: IncomingMessage, name: string): string | null => {
  const values = request.headersDistinct[name];
  return values?.length === 1 ? (values[0] ?? null) : null;
};

const isJson = (contentType: string | null): boolean =>
  /^application\/json[ \t]*(?:;[ \t]*charset="?utf-8"?[ \t]*)?$/i.test(contentType ?? '');

const hasToken = (request: IncomingMessage, token: string): boolean => {
  const given = /^Bearer (.+)$/i.exec(onlyValue(request, 'authorization') ?? '')?.[1];
  return given !== undefined && timingSafeEqual(digest(given), digest(token));
};

/** Equal lengths for the comparison, whatever was given. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
