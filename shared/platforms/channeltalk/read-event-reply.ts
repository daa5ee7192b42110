import type { Finding } from '#shared/exchange/finding.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Dispatch, ReplyReading, Returned } from '#shared/platforms/dispatch.ts';
import { headerValue, type RawResponse } from '#shared/exchange/raw-http.ts';
import type { Verdict } from '#shared/trust/verdict.ts';
import { botNamed, botRun, writeIntoChat } from './chats.ts';
import { chatKeyOf } from './entities.ts';
import { tell } from './event.ts';
import { defectFinding, facts, findingOf } from './facts.ts';
import { messageHappened } from './happenings.ts';
import { contentsOfMessage } from './read-message.ts';
import { readQuickReply } from './read-quick-reply.ts';
import { channelTalkSettings } from './settings.ts';
import { endOfLoop } from './untold.ts';
import { countFailure, forgetFailures } from './webhooks.ts';
import { textIn } from './wire.ts';

const verdictOf = (returned: Returned): Verdict => {
  const credential = { kind: 'text', at: 'query token' } as const;
  const status = returned.ok ? returned.response.status : null;
  if (status === 401 || status === 403)
    return {
      state: 'refused',
      because: `Refused: the app answered ${status}.`,
      fix: 'Compare the token that the app expects with the token of this channel.',
      checks: [],
      credential,
    };
  return {
    state: 'unchecked',
    because:
      status === null
        ? 'Not checked: no answer came.'
        : `Not checked: an answer of ${status} does not say whether the app compared the token.`,
    checks: [],
    credential,
  };
};

/** Why the answer is a failure, or null: 4xx and 5xx always, what is no answer as the settings say. */
const failureOf = (returned: Returned, countsUnanswered: boolean): Finding | null => {
  if (returned.ok) {
    const { status, headers } = returned.response;
    const lost = headerValue(headers, 'x-quick-reply') === undefined ? '' : ' Its quick-reply makes no bubble.';
    if (status >= 400)
      return findingOf(
        'error',
        'event.failed',
        facts.failures,
        `The app answered ${status}: this counts as a failure.${lost}`,
        'response status',
      );
    return countsUnanswered && status >= 300
      ? findingOf(
          'error',
          'event.redirected',
          facts.unanswered,
          `The app answered ${status}: redirects are not followed, and count as a failure.`,
          'response status',
        )
      : null;
  }
  return countsUnanswered
    ? findingOf('error', 'event.unanswered', facts.unanswered, 'No answer came: this counts as a failure.')
    : null;
};

const countFindings = (webhookId: string, context: PlatformContext): readonly Finding[] => {
  const isSoon = context.defects.has('block.soon');
  const { failures, isBlocked } = countFailure(webhookId, isSoon ? 99 : 0, context);
  const defect = isSoon
    ? [defectFinding('block.soon', facts.failures, 'The defect began to count failures at 99.')]
    : [];
  if (isBlocked)
    return [
      ...defect,
      findingOf(
        'error',
        'webhook.blocked',
        facts.failures,
        `${failures} failures in a row: the webhook is blocked now, and nothing more is sent to it. Channel Talk tells nobody; unblock it when the app works again.`,
      ),
    ];
  return [
    ...defect,
    findingOf(
      'info',
      'webhook.failures',
      facts.failures,
      `Failures in a row: ${failures} of 100, then the webhook is blocked. The event is not sent again.`,
    ),
  ];
};

/** The bot's message becomes one of the chat, and is an event itself. */
const writeReply = (
  dispatch: Dispatch,
  response: RawResponse,
  context: PlatformContext,
): Pick<ReplyReading, 'messages' | 'findings' | 'thenSend'> => {
  const { body, botName, findings } = readQuickReply(response);
  const chatId = textIn(dispatch.detail['chatId']);
  if (body === null) return { messages: [], findings, thenSend: [] };
  if (chatId === '')
    return {
      messages: [],
      findings: [
        ...findings,
        findingOf(
          'warning',
          'reply.no-chat',
          facts.replyPlace,
          'There is no bubble: this event is of a user, and belongs to no chat in which a reply could appear.',
        ),
      ],
      thenSend: [],
    };
  const settings = channelTalkSettings(context.settings);
  const name = botName ?? settings.channelName;
  const written = {
    chatType: dispatch.detail['chatType'] === 'group' ? 'group' : 'userChat',
    chatId,
    personType: 'bot',
    personId: textIn(botNamed(name, context)['id']),
  } as const;
  const message = writeIntoChat(written, body, context);
  const messages = contentsOfMessage(message, settings.host).map((content) => ({ author: 'bot', content }) as const);
  const run = botRun(chatKeyOf(written), context);
  const happening = messageHappened(message, name, dispatch.userId ?? '', context);
  return { messages, findings, thenSend: tell([happening], [], context, endOfLoop(run, settings.loopLimit)) };
};

/** Platform end: what the app answered to an event. A quick-reply becomes a message; a failure counts towards the block. */
export const readEventReply = (dispatch: Dispatch, returned: Returned, context: PlatformContext): ReplyReading => {
  const webhookId = textIn(dispatch.detail['webhookId']);
  const verdict = verdictOf(returned);
  const failure = failureOf(returned, channelTalkSettings(context.settings).countsUnanswered);
  if (failure)
    return { messages: [], findings: [failure, ...countFindings(webhookId, context)], verdict, thenSend: [] };
  if (!returned.ok || returned.response.status >= 300) return { messages: [], findings: [], verdict, thenSend: [] };
  forgetFailures(webhookId, context);
  return { verdict, ...writeReply(dispatch, returned.response, context) };
};
