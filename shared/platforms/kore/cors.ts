import { headerValue, type RawRequest, type RawResponse } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Reading } from '#shared/platforms/dispatch.ts';
import type { Route } from '#shared/platforms/platform.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { unchecked } from '#shared/trust/verdict.ts';
import { errorReply } from './errors.ts';
import { facts, findingOf } from './facts.ts';
import { koreSettings } from './settings.ts';

/** The paths of these routes once more, for a browser that asks for leave before it calls them (Fetch standard, CORS-preflight fetch). */
export const preflightRoutes = (routes: readonly Route[]): readonly Route[] =>
  [...new Set(routes.map(({ path }) => path))].map((path) => ({ method: 'OPTIONS', path }));

type Allowing = Pick<PlatformContext, 'settings'>;

/** The reply as a page of any origin may read it, where the channel allows browsers. */
export const withCors = (reply: RawResponse, { settings }: Allowing): RawResponse =>
  koreSettings(settings).cors ? { ...reply, headers: [...reply.headers, ['Access-Control-Allow-Origin', '*']] } : reply;

/** What was read of a request, with replies that a page may read. */
export const readingWithCors = (reading: Reading, context: Allowing): Reading => {
  const { next } = reading;
  switch (next.kind) {
    case 'reply':
      return { ...reading, next: { ...next, reply: withCors(next.reply, context) } };
    case 'turn':
      return next.replyNow ? { ...reading, next: { ...next, replyNow: withCors(next.replyNow, context) } } : reading;
    default:
      return assertNever(next);
  }
};

/** A wildcard does not cover authorization (Fetch standard, Access-Control-Allow-Headers): what is asked for is named. */
const headersAskedFor = (request: RawRequest): string => {
  const asked = headerValue(request.headers, 'access-control-request-headers') ?? '';
  return /^[\w!#$%&'*+.^`|~, -]{1,1000}$/.test(asked) ? asked : 'authorization,content-type';
};

/** Platform end: a browser asks whether a page may call this address. */
export const readPreflight = (request: RawRequest, context: Allowing): Reading => {
  const isAllowed = koreSettings(context.settings).cors;
  const reply: RawResponse = {
    status: 204,
    reason: '',
    headers: [
      ['Access-Control-Allow-Methods', 'GET,POST,PUT,OPTIONS'],
      ['Access-Control-Allow-Headers', headersAskedFor(request)],
    ],
    body: new Uint8Array(),
  };
  const refused = findingOf(
    'warning',
    'cors.off',
    facts.cors,
    'A browser asks for leave, and this channel does not allow browsers: the page will not get an answer. Switch it on in the settings.',
    'header origin',
  );
  return {
    userId: null,
    messages: [],
    findings: isAllowed ? [] : [refused],
    verdict: unchecked('A browser asks for leave before it calls; it sends no token with that.'),
    next: { kind: 'reply', reply: isAllowed ? withCors(reply, context) : errorReply(404), thenSend: [] },
  };
};
