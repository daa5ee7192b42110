import { bytesOf } from '#shared/exchange/body.ts';
import { contentOfUtterance, plainText, type Content, type Utterance } from '#shared/exchange/message.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Answer, Delivery, Dispatch, OutboundRequest, SpokenMessage, Turn } from '#shared/platforms/dispatch.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import type { Json, JsonObject } from '#shared/text/json.ts';
import { actedIf } from './defects.ts';
import { isHandedOver, setHandedOver } from './handover.ts';
import { historyOf, remember } from './history.ts';
import { isoTime } from '#shared/text/iso-time.ts';
import { payloadWriter, postbackOf, resolveText } from './payload.ts';
import { webhookAddress } from './paths.ts';
import { chatlayerSettings } from './settings.ts';
import { textResponse } from './wire.ts';
import { writeMessages } from './write-message.ts';

/** Gestures of the user of an offloading channel, by their ids. */
export const handOver = 'offload';
export const checkHealth = 'health';

/** The token goes into the query of every call, under a name with a dot in it. */
const addressWithToken = (context: PlatformContext): Pick<OutboundRequest, 'origin' | 'target'> => {
  const { origin, target } = webhookAddress(context);
  const { verifyToken } = chatlayerSettings(context.settings);
  const token = context.defects.has('callback.wrong-token') ? 'NOT-THE-VERIFY-TOKEN-of-this-channel' : verifyToken;
  if (token === '' || context.defects.has('callback.no-token')) return { origin, target };
  return {
    origin,
    target: `${target}${target.includes('?') ? '&' : '?'}challenge.verifyToken=${encodeURIComponent(token)}`,
  };
};

const dispatch = (
  userId: string,
  sent: {
    readonly method: string;
    readonly body: JsonObject | null;
    readonly messages: readonly SpokenMessage[];
    readonly purpose: string;
  },
  context: PlatformContext,
): Dispatch => ({
  request: {
    ...addressWithToken(context),
    method: sent.method,
    headers: sent.body === null ? [['Accept', 'application/json']] : [['Content-Type', 'application/json']],
    body: bytesOf(sent.body === null ? '' : JSON.stringify(sent.body)),
    timeLimit: chatlayerSettings(context.settings).callbackLimit,
  },
  end: 'platform',
  userId,
  messages: sent.messages,
  findings: ['callback.wrong-token', 'callback.no-token'].flatMap((id) => actedIf(id, context)),
  after: 0,
  purpose: sent.purpose,
  detail: { attempt: 0 },
});

const eventBody = (event: string, userId: string, { settings, stamp }: PlatformContext): JsonObject => {
  const { botId, version, offloadChannel } = chatlayerSettings(settings);
  return { botId, version, channel: offloadChannel, sessionId: userId, event, timestamp: isoTime(stamp.now) };
};

const mediaFields = (url: string): JsonObject => ({
  messageType: 'fileUploadInputResult',
  urls: [url],
  data: { uploadStatus: 'success', fileUrl: url },
});

const pressFields = (title: string, payload: string): JsonObject => {
  const postback = postbackOf(payload);
  return {
    messageType: 'postback',
    title,
    parameters: postback?.sessionDataToSet ?? [],
    nextDialogstateId: postback?.nextDialogstateId ?? payload,
  };
};

const saidFields = (utterance: Utterance): JsonObject => {
  switch (utterance.kind) {
    case 'text':
      return { messageType: 'text', text: utterance.text };
    case 'press':
      return pressFields(utterance.title, utterance.payload);
    case 'media':
      return mediaFields(utterance.url);
    case 'gesture':
      return { messageType: 'intro' };
    case 'form':
      return { messageType: 'text', text: plainText(contentOfUtterance(utterance)) };
    default:
      return assertNever(utterance);
  }
};

const userMessage = (userId: string, utterance: Utterance, { settings, stamp }: PlatformContext): JsonObject => {
  const { botId, offloadChannel, language } = chatlayerSettings(settings);
  return {
    channelType: offloadChannel,
    sender: { id: userId, botId, botType: 'chatbot', ...(language === '' ? {} : { preferredLanguage: language }) },
    timestamp: isoTime(stamp.now),
    id: stamp.id(),
    ...saidFields(utterance),
  };
};

const itemsOf = (
  actor: 'bot' | 'user',
  messages: readonly JsonObject[],
  { stamp }: PlatformContext,
): readonly JsonObject[] => messages.map((message) => ({ actor, message, timestamp: isoTime(stamp.now) }));

const messagesEvent = (
  userId: string,
  actor: 'bot' | 'user',
  messages: readonly JsonObject[],
  spoken: readonly SpokenMessage[],
  context: PlatformContext,
): Dispatch => {
  for (const message of messages)
    remember({ userId, actor, message, isIntro: message['messageType'] === 'intro' }, context);
  const { timestamp, ...head } = eventBody('messages', userId, context);
  const body: JsonObject = { ...head, messages: itemsOf(actor, messages, context), timestamp: timestamp as Json };
  return dispatch(userId, { method: 'POST', body, messages: spoken, purpose: 'messages' }, context);
};

const offloadEvent = (userId: string, context: PlatformContext): Dispatch => {
  const transcript = historyOf(userId, context).map(({ actor, message, createdAt }) => ({
    actor: actor ?? 'user',
    message: message ?? {},
    timestamp: createdAt ?? '',
  }));
  const body: JsonObject = { ...eventBody('offload', userId, context), payload: {}, transcript };
  const spoken: SpokenMessage = {
    author: 'channel',
    content: { kind: 'event', name: 'Handover asked for', detail: '' },
  };
  return dispatch(userId, { method: 'POST', body, messages: [spoken], purpose: 'offload' }, context);
};

const healthCheck = (userId: string, context: PlatformContext): Dispatch => {
  const spoken: SpokenMessage = {
    author: 'channel',
    content: { kind: 'event', name: 'Health check', detail: 'as Save does it' },
  };
  return dispatch(userId, { method: 'GET', body: null, messages: [spoken], purpose: 'health' }, context);
};

/** One event for each message of the bot, as it is said. */
const botEvents = (contents: readonly Content[], userId: string, context: PlatformContext): readonly Dispatch[] => {
  const writePayload = payloadWriter(chatlayerSettings(context.settings).payloads, context);
  return contents.map((content) =>
    messagesEvent(userId, 'bot', writeMessages(content, writePayload), [{ author: 'bot', content }], context),
  );
};

/** What the bot inside Chatlayer hears: a payload with session values is told by its dialog state. */
const heard = (utterance: Utterance, context: PlatformContext): Utterance =>
  utterance.kind === 'press' ? resolveText(utterance.payload, context, utterance.title).utterance : utterance;

/** Seconds that a person who types the bot's answers has. */
const botLimit = 600;

/** Platform end of an offloading channel: what is said there reaches the app as events. The bot answers the user until an agent takes over. */
export const sayAtOffloadPlatform = (
  { userId, utterance, as }: { readonly userId: string; readonly utterance: Utterance; readonly as: 'user' | 'bot' },
  context: PlatformContext,
): readonly Dispatch[] => {
  const content = contentOfUtterance(utterance);
  if (as === 'bot') return botEvents([content], userId, context);
  if (utterance.kind === 'gesture' && utterance.id === checkHealth) return [healthCheck(userId, context)];
  if (utterance.kind === 'gesture' && utterance.id === handOver) return [offloadEvent(userId, context)];
  // Assumed: a conversation that starts anew is the bot's again.
  if (utterance.kind === 'gesture') setHandedOver('platform', userId, false, context);
  const spoken: SpokenMessage = { author: 'user', content };
  const told = messagesEvent(userId, 'user', [userMessage(userId, utterance, context)], [spoken], context);
  if (isHandedOver('platform', userId, context)) return [told];
  const turn: Turn = { userId, utterance: heard(utterance, context), limit: botLimit, asksBot: true, detail: {} };
  return [{ ...told, turn }];
};

/** Platform end of an offloading channel: what its bot answered is said in Chatlayer's own chat, and the app is told of it. */
export const deliverAtOffloadPlatform = (
  turn: Turn,
  answer: Answer | 'timed-out',
  context: PlatformContext,
): Delivery => ({
  reply: textResponse(200, ''),
  messages: [],
  findings: [],
  thenSend: answer === 'timed-out' ? [] : botEvents(answer.contents, turn.userId, context),
});
