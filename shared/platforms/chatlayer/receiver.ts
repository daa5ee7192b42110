import type { Finding } from '#shared/exchange/finding.ts';
import { readJsonBody } from '#shared/exchange/json-body.ts';
import { plainText, type Content, type Utterance } from '#shared/exchange/message.ts';
import type { RawRequest } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Answer, Delivery, Reading } from '#shared/platforms/dispatch.ts';
import { findingAbout } from '#shared/platforms/fact.ts';
import { isJsonObject, type JsonObject } from '#shared/text/json.ts';
import { unchecked, type Verdict } from '#shared/trust/verdict.ts';
import { judgeBodyToken } from './credential.ts';
import { readEnvelope, type EnvelopeReading } from './envelope.ts';
import { facts } from './facts.ts';
import { readMessage } from './read-message.ts';
import { chatlayerSettings } from './settings.ts';
import { textResponse } from './wire.ts';

/** Seconds that a reply rule may take before the platform has given up anyway. */
const answerLimit = 30;

const replyOnly = (status: number, text: string, findings: readonly Finding[], because: string): Reading => ({
  userId: null,
  messages: [],
  findings,
  verdict: unchecked(because),
  next: { kind: 'reply', reply: textResponse(status, text), thenSend: [] },
});

/** App end: the platform sent a message of the bot to our receiver. */
export const readCallback = (request: RawRequest, context: PlatformContext): Reading => {
  if (request.method !== 'POST') return notAPost(request);
  const { value, oddities } = readJsonBody(request);
  const odd = oddities.map(({ kind, sentence, at }) =>
    findingAbout(facts.jsonPost, value === undefined ? 'error' : 'warning', `chatlayer.callback.${kind}`, sentence, at),
  );
  if (!isJsonObject(value)) {
    const notObject = findingAbout(
      facts.e1,
      'error',
      'chatlayer.callback.object',
      'The body is JSON, but not an object.',
      'body',
    );
    return replyOnly(
      400,
      'Bad Request',
      value === undefined ? odd : [...odd, notObject],
      'Not checked: there is no verifyToken to be read.',
    );
  }
  return readObject(request, value, odd, context);
};

const notAPost = ({ method }: RawRequest): Reading =>
  replyOnly(
    405,
    'Method Not Allowed',
    [
      findingAbout(
        facts.noSignature,
        'warning',
        'chatlayer.callback.method',
        `This is a ${method.slice(0, 20)}: the channel sends POST only. A GET with challenge.verifyToken is the health check of the offloading webhook, which is another protocol.`,
        'method',
      ),
    ],
    'Not checked: this is no message of the bot.',
  );

const readObject = (
  request: RawRequest,
  body: JsonObject,
  odd: readonly Finding[],
  context: PlatformContext,
): Reading => {
  const { verifyToken, onWrongToken } = chatlayerSettings(context.settings);
  const verdict = judgeBodyToken(request, verifyToken, body, facts.verifyToken);
  const envelope = readEnvelope(body);
  const { content, findings } = readMessage(envelope.message);
  const read: Read = { envelope, content, findings: [...odd, ...envelope.findings, ...findings], verdict };
  if (verdict.state === 'refused') return refuse(read, onWrongToken, context);
  const message = JSON.stringify(envelope.message ?? null);
  const order = envelope.userId === null ? [] : orderFindings(envelope.userId, envelope.counter, message, context);
  const shown = {
    userId: envelope.userId,
    messages: [{ author: 'bot' as const, content }],
    findings: [...read.findings, ...order],
    verdict,
  };
  if (envelope.userId === null)
    return { ...shown, next: { kind: 'reply', reply: textResponse(200, 'OK'), thenSend: [] } };
  return {
    ...shown,
    next: {
      kind: 'turn',
      turn: {
        userId: envelope.userId,
        utterance: utteranceOf(content),
        limit: answerLimit,
        asksBot: false,
        detail: {},
      },
    },
  };
};

type Read = {
  readonly envelope: EnvelopeReading;
  readonly content: Content;
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
};

/** Nobody reads what the app refuses: the conversation says so instead, once for all the attempts. */
const refuse = (
  { envelope, content, findings, verdict }: Read,
  status: 200 | 401,
  context: PlatformContext,
): Reading => {
  const { userId } = envelope;
  const refused = plainText(content);
  const key = `app/refused/${userId ?? ''}`;
  const told = `${envelope.counter ?? ''} ${refused}`;
  const isRepeated = context.memory.get(key) === told;
  context.memory.set(key, told);
  const line: Content = { kind: 'event', name: 'The app refused a message of the bot', detail: refused.slice(0, 200) };
  const what = status === 200 ? 'and ignores it' : 'and the platform will try again';
  return {
    userId,
    messages: isRepeated ? [] : [{ author: 'channel', content: line }],
    findings: [
      findingAbout(
        facts.receiverRefuses,
        'error',
        'chatlayer.callback.refused',
        `${verdict.because} The app answers ${status}, ${what}. ${verdict.fix ?? ''}`.trim(),
        'body /verifyToken',
      ),
      ...findings,
    ],
    verdict,
    next: { kind: 'reply', reply: textResponse(status, status === 200 ? 'OK' : 'Unauthorized'), thenSend: [] },
  };
};

/** What a reply rule can look for: the words of the message, or the name of an event. */
const utteranceOf = (content: Content): Utterance =>
  content.kind === 'event'
    ? { kind: 'gesture', id: content.name, title: content.name }
    : { kind: 'text', text: plainText(content) };

type Last = { readonly counter: number; readonly message: string };

const lastOf = (userId: string, { memory }: Pick<PlatformContext, 'memory'>): Last | null => {
  const last = memory.get(`app/last/${userId}`);
  if (!isJsonObject(last)) return null;
  const { counter, message } = last;
  return typeof counter === 'number' && typeof message === 'string' ? { counter, message } : null;
};

/** What the counter says of the order; the highest one so far is remembered. */
const orderFindings = (
  userId: string,
  counter: number | null,
  message: string,
  context: PlatformContext,
): readonly Finding[] => {
  if (counter === null) return [];
  const last = lastOf(userId, context);
  if (last === null || counter > last.counter) context.memory.set(`app/last/${userId}`, { counter, message });
  const found = orderProblem(counter, message, last);
  return found === null
    ? []
    : [findingAbout(facts.counterRises, 'warning', `chatlayer.callback.${found[0]}`, found[1], 'body /messageCounter')];
};

const orderProblem = (
  counter: number,
  message: string,
  last: Last | null,
): readonly [rule: string, summary: string] | null => {
  if (last === null || counter === last.counter + 1) return null;
  if (counter === last.counter && message === last.message)
    return ['duplicate', `messageCounter is ${counter} again, with the same message: this message came before.`];
  if (counter <= last.counter)
    return [
      'out-of-order',
      `messageCounter is ${counter} after ${last.counter}: the messages came in another order, or the conversation began anew.`,
    ];
  return ['gap', `messageCounter is ${counter} after ${last.counter}: something in between has not come.`];
};

/** App end: the answer to a message of the bot. Its body is not looked at, so words that a rule says cannot be carried. */
export const answerCallback = (answer: Answer | 'timed-out'): Delivery => {
  const shape = answer === 'timed-out' ? null : answer.shape;
  const status = shape?.status ?? 200;
  const reply = textResponse(status, status === 200 ? 'OK' : '', shape?.headers ?? []);
  const words = answer === 'timed-out' ? [] : answer.contents;
  const findings =
    words.length === 0
      ? []
      : [
          findingAbout(
            facts.receiverAnswer,
            'warning',
            'chatlayer.callback.words-ignored',
            'The reply rule says something, but the answer to a message of the bot is not looked at: it was left out. Let the user say it.',
            'response body',
          ),
        ];
  return { reply, messages: [], findings, thenSend: [] };
};
