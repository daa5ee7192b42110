import type { Finding } from '#shared/exchange/finding.ts';
import { readJsonBody } from '#shared/exchange/json-body.ts';
import type { RawRequest } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Reading, Turn } from '#shared/platforms/dispatch.ts';
import { isJsonObject, type JsonObject } from '#shared/text/json.ts';
import type { Verdict } from '#shared/trust/verdict.ts';
import { emptyReply } from './empty-reply.ts';
import { chatIdOf, readEnvelope, userIdOf, type Envelope } from './envelope.ts';
import { judgeEventToken } from './event-token.ts';
import { facts, findingOf } from './facts.ts';
import { hearEvent } from './hear-event.ts';
import { channelTalkSettings } from './settings.ts';

const refuse = (status: number, verdict: Verdict, finding: Finding): Reading => ({
  userId: null,
  messages: [],
  findings: [finding],
  verdict,
  next: { kind: 'reply', reply: emptyReply(status), thenSend: [] },
});

const chatTypeOf = ({ entity }: Envelope): 'group' | 'userChat' =>
  entity['chatType'] === 'group' ? 'group' : 'userChat';

/** So that the bot can write there by itself later. */
const remember = (envelope: Envelope, userId: string, { memory }: PlatformContext): void => {
  const chatId = chatIdOf(envelope);
  const chatType = chatTypeOf(envelope);
  if (chatId === '') return;
  memory.set(`app/user-of/${chatId}`, userId);
  memory.set(`app/chat-of/${chatType === 'group' ? `group-${chatId}` : userId}`, { chatId, chatType });
};

const readBody = (body: JsonObject, verdict: Verdict, odd: readonly Finding[], context: PlatformContext): Reading => {
  const settings = channelTalkSettings(context.settings);
  const envelope = readEnvelope(body);
  const userId = userIdOf(envelope, context);
  remember(envelope, userId, context);
  const { messages, findings, utterance, asksBot } = hearEvent(envelope, settings, context);
  const reading = { userId, messages, findings: [...odd, ...envelope.findings, ...findings], verdict };
  if (utterance === null) return { ...reading, next: { kind: 'reply', reply: emptyReply(200), thenSend: [] } };
  const detail = { chatId: chatIdOf(envelope), chatType: chatTypeOf(envelope) };
  const turn: Turn = { userId, utterance, limit: settings.eventLimit, asksBot, detail };
  return {
    ...reading,
    next: settings.answerBy === 'open-api' ? { kind: 'turn', turn, replyNow: emptyReply(200) } : { kind: 'turn', turn },
  };
};

/** App end: an event arrived on the receiver's path. The token is judged first, then the body. */
export const readEvent = (request: RawRequest, context: PlatformContext): Reading => {
  const verdict = judgeEventToken(request, channelTalkSettings(context.settings).token);
  if (verdict.state === 'refused')
    return refuse(
      401,
      verdict,
      findingOf(
        'error',
        'token.refused',
        facts.token,
        `${verdict.because} The app end answers 401. ${verdict.fix ?? ''}`.trim(),
        'query token',
      ),
    );
  const { value, oddities } = readJsonBody(request);
  const odd = oddities.map(({ kind, sentence, at }) =>
    findingOf(kind === 'media-type' ? 'info' : 'warning', `event.body.${kind}`, facts.sentHeaders, sentence, at),
  );
  if (isJsonObject(value)) return readBody(value, verdict, odd, context);
  const refused = refuse(
    400,
    verdict,
    findingOf(
      'error',
      'event.body',
      facts.envelope,
      'The body is no JSON object with event and entity: the app end answers 400.',
      'body',
    ),
  );
  return { ...refused, findings: [...odd, ...refused.findings] };
};
