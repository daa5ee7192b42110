import type { Content } from '#shared/exchange/message.ts';
import { jsonResponse, type RawResponse } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Answer, Delivery, SpokenMessage, Turn } from '#shared/platforms/dispatch.ts';
import type { JsonObject } from '#shared/text/json.ts';
import type { Version } from './addresses.ts';
import { acknowledgement, callbacksOf } from './callbacks.ts';
import { errorReplyOf } from './errors.ts';
import { keepRest } from './polls.ts';
import { noteHistory } from './services-web-sdk.ts';
import { koreSettings } from './settings.ts';
import { isTaskEnd } from './task-end.ts';
import { addressesOf, fieldsOfV1, fieldsOfV2, sortAnswer } from './write-answer.ts';

const versionOf = ({ detail }: Turn): Version => (detail['version'] === 'v2' ? 'v2' : 'v1');

const byBot = (contents: readonly Content[]): readonly SpokenMessage[] =>
  contents.map((content) => ({ author: 'bot', content }));

/** Platform end: the bot's answer, in the reply or, where the channel is asynchronous, as messages to the POST URL. */
export const deliverAnswer = (turn: Turn, answer: Answer | 'timed-out', context: PlatformContext): Delivery => {
  const version = versionOf(turn);
  const isAsync = koreSettings(context.settings).mode === 'async';
  if (answer === 'timed-out') {
    const reply = isAsync ? acknowledgement(version, context) : errorReplyOf(version, 504, context.stamp);
    return { reply, messages: [], findings: [], thenSend: [] };
  }
  noteHistory(byBot(answer.contents), turn.userId, context);
  if (isAsync) {
    const thenSend = callbacksOf({ userId: turn.userId, version, contents: answer.contents }, context);
    return { reply: acknowledgement(version, context), messages: [], findings: [], thenSend };
  }
  const { reply, contents } =
    version === 'v1' ? replyV1(answer.contents, context) : replyV2(turn, answer.contents, context);
  return { reply, messages: byBot(contents), findings: [], thenSend: [] };
};

/** A reply, and what of the answer it says. */
type Said = { readonly reply: RawResponse; readonly contents: readonly Content[] };

const replyV1 = (contents: readonly Content[], context: PlatformContext): Said => {
  const { messages, ended } = sortAnswer(contents, context);
  return { reply: jsonResponse(200, { ...fieldsOfV1(messages, context), ...ended }), contents };
};

/** V2 may say only the beginning, and let the app poll for the rest, with which the task ends. */
const replyV2 = ({ userId, detail }: Turn, contents: readonly Content[], context: PlatformContext): Said => {
  const { pollingEnabled, firstMessages, pollsInProgress } = koreSettings(context.settings);
  const sessionId = typeof detail['sessionId'] === 'string' ? detail['sessionId'] : '';
  const messages = contents.filter((each) => !isTaskEnd(each));
  if (!pollingEnabled || messages.length <= firstMessages)
    return { reply: wholeV2({ userId, sessionId, contents }, context), contents };
  const first = messages.slice(0, firstMessages);
  const rest = [...messages.slice(firstMessages), ...contents.filter(isTaskEnd)];
  const pollId = keepRest({ userId, sessionId, contents: rest, inProgress: pollsInProgress }, context);
  const body = {
    ...addressesOf('v2', userId, context),
    ...fieldsOfV2(first, context),
    _v: 'v2',
    pollId,
    ...sessionField(sessionId, context),
  };
  return { reply: jsonResponse(200, body), contents: first };
};

/** A V2 answer that leaves nothing to be polled. */
export const wholeV2 = (
  {
    userId,
    sessionId,
    contents,
  }: { readonly userId: string; readonly sessionId: string; readonly contents: readonly Content[] },
  context: PlatformContext,
): RawResponse => {
  const { messages, ended } = sortAnswer(contents, context);
  return jsonResponse(200, {
    ...addressesOf('v2', userId, context),
    ...fieldsOfV2(messages, context),
    _v: 'v2',
    ...ended,
    ...sessionField(sessionId, context),
  });
};

const sessionField = (sessionId: string, { settings }: PlatformContext): JsonObject =>
  koreSettings(settings).sendsSessionId && sessionId !== '' ? { sessionId } : {};
