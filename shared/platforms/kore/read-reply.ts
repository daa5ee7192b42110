import { redact } from '#shared/channel/redact.ts';
import { textOf } from '#shared/exchange/body.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import type { Content } from '#shared/exchange/message.ts';
import { headerValue, type RawRequest } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Dispatch, ReplyReading, Returned, SpokenMessage } from '#shared/platforms/dispatch.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { parseJson, writeJson, type JsonResult } from '#shared/text/parse-json.ts';
import { unchecked, type Verdict } from '#shared/trust/verdict.ts';
import { credentialOf, fixOf, inSentence, ownChecks } from './credential.ts';
import { errorMessagesOf } from './errors.ts';
import { facts, findingOf } from './facts.ts';
import { readContent } from './read-templates.ts';
import { koreSettings } from './settings.ts';
import { statusFindings } from './status-findings.ts';
import { taskEndOf } from './task-end.ts';

type Answer = Pick<ReplyReading, 'messages' | 'findings'>;

const byBot = (contents: readonly Content[]): readonly SpokenMessage[] =>
  contents.map((content) => ({ author: 'bot', content }));

const isSuccess = (status: number): boolean => status >= 200 && status < 300;

const noAnswer: ReplyReading = {
  messages: [],
  findings: [],
  verdict: unchecked('No answer came, so nobody judged the credential.'),
  thenSend: [],
};

/** App end: what the platform answered to something that we sent. Reads whatever came, and says what of it is odd. */
export const readPlatformReply = (
  { request }: Pick<Dispatch, 'request'>,
  returned: Returned,
  context: PlatformContext,
): ReplyReading => {
  if (!returned.ok) return noAnswer;
  const { response } = returned;
  const { text, problem } = textOf(response.body, headerValue(response.headers, 'content-type'));
  const { clientSecret } = koreSettings(context.settings);
  const parsed = parseJson(text);
  const errors = parsed.ok
    ? (errorMessagesOf(parsed.value)?.map((each) => redact(each, [clientSecret])) ?? null)
    : null;
  const isAnswer = isSuccess(response.status) && errors === null;
  const answer = isAnswer
    ? readAnswer(text, parsed)
    : { messages: [], findings: statusFindings(response.status, errors) };
  const encoding =
    problem === undefined ? [] : [findingOf('warning', 'reply.encoding', facts.encoding, problem, 'response body')];
  const findings = [...encoding, ...answer.findings];
  // Any web server can say 200: only an answer in the platform's form shows that it was the platform that took the token.
  const isTaken = isAnswer && parsed.ok && isJsonObject(parsed.value);
  return {
    messages: answer.messages,
    findings,
    verdict: verdictOf(request, response.status, isTaken, context),
    thenSend: [],
  };
};

const readAnswer = (text: string, parsed: JsonResult): Answer => {
  if (!parsed.ok) {
    const said =
      text.trim() === '' ? 'The answer is empty' : `The answer is not JSON (${parsed.problem.replace(/\.$/, '')})`;
    return oneFinding(
      findingOf(
        'error',
        'reply.json',
        facts.text,
        `${said}: V1 answers an object with text. Is this address really Kore.ai’s?`,
        'response body',
      ),
    );
  }
  if (!isJsonObject(parsed.value))
    return oneFinding(
      findingOf(
        'error',
        'reply.object',
        facts.text,
        'The answer is JSON, but not an object with text.',
        'response body',
      ),
    );
  return readAnswerObject(parsed.value);
};

const oneFinding = (finding: Finding): Answer => ({ messages: [], findings: [finding] });

const readAnswerObject = (answer: JsonObject): Answer => {
  const ended = taskEndOf(answer);
  const form: readonly Content[] =
    answer['form'] === undefined ? [] : [{ kind: 'unknown', label: 'Form', source: writeJson(answer['form']) }];
  const isV2 = answer['text'] === undefined && Array.isArray(answer['data']);
  const said = isV2 ? valuesOfV2(answer['data'] ?? null) : itemsOf(answer['text']);
  const contents = [...said.flatMap(readContent), ...form, ...(ended ? [ended] : [])];
  const findings = isV2
    ? [
        findingOf(
          'warning',
          'reply.version',
          facts.twoVersions,
          'This is an answer of V2 (data), but a V1 address was called. Hookbench reads what it can.',
          'response body /data',
        ),
      ]
    : contents.length === 0
      ? [silence(answer)]
      : [];
  return { messages: byBot(contents), findings };
};

const silence = (answer: JsonObject): Finding =>
  answer['text'] === undefined
    ? findingOf(
        'error',
        'reply.text.missing',
        facts.text,
        'The answer has no text, so there is nothing to show.',
        'response body /text',
      )
    : findingOf(
        'warning',
        'reply.text.empty',
        facts.text,
        'The answer holds no message: the bot had nothing to say.',
        'response body /text',
      );

const itemsOf = (text: Json | undefined): readonly Json[] => {
  if (text === undefined || text === null) return [];
  return Array.isArray(text) ? text : [text];
};

const valuesOfV2 = (data: Json): readonly Json[] =>
  itemsOf(data).flatMap((each) => (isJsonObject(each) && each['val'] !== undefined ? [each['val']] : []));

const whatToCompare =
  'Compare client id, client secret and algorithm with the app in Kore.ai, then see whether the channel is enabled, approved and published.';

const verdictOf = (request: RawRequest, status: number, isTaken: boolean, context: PlatformContext): Verdict => {
  const checks = ownChecks(request, context);
  const credential =
    credentialOf(request.headers).token === null
      ? {}
      : { credential: { kind: 'jwt', header: 'authorization' } as const };
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
