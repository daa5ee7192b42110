import { redact } from '#shared/channel/redact.ts';
import { textOf } from '#shared/exchange/body.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import { headerValue } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Dispatch, ReplyReading, Returned } from '#shared/platforms/dispatch.ts';
import { isJsonObject, type JsonObject } from '#shared/text/json.ts';
import { parseJson, type JsonResult } from '#shared/text/parse-json.ts';
import { unchecked, type Verdict } from '#shared/trust/verdict.ts';
import { placeOf, type Version } from './addresses.ts';
import { pollForRest } from './app-end.ts';
import { credentialOf, fixOf, inSentence, ownChecks } from './credential.ts';
import { errorMessagesOf } from './errors.ts';
import { facts, findingOf } from './facts.ts';
import { readAnswerObject, type AnswerReading } from './read-answer.ts';
import { koreSettings } from './settings.ts';
import { pollGone, statusFindings } from './status-findings.ts';

const isSuccess = (status: number): boolean => status >= 200 && status < 300;

const noAnswer: ReplyReading = {
  messages: [],
  findings: [],
  verdict: unchecked('No answer came, so nobody judged the credential.'),
  thenSend: [],
};

type Sent = Pick<Dispatch, 'request' | 'userId' | 'purpose' | 'detail'>;

/** What an answer says, and the pollId under which it goes on. */
type Answer = AnswerReading & { readonly pollId: string | null; readonly isPlatforms: boolean };

/** App end: what the platform answered to something that we sent. Reads whatever came, and says what of it is odd. */
export const readPlatformReply = async (
  sent: Sent,
  returned: Returned,
  context: PlatformContext,
): Promise<ReplyReading> => {
  if (!returned.ok) return noAnswer;
  const { response } = returned;
  const { text, problem } = textOf(response.body, headerValue(response.headers, 'content-type'));
  const { clientSecret } = koreSettings(context.settings);
  const parsed = parseJson(text);
  const errors = parsed.ok
    ? (errorMessagesOf(parsed.value)?.map((each) => redact(each, [clientSecret])) ?? null)
    : null;
  const answer =
    isSuccess(response.status) && errors === null
      ? readAnswer(text, parsed, sent, context)
      : silent(...refusalFindings(sent, response.status, errors));
  const encoding =
    problem === undefined ? [] : [findingOf('warning', 'reply.encoding', facts.encoding, problem, 'response body')];
  const goesOn = await goOn(answer.pollId, sent, context);
  return {
    messages: answer.messages,
    findings: [...encoding, ...answer.findings, ...goesOn.findings],
    verdict: verdictOf(sent, response.status, answer.isPlatforms, context),
    thenSend: goesOn.thenSend,
  };
};

const silent = (...findings: readonly Finding[]): Answer => ({
  messages: [],
  findings,
  pollId: null,
  isPlatforms: false,
});

const refusalFindings = ({ purpose }: Sent, status: number, errors: readonly string[] | null): readonly Finding[] =>
  purpose === 'poll' && status === 400 ? [pollGone(errors)] : statusFindings(status, errors);

const readAnswer = (text: string, parsed: JsonResult, sent: Sent, context: PlatformContext): Answer => {
  const { mode } = koreSettings(context.settings);
  const version = placeOf(sent.request.target)?.version ?? 'v1';
  if (text.trim() === '' && version === 'v1' && mode === 'async') return { ...silent(), isPlatforms: true };
  if (!parsed.ok) return silent(notJson(text, parsed.problem, version));
  if (!isJsonObject(parsed.value))
    return silent(
      findingOf('error', 'reply.object', factOf(version), 'The answer is JSON, but not an object.', 'response body'),
    );
  return { ...readObject(parsed.value, version, mode, context), isPlatforms: true };
};

const factOf = (version: Version) => (version === 'v1' ? facts.text : facts.data);

const notJson = (text: string, problem: string, version: Version): Finding => {
  const wanted = version === 'v1' ? 'V1 answers an object with text' : 'V2 answers an object with data';
  const said =
    text.trim() === ''
      ? 'The answer is empty, as that of an asynchronous channel of V1 is'
      : `The answer is not JSON (${problem.replace(/\.$/, '')})`;
  const summary = `${said}: ${wanted}. Is this address really Kore.ai’s, and is the mode that of the channel?`;
  return findingOf('error', 'reply.json', factOf(version), summary, 'response body');
};

const readObject = (
  answer: JsonObject,
  version: Version,
  mode: 'sync' | 'async',
  context: PlatformContext,
): Omit<Answer, 'isPlatforms'> => {
  const pollId = typeof answer['pollId'] === 'string' && answer['pollId'] !== '' ? answer['pollId'] : null;
  const isWaiting = typeof answer['status'] === 'string' && /^in\s*progress$/i.test(answer['status']);
  if (isWaiting && pollId !== null) return { messages: [], findings: [], pollId };
  const isAck = answer['text'] === undefined && answer['data'] === undefined;
  if (isAck && mode === 'async') return { messages: [], findings: [], pollId: null };
  if (isAck && answer['status'] === 'ok') return { messages: [], findings: [isAsynchronous], pollId: null };
  const { messages, findings } = readAnswerObject(answer, version, context);
  const inResponse = findings.map((each) => ({ ...each, at: `response ${each.at ?? 'body'}` }));
  // An answer that goes on may begin with nothing.
  const kept = pollId !== null && messages.length === 0 ? [] : inResponse;
  return { messages, findings: [...kept, ...(mode === 'async' ? [isSynchronous] : [])], pollId };
};

const isAsynchronous = findingOf(
  'warning',
  'reply.mode',
  facts.ackV2,
  'This is the acknowledgement of an asynchronous channel: its answers go to the POST URL. Set the mode of this channel to asynchronous.',
  'response body',
);

const isSynchronous = findingOf(
  'warning',
  'reply.mode',
  facts.ackV2,
  'The bot answered in the response, so the channel is a synchronous one. Set the mode of this channel to synchronous.',
  'response body',
);

/** The next poll, or why there is none. */
const goOn = async (
  pollId: string | null,
  sent: Sent,
  context: PlatformContext,
): Promise<Pick<ReplyReading, 'findings' | 'thenSend'>> => {
  if (pollId === null) return { findings: [], thenSend: [] };
  const { pollLimit } = koreSettings(context.settings);
  const polls = Number(sent.detail['polls'] ?? 0);
  if (polls < pollLimit) return { findings: [], thenSend: [await pollForRest(pollId, sent, polls, context)] };
  const finding = findingOf(
    'warning',
    'poll.given-up',
    facts.poll,
    `The answer goes on, but Hookbench polls ${pollLimit} times at most: what is left of it is lost.`,
    'response body /pollId',
  );
  return { findings: [finding], thenSend: [] };
};

const whatToCompare =
  'Compare client id, client secret and algorithm with the app in Kore.ai, then see whether the channel is enabled, approved and published.';

/** Whom the token has to speak for: on V2 the user of the message, as nothing else says who a poll is for. */
const claimantOf = ({ request, userId, purpose }: Sent): Parameters<typeof ownChecks>[2] =>
  placeOf(request.target)?.version === 'v2'
    ? { version: 'v2', fromId: purpose === 'poll' ? null : userId }
    : { version: 'v1' };

const verdictOf = (sent: Sent, status: number, isTaken: boolean, context: PlatformContext): Verdict => {
  const { request } = sent;
  const checks = ownChecks(request, context, claimantOf(sent));
  const credential =
    credentialOf(request.headers).token === null
      ? {}
      : { credential: { kind: 'jwt', header: 'authorization' } as const };
  // Any web server can say 200: only an answer in the platform's form shows that it was the platform that took the token.
  if (isTaken)
    return {
      state: 'trusted',
      because: `Trusted: the platform took this token and answered ${status}.`,
      checks,
      ...credential,
    };
  if (status === 401) {
    const failed = checks.find((each) => each.result === 'fail');
    const reason = failed ? `, but ${inSentence(failed.detail)}` : '; the findings list what to check.';
    const fix = failed ? fixOf(failed) : whatToCompare;
    return { state: 'refused', because: `Refused: the platform gives no reason${reason}`, fix, checks, ...credential };
  }
  return {
    state: 'unchecked',
    because: `Not checked: an answer of ${status} does not say whether the token was taken.`,
    checks,
    ...credential,
  };
};
