import { readJsonBody } from '#shared/exchange/json-body.ts';
import { jsonResponse, pathOf, type RawRequest, type RawResponse } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Answer, Delivery, Reading, Turn } from '#shared/platforms/dispatch.ts';
import { findingAbout } from '#shared/platforms/fact.ts';
import { matchPath } from '#shared/platforms/route.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import type { Json } from '#shared/text/json.ts';
import { unchecked, type Verdict } from '#shared/trust/verdict.ts';
import { callbacksOf } from './callback.ts';
import { judgeBearer, judgeBodyToken } from './credential.ts';
import { readDeprecatedSibling } from './deprecated-siblings.ts';
import { facts } from './facts.ts';
import { gateOf, withHeaders } from './gate.ts';
import { remember, updateSession } from './history.ts';
import { nothingRead, unusable, type LegA } from './leg-a.ts';
import { readCurrent } from './leg-a-current.ts';
import { readDeprecated } from './leg-a-deprecated.ts';
import { readActions } from './offload-actions.ts';
import { actionsPath, currentPath, deprecatedPath, extractPath } from './paths.ts';
import { chatlayerSettings } from './settings.ts';
import { textResponse } from './wire.ts';

const isAt = (path: string, request: RawRequest): boolean => matchPath(path, pathOf(request.target)) !== null;

/** Platform end: a request on one of the vendor's addresses. */
export const readAtPlatform = (request: RawRequest, context: PlatformContext): Reading => {
  const { dialect } = chatlayerSettings(context.settings);
  if (isAt(currentPath, request)) return dialect === 'd1' ? readMessage(request, context) : otherDialect('d1');
  if (isAt(deprecatedPath, request)) return dialect === 'd0' ? readMessage(request, context) : otherDialect('d0');
  if (isAt(actionsPath, request)) return dialect === 'd2' ? readActions(request, context) : otherDialect('d2');
  return dialect !== 'd2' || isAt(extractPath, request) ? readDeprecatedSibling(request, context) : otherDialect('d0');
};

const dialectNames = {
  d1: 'the current webhook channel',
  d0: 'the deprecated webhook channel',
  d2: 'the offloading webhook',
} as const;

const otherDialect = (dialect: keyof typeof dialectNames): Reading => ({
  userId: null,
  messages: [],
  findings: [
    findingAbout(
      facts.otherDialect,
      'error',
      'chatlayer.dialect.other',
      `This is an address of ${dialectNames[dialect]}, but the channel here is set to another dialect. The answer is 404: change the dialect in its settings, or call its own address.`,
      'path',
    ),
  ],
  verdict: unchecked('Not checked: the address is of another dialect than the channel.'),
  next: { kind: 'reply', reply: jsonResponse(404, { message: 'Not Found' }), thenSend: [] },
});

const judge = (request: RawRequest, body: Json | undefined, { settings }: PlatformContext): Verdict => {
  const { dialect, accessToken, verifyToken } = chatlayerSettings(settings);
  return dialect === 'd0'
    ? judgeBodyToken(request, verifyToken, body, facts.d0Token)
    : judgeBearer(request, accessToken, body);
};

const readBody = (request: RawRequest, context: PlatformContext): LegA & { readonly value: Json | undefined } => {
  const { value, oddities } = readJsonBody(request);
  const odd = oddities.map(({ kind, sentence, at }) =>
    findingAbout(facts.unusableBody, 'warning', `chatlayer.body.${kind}`, sentence, at),
  );
  if (value === undefined)
    return {
      ...nothingRead,
      value,
      findings: [...odd.slice(0, -1), unusable('json', oddities.at(-1)?.sentence ?? '', '')],
    };
  const { dialect } = chatlayerSettings(context.settings);
  const read = dialect === 'd0' ? readDeprecated(value, context) : readCurrent(value, context);
  return { ...read, value, findings: [...odd, ...read.findings] };
};

const acceptedReply = ({ settings }: PlatformContext): RawResponse => {
  const { dialect, acceptedBody } = chatlayerSettings(settings);
  return dialect === 'd1' && acceptedBody === '{}' ? jsonResponse(200, {}) : textResponse(200, 'EVENT_RECEIVED');
};

/** A message of the user: the credential first, then the limit, then the body, as far as anybody knows. The bot answers later, by POSTs of its own. */
const readMessage = (request: RawRequest, context: PlatformContext): Reading => {
  const read = readBody(request, context);
  const verdict = judge(request, read.value, context);
  const gate = gateOf(verdict, context);
  // Shown also when it is refused: a person wants to see what was lost.
  const shown = {
    userId: read.userId,
    messages: read.contents.map((content) => ({ author: 'user' as const, content })),
    findings: [...gate.findings, ...read.findings],
    verdict,
  };
  const reply = (response: RawResponse): Reading => ({
    ...shown,
    next: { kind: 'reply', reply: withHeaders(response, gate.headers), thenSend: [] },
  });
  if (gate.refusal) return reply(gate.refusal);
  const { userId, utterance } = read;
  if (userId === null || read.findings.some((each) => each.severity === 'error'))
    return reply(jsonResponse(400, { message: 'Bad Request' }));
  updateSession(userId, read.sessionData, context);
  if (utterance === null) return reply(acceptedReply(context));
  const isIntro = utterance.kind === 'gesture';
  remember({ userId, actor: 'user', message: rememberedMessage(utterance), isIntro }, context);
  const detail = { isIntentKnown: utterance.kind === 'text' };
  return {
    ...shown,
    next: {
      kind: 'turn',
      turn: { userId, utterance, limit: botLimit, asksBot: true, detail },
      replyNow: withHeaders(acceptedReply(context), gate.headers),
    },
  };
};

/** Seconds that a person who types the bot's answers has: the platform waits for nobody here. */
const botLimit = 600;

const rememberedMessage = (utterance: Turn['utterance']): Json => {
  switch (utterance.kind) {
    case 'text':
      return { text: utterance.text };
    case 'press':
      return { text: utterance.title, payload: utterance.payload };
    case 'gesture':
    case 'form':
    case 'media':
      return {};
    default:
      return assertNever(utterance);
  }
};

/** Platform end: what the bot answers goes to the app as POSTs; the message of the user was answered before. */
export const deliverAtPlatform = (turn: Turn, answer: Answer | 'timed-out', context: PlatformContext): Delivery => ({
  reply: acceptedReply(context),
  messages: [],
  findings: [],
  thenSend:
    answer === 'timed-out'
      ? []
      : callbacksOf(answer.contents, turn.userId, turn.detail['isIntentKnown'] === true, context),
});
