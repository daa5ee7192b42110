import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { Message, Utterance } from '#shared/exchange/message.ts';
import type { Bench } from '../attempt.ts';

/** Calls back later; what it returns calls that off. */
export type Clock = { readonly after: (ms: number, act: () => void) => () => void };

export const browserClock: Clock = {
  after: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};

/** Milliseconds that an audience waits for an answer. */
export const patience = 6000;

/** Milliseconds without a further message after which an answer is complete. */
const quiet = 1500;

type Turn = {
  readonly conversationId: string;
  readonly utterance: Utterance;
  /** How many messages answered it when it was recorded. */
  readonly expected: number;
  /** Those of the conversation that were seen before. */
  readonly known: ReadonlySet<string>;
  /** Called with each further message of the answer, masked. */
  readonly show: (message: Message) => void;
};

/** Whether it ended without an answer. */
const hasFailed = ({ outcome }: ExchangeSummary): boolean =>
  outcome.state === 'failed' ||
  outcome.state === 'aborted' ||
  outcome.state === 'malformed' ||
  (outcome.state === 'answered' && outcome.status >= 400);

/** Says something on the channel and shows what is answered. True when it was answered in time; `giveUp` ends the waiting. */
export const liveTurn = (
  { harness, store }: Bench,
  clock: Clock,
  { conversationId, utterance, expected, known, show }: Turn,
): { readonly done: Promise<boolean>; readonly giveUp: () => void } => {
  const seen = new Set(known);
  let count = 0;
  let exchangeId: number | null = null;
  let isOver = false;
  let isReading = false;
  const { promise: ended, resolve: end } = resolvable();
  let callOff = clock.after(patience, () => end(false));

  const take = async (): Promise<void> => {
    const before = seen.size;
    const { messages } = await harness.readRecording({ conversationId });
    for (const message of messages) {
      if (seen.has(message.id)) continue;
      seen.add(message.id);
      if (message.author === 'user') continue;
      count += 1;
      show(message);
    }
    isReading = false;
    // What was told of and is not there yet is asked for again, not at once.
    if (seen.size === before) clock.after(200, look);
    else look();
    if (count === 0) return;
    callOff();
    if (count >= expected) end(true);
    else callOff = clock.after(quiet, () => end(true));
  };

  const look = (): void => {
    if (isOver) return;
    const { session } = store.getState();
    const isNew = session?.messages.some((each) => each.conversationId === conversationId && !seen.has(each.id));
    if (isNew && !isReading) {
      isReading = true;
      take().catch(() => end(false));
    }
    const sent = session?.exchanges.find(({ id }) => id === exchangeId);
    if (count === 0 && sent && hasFailed(sent)) end(false);
  };

  const stop = store.subscribe(look);
  const say = async (): Promise<void> => {
    ({ exchangeId } = await harness.say({ conversationId, as: 'user', utterance: sayable(utterance) }));
    if (expected === 0) end(true);
    else look();
  };
  say().catch(() => end(false));
  const done = ended.finally(() => {
    isOver = true;
    callOff();
    stop();
  });
  return { done, giveUp: () => end(false) };
};

const resolvable = () => {
  let resolve: ((isAnswered: boolean) => void) | null = null;
  const promise = new Promise<boolean>((settle) => (resolve = settle));
  return { promise, resolve: (isAnswered: boolean): void => resolve?.(isAnswered) };
};

/** The same, as what the command takes. */
const sayable = (utterance: Utterance) =>
  utterance.kind === 'form' ? { ...utterance, values: { ...utterance.values } } : { ...utterance };
