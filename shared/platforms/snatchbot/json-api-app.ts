import type { Finding } from '#shared/exchange/finding.ts';
import { contentOfUtterance, type Utterance } from '#shared/exchange/message.ts';
import { jsonResponse, type RawRequest, type RawResponse } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Answer, Delivery, Reading, Turn } from '#shared/platforms/dispatch.ts';
import { isJsonObject } from '#shared/text/json.ts';
import { unchecked } from '#shared/trust/verdict.ts';
import { bubbleBreak } from './answer.ts';
import { breakAnswer } from './broken-answers.ts';
import { facts, findingOf } from './facts.ts';
import { readFields, type Fields } from './fields.ts';
import { moduleFor, payloadOfModule } from './modules.ts';
import { meaningOf, rememberOffers } from './offered.ts';
import { snatchBotSettings } from './settings.ts';
import { unnamedUser } from './webhook-app.ts';
import { writeAnswer } from './write-answer.ts';

const noCredential = unchecked('A JSON API request carries no credential: anyone who knows the address can send it.');

const names = ['bot_id', 'user_id', 'module_id', 'channel', 'incoming_message'] as const;

/** App end: SnatchBot asks. The fields are taken however they came; what is missing is told, and the bot is asked all the same. */
export const readAsking = async (request: RawRequest, context: PlatformContext): Promise<Reading> => {
  const { fields, encoding, findings } = await readFields(request, 'json-api');
  if (names.every((each) => !fields.has(each)) && request.body.byteLength === 0) return verified(request.method);
  const settings = snatchBotSettings(context.settings);
  const userId = fields.get('user_id') || unnamedUser;
  const text = fields.get('incoming_message') ?? '';
  const utterance = utteranceOf(userId, text, fields, context);
  return {
    userId,
    messages: [{ author: 'user', content: contentOfUtterance(utterance) }],
    findings: [...findings, ...fieldFindings(fields, settings.botId)],
    verdict: noCredential,
    next: {
      kind: 'turn',
      turn: {
        userId,
        utterance,
        limit: settings.timeLimit,
        asksBot: true,
        detail: {
          feature: 'json-api',
          encoding,
          echo: {
            user_id: fields.get('user_id') ?? '',
            bot_id: fields.get('bot_id') ?? '',
            module_id: fields.get('module_id') ?? '',
          },
        },
      },
    },
  };
};

const utteranceOf = (userId: string, text: string, fields: Fields, context: PlatformContext): Utterance => {
  if (text.trim() === '') return { kind: 'gesture', id: 'start', title: 'Start' };
  const payload = payloadOfModule(fields.get('module_id') ?? '', text, context);
  return payload === null ? meaningOf('app', userId, text, context) : { kind: 'press', title: text, payload };
};

const verified = (method: string): Reading => ({
  userId: null,
  messages: [],
  findings: [
    findingOf(
      'info',
      'json-api.verify',
      facts.verifyMethod,
      `A ${method.slice(0, 20)} without any field: taken as Verify, and answered with 200, which passes.`,
    ),
  ],
  verdict: noCredential,
  next: { kind: 'reply', reply: jsonResponse(200, { message: 'This address answers.' }), thenSend: [] },
});

const fieldFindings = (fields: Fields, botId: string): readonly Finding[] => [
  ...names
    .filter((name) => !fields.has(name))
    .map((name) =>
      findingOf(
        name === 'user_id' || name === 'incoming_message' ? 'error' : 'warning',
        `json-api.field.${name}`,
        facts.fields,
        `${name} is missing. SnatchBot sends it as a form field: see that the form arrives whole, and that its Content-Type says which form it is.`,
        `body /${name}`,
      ),
    ),
  ...(fields.has('bot_id') && fields.get('bot_id') !== botId
    ? [
        findingOf(
          'warning',
          'json-api.bot',
          facts.fields,
          `bot_id is not the bot id of this channel, ${botId}.`,
          'body /bot_id',
        ),
      ]
    : []),
];

const failure = (status: number, error: string): RawResponse => jsonResponse(status, { error });

/** App end: the bot's words as the JSON that SnatchBot shows. */
export const answerAsking = (turn: Turn, answer: Answer | 'timed-out', context: PlatformContext): Delivery => {
  if (answer === 'timed-out')
    return {
      reply: failure(504, 'The bot did not answer in time.'),
      messages: [],
      findings: [
        findingOf(
          'error',
          'json-api.bot-late',
          facts.timeLimit,
          'The bot did not answer in time: the chat shows the error response.',
        ),
      ],
      thenSend: [],
    };
  const { contents, shape } = answer;
  const { postbackAs, cardPrompt } = snatchBotSettings(context.settings);
  const written = writeAnswer(contents, {
    postbackAs,
    cardPrompt,
    moduleOf: (payload, title) => moduleFor(payload, title, context),
  });
  rememberOffers('app', turn.userId, contents, context);
  const switches = shape?.switches ?? {};
  const echo = switches['echoIds'] === false ? {} : turn.detail['echo'];
  const whole = {
    ...(isJsonObject(echo) ? echo : {}),
    ...(switches['omitMessage'] === true ? {} : { message: written.bubbles.join(bubbleBreak) }),
    ...(written.suggested.length === 0 ? {} : { suggested_replies: written.suggested }),
    ...(switches['blockedInput'] === true ? { blocked_input: true } : {}),
    ...(written.cards.length === 0 ? {} : { cards: written.cards }),
  };
  const { body, findings } = breakAnswer(whole, context);
  const base = jsonResponse(shape?.status ?? 200, body);
  const isSilent = written.bubbles.length === 0 || switches['omitMessage'] === true;
  return {
    reply: { ...base, headers: [...base.headers, ...(shape?.headers ?? [])] },
    messages: contents.filter(({ kind }) => kind !== 'event').map((content) => ({ author: 'bot', content })),
    findings: [...findings, ...(isSilent ? [silent] : [])],
    thenSend: [],
  };
};

const silent = findingOf(
  'warning',
  'json-api.silent',
  facts.messageRequired,
  'This answer has no words in message: the chat shows the error response instead.',
  'response body /message',
);
