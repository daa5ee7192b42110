import { contentOfUtterance } from '#shared/exchange/message.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import { jsonResponse, type RawRequest, type RawResponse } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Dispatch, Reading, SpokenMessage, Turn } from '#shared/platforms/dispatch.ts';
import type { Json } from '#shared/text/json.ts';
import type { Verdict } from '#shared/trust/verdict.ts';
import type { Place, Version } from './addresses.ts';
import { acknowledgement, closureCallback } from './callbacks.ts';
import { channelStateOf } from './channel-states.ts';
import { judgeCredential, refusalStatus } from './credential.ts';
import { deliverAnswer } from './deliver-answer.ts';
import { errorReplyOf, type ErrorStatus } from './errors.ts';
import { closureItem, readEventItem } from './events.ts';
import { facts, findingOf } from './facts.ts';
import { readBody } from './read-body.ts';
import { readUserMessage, type UserMessage } from './read-message.ts';
import { noteEmail } from './services-notify.ts';
import { noteHistory } from './services-web-sdk.ts';
import { closeSession, sessionOf } from './sessions.ts';
import { koreSettings } from './settings.ts';
import { nameUploaded, uploadFindings } from './uploaded-files.ts';

/** Platform end: a user's message arrived. The state of the channel counts first, then the token, then the body. */
export const readUserRequest = async (
  request: RawRequest,
  { version }: Place,
  context: PlatformContext,
): Promise<Reading> => {
  const { value, message, findings } = readWhole(request, version, context);
  const userId = message?.userId ?? null;
  const claimant = version === 'v1' ? { version } : { version, fromId: userId };
  const verdict = await judgeCredential(request, context, claimant);
  const shown = { userId, messages: messagesOf(message), verdict };
  const refuse = (status: ErrorStatus, ...first: readonly Finding[]): Reading => ({
    ...shown,
    findings: [...first, ...findings],
    next: { kind: 'reply', reply: errorReplyOf(version, status, context.stamp), thenSend: [] },
  });
  const state = channelStateOf(version, userId, context);
  if (state?.kind === 'reply')
    return {
      ...shown,
      findings: [state.finding, ...findings],
      next: { kind: 'reply', reply: state.reply, thenSend: [] },
    };
  const status = refusalStatus(verdict);
  if (status !== null) return refuse(status, refusal(verdict, status));
  const said = message?.said ?? null;
  if (userId === null || said === null || findings.some((each) => each.severity === 'error')) return refuse(400);
  const spoken = { ...shown, userId, findings };
  noteHistory(shown.messages, userId, context);
  noteEmail(value, userId, context);
  if (state?.kind === 'words') return answered(spoken, turnOf(userId, version, '', context), state, context);
  if (said.kind === 'closure') return closed(spoken, version, context);
  const session = sessionOf(userId, message?.asksForNew ?? false, context);
  const turn = { ...turnOf(userId, version, session.id, context), utterance: said.utterance };
  const expired = session.began === 'inactivity' ? [sessionExpired] : [];
  return {
    ...spoken,
    findings: [...findings, ...expired],
    next: { kind: 'turn', turn, ...replyNowOf(version, context) },
  };
};

/** Asynchronous channels have no limit that is known: a person may take this many seconds to answer by hand. */
const asyncLimit = 600;

const turnOf = (userId: string, version: Version, sessionId: string, { settings }: PlatformContext): Turn => {
  const { mode, syncLimit } = koreSettings(settings);
  return {
    userId,
    utterance: { kind: 'text', text: '' },
    limit: mode === 'async' ? asyncLimit : syncLimit,
    asksBot: true,
    detail: { version, sessionId },
  };
};

const replyNowOf = (version: Version, context: PlatformContext): { readonly replyNow?: RawResponse } =>
  koreSettings(context.settings).mode === 'async' ? { replyNow: acknowledgement(version, context) } : {};

type Spoken = Pick<Reading, 'messages' | 'findings' | 'verdict'> & { readonly userId: string };

/** The channel says something by itself, without the bot. */
const answered = (
  spoken: Spoken,
  turn: Turn,
  { words, finding }: Extract<NonNullable<ReturnType<typeof channelStateOf>>, { kind: 'words' }>,
  context: PlatformContext,
): Reading => {
  const delivery = deliverAnswer(turn, { contents: [{ kind: 'text', text: words }], shape: null }, context);
  return {
    ...spoken,
    messages: [...spoken.messages, ...delivery.messages],
    findings: [finding, ...spoken.findings],
    next: {
      kind: 'reply',
      reply: replyNowOf(turn.detail['version'] === 'v1' ? 'v1' : 'v2', context).replyNow ?? delivery.reply,
      thenSend: delivery.thenSend,
    },
  };
};

const closed = (spoken: Spoken, version: Version, context: PlatformContext): Reading => {
  const item = closureItem(closeSession(spoken.userId, context));
  const event: SpokenMessage = { author: 'channel', content: readEventItem(item) };
  const { replyNow } = replyNowOf(version, context);
  const thenSend: readonly Dispatch[] = replyNow ? [closureCallback(spoken.userId, item, event, context)] : [];
  return {
    ...spoken,
    messages: replyNow ? spoken.messages : [...spoken.messages, event],
    next: { kind: 'reply', reply: replyNow ?? jsonResponse(200, { data: [item], _v: 'v2' }), thenSend },
  };
};

const sessionExpired: Finding = findingOf(
  'info',
  'session.expired',
  facts.sessionRules,
  'The session of this user had ended for want of messages, so a new one began.',
);

const refusal = ({ because, fix }: Verdict, status: ErrorStatus): Finding =>
  findingOf(
    'error',
    'token.refused',
    status === 412 ? facts.anonymous : facts.invalidToken,
    `${because} The platform end answers ${status} and, like the real one, does not say why. ${fix ?? ''}`.trim(),
    'header authorization',
  );

/** The message is shown also when it is refused: a person wants to see what was lost. */
const messagesOf = (message: UserMessage | null): readonly SpokenMessage[] => {
  if (!message || message.userId === null) return [];
  const contents =
    message.contents.length > 0 || message.said?.kind !== 'utterance'
      ? message.contents
      : [contentOfUtterance(message.said.utterance)];
  return contents.map((content) => ({ author: 'user', content }));
};

type Whole = {
  readonly value: Json | undefined;
  readonly message: UserMessage | null;
  readonly findings: readonly Finding[];
};

const readWhole = (request: RawRequest, version: Version, { settings, memory }: PlatformContext): Whole => {
  const { value, findings } = readBody(request);
  if (value === undefined) return { value, message: null, findings };
  const message = readUserMessage(value, version, koreSettings(settings).botId);
  return {
    value,
    message: { ...message, contents: nameUploaded(message.contents, memory) },
    findings: [...findings, ...message.findings, ...uploadFindings(value, memory)],
  };
};
