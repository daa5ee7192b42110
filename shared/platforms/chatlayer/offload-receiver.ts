import type { Finding } from '#shared/exchange/finding.ts';
import { readJsonBody } from '#shared/exchange/json-body.ts';
import { contentOfUtterance, type Content, type Utterance } from '#shared/exchange/message.ts';
import { jsonResponse, type RawRequest, type RawResponse } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Answer, Delivery, Reading, SpokenMessage, Turn } from '#shared/platforms/dispatch.ts';
import { findingAbout } from '#shared/platforms/fact.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { writeJson } from '#shared/text/parse-json.ts';
import type { Verdict } from '#shared/trust/verdict.ts';
import { judgeQueryToken } from './credential.ts';
import { facts } from './facts.ts';
import { isHandedOver, setHandedOver } from './handover.ts';
import { actionsOf } from './offload-actions.ts';
import { readMessage } from './read-message.ts';
import { chatlayerSettings } from './settings.ts';
import { arrayOf, idOf, objectAt, objectsAt, textAt, textResponse } from './wire.ts';

/** Seconds that an agent may take: the platform was answered before. */
const agentLimit = 600;
const replyLimit = 30;

const emptyOk = textResponse(200, '');

const reading = (verdict: Verdict, findings: readonly Finding[], reply: RawResponse): Reading => ({
  userId: null,
  messages: [],
  findings,
  verdict,
  next: { kind: 'reply', reply, thenSend: [] },
});

/** App end of an offloading channel: the health check, or an event. */
export const readOffload = (request: RawRequest, context: PlatformContext): Reading => {
  const { verifyToken, onWrongToken } = chatlayerSettings(context.settings);
  const { value, oddities } = readJsonBody(request);
  const verdict = judgeQueryToken(request, verifyToken, value);
  if (verdict.state === 'refused')
    return reading(
      verdict,
      [
        findingAbout(
          facts.queryToken,
          'error',
          'chatlayer.offload.refused',
          `${verdict.because} The app answers ${onWrongToken}. ${verdict.fix ?? ''}`.trim(),
          'query challenge.verifyToken',
        ),
      ],
      onWrongToken === 200 ? jsonResponse(200, {}) : jsonResponse(401, { error: 'Unauthorized' }),
    );
  if (request.method === 'GET' || request.method === 'HEAD')
    return reading(verdict, [], jsonResponse(200, { status: 'ok' }));
  if (!isJsonObject(value)) {
    const sentence = value === undefined ? (oddities.at(-1)?.sentence ?? '') : 'The body is JSON, but not an object.';
    return reading(
      verdict,
      [
        findingAbout(
          facts.messagesEvent,
          'error',
          'chatlayer.offload.body',
          `${sentence} The app answers 400.`,
          'body',
        ),
      ],
      jsonResponse(400, { error: 'Bad Request' }),
    );
  }
  return readEvent(value, verdict, context);
};

const notKnown = (event: string): Finding =>
  findingAbout(
    facts.messagesEvent,
    'warning',
    'chatlayer.offload.event',
    event === ''
      ? 'There is no event: messages of the webhook channel have none, but they go to another address.'
      : `There is no event named ${event.slice(0, 60)}: it is messages or offload.`,
    'body /event',
  );

const readEvent = (body: JsonObject, verdict: Verdict, context: PlatformContext): Reading => {
  const userId = idOf(body['sessionId']);
  const event = textAt(body, 'event');
  if (userId === null || (event !== 'messages' && event !== 'offload')) {
    const finding =
      userId === null && (event === 'messages' || event === 'offload')
        ? findingAbout(
            facts.messagesEvent,
            'error',
            'chatlayer.offload.session',
            'sessionId is missing: nobody knows whose conversation this is.',
            'body /sessionId',
          )
        : notKnown(event);
    return reading(verdict, [finding], emptyOk);
  }
  return event === 'messages' ? readMessages(userId, body, verdict, context) : readHandover(userId, body, verdict);
};

type Item = SpokenMessage & { readonly utterance: Utterance | null; readonly findings: readonly Finding[] };

const itemOf = (item: JsonObject): Item => {
  if (item['actor'] !== 'bot') return userItem(item['message']);
  const { content, findings } = readMessage(item['message']);
  return { author: 'bot', content, utterance: null, findings };
};

const userItem = (message: Json | undefined): Item => {
  const utterance = isJsonObject(message) ? utteranceOf(message) : null;
  if (utterance) return { author: 'user', content: contentOfUtterance(utterance), utterance, findings: [] };
  const content: Content = { kind: 'unknown', label: 'Message of the user', source: writeJson(message ?? null) };
  const finding = findingAbout(
    facts.userMessages,
    'warning',
    'chatlayer.offload.message',
    'The message of the user has no messageType that we know: it is shown as it came.',
    'body /messages',
  );
  return { author: 'user', content, utterance: null, findings: [finding] };
};

const pressPayload = (message: JsonObject): string => {
  const state = idOf(message['nextDialogstateId']);
  const parameters = arrayOf(message['parameters']);
  if (state === null) return textAt(message, 'title');
  return parameters.length === 0 ? state : JSON.stringify({ nextDialogstateId: state, params: parameters });
};

const utteranceOf = (message: JsonObject): Utterance | null => {
  switch (textAt(message, 'messageType')) {
    case 'intro':
      return { kind: 'gesture', id: 'start', title: 'Conversation started' };
    case 'text':
      return { kind: 'text', text: textAt(message, 'text') };
    case 'postback':
      return { kind: 'press', title: textAt(message, 'title'), payload: pressPayload(message) };
    case 'location': {
      const { lat, long } = objectAt(message, 'coordinates');
      return { kind: 'text', text: `Location: ${JSON.stringify(lat ?? null)}, ${JSON.stringify(long ?? null)}` };
    }
    // The docs of 2020 say upload, later ones fileUploadInputResult.
    case 'upload':
    case 'fileUploadInputResult': {
      const url = arrayOf(message['urls'])[0] ?? objectAt(message, 'data')['fileUrl'];
      return { kind: 'media', media: 'file', url: typeof url === 'string' ? url : '' };
    }
    default:
      return null;
  }
};

const readMessages = (userId: string, body: JsonObject, verdict: Verdict, context: PlatformContext): Reading => {
  const items = objectsAt(body, 'messages').map(itemOf);
  const last = items.findLast((each) => each.utterance !== null)?.utterance ?? null;
  if (last?.kind === 'gesture') setHandedOver('app', userId, false, context);
  const isAgentDue = last !== null && isHandedOver('app', userId, context);
  const shown = {
    userId,
    messages: items.map(({ author, content }) => ({ author, content })),
    findings: [...items.flatMap((each) => each.findings), ...(isAgentDue || last === null ? [] : [onlySeen])],
    verdict,
  };
  const turn: Turn = {
    userId,
    utterance: last ?? { kind: 'gesture', id: 'messages', title: 'Messages of the bot' },
    limit: isAgentDue ? agentLimit : replyLimit,
    asksBot: isAgentDue,
    detail: { event: 'messages' },
  };
  // Agents think longer than the platform waits.
  return { ...shown, next: { kind: 'turn', turn, ...(isAgentDue ? { replyNow: emptyOk } : {}) } };
};

const onlySeen = findingAbout(
  facts.everyConversation,
  'info',
  'chatlayer.offload.not-handed-over',
  'This conversation was not handed over: the app sees its messages, and should not answer them.',
  'body /event',
);

const readHandover = (userId: string, body: JsonObject, verdict: Verdict): Reading => {
  const count = arrayOf(body['transcript']).length;
  const content: Content = {
    kind: 'event',
    name: 'Handover',
    detail: `${count} ${count === 1 ? 'message' : 'messages'} in the transcript`,
  };
  const utterance: Utterance = { kind: 'gesture', id: 'offload', title: 'Handover' };
  return {
    userId,
    messages: [{ author: 'channel', content }],
    findings: [],
    verdict,
    next: {
      kind: 'turn',
      turn: { userId, utterance, limit: replyLimit, asksBot: false, detail: { event: 'offload' } },
    },
  };
};

/** App end of an offloading channel: what the agent answers goes out as an action; a handover is confirmed in the reply. */
export const deliverOffload = (turn: Turn, answer: Answer | 'timed-out', context: PlatformContext): Delivery => {
  const shape = answer === 'timed-out' ? null : answer.shape;
  // There is no template for an event: one that stands alone would be an action without a message.
  const contents = answer === 'timed-out' ? [] : answer.contents.filter((each) => each.kind !== 'event');
  const status = shape?.status ?? 200;
  const reply =
    turn.detail['event'] === 'offload'
      ? handoverReply(turn.userId, status, shape?.switches ?? {}, context)
      : textResponse(status, '');
  return {
    reply: { ...reply, headers: [...reply.headers, ...(shape?.headers ?? [])] },
    messages: [],
    findings: [],
    thenSend: contents.length === 0 ? [] : [actionsOf(contents, turn.userId, context)],
  };
};

const handoverReply = (userId: string, status: number, switches: JsonObject, context: PlatformContext): RawResponse => {
  const offloadSuccess = switches['offloadSuccess'] !== false;
  const pauseBot = switches['pauseBot'] !== false;
  setHandedOver('app', userId, status === 200 && offloadSuccess, context);
  return jsonResponse(status, { offloadSuccess, pauseBot });
};
