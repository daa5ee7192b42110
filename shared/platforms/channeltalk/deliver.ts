import { bytesOf } from '#shared/exchange/body.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import type { Content } from '#shared/exchange/message.ts';
import type { HeaderLines, RawResponse } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Answer, Delivery, SpokenMessage, Turn } from '#shared/platforms/dispatch.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { postMessage } from './api-client.ts';
import { defectFinding, facts, findingOf } from './facts.ts';
import { rememberOwn } from './own-messages.ts';
import { contentsOfMessage } from './read-message.ts';
import { emptyReply } from './empty-reply.ts';
import { channelTalkSettings, type ChannelTalkSettings } from './settings.ts';
import { textIn } from './wire.ts';
import { writeMessage } from './write-message.ts';

type Switches = { readonly quickReply: boolean; readonly botName: string };

/** What the reply rule says, else what the channel does. */
const switchesOf = ({ shape }: Answer, settings: ChannelTalkSettings): Switches => {
  const { quickReply, botName } = shape?.switches ?? {};
  return {
    quickReply: typeof quickReply === 'boolean' ? quickReply : settings.quickReply,
    botName: typeof botName === 'string' ? botName : settings.botName,
  };
};

/** A header line holds Latin-1 at most (RFC 9110 §5.5), and most servers refuse more. */
const fitsHeader = (text: string): boolean => /^[\u0020-\u007e\u00a0-\u00ff]*$/.test(text);

const replyHeaders = ({ quickReply, botName }: Switches, defects: PlatformContext['defects']): HeaderLines => [
  ['Content-Type', 'application/json'],
  ...(quickReply ? [['x-quick-reply', defects.has('reply.header-value') ? 'True' : 'true'] as const] : []),
  ...(quickReply && botName !== '' && fitsHeader(botName) ? [['x-bot-name', botName] as const] : []),
];

const switchFindings = ({ quickReply, botName }: Switches, { defects }: PlatformContext): readonly Finding[] => [
  ...(quickReply
    ? []
    : [
        findingOf(
          'warning',
          'reply.switched-off',
          facts.quickReply,
          'x-quick-reply is switched off: the body goes out, but Channel Talk ignores it, and there is no bubble.',
          'response header x-quick-reply',
        ),
      ]),
  ...(quickReply && !fitsHeader(botName)
    ? [
        findingOf(
          'warning',
          'reply.bot-name-letters',
          facts.botName,
          'The name of the bot has letters that a header cannot hold: x-bot-name is left out, and the channel’s name is shown. Name the bot through the Open API, or in Latin letters.',
          'response header x-bot-name',
        ),
      ]
    : []),
  ...(defects.has('reply.header-value')
    ? [
        defectFinding(
          'reply.header-value',
          facts.replyErrors,
          'The defect wrote True where true is wanted.',
          'response header x-quick-reply',
        ),
      ]
    : []),
  ...(defects.has('reply.empty-blocks')
    ? [
        defectFinding(
          'reply.empty-blocks',
          facts.replyErrors,
          'The defect sent an empty list of blocks.',
          'response body /blocks',
        ),
      ]
    : []),
];

const mergedFindings = (contents: readonly Content[]): readonly Finding[] => {
  const count = contents.filter((each) => each.kind !== 'event').length;
  return count < 2
    ? []
    : [
        findingOf(
          'info',
          'reply.merged',
          facts.replyBody,
          `${count} messages became one: a quick-reply is one message. Through the Open API each is its own.`,
          'response body /blocks',
        ),
      ];
};

const withBody = (status: number, headers: HeaderLines, json: JsonObject): RawResponse => {
  const body = bytesOf(JSON.stringify(json));
  return { status, reason: '', headers: [...headers, ['Content-Length', String(body.byteLength)]], body };
};

/** What a person reads of it: what was sent, not what was meant. */
const saidIn = (body: JsonObject, { host }: ChannelTalkSettings): readonly SpokenMessage[] =>
  contentsOfMessage(body, host).map((content) => ({ author: 'bot', content }));

const quickReply = (turn: Turn, answer: Answer, settings: ChannelTalkSettings, context: PlatformContext): Delivery => {
  const status = answer.shape?.status ?? 200;
  const extra = answer.shape?.headers ?? [];
  const body = writeMessage(answer.contents, settings.apiVersion);
  if (body === null) {
    const empty = emptyReply(status);
    return { reply: { ...empty, headers: [...extra, ...empty.headers] }, messages: [], findings: [], thenSend: [] };
  }
  const switches = switchesOf(answer, settings);
  const { defects } = context;
  const sent = defects.has('reply.empty-blocks') ? { ...body, blocks: [] } : body;
  const isBubble =
    switches.quickReply && status < 300 && !defects.has('reply.header-value') && !defects.has('reply.empty-blocks');
  if (isBubble) rememberOwn(textIn(turn.detail['chatId']), body, context);
  return {
    reply: withBody(status, [...replyHeaders(switches, defects), ...extra], sent),
    messages: isBubble ? saidIn(body, settings) : [],
    findings: [...mergedFindings(answer.contents), ...switchFindings(switches, context)],
    thenSend: [],
  };
};

const throughOpenApi = (
  turn: Turn,
  answer: Answer,
  settings: ChannelTalkSettings,
  context: PlatformContext,
): Delivery => {
  const botName = textIn(answer.shape?.switches['botName']) || settings.botName;
  const place = { chatId: textIn(turn.detail['chatId']), chatType: textIn(turn.detail['chatType']) };
  const thenSend = answer.contents.flatMap((content) => {
    const body = writeMessage([content], settings.apiVersion);
    if (body === null) return [];
    rememberOwn(place.chatId, body, context);
    return [postMessage({ ...place, userId: turn.userId, botName, body, messages: saidIn(body, settings) }, context)];
  });
  return { reply: emptyReply(200), messages: [], findings: [], thenSend };
};

/** App end: what the bot said goes back, in the response to the event or through the Open API. */
export const deliverAnswer = (turn: Turn, answer: Answer | 'timed-out', context: PlatformContext): Delivery => {
  const settings = channelTalkSettings(context.settings);
  if (answer === 'timed-out')
    return {
      reply: emptyReply(200),
      messages: [],
      findings: [
        findingOf(
          'warning',
          'reply.late',
          facts.unanswered,
          `Nobody answered within ${turn.limit} s: the event is answered with 200 and nothing in it.`,
        ),
      ],
      thenSend: [],
    };
  return settings.answerBy === 'open-api'
    ? throughOpenApi(turn, answer, settings, context)
    : quickReply(turn, answer, settings, context);
};
