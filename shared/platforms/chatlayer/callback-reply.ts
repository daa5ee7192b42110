import type { Finding } from '#shared/exchange/finding.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Dispatch, ReplyReading, Returned } from '#shared/platforms/dispatch.ts';
import { findingAbout } from '#shared/platforms/fact.ts';
import { unchecked, type Verdict } from '#shared/trust/verdict.ts';
import { facts } from './facts.ts';
import { chatlayerSettings } from './settings.ts';

const isSuccess = (returned: Returned): boolean =>
  returned.ok && returned.response.status >= 200 && returned.response.status < 300;

/** What the answer of an app tells about the verify token that it got: little, unless it refuses. */
export const receiverVerdict = (returned: Returned): Verdict => {
  if (!returned.ok) return unchecked('Not checked: no answer came from the app.');
  const { status } = returned.response;
  if (status === 401 || status === 403)
    return {
      state: 'refused',
      because: `Refused: the app answered ${status}, so it did not take the verify token.`,
      fix: 'Compare the verify token of this channel with the one that the app expects.',
      checks: [],
    };
  return unchecked(
    isSuccess(returned)
      ? `Not checked: the app answered ${status}, which a receiver also does that ignores a wrong verify token.`
      : `Not checked: an answer of ${status} does not say whether the verify token was taken.`,
  );
};

const failureOf = (returned: Returned): string =>
  returned.ok
    ? `The app answered ${returned.response.status}.`
    : `No answer came from the app: ${returned.fault.message}`;

/** Platform end: what the app answered to a message of the bot, and the next attempt where it failed. */
export const readCallbackReply = (dispatch: Dispatch, returned: Returned, context: PlatformContext): ReplyReading => {
  const verdict = receiverVerdict(returned);
  if (isSuccess(returned)) return { messages: [], findings: [], verdict, thenSend: [] };
  const next = nextAttempt(dispatch, returned, context);
  return {
    messages: [],
    findings: [retryFinding(dispatch, returned, next, context)],
    verdict,
    thenSend: next === null ? [] : [next],
  };
};

const attemptOf = ({ detail }: Dispatch): number => (typeof detail['attempt'] === 'number' ? detail['attempt'] : 0);

/** The same request again, later each time; null where the platform gives up. */
const nextAttempt = (dispatch: Dispatch, returned: Returned, { settings }: PlatformContext): Dispatch | null => {
  const { retries, retryAfter, retryNoAnswer } = chatlayerSettings(settings);
  const attempt = attemptOf(dispatch);
  if (attempt >= retries || (!returned.ok && !retryNoAnswer)) return null;
  return {
    ...dispatch,
    messages: [],
    findings: [],
    after: retryAfter * 2 ** attempt,
    purpose: 'retry',
    detail: { ...dispatch.detail, attempt: attempt + 1 },
  };
};

const retryFinding = (
  dispatch: Dispatch,
  returned: Returned,
  next: Dispatch | null,
  { settings }: PlatformContext,
): Finding => {
  const { retries, retryNoAnswer } = chatlayerSettings(settings);
  const fact = returned.ok ? facts.retries : facts.retryNoAnswer;
  const at = returned.ok ? 'response status' : undefined;
  if (next !== null)
    return findingAbout(
      fact,
      'warning',
      'chatlayer.callback.retry',
      `${failureOf(returned)} The message is sent again in ${next.after} ms: retry ${attemptOf(next)} of ${retries}.`,
      at,
    );
  const attempts = attemptOf(dispatch) + 1;
  const tried = attempts === 1 ? 'it was tried once' : `it was tried ${attempts} times`;
  const why = !returned.ok && !retryNoAnswer ? 'this channel does not try again then' : tried;
  return findingAbout(
    fact,
    'error',
    'chatlayer.callback.lost',
    `${failureOf(returned)} The message is lost: ${why}. Let the app answer 2xx at once, and look at the message afterwards.`,
    at,
  );
};
