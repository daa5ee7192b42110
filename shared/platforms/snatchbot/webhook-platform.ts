import { bytesOf } from '#shared/exchange/body.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import { writeUrlEncoded } from '#shared/exchange/form-body.ts';
import { contentOfUtterance, plainText, type Content } from '#shared/exchange/message.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type {
  Answer,
  Delivery,
  Dispatch,
  OutboundRequest,
  ReplyReading,
  Returned,
  Turn,
} from '#shared/platforms/dispatch.ts';
import { unchecked } from '#shared/trust/verdict.ts';
import { appAddress, webhookPath } from './address.ts';
import { facts, findingOf } from './facts.ts';
import { isoTime } from '#shared/text/iso-time.ts';
import type { Said } from './said.ts';
import { snatchBotSettings, type SnatchBotSettings } from './settings.ts';

/** The notification as bytes: `data` is the text as JSON, inside a string. */
const bodyOf = (text: string, userId: string, now: number, settings: SnatchBotSettings) => {
  const fields = [
    ['time', isoTime(now) + (settings.strayQuote ? "'" : '')],
    ['data', JSON.stringify(text)],
    ['ip', settings.webhookIp],
    ...(settings.webhookUserId ? [['user_id', userId] as const] : []),
  ] as const;
  return settings.webhookEncoding === 'form'
    ? { type: 'application/x-www-form-urlencoded', bytes: bytesOf(writeUrlEncoded(fields)) }
    : { type: 'application/json', bytes: bytesOf(JSON.stringify(Object.fromEntries(fields))) };
};

/** The request that tells the app of a text. */
export const notificationOf = (text: string, userId: string, context: PlatformContext): OutboundRequest => {
  const settings = snatchBotSettings(context.settings);
  const { type, bytes } = bodyOf(text, userId, context.stamp.now, settings);
  return {
    ...appAddress(settings.webhookUrl, webhookPath, context),
    method: 'POST',
    headers: [['Content-Type', type]],
    body: bytes,
    timeLimit: settings.timeLimit,
  };
};

/** The text of a message, as the description of the WebHook has it: what can be pressed is not a part of it. */
const toldText = (content: Content): string =>
  content.kind === 'buttons' || content.kind === 'quick-replies'
    ? content.text || plainText(content)
    : plainText(content);

const notify = (author: 'user' | 'bot', content: Content, userId: string, context: PlatformContext): Dispatch => ({
  request: notificationOf(toldText(content), userId, context),
  end: 'platform',
  userId,
  messages: [{ author, content }],
  findings: [],
  after: 0,
  purpose: 'notify',
  detail: { of: author },
});

/** Platform end: the app is told of what was said in the chat. The bot is asked when a user spoke, whatever became of the notification. */
export const notifyOf = ({ as, userId, utterance }: Said, context: PlatformContext): readonly Dispatch[] => {
  const content = contentOfUtterance(utterance);
  const dispatch = notify(as === 'user' ? 'user' : 'bot', content, userId, context);
  if (as !== 'user') return [dispatch];
  const { timeLimit } = snatchBotSettings(context.settings);
  const turn: Turn = { userId, utterance, limit: timeLimit, asksBot: true, detail: { feature: 'webhook' } };
  return [{ ...dispatch, turn }];
};

/** Platform end: what the bot answered in the chat. Set for the whole bot, each message is told too. */
export const deliverToChat = (turn: Turn, answer: Answer | 'timed-out', context: PlatformContext): Delivery => {
  const contents = answer === 'timed-out' ? [] : answer.contents.filter(({ kind }) => kind !== 'event');
  const reply = { status: 200, reason: '', headers: [], body: new Uint8Array() };
  const { webhookScope } = snatchBotSettings(context.settings);
  const told = contents.map((content) => ({ author: 'bot' as const, content }));
  if (webhookScope === 'connection') return { reply, messages: told, findings: [], thenSend: [] };
  const thenSend = contents.map((content) => notify('bot', content, turn.userId, context));
  // What goes wrong with the notifications does not reach the chat: there the messages are on time and in order.
  return [...context.defects].some((id) => id.startsWith('notification.'))
    ? { reply, messages: told, findings: [], thenSend: thenSend.map((each) => ({ ...each, messages: [] })) }
    : { reply, messages: [], findings: [], thenSend };
};

const withoutCredential = unchecked('A WebHook carries no credential: anyone who knows the address can call it.');

/** Platform end: what the receiver answered. It never changes the chat; only a person wants to know. */
export const readReceipt = ({ detail }: Dispatch, returned: Returned): ReplyReading => ({
  messages: [],
  findings: returned.ok ? receiptFindings(returned.response, detail['of'] === 'user') : [lost],
  verdict: withoutCredential,
  thenSend: [],
});

const lost = findingOf(
  'warning',
  'webhook.lost',
  facts.noRetry,
  'The notification did not arrive. The chat goes on as if it had, and it is not sent again.',
);

const receiptFindings = (
  { status, body }: { readonly status: number; readonly body: Uint8Array },
  isOfUser: boolean,
): readonly Finding[] => [
  ...(status >= 200 && status < 300
    ? []
    : [
        findingOf(
          'warning',
          'webhook.status',
          facts.noRetry,
          `The receiver answered ${status}. The chat goes on all the same, and nothing is sent again.`,
          'response status',
        ),
      ]),
  ...(body.byteLength > 0 && isOfUser
    ? [
        findingOf(
          'info',
          'webhook.reply-unused',
          facts.replyUnused,
          'The receiver answered with a body. A WebHook never shows it in the chat: use the JSON API interaction to answer.',
          'response body',
        ),
      ]
    : []),
];
