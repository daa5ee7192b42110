import type { queryOf } from '#shared/exchange/form-body.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import { jsonResponse, type HeaderLines, type RawResponse } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Dispatch, SpokenMessage } from '#shared/platforms/dispatch.ts';
import type { Fact } from '#shared/platforms/fact.ts';
import type { PathValues } from '#shared/platforms/route.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { facts, findingOf } from './facts.ts';
import { channelTalkSettings } from './settings.ts';
import { textIn } from './wire.ts';

/** A call to the Open API whose keys were taken. */
export type ApiCall = {
  readonly version: 'v5' | 'v4';
  /** What stood in the names of the path. */
  readonly values: PathValues;
  readonly query: ReturnType<typeof queryOf>;
  readonly body: JsonObject;
  readonly context: PlatformContext;
};

/** What the Open API answers, and what follows from it. */
export type ApiAnswer = {
  readonly status: number;
  readonly json: Json;
  readonly userId?: string;
  readonly messages?: readonly SpokenMessage[];
  readonly findings?: readonly Finding[];
  readonly thenSend?: readonly Dispatch[];
};

export type ApiRoute = {
  readonly method: string;
  readonly path: string;
  readonly answer: (call: ApiCall) => ApiAnswer;
};

export const found = (json: Json): ApiAnswer => ({ status: 200, json });

const types: Readonly<Record<number, string>> = {
  400: 'badRequest',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'notFound',
  422: 'unprocessableEntity',
  429: 'tooManyRequests',
};

/** The body of an error. Its shape is ours: the vendor shows none. */
export const errorJson = (status: number, message: string): JsonObject => ({
  type: types[status] ?? 'internalServerError',
  status,
  errors: [{ message }],
  language: 'en',
});

/** A refusal and the finding that says why. `sentence` ends with its full stop. */
export const refusal = (status: number, rule: string, fact: Fact, sentence: string, at?: string): ApiAnswer => ({
  status,
  json: errorJson(status, sentence),
  findings: [findingOf('error', `api.${rule}`, fact, `${sentence} The Open API answers ${status}.`, at)],
});

export const notThere = (what: string): ApiAnswer =>
  refusal(404, 'not-found', facts.unknownPath, `There is no such ${what}.`, 'path');

export type Rate = { readonly headers: HeaderLines; readonly isOver: boolean };

/** Counts one call more; the headers go on every answer. */
export const countCall = ({ settings, memory, stamp }: PlatformContext): Rate => {
  const { rateLimit, rateWindow } = channelTalkSettings(settings);
  const known = memory.get('platform/rate');
  const from = isJsonObject(known) && typeof known['from'] === 'number' ? known['from'] : 0;
  const isNew = stamp.now >= from + rateWindow * 1000;
  const count = (!isNew && isJsonObject(known) && typeof known['count'] === 'number' ? known['count'] : 0) + 1;
  const start = isNew ? stamp.now : from;
  memory.set('platform/rate', { from: start, count });
  const isOver = count > rateLimit;
  return {
    isOver,
    headers: [
      ['x-ratelimit-limit', String(rateLimit)],
      ['x-ratelimit-remaining', String(Math.max(0, rateLimit - count))],
      ['x-ratelimit-reset', String(Math.ceil(start / 1000) + rateWindow)],
      ...(isOver ? [['x-ratelimit-will-be-throttled', 'true'] as const] : []),
    ],
  };
};

export const respond = ({ status, json }: Pick<ApiAnswer, 'status' | 'json'>, rate: HeaderLines): RawResponse => {
  const response = jsonResponse(status, json);
  return { ...response, headers: [...response.headers, ...rate] };
};

/** A stretch of a list: `limit` is 1 to 500, else 25; `since` is the id of the last one seen. Null where limit is no such number. */
export const pageOf = (
  all: readonly JsonObject[],
  query: ApiCall['query'],
): { readonly items: readonly JsonObject[]; readonly next: string | null } | null => {
  const asked = query.get('limit');
  const limit = asked === null ? 25 : Number(asked);
  if (!Number.isInteger(limit) || limit < 1 || limit > 500) return null;
  const since = query.get('since');
  const from = since === null ? 0 : all.findIndex((each) => textIn(each['id']) === since) + 1;
  const items = all.slice(from, from + limit);
  return { items, next: from + limit < all.length ? textIn(items.at(-1)?.['id']) : null };
};

export const badLimit = (): ApiAnswer =>
  refusal(422, 'limit', facts.pages, 'limit has to be a number from 1 to 500.', 'query limit');

/** Newest first unless the query says asc. */
export const sorted = (all: readonly JsonObject[], query: ApiCall['query']): readonly JsonObject[] =>
  query.get('sortOrder') === 'asc' ? all : all.toReversed();
