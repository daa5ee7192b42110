import { jsonResponse, type RawRequest, type RawResponse } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import { defectActed } from '#shared/platforms/defect.ts';
import type { Reading } from '#shared/platforms/dispatch.ts';
import { judgeCredential, refusalStatus } from './credential.ts';
import { expiredPoll } from './defects.ts';
import { wholeV2 } from './deliver-answer.ts';
import { errorReplyOf, noDataFound } from './errors.ts';
import { facts, findingOf } from './facts.ts';
import { pollRest } from './polls.ts';

const replyWith = (reply: RawResponse): Reading['next'] => ({ kind: 'reply', reply, thenSend: [] });

/** Platform end: an app asks for the rest of an answer. What is there is handed out once. */
export const readPoll = async (request: RawRequest, pollId: string, context: PlatformContext): Promise<Reading> => {
  const verdict = await judgeCredential(request, context, { version: 'v2', fromId: null });
  const nobody = { userId: null, messages: [], verdict };
  const refusal = refusalStatus(verdict);
  if (refusal !== null) {
    const summary = `${verdict.because} The platform end answers ${refusal}. ${verdict.fix ?? ''}`.trim();
    const finding = findingOf('error', 'token.refused', facts.invalidToken, summary, 'header authorization');
    return { ...nobody, findings: [finding], next: replyWith(errorReplyOf('v2', refusal, context.stamp)) };
  }
  if (context.defects.has(expiredPoll.id))
    return { ...nobody, findings: [defectActed(expiredPoll)], next: replyWith(noDataFound) };
  const rest = pollRest(pollId, context);
  if (!rest) {
    const finding = findingOf(
      'error',
      'poll.unknown',
      facts.pollOnce,
      'Nothing waits under this pollId: it is another one, or its answer was fetched before. The answer is 400 “No data found”.',
      'path',
    );
    return { ...nobody, findings: [finding], next: replyWith(noDataFound) };
  }
  const somebody = { ...nobody, userId: rest.userId, findings: [] };
  if (rest.inProgress > 0)
    return { ...somebody, next: replyWith(jsonResponse(200, { status: 'Inprogress', pollId, _v: 'v2' })) };
  return {
    ...somebody,
    messages: rest.contents.map((content) => ({ author: 'bot', content })),
    next: replyWith(wholeV2(rest, context)),
  };
};
