import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Dispatch, ReplyReading, Returned } from '#shared/platforms/dispatch.ts';
import { unchecked, type Verdict } from '#shared/trust/verdict.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import { tokenPlaceOf } from './access-token.ts';
import { facts, findingOf } from './facts.ts';
import { koreSettings } from './settings.ts';

/** Platform end: what the POST URL answered to a message; it is posted again where the channel is set to. */
export const readCallbackReply = (dispatch: Dispatch, returned: Returned, context: PlatformContext): ReplyReading => {
  const isTaken = returned.ok && returned.response.status >= 200 && returned.response.status < 300;
  if (isTaken) return { messages: [], findings: [], verdict: verdictOf(returned, context), thenSend: [] };
  const { callbackRetries, callbackRetryAfter } = koreSettings(context.settings);
  const attempt = Number(dispatch.detail['attempt'] ?? 0);
  const isRetried = attempt < callbackRetries;
  const what = returned.ok ? `The POST URL answered ${returned.response.status}` : 'The POST URL did not answer';
  const then = isRetried
    ? `The message is posted again (${attempt + 1} of ${callbackRetries}).`
    : attempt > 0
      ? 'It was posted again as often as this channel does, so the message is lost.'
      : 'It is not posted again, so the message is lost.';
  return {
    messages: [],
    findings: [notTaken(`${what}. ${then}`)],
    verdict: verdictOf(returned, context),
    thenSend: isRetried
      ? [
          {
            ...dispatch,
            messages: [],
            findings: [],
            after: callbackRetryAfter,
            purpose: 'retry',
            detail: { attempt: attempt + 1 },
          },
        ]
      : [],
  };
};

const notTaken = (summary: string): Finding =>
  findingOf('error', 'callback.not-taken', facts.callbackRetries, summary, 'response status');

const verdictOf = (returned: Returned, { settings }: PlatformContext): Verdict => {
  const known = koreSettings(settings);
  const place = tokenPlaceOf(known);
  if (place === null || known.accessToken === '') return unchecked('No Access Token was sent.');
  if (!returned.ok) return unchecked('No answer came, so nobody judged the Access Token.');
  const { status } = returned.response;
  const credential = { kind: 'text', at: `header ${place.name.toLowerCase()}` } as const;
  if (status === 401 || status === 403)
    return {
      state: 'refused',
      because: `Refused: the POST URL answered ${status}.`,
      fix: 'Compare the Access Token of this channel, and how it is sent, with what the app expects.',
      checks: [],
      credential,
    };
  return {
    state: 'unchecked',
    because: `Not checked: an answer of ${status} does not say whether the Access Token was looked at.`,
    checks: [],
    credential,
  };
};
