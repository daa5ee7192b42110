import type { Finding } from '#shared/exchange/finding.ts';
import type { RawRequest, RawResponse } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Answer, Delivery, Reading, SpokenMessage } from '#shared/platforms/dispatch.ts';
import { plainText, type Utterance } from '#shared/exchange/message.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { wellFormed } from '#shared/text/well-formed.ts';
import { bytesOf } from '#shared/exchange/body.ts';
import { lastSpeakerKey } from './app-end.ts';
import { errorReply } from './errors.ts';
import { facts, findingOf } from './facts.ts';
import { judgeAccessToken } from './judge-access-token.ts';
import { readAnswerObject } from './read-answer.ts';
import { readBody } from './read-body.ts';
import { koreSettings } from './settings.ts';

/** App end: the platform posted a message of the bot. The Access Token is judged first; the reply rules choose the status. */
export const readCallback = (request: RawRequest, context: PlatformContext): Reading => {
  const verdict = judgeAccessToken(request, context);
  const { value, findings: odd } = readBody(request);
  const posted = readPosted(value, context);
  const user = userOf(value, context);
  const shown = {
    userId: user.userId,
    messages: posted.messages,
    findings: [...odd, ...posted.findings, ...user.findings, ...modeFindings(context)],
    verdict,
  };
  if (verdict.state === 'refused') {
    const summary = `${verdict.because} The app end answers 401. ${verdict.fix ?? ''}`.trim();
    return {
      ...shown,
      messages: refusedLines(user.userId, posted.messages, context),
      findings: [findingOf('error', 'callback.token', facts.accessToken, summary), ...shown.findings],
      next: { kind: 'reply', reply: errorReply(401), thenSend: [] },
    };
  }
  if (user.userId === null || value === undefined || posted.isUnusable)
    return { ...shown, next: { kind: 'reply', reply: errorReply(400), thenSend: [] } };
  const turn = {
    userId: user.userId,
    utterance: utteranceFor(posted.messages),
    limit: koreSettings(context.settings).timeLimit,
    asksBot: false,
    detail: {},
  };
  return { ...shown, next: { kind: 'turn', turn } };
};

const modeFindings = ({ settings }: PlatformContext): readonly Finding[] =>
  koreSettings(settings).mode === 'async'
    ? []
    : [
        findingOf(
          'warning',
          'callback.mode',
          facts.callbackEach,
          'A message was posted, so the channel is asynchronous. Set the mode of this channel to asynchronous.',
        ),
      ];

/** Nobody reads what the app refuses: the conversation says so instead, once for all the attempts. */
const refusedLines = (
  userId: string | null,
  messages: readonly SpokenMessage[],
  { memory }: PlatformContext,
): readonly SpokenMessage[] => {
  const words = messages.map(({ content }) => plainText(content)).join(' · ');
  const key = `app/refused/${userId ?? ''}`;
  const isRepeated = memory.get(key) === words;
  memory.set(key, words);
  if (isRepeated || words === '') return [];
  const line = { kind: 'event', name: 'The app refused a message of the bot', detail: words.slice(0, 200) } as const;
  return [{ author: 'channel', content: line }];
};

type Posted = {
  readonly messages: readonly SpokenMessage[];
  readonly findings: readonly Finding[];
  readonly isUnusable: boolean;
};

const readPosted = (value: Json | undefined, context: PlatformContext): Posted => {
  if (value === undefined) return { messages: [], findings: [], isUnusable: true };
  if (!isJsonObject(value)) {
    const finding = findingOf(
      'error',
      'callback.object',
      facts.callbackV1,
      'The body is JSON, but not an object.',
      'body',
    );
    return { messages: [], findings: [finding], isUnusable: true };
  }
  const expected = value['_v'] === 'v2' || Array.isArray(value['data']) ? 'v2' : 'v1';
  return { ...readAnswerObject(value, expected, context), isUnusable: false };
};

/** `to` names the user. A sample of the docs lacks it: then it is taken to be the one who spoke last. */
const userOf = (
  value: Json | undefined,
  { memory }: PlatformContext,
): { readonly userId: string | null; readonly findings: readonly Finding[] } => {
  const named = isJsonObject(value) ? userIn(value) : null;
  if (named !== null) return { userId: named, findings: [] };
  const last = memory.get(lastSpeakerKey);
  const userId = typeof last === 'string' ? last : null;
  const summary =
    userId === null
      ? 'The body does not say whose message this is (to), and nobody has spoken here yet.'
      : 'The body does not say whose message this is (to): it is shown to the user who spoke last.';
  return {
    userId,
    findings: [
      findingOf(userId === null ? 'error' : 'warning', 'callback.to', facts.callbackNoUser, summary, 'body /to'),
    ],
  };
};

/** `to` is a text in the docs; an object with id, as in requests, is read as well. */
const userIn = ({ to }: JsonObject): string | null => {
  const id = isJsonObject(to) ? to['id'] : to;
  if (typeof id === 'number') return String(id);
  return typeof id === 'string' && id !== '' ? wellFormed(id) : null;
};

/** What reply rules listen to: the words of the bot. */
const utteranceFor = (messages: readonly SpokenMessage[]): Utterance => ({
  kind: 'text',
  text: messages.map(({ content }) => plainText(content)).join(' '),
});

/** App end: the reply to a message that was posted. Nobody reads its body; a reply rule may want words in it all the same. */
export const deliverReceipt = (answer: Answer | 'timed-out'): Delivery => {
  const { contents, shape } = answer === 'timed-out' ? { contents: [], shape: null } : answer;
  const said = contents.map(plainText).join('\n');
  const body = bytesOf(said);
  const reply: RawResponse = {
    status: shape?.status ?? 200,
    reason: '',
    headers: [
      ...(said === '' ? [] : [['Content-Type', 'text/plain; charset=utf-8'] as const]),
      ['Content-Length', String(body.byteLength)],
      ...(shape?.headers ?? []),
    ],
    body,
  };
  const ignored = findingOf(
    'info',
    'callback.reply-ignored',
    facts.callbackEach,
    'Kore.ai reads nothing from the reply to a message that it posts: these words reach nobody.',
    'response body',
  );
  return { reply, messages: [], findings: said === '' ? [] : [ignored], thenSend: [] };
};
