import { mediaTypeOf } from '#shared/exchange/form-body.ts';
import { readJsonBody } from '#shared/exchange/json-body.ts';
import { contentOfUtterance, type Utterance } from '#shared/exchange/message.ts';
import { jsonResponse, type RawRequest } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Reading } from '#shared/platforms/dispatch.ts';
import { isJsonObject } from '#shared/text/json.ts';
import type { Verdict } from '#shared/trust/verdict.ts';
import { facts, findingOf } from './facts.ts';
import { messagesAfter } from './message-log.ts';
import { meaningOf } from './offered.ts';
import { snatchBotSettings } from './settings.ts';

/** A reading with a reply that is known at once: what is refused looks the same whatever the cause. */
export const replied = (
  base: Pick<Reading, 'userId' | 'findings' | 'verdict'>,
  status: number,
  body: Parameters<typeof jsonResponse>[1] = { status: false },
): Reading => ({ ...base, messages: [], next: { kind: 'reply', reply: jsonResponse(status, body), thenSend: [] } });

/** Platform end: which messages there are since one that the program knows. */
export const readPoll = (
  userId: string,
  query: URLSearchParams,
  verdict: Verdict,
  context: PlatformContext,
): Reading => {
  const given = query.get('message_id');
  const isNumber = given !== null && /^\d+$/.test(given);
  const findings = isNumber
    ? []
    : [
        findingOf(
          'warning',
          'message-id',
          facts.poll,
          'message_id is missing or no number: taken as 0, which means from the start.',
          'query message_id',
        ),
      ];
  return replied({ userId, findings, verdict }, 200, {
    messages: messagesAfter(userId, isNumber ? Number(given) : 0, context),
  });
};

/** Platform end: what a program says to the bot. */
export const readMessage = (
  request: RawRequest,
  userId: string,
  verdict: Verdict,
  context: PlatformContext,
): Reading => {
  const { value, oddities } = readJsonBody(request);
  const said = isJsonObject(value) ? value['message'] : undefined;
  const findings = oddities.map(({ kind, sentence, at }) =>
    kind === 'media-type'
      ? findingOf(
          'info',
          'body.media-type',
          facts.anyContentType,
          `${typeWords(request)} SnatchBot reads the body as JSON all the same.`,
          at,
        )
      : findingOf(value === undefined ? 'error' : 'warning', `body.${kind}`, facts.send, sentence, at),
  );
  if (typeof said !== 'string') {
    const missing = value === undefined ? [] : [noMessage];
    return replied({ userId, findings: [...findings, ...missing], verdict }, 400);
  }
  const utterance: Utterance =
    said.trim() === ''
      ? { kind: 'gesture', id: 'start', title: 'Start the chat' }
      : meaningOf('platform', userId, said, context);
  return {
    userId,
    messages: [{ author: 'user', content: contentOfUtterance(utterance) }],
    findings: [...findings, ...(said.trim() === '' ? [restarted] : [])],
    verdict,
    next: {
      kind: 'turn',
      turn: {
        userId,
        utterance,
        limit: snatchBotSettings(context.settings).botLimit,
        asksBot: true,
        detail: { feature: 'api-channel' },
      },
    },
  };
};

const typeWords = (request: RawRequest): string => {
  const type = mediaTypeOf(request);
  return type === '' ? 'There is no Content-Type.' : `Content-Type is ${type.slice(0, 80)}.`;
};

const noMessage = findingOf(
  'error',
  'body.message',
  facts.send,
  'message is missing or not a text: send {"message":"…"}, and an empty one to start again.',
  'body /message',
);
const restarted = findingOf(
  'info',
  'restart',
  facts.restart,
  'An empty message starts the chat from the beginning.',
  'body /message',
);
