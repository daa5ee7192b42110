import { jsonResponse, type RawResponse } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Defect, DefectEffect } from '#shared/platforms/defect.ts';
import type { Fact } from '#shared/platforms/fact.ts';
import { countCall, errorJson } from './api-call.ts';
import { facts } from './facts.ts';
import { emptyReply } from './empty-reply.ts';

const defect = (
  id: string,
  title: string,
  summary: string,
  end: Defect['end'],
  { status, source }: Fact,
  does: DefectEffect,
): Defect => ({
  id,
  title,
  summary,
  end,
  status,
  source,
  does,
});

const sending = (how: Extract<DefectEffect, { readonly kind: 'sending' }>['how']): DefectEffect => ({
  kind: 'sending',
  how,
});
const inside: DefectEffect = { kind: 'inside' };

const apiError =
  (status: number, message: string) =>
  (context: PlatformContext): RawResponse => {
    const { headers } = countCall(context);
    const response = jsonResponse(status, errorJson(status, message));
    const throttled = status === 429 ? [['x-ratelimit-will-be-throttled', 'true'] as const] : [];
    return { ...response, headers: [...response.headers, ...headers, ...throttled] };
  };

const instead = (status: number, message: string): DefectEffect => ({
  kind: 'replying',
  how: 'instead',
  reply: apiError(status, message),
});

/** What can go wrong on a channel of Channel Talk. */
export const defects: readonly Defect[] = [
  defect(
    'event.late',
    'Late event',
    'Events arrive some seconds after the message.',
    'platform',
    facts.duplicates,
    sending('late'),
  ),
  defect(
    'event.twice',
    'Duplicate event',
    'Each event is sent twice, with the same ids.',
    'platform',
    facts.duplicates,
    sending('twice'),
  ),
  defect(
    'event.out-of-order',
    'Events out of order',
    'An event overtakes the one before it.',
    'platform',
    facts.duplicates,
    sending('out-of-order'),
  ),
  defect(
    'event.dropped',
    'Dropped event',
    'Events never reach the app; nobody is told.',
    'platform',
    facts.noRetry,
    sending('never'),
  ),
  defect(
    'event.garbled',
    'Garbled event',
    'The body of events is cut in the middle.',
    'platform',
    facts.envelope,
    sending('garbled'),
  ),
  defect('token.wrong', 'Wrong token', 'The token in the URL is another text.', 'platform', facts.token, inside),
  defect('token.missing', 'No token', 'The URL has no ?token=.', 'platform', facts.token, inside),
  defect(
    'block.soon',
    'Block after one failure',
    'Failures are counted from 99: the next one blocks the webhook.',
    'platform',
    facts.failures,
    inside,
  ),
  defect(
    'api.unauthorized',
    'Open API: 401',
    'Every call is answered as if it had no keys.',
    'platform',
    facts.keysRefused,
    instead(401, 'The keys are missing.'),
  ),
  defect(
    'api.forbidden',
    'Open API: 403',
    'Every call is answered as if its keys were of another channel.',
    'platform',
    facts.keysRefused,
    instead(403, 'The keys are not those of this channel.'),
  ),
  defect(
    'api.throttled',
    'Open API: 429',
    'Every call is one too many.',
    'platform',
    facts.throttled,
    instead(429, 'There were too many calls.'),
  ),
  defect(
    'api.unprocessable',
    'Open API: 422',
    'Every message is refused.',
    'platform',
    facts.markup,
    instead(422, 'The message cannot be taken.'),
  ),
  defect(
    'api.failing',
    'Open API: 500',
    'Every call fails at the platform.',
    'platform',
    facts.errorBody,
    instead(500, 'Something failed.'),
  ),
  defect('api.silent', 'Open API: no answer', 'Calls are never answered.', 'platform', facts.errorBody, {
    kind: 'replying',
    how: 'never',
  }),
  defect(
    'app.failing',
    'App answers 500',
    'Each event is a failure; a hundred of them block the webhook.',
    'app',
    facts.failures,
    { kind: 'replying', how: 'instead', reply: () => emptyReply(500) },
  ),
  defect(
    'app.late',
    'App answers late',
    'The app answers after 11 s, when nobody waits any more.',
    'app',
    facts.unanswered,
    { kind: 'replying', how: 'late', seconds: 11 },
  ),
  defect('app.silent', 'App never answers', 'Events are never answered.', 'app', facts.unanswered, {
    kind: 'replying',
    how: 'never',
  }),
  defect(
    'app.garbled',
    'Garbled quick-reply',
    'The body of the quick-reply is cut in the middle: no bubble.',
    'app',
    facts.replyErrors,
    { kind: 'replying', how: 'garbled' },
  ),
  defect(
    'app.no-loop-guard',
    'No loop guard',
    'The app answers its own messages, until Hookbench ends it.',
    'app',
    facts.everyAuthor,
    inside,
  ),
  defect(
    'reply.header-value',
    'x-quick-reply: True',
    'The header has a capital letter: no bubble.',
    'app',
    facts.replyErrors,
    inside,
  ),
  defect(
    'reply.empty-blocks',
    'Empty blocks',
    'The quick-reply has an empty list of blocks: no bubble.',
    'app',
    facts.replyErrors,
    inside,
  ),
];
