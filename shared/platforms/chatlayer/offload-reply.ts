import { textOf } from '#shared/exchange/body.ts';
import type { Content } from '#shared/exchange/message.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Dispatch, ReplyReading, Returned } from '#shared/platforms/dispatch.ts';
import { findingAbout, type Fact } from '#shared/platforms/fact.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { receiverVerdict } from './callback-reply.ts';
import { facts } from './facts.ts';
import { setHandedOver } from './handover.ts';
import { objectOf } from './wire.ts';

const event = (name: string, detail = ''): Content => ({ kind: 'event', name, detail });

const jsonOf = (returned: Returned): JsonObject | null =>
  returned.ok && returned.response.status === 200 ? objectOf(textOf(returned.response.body).text) : null;

const whatCame = (returned: Returned): string => {
  if (!returned.ok) return `No answer came from the app: ${returned.fault.message}`;
  const { status } = returned.response;
  if (status !== 200) return `The app answered ${status}.`;
  const answer = jsonOf(returned);
  if (answer === null) return 'The app answered 200, but not with a JSON object.';
  return answer['offloadSuccess'] === false
    ? 'The app answered that it did not succeed.'
    : 'The app answered 200 with other JSON.';
};

type Words = { readonly rule: string; readonly done: string; readonly failed: string; readonly wanted: string };

const healthWords: Words = {
  rule: 'chatlayer.offload.health',
  done: 'Health check passed',
  failed: 'Health check failed',
  wanted: 'Save fails: the app has to answer GET with 200 {"status":"ok"}.',
};

const handoverWords: Words = {
  rule: 'chatlayer.offload.handover',
  done: 'Handed over to an agent',
  failed: 'Handover failed',
  wanted: 'The bot goes on: the app has to answer 200 {"offloadSuccess":true,"pauseBot":true}.',
};

const outcome = (isDone: boolean, words: Words, fact: Fact, returned: Returned): ReplyReading => {
  const base = { verdict: receiverVerdict(returned), thenSend: [] };
  if (isDone) return { ...base, messages: [{ author: 'channel', content: event(words.done) }], findings: [] };
  const came = whatCame(returned);
  return {
    ...base,
    messages: [{ author: 'channel', content: event(words.failed, came) }],
    findings: [findingAbout(fact, 'error', words.rule, `${came} ${words.wanted}`, 'response body')],
  };
};

/** Platform end: what the app answered to an event or a health check. Nothing tells of retries here, so there are none. */
export const readEventReply = (dispatch: Dispatch, returned: Returned, context: PlatformContext): ReplyReading => {
  const answer = jsonOf(returned);
  if (dispatch.purpose === 'health') return outcome(answer?.['status'] === 'ok', healthWords, facts.health, returned);
  if (dispatch.purpose === 'offload') {
    const isDone = answer?.['offloadSuccess'] === true;
    if (isDone && dispatch.userId !== null)
      setHandedOver('platform', dispatch.userId, answer['pauseBot'] !== false, context);
    return outcome(isDone, handoverWords, answer === null ? facts.offloadFailure : facts.offloadReply, returned);
  }
  const isTaken = returned.ok && returned.response.status === 200;
  const failure = findingAbout(
    facts.offloadFailure,
    'error',
    'chatlayer.offload.messages',
    `${whatCame(returned)} It has to answer 200 to every event: this one is lost.`,
    'response status',
  );
  return { messages: [], findings: isTaken ? [] : [failure], verdict: receiverVerdict(returned), thenSend: [] };
};
