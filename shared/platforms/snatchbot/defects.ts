import { jsonResponse } from '#shared/exchange/raw-http.ts';
import type { Defect, DefectEffect } from '#shared/platforms/defect.ts';
import type { End } from '#shared/exchange/exchange.ts';
import type { Fact } from '#shared/platforms/fact.ts';
import { botLateDefect, refusal } from './api-channel-answer.ts';
import { facts } from './facts.ts';

const defect = (
  id: string,
  end: End,
  title: string,
  summary: string,
  { status, source }: Fact,
  does: DefectEffect,
): Defect => ({ id, end, title, summary, status, source, does });

const inside: DefectEffect = { kind: 'inside' };

/** What can go wrong: with what SnatchBot sends, with what the app answers, and with the API channel. */
export const snatchBotDefects: readonly Defect[] = [
  defect('notification.late', 'platform', 'Late', 'What SnatchBot sends arrives late.', facts.noRetry, {
    kind: 'sending',
    how: 'late',
  }),
  defect(
    'notification.twice',
    'platform',
    'Twice',
    'What SnatchBot sends arrives twice, with no id to tell it by.',
    facts.noDirection,
    {
      kind: 'sending',
      how: 'twice',
    },
  ),
  defect(
    'notification.out-of-order',
    'platform',
    'Out of order',
    'What SnatchBot sends overtakes what it sent before.',
    facts.noRetry,
    {
      kind: 'sending',
      how: 'out-of-order',
    },
  ),
  defect(
    'notification.lost',
    'platform',
    'Lost',
    'What SnatchBot sends never arrives, and is not sent again.',
    facts.noRetry,
    {
      kind: 'sending',
      how: 'never',
    },
  ),
  defect(
    'notification.garbled',
    'platform',
    'Garbled',
    'The body of what SnatchBot sends is cut in the middle.',
    facts.webhookBody,
    {
      kind: 'sending',
      how: 'garbled',
    },
  ),
  defect(
    'answer.slow',
    'app',
    'Slow answer',
    'The server answers after 12 s: the chat shows the error response.',
    facts.timeLimit,
    {
      kind: 'replying',
      how: 'late',
      seconds: 12,
    },
  ),
  defect('answer.never', 'app', 'No answer', 'The server takes the request and never answers.', facts.timeLimit, {
    kind: 'replying',
    how: 'never',
  }),
  defect(
    'answer.invalid-json',
    'app',
    'Invalid JSON',
    'The JSON of the answer is cut in the middle: the chat shows the error response.',
    facts.errorResponse,
    {
      kind: 'replying',
      how: 'garbled',
    },
  ),
  defect(
    'answer.500',
    'app',
    'Answer 500',
    'The server fails. A JSON API interaction shows the error response; a WebHook goes on as if nothing had happened.',
    facts.errorResponse,
    {
      kind: 'replying',
      how: 'instead',
      reply: () => jsonResponse(500, { error: 'The server of this demonstration fails on purpose.' }),
    },
  ),
  defect(
    'answer.empty-message',
    'app',
    'Empty message',
    'message is empty: the chat shows the error response.',
    facts.messageRequired,
    inside,
  ),
  defect(
    'answer.cards-only',
    'app',
    'Cards only',
    'There are cards and no message: the chat shows the error response.',
    facts.messageRequired,
    inside,
  ),
  defect(
    'answer.card-without-value',
    'app',
    'Card without a value',
    'A card has a type and no value.',
    facts.cards,
    inside,
  ),
  defect(
    'answer.unknown-module',
    'app',
    'Unknown interaction',
    'A button leads to an interaction that the bot does not have.',
    facts.moduleButton,
    inside,
  ),
  defect(
    'channel.403',
    'platform',
    'Answer 403',
    'The API channel refuses the right address, as after a change that was not deployed.',
    facts.refusal,
    {
      kind: 'replying',
      how: 'instead',
      reply: () => refusal(403),
    },
  ),
  defect('channel.500', 'platform', 'Answer 500', 'The API channel fails.', facts.refusal, {
    kind: 'replying',
    how: 'instead',
    reply: () => refusal(500),
  }),
  defect(
    botLateDefect,
    'platform',
    'Bot too late',
    'The bot misses its limit: the caller gets a 504.',
    facts.botTimeout,
    inside,
  ),
  defect('channel.slow', 'platform', 'Slow channel', 'The API channel answers after 12 s.', facts.botTimeout, {
    kind: 'replying',
    how: 'late',
    seconds: 12,
  }),
  defect(
    'channel.invalid-json',
    'platform',
    'Invalid JSON',
    'The JSON of the API channel is cut in the middle.',
    facts.answer,
    {
      kind: 'replying',
      how: 'garbled',
    },
  ),
];
