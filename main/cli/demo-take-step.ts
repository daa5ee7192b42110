import { within } from '#main/conformance/within.ts';
import type { PrivateBench } from '#main/io/private-bench.ts';
import { bugSentence, systemClock } from '#main/io/system.ts';
import { HarnessError } from '#shared/contract/fault.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { Message, Utterance } from '#shared/exchange/message.ts';
import type { DemoStep } from '#shared/platforms/platform.ts';
import type { Voice } from '#shared/platforms/voice.ts';
import { stepTitle, utteranceOf } from './demo-step.ts';
import { sessionOf } from './watch-session.ts';

/** A step that was taken, and what it caused. */
export type TakenStep = {
  readonly step: DemoStep;
  readonly messages: readonly Message[];
  readonly exchanges: readonly ExchangeSummary[];
  /** One sentence where nothing came of it; null where it was answered. */
  readonly problem: string | null;
};

/** Milliseconds until a step that is still under way is left. */
const patience = 60_000;

/** Says what the step says with this voice, and waits until nothing is under way any more. */
export const takeStep = async (
  step: DemoStep,
  { name: as, ...voice }: Voice,
  conversationId: string,
  bench: PrivateBench,
): Promise<TakenStep> => {
  const before = await sessionOf(bench.harness);
  const bugCount = bench.bugs.length;
  const utterance = utteranceOf(step, before.messages, voice.gestures);
  if (!utterance) return notTaken(step, `There was nothing to ${stepTitle(step)}.`);
  const refused = await say(bench, conversationId, as, utterance);
  if (refused !== null) return notTaken(step, refused);
  const isQuiet = await within(patience, systemClock, bench.allDone().then(isSo), false);
  const after = await sessionOf(bench.harness);
  const messages = after.messages.slice(before.messages.length);
  const exchanges = after.exchanges.slice(before.exchanges.length);
  const problems = [
    ...bench.bugs.slice(bugCount),
    ...(isQuiet ? [] : [`What ${stepTitle(step)} caused was still going on after ${String(patience / 1000)} s.`]),
    ...(isAnswered(messages, as) || isDone(step, exchanges) ? [] : [`Nobody answered ${stepTitle(step)}.`]),
  ];
  return { step, messages, exchanges, problem: problems[0] ?? null };
};

const notTaken = (step: DemoStep, problem: string): TakenStep => ({ step, messages: [], exchanges: [], problem });

const isSo = (): boolean => true;

/** Null, or the sentence with which it was refused. */
const say = async (
  { harness }: PrivateBench,
  conversationId: string,
  as: Voice['name'],
  utterance: Utterance,
): Promise<string | null> => {
  try {
    await harness.say({ conversationId, as, utterance });
    return null;
  } catch (error) {
    if (error instanceof HarnessError) return error.message;
    return bugSentence(error);
  }
};

/** A user and an agent are answered by somebody else; what the bot says itself has only to arrive. */
const isAnswered = (messages: readonly Message[], as: Voice['name']): boolean =>
  messages.some(({ author }) => author !== 'user' && (as === 'bot' || author !== as));

/** A gesture may have nothing to be said to it (a poll that finds nothing): then all that it needs is that it was taken. */
const isDone = (step: DemoStep, exchanges: readonly ExchangeSummary[]): boolean =>
  typeof step !== 'string' &&
  'gesture' in step &&
  exchanges.length > 0 &&
  exchanges.every(({ outcome }) => outcome.state === 'answered' && outcome.status < 400);
