import { setTimeout as wait } from 'node:timers/promises';
import { createOutbound } from '#main/io/outbound-client.ts';
import type { End } from '#shared/exchange/exchange.ts';
import { completeHeaders, pathOf, type RawRequest } from '#shared/exchange/raw-http.ts';
import type { Returned } from '#shared/platforms/dispatch.ts';
import type { TrustModel } from '#shared/trust/trust-model.ts';
import { refused } from './refused.ts';

/** Where the battery goes: one host that the user named, and nowhere else. */
export type AttackTarget = {
  readonly origin: string;
  /** The path of the user's own endpoint; null where the platform's own is meant. */
  readonly path: string | null;
  /** Parameters that the user's address has anyway, as they are written. */
  readonly query: string;
};

/** Reads `--target`: http(s), no name and password in it, no fragment. */
export const attackTargetOf = (text: string): AttackTarget => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw refused('The target has to be an address that begins with http:// or https://.');
  if (url.username !== '' || url.password !== '')
    throw refused('The target has a name and password in it, which no platform sends: leave them out.');
  if (url.hash !== '') throw refused('The target has a part behind #, which is never sent: leave it out.');
  return { origin: url.origin, path: url.pathname === '/' ? null : url.pathname, query: url.search.slice(1) };
};

/**
 * The address that the user named in the place of the platform's own. An app may listen at any path, so its path is the user's; a
 * platform has its own, which only another path replaces.
 */
export const addressedTo = (
  request: RawRequest,
  { path, query }: AttackTarget,
  { end, model }: { readonly end: End; readonly model: TrustModel },
): RawRequest => {
  const isInPath = model.kind === 'texts' && model.credentials.some(({ spot }) => spot.in === 'path');
  if (isInPath && path !== null)
    throw refused('The credential of this channel stands in the path: name scheme, host and port of the target only.');
  const own = pathOf(request.target);
  const ownQuery = request.target.slice(own.length + 1);
  const at = path ?? (end === 'app' ? '/' : own);
  const parameters = [query, ownQuery].filter(Boolean).join('&');
  return { ...request, target: parameters === '' ? at : `${at}?${parameters}` };
};

export type Sender = {
  readonly send: (request: RawRequest) => Promise<Returned>;
  readonly close: () => Promise<void>;
};

/** Sends one request after the other, and not more of them in a second than `rate`. */
export const openSender = (origin: string, rate: number, timeLimit: number): Sender => {
  const outbound = createOutbound();
  let next = 0;
  return {
    send: async (request) => {
      const now = performance.now();
      const at = Math.max(now, next);
      next = at + 1000 / rate;
      if (at > now) await wait(at - now);
      const headers = completeHeaders(request, new URL(origin).host);
      return outbound.send({ ...request, headers, origin, timeLimit }, () => undefined);
    },
    close: outbound.close,
  };
};
