import type { Finding } from '#shared/exchange/finding.ts';
import { readJsonBody } from '#shared/exchange/json-body.ts';
import type { RawResponse } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Dispatch, ReplyReading, Returned, SpokenMessage } from '#shared/platforms/dispatch.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { unchecked, type Verdict } from '#shared/trust/verdict.ts';
import { readReplies, withReplies } from './answer.ts';
import { readCards } from './cards.ts';
import { facts, findingOf } from './facts.ts';
import { judgePath } from './path-verdict.ts';
import { snatchBotSettings } from './settings.ts';

export const lastSeenKey = (userId: string): string => `app/last-seen/${userId}`;

/** Answers to POST carry no ids: what they showed is remembered, so that a poll does not show it again. */
const shownKey = (userId: string): string => `app/shown/${userId}`;

type Read = Pick<ReplyReading, 'messages' | 'findings'>;

/** App end: what the channel answered to a message or a poll. */
export const readChannelReply = (dispatch: Dispatch, returned: Returned, context: PlatformContext): ReplyReading => {
  if (!returned.ok)
    return {
      messages: [],
      findings: [],
      verdict: unchecked('No answer came, so nobody judged the credential.'),
      thenSend: [],
    };
  const { response } = returned;
  const { value, oddities } = readJsonBody(response);
  const verdict = verdictOf(dispatch, response, isJsonObject(value) && value['status'] !== false, context);
  if (response.status !== 200)
    return { messages: [], findings: [statusFinding(response.status)], verdict, thenSend: [] };
  if (!isJsonObject(value)) {
    const why = oddities.at(-1)?.sentence ?? 'It is not an object.';
    const finding = findingOf(
      'error',
      'reply.json',
      facts.answer,
      `The answer cannot be read. ${why} Is this address really SnatchBot’s?`,
      'response body',
    );
    return { messages: [], findings: [finding], verdict, thenSend: [] };
  }
  const read =
    dispatch.purpose === 'poll'
      ? readPoll(dispatch.userId ?? '', value, dispatch.detail['isAsked'] === true, context)
      : readSent(dispatch.userId ?? '', value, context);
  return { ...read, verdict, thenSend: [] };
};

const statusFinding = (status: number): Finding => {
  const rest =
    status === 403 || status === 401 || status === 404
      ? 'Compare bot id, App ID and App secret of the path with Channels, Other/API, and deploy the channel.'
      : 'Clients treat anything but 200 as a failure.';
  return findingOf(
    'error',
    'reply.status',
    facts.refusal,
    `The channel answered ${status}. ${rest}`,
    'response status',
  );
};

const textsOf = (value: Json | undefined): readonly string[] =>
  Array.isArray(value)
    ? value.flatMap((each: Json) => {
        const text = isJsonObject(each) ? each['message'] : undefined;
        return typeof text === 'string' && text !== '' ? [text] : [];
      })
    : [];

const shownBefore = (userId: string, { memory }: PlatformContext): readonly string[] => {
  const shown = memory.get(shownKey(userId));
  return Array.isArray(shown) ? shown.filter((each): each is string => typeof each === 'string') : [];
};

const readSent = (userId: string, answer: JsonObject, context: PlatformContext): Read => {
  const texts = textsOf(answer['messages']);
  context.memory.set(shownKey(userId), [...shownBefore(userId, context), ...texts].slice(-200));
  const replies = readReplies(answer['suggested'], 'response body /suggested');
  const cards = readCards(answer['cards'], 'response body /cards');
  const contents = [...withReplies(texts, replies.texts), ...cards.contents];
  const messages: readonly SpokenMessage[] = contents.map((content) => ({ author: 'bot', content }));
  return { messages, findings: [...replies.findings, ...cards.findings, ...shapeFindings(answer, contents.length)] };
};

const shapeFindings = (answer: JsonObject, count: number): readonly Finding[] => [
  ...(Array.isArray(answer['messages'])
    ? []
    : [
        findingOf(
          'warning',
          'reply.messages',
          facts.answer,
          'The answer has no list of messages.',
          'response body /messages',
        ),
      ]),
  ...(answer['status'] === true
    ? []
    : [findingOf('warning', 'reply.status-field', facts.answer, 'status is not true.', 'response body /status')]),
  ...(count === 0
    ? [findingOf('info', 'reply.silent', facts.answer, 'The bot had nothing to say.', 'response body')]
    : []),
];

const readPoll = (userId: string, answer: JsonObject, isAsked: boolean, context: PlatformContext): Read => {
  const listed: readonly Json[] = Array.isArray(answer['messages']) ? answer['messages'] : [];
  const items = listed.filter(isJsonObject).toReversed();
  const newest = items.at(-1)?.['id'];
  if (typeof newest === 'string' || typeof newest === 'number') context.memory.set(lastSeenKey(userId), String(newest));
  const shown = [...shownBefore(userId, context)];
  const fresh = textsOf(items).filter((text) => {
    const at = shown.indexOf(text);
    if (at >= 0) shown.splice(at, 1);
    return at < 0;
  });
  context.memory.set(shownKey(userId), []);
  if (fresh.length === 0) return { messages: isAsked ? [noNews] : [], findings: [nothingNew(items.length)] };
  return { messages: fresh.map((text) => ({ author: 'bot', content: { kind: 'text', text } })), findings: [] };
};

const noNews: SpokenMessage = { author: 'channel', content: { kind: 'event', name: 'No new messages', detail: '' } };

const nothingNew = (count: number): Finding =>
  findingOf(
    'info',
    'poll.nothing-new',
    facts.poll,
    count === 0
      ? 'There is no message after the one that was seen last.'
      : `${count} came, and all of them were shown as answers already.`,
    'response body /messages',
  );

const verdictOf = (
  { request }: Dispatch,
  { status }: RawResponse,
  isTaken: boolean,
  context: PlatformContext,
): Verdict => {
  const { checks, credential } = judgePath(request, snatchBotSettings(context.settings));
  const place = credential === undefined ? {} : { credential };
  if (status === 200 && isTaken)
    return {
      state: 'trusted',
      because: 'Trusted: the channel took the App ID and App secret of the path.',
      checks,
      ...place,
    };
  if (status === 401 || status === 403 || status === 404)
    return {
      state: 'refused',
      because: `Refused: the channel answered ${status} and gives no reason.`,
      fix: 'Compare App ID and App secret with Channels, Other/API, and deploy the channel.',
      checks: checks.map((each) => ({
        ...each,
        result: 'not-applicable',
        detail: 'Only SnatchBot can tell: it compares with what is stored there.',
      })),
      ...place,
    };
  return {
    state: 'unchecked',
    because: `Not checked: an answer of ${status} does not say whether the secret was taken.`,
    checks,
    ...place,
  };
};
