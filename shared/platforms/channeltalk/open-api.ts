import { queryOf } from '#shared/exchange/form-body.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import { readJsonBody } from '#shared/exchange/json-body.ts';
import { pathOf, type RawRequest } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Reading } from '#shared/platforms/dispatch.ts';
import type { Route } from '#shared/platforms/platform.ts';
import { matchPath } from '#shared/platforms/route.ts';
import { isJsonObject } from '#shared/text/json.ts';
import { countCall, notThere, refusal, respond, type ApiAnswer, type ApiCall, type ApiRoute } from './api-call.ts';
import { chatRoutes } from './api-chats.ts';
import { judgeKeys } from './api-keys.ts';
import { messageRoutes } from './api-messages.ts';
import { peopleRoutes } from './api-people.ts';
import { webhookRoutes } from './api-webhooks.ts';
import { facts, findingOf } from './facts.ts';
import { channelTalkSettings } from './settings.ts';

const versions = ['v5', 'v4'] as const;
const all: readonly ApiRoute[] = [...messageRoutes, ...chatRoutes, ...peopleRoutes, ...webhookRoutes];

/** Every call of the Open API that is emulated, in both versions. */
export const apiRoutes: readonly Route[] = versions.flatMap((version) =>
  all.map(({ method, path }) => ({ method, path: `/open/${version}${path}` })),
);

type Found = Pick<ApiCall, 'version' | 'values'> & { readonly route: ApiRoute };

const find = ({ method, target }: RawRequest): Found | null => {
  const path = pathOf(target);
  for (const version of versions)
    for (const route of all) {
      const values = route.method === method ? matchPath(`/open/${version}${route.path}`, path) : null;
      if (values) return { version, route, values };
    }
  return null;
};

const methodsWithBody = new Set(['POST', 'PUT', 'PATCH']);

/** The body as an object, or the answer that refuses it. Where no body is wanted an empty one is fine. */
const bodyOf = (
  request: RawRequest,
): { readonly body: ApiCall['body']; readonly odd: readonly Finding[] } | ApiAnswer => {
  if (!methodsWithBody.has(request.method) || request.body.byteLength === 0) return { body: {}, odd: [] };
  const { value, oddities } = readJsonBody(request);
  const odd = oddities.map(({ kind, sentence, at }) =>
    findingOf(kind === 'media-type' ? 'info' : 'warning', `api.body.${kind}`, facts.keys, sentence, at),
  );
  if (isJsonObject(value)) return { body: value, odd };
  const why = value === undefined ? (oddities.at(-1)?.sentence ?? '') : 'The body is JSON, but not an object.';
  return refusal(422, 'body', facts.errorBody, why, 'body');
};

const answerTo = (request: RawRequest, context: PlatformContext): ApiAnswer => {
  const place = find(request);
  if (!place) return notThere('call');
  const read = bodyOf(request);
  if ('json' in read) return read;
  const { version, values, route } = place;
  const answer = route.answer({ version, values, query: queryOf(request.target), body: read.body, context });
  return { ...answer, findings: [...read.odd, ...(answer.findings ?? [])] };
};

/** Platform end: a call to the Open API. The keys are judged first, then the rate, then what is asked for. */
export const readApiCall = (request: RawRequest, context: PlatformContext): Reading => {
  const { verdict, status } = judgeKeys(request, channelTalkSettings(context.settings));
  const rate = countCall(context);
  const answer =
    verdict.state === 'refused'
      ? refusal(status, 'keys', facts.keysRefused, verdict.because, 'header x-access-key')
      : rate.isOver
        ? refusal(429, 'rate', facts.throttled, 'There were too many calls.', 'header x-ratelimit-reset')
        : answerTo(request, context);
  return {
    userId: answer.userId ?? null,
    messages: answer.messages ?? [],
    findings: answer.findings ?? [],
    verdict,
    next: { kind: 'reply', reply: respond(answer, rate.headers), thenSend: answer.thenSend ?? [] },
  };
};
