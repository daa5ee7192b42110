import type { Finding } from '#shared/exchange/finding.ts';
import { readJsonBody } from '#shared/exchange/json-body.ts';
import { headerValue, type RawResponse } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Dispatch, ReplyReading, Returned } from '#shared/platforms/dispatch.ts';
import { isJsonObject, type JsonObject } from '#shared/text/json.ts';
import type { Verdict } from '#shared/trust/verdict.ts';
import { postMessage } from './api-client.ts';
import { facts, findingOf } from './facts.ts';
import { rememberOwn } from './own-messages.ts';
import { channelTalkSettings } from './settings.ts';
import { listIn, objectIn, textIn } from './wire.ts';

/** A failed call is made once more, this many milliseconds later; its requestId keeps the message from being written twice. */
const retryAfter = 500;

const refusals: Readonly<Record<number, readonly [rule: string, why: string]>> = {
  401: ['api.unauthorized', 'The Open API took no keys from this call: look at x-access-key and x-access-secret.'],
  403: ['api.forbidden', 'The Open API refused the keys: compare access key and secret with those of the channel.'],
  404: ['api.unknown', 'The Open API knows no such chat: it may be of another channel.'],
  422: [
    'api.unprocessable',
    'The Open API could not use the message: look for unescaped angle brackets, options and buttons.',
  ],
  429: ['api.throttled', 'The Open API has too many calls: wait until x-ratelimit-reset.'],
};

const reasonIn = (response: RawResponse): string => {
  const { value } = readJsonBody(response);
  const said = listIn(isJsonObject(value) ? value['errors'] : undefined).map((each) =>
    textIn(objectIn(each)['message']),
  );
  return said.filter(Boolean).length === 0 ? '' : ` It says "${said.join('; ').slice(0, 300)}".`;
};

const statusFinding = (response: RawResponse): Finding => {
  const [rule, why] = refusals[response.status] ?? ['api.failed', `The Open API answered ${response.status}.`];
  const fact = response.status === 429 ? facts.throttled : response.status === 422 ? facts.markup : facts.errorBody;
  return findingOf('error', rule, fact, `${why}${reasonIn(response)}`, 'response status');
};

const limitFindings = (response: RawResponse): readonly Finding[] => {
  const remaining = Number(headerValue(response.headers, 'x-ratelimit-remaining') ?? Number.NaN);
  return remaining <= 10
    ? [
        findingOf(
          'warning',
          'api.limit-near',
          facts.rateHeaders,
          `${remaining} calls are left before 429.`,
          'response header x-ratelimit-remaining',
        ),
      ]
    : [];
};

const verdictOf = (returned: Returned): Verdict => {
  const credential = { kind: 'text', at: 'header x-access-secret' } as const;
  const status = returned.ok ? returned.response.status : 0;
  if (status >= 200 && status < 300)
    return {
      state: 'trusted',
      because: `Trusted: the platform took the keys and answered ${status}.`,
      checks: [],
      credential,
    };
  if (status === 401 || status === 403)
    return {
      state: 'refused',
      because: `Refused: the platform answered ${status}.`,
      fix: 'Compare access key and access secret with those that Channel Talk shows.',
      checks: [],
      credential,
    };
  const because = returned.ok
    ? `Not checked: an answer of ${status} does not say whether the keys were taken.`
    : 'Not checked: no answer came.';
  return { state: 'unchecked', because, checks: [], credential };
};

/** A call that was throttled or failed at the platform is made once more, the same to the byte. */
const againOf = (dispatch: Dispatch, returned: Returned): readonly Dispatch[] => {
  const isWorthIt = !returned.ok || returned.response.status === 429 || returned.response.status >= 500;
  return isWorthIt && dispatch.detail['attempt'] === 1
    ? [{ ...dispatch, messages: [], after: retryAfter, detail: { attempt: 2 } }]
    : [];
};

const afterOpening = (dispatch: Dispatch, answer: JsonObject, context: PlatformContext): readonly Dispatch[] => {
  const chatId = textIn(objectIn(answer['userChat'])['id']);
  if (chatId === '' || dispatch.userId === null) return [];
  const body = objectIn(dispatch.detail['body']);
  context.memory.set(`app/chat-of/${dispatch.userId}`, { chatId, chatType: 'userChat' });
  rememberOwn(chatId, body, context);
  const { botName } = channelTalkSettings(context.settings);
  return [postMessage({ chatId, chatType: 'userChat', userId: dispatch.userId, botName, body, messages: [] }, context)];
};

/** App end: what the Open API answered. */
export const readApiReply = (dispatch: Dispatch, returned: Returned, context: PlatformContext): ReplyReading => {
  const verdict = verdictOf(returned);
  const thenSend = againOf(dispatch, returned);
  if (!returned.ok) return { messages: [], findings: [], verdict, thenSend };
  const { response } = returned;
  const limits = limitFindings(response);
  if (response.status >= 300)
    return { messages: [], findings: [statusFinding(response), ...limits], verdict, thenSend };
  const { value } = readJsonBody(response);
  const answer = isJsonObject(value) ? value : {};
  if (dispatch.purpose === 'open-chat')
    return { messages: [], findings: limits, verdict, thenSend: afterOpening(dispatch, answer, context) };
  const odd =
    textIn(objectIn(answer['message'])['id']) === ''
      ? [
          findingOf(
            'warning',
            'api.answer',
            facts.send,
            'The answer holds no message with an id: is this address really that of the Open API?',
            'response body /message/id',
          ),
        ]
      : [];
  return { messages: [], findings: [...odd, ...limits], verdict, thenSend: [] };
};
