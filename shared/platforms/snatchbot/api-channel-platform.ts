import type { Finding } from '#shared/exchange/finding.ts';
import { mediaTypeOf, queryOf } from '#shared/exchange/form-body.ts';
import { readJsonBody } from '#shared/exchange/json-body.ts';
import { contentOfUtterance, type Utterance } from '#shared/exchange/message.ts';
import { jsonResponse, type RawRequest } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Answer, Delivery, Reading, Turn } from '#shared/platforms/dispatch.ts';
import { isJsonObject } from '#shared/text/json.ts';
import { unchecked, type Verdict } from '#shared/trust/verdict.ts';
import { facts, findingOf } from './facts.ts';
import { keepMessages, messagesAfter } from './message-log.ts';
import { moduleFor } from './modules.ts';
import { meaningOf, rememberOffers } from './offered.ts';
import { judgePath } from './path-verdict.ts';
import { snatchBotSettings } from './settings.ts';
import { writeAnswer } from './write-answer.ts';

/** What is refused looks the same whatever the cause; the verdict and the findings say which it was. */
export const refusal = (status: number) => jsonResponse(status, { status: false });

const replied = (
  base: Pick<Reading, 'userId' | 'findings' | 'verdict'>,
  status: number,
  body: Parameters<typeof jsonResponse>[1] = { status: false },
): Reading => ({ ...base, messages: [], next: { kind: 'reply', reply: jsonResponse(status, body), thenSend: [] } });

/** Platform end: a program sends a message to the bot, or asks for messages. */
export const readClient = (request: RawRequest, context: PlatformContext): Reading => {
  const settings = snatchBotSettings(context.settings);
  if (settings.feature !== 'api-channel') return replied(otherFeature, 403);
  const verdict = judgePath(request, settings);
  const query = queryOf(request.target);
  const userId = query.get('user_id') || null;
  if (verdict.state === 'refused') return replied({ userId, findings: [refusedFinding(verdict)], verdict }, 403);
  if (request.method !== 'GET' && request.method !== 'POST')
    return replied({ userId, findings: [methodFinding(request.method)], verdict }, 405);
  if (userId === null) return replied({ userId, findings: [noUser], verdict }, 400);
  return request.method === 'GET'
    ? poll(userId, query, verdict, context)
    : readMessage(request, userId, verdict, context);
};

const otherFeature: Pick<Reading, 'userId' | 'findings' | 'verdict'> = {
  userId: null,
  findings: [
    findingOf(
      'error',
      'feature',
      facts.path,
      'This is the address of the API channel, but this channel is set to another feature. WebHook and JSON API never call SnatchBot: set the feature to API channel.',
      'path',
    ),
  ],
  verdict: unchecked('This channel is not an API channel, so it has no credential to compare.'),
};

const refusedFinding = ({ because, fix }: Verdict): Finding =>
  findingOf(
    'error',
    'path.refused',
    facts.refusal,
    `${because} The answer is 403 and does not say why. ${fix ?? ''}`.trim(),
    'path',
  );

const methodFinding = (method: string): Finding =>
  findingOf(
    'error',
    'method',
    facts.method,
    `${method.slice(0, 20)} means nothing here: POST sends a message, GET asks for messages.`,
    'method',
  );

const noUser = findingOf(
  'error',
  'user',
  facts.userId,
  'user_id is missing in the query: any value works, but there has to be one.',
  'query user_id',
);

const poll = (userId: string, query: URLSearchParams, verdict: Verdict, context: PlatformContext): Reading => {
  const given = query.get('message_id');
  const isNumber = given !== null && /^\d+$/.test(given);
  const findings = isNumber
    ? []
    : [
        findingOf(
          'warning',
          'message-id',
          facts.poll,
          'message_id is missing or no number: taken as 0, which means from the start.',
          'query message_id',
        ),
      ];
  return replied({ userId, findings, verdict }, 200, {
    messages: messagesAfter(userId, isNumber ? Number(given) : 0, context),
  });
};

const readMessage = (request: RawRequest, userId: string, verdict: Verdict, context: PlatformContext): Reading => {
  const { value, oddities } = readJsonBody(request);
  const said = isJsonObject(value) ? value['message'] : undefined;
  const findings = oddities.map(({ kind, sentence, at }) =>
    kind === 'media-type'
      ? findingOf(
          'info',
          'body.media-type',
          facts.anyContentType,
          `${typeWords(request)} SnatchBot reads the body as JSON all the same.`,
          at,
        )
      : findingOf(value === undefined ? 'error' : 'warning', `body.${kind}`, facts.send, sentence, at),
  );
  if (typeof said !== 'string') {
    const missing = value === undefined ? [] : [noMessage];
    return replied({ userId, findings: [...findings, ...missing], verdict }, 400);
  }
  const utterance: Utterance =
    said.trim() === ''
      ? { kind: 'gesture', id: 'start', title: 'Start the chat' }
      : meaningOf('platform', userId, said, context);
  return {
    userId,
    messages: [{ author: 'user', content: contentOfUtterance(utterance) }],
    findings: [...findings, ...(said.trim() === '' ? [restarted] : [])],
    verdict,
    next: {
      kind: 'turn',
      turn: {
        userId,
        utterance,
        limit: snatchBotSettings(context.settings).botLimit,
        asksBot: true,
        detail: { feature: 'api-channel' },
      },
    },
  };
};

const typeWords = (request: RawRequest): string => {
  const type = mediaTypeOf(request);
  return type === '' ? 'There is no Content-Type.' : `Content-Type is ${type.slice(0, 80)}.`;
};

const noMessage = findingOf(
  'error',
  'body.message',
  facts.send,
  'message is missing or not a text: send {"message":"…"}, and an empty one to start again.',
  'body /message',
);
const restarted = findingOf(
  'info',
  'restart',
  facts.restart,
  'An empty message starts the chat from the beginning.',
  'body /message',
);

/** Nobody answered within the limit. */
export const botTooLate: Delivery = {
  reply: refusal(504),
  messages: [],
  findings: [
    findingOf('error', 'bot.timeout', facts.botTimeout, 'The bot did not answer in time: the caller gets 504.'),
  ],
  thenSend: [],
};

/** Platform end: the bot's words for the program that sent the message. They can be asked for again with GET. */
export const answerClient = (turn: Turn, answer: Answer | 'timed-out', context: PlatformContext): Delivery => {
  if (answer === 'timed-out') return botTooLate;
  const { contents } = answer;
  const { cardPrompt } = snatchBotSettings(context.settings);
  const { bubbles, cards, suggested } = writeAnswer(contents, {
    postbackAs: 'module',
    cardPrompt,
    moduleOf: (payload, title) => moduleFor(payload, title, context),
  });
  rememberOffers('platform', turn.userId, contents, context);
  keepMessages(turn.userId, bubbles, context);
  return {
    reply: jsonResponse(200, {
      messages: bubbles.map((message) => ({ message, speech: message })),
      cards,
      suggested,
      status: true,
    }),
    messages: contents.filter(({ kind }) => kind !== 'event').map((content) => ({ author: 'bot', content })),
    findings: [],
    thenSend: [],
  };
};
