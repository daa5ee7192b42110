import type { CommandInput, Harness } from '#shared/contract/harness.ts';
import { traceName } from '#shared/exchange/trace.ts';
import type { Session } from '#shared/session/state.ts';
import type { Burst } from '#shared/sending/burst.ts';
import { editedRequestOf } from '#shared/sending/request-bytes.ts';
import { readPasted } from '#shared/trust/pasted.ts';
import { closedExchange, knownSecrets } from './closed-exchange.ts';
import { channelNamed } from './conversation-turn.ts';
import { maskText } from './mask-exchange.ts';
import { openHarness } from './open-harness.ts';
import { printJson, printLine, printProblem } from './print.ts';
import { readSource } from './read-source.ts';
import { refused } from './refused.ts';
import { shownExchange, type ShownExchange } from './shown-exchange.ts';
import { sessionOf, sessionWhere } from './watch-session.ts';

export type SendRequestOptions = {
  readonly data: string;
  /** A curl command, raw HTTP or a HAR; left out or `-`: standard input. */
  readonly file?: string;
  /** Which request of a HAR, from 1. */
  readonly entry?: number;
  /** Scheme and authority, in the place of those that are written. */
  readonly to?: string;
  readonly channel?: string;
  readonly resign: boolean;
  readonly variables: boolean;
  readonly repeat: number;
  /** In a second; left out: as fast as it goes. */
  readonly rate?: number;
  readonly atOnce: number;
  /** Seconds. */
  readonly timeout: number;
  readonly json: boolean;
};

/** `hookbench send-request`: sends a written request to the byte, once or many times. 0 answered below 400, 1 not. */
export const sendRequest = async (options: SendRequestOptions): Promise<number> => {
  const { harness, close } = await openHarness(options.data);
  try {
    const wanted = await wantedRequest(options, await sessionOf(harness));
    return options.repeat === 1 ? await sendOnce(wanted, harness, options) : await sendMany(wanted, harness, options);
  } finally {
    await close();
  }
};

type Wanted = CommandInput<'sendRequest'>;

const wantedRequest = async (options: SendRequestOptions, { channels }: Session): Promise<Wanted> => {
  const pasted = readPasted(await readSource(options.file), options.entry);
  if (!pasted.ok) throw refused(pasted.problem);
  if (pasted.kind === 'token')
    throw refused('This is a token, and no request: give a curl command, raw HTTP or a HAR.');
  const origin = options.to?.replace(/\/$/, '') ?? pasted.origin;
  if (origin === null) throw refused('The request names no host: say where it goes with --to http://host:port.');
  const channelId = options.channel === undefined ? null : channelNamed(channels, options.channel).id;
  return {
    ...editedRequestOf(pasted.request, { origin, channelId }),
    of: null,
    sign: options.resign ? 're-sign' : 'as-is',
    withVariables: options.variables,
    timeLimit: Math.ceil(options.timeout),
  };
};

/** The request waits no longer than its own limit; more is what keeping it takes. */
const patience = ({ timeout }: SendRequestOptions): number => timeout * 1000 + 10_000;

const sendOnce = async (wanted: Wanted, harness: Harness, options: SendRequestOptions): Promise<number> => {
  const { exchangeId } = await harness.sendRequest(wanted);
  await sessionWhere(harness, (session) => closedIn(session, exchangeId), patience(options));
  const secrets = await knownSecrets(options.data);
  const exchange = await shownExchange(harness, await closedExchange(harness, exchangeId), secrets);
  if (options.json) printJson(exchange);
  else tellExchange(exchange, secrets);
  const { outcome } = exchange.summary;
  return outcome.state === 'answered' && outcome.status < 400 ? 0 : 1;
};

const closedIn = ({ exchanges }: Session, id: number): true | null =>
  exchanges.some((each) => each.id === id && each.outcome.state !== 'pending') ? true : null;

const tellExchange = ({ summary, response, responseBody }: ShownExchange, secrets: readonly string[]): void => {
  const { outcome, id, traceId, duration } = summary;
  if (outcome.state === 'failed') {
    printProblem(outcome.fault.message);
    return printProblem(outcome.fault.next);
  }
  const status =
    outcome.state === 'answered' ? `${String(outcome.status)} ${response?.reason ?? ''}`.trim() : outcome.state;
  printProblem(`#${String(id)} (${traceName(traceId)}) ${status}, ${String(Math.round(duration ?? 0))} ms`);
  if (responseBody === null || responseBody.bytes === 0) return undefined;
  return 'text' in responseBody
    ? printLine(maskText(responseBody.text, secrets))
    : printProblem(`The answer has ${String(responseBody.bytes)} bytes that are no text.`);
};

const sendMany = async (wanted: Wanted, harness: Harness, options: SendRequestOptions): Promise<number> => {
  const { repeat: count, rate = null, atOnce } = options;
  const { burstId } = await harness.startBurst({ ...wanted, count, perSecond: rate, atOnce });
  // Where the one that runs it is gone, the wait below says so.
  const onInterrupt = (): void => void harness.cancelBurst({ burstId }).catch(() => undefined);
  process.once('SIGINT', onInterrupt);
  try {
    const burst = await endOfBurst(burstId, harness);
    if (options.json) printJson(burst);
    else tellBurst(burst);
    const isFine = Object.keys(burst.statuses).every((status) => Number(status) < 400);
    return burst.state === 'done' && burst.failed === 0 && isFine ? 0 : 1;
  } finally {
    process.off('SIGINT', onInterrupt);
  }
};

/** Milliseconds after which it is looked whether the Hookbench that runs it is still there. */
const lookAgain = 3000;

/** As long as it takes: a burst ends by itself, or is cancelled. Refuses where the Hookbench that runs it is gone. */
const endOfBurst = async (burstId: string, harness: Harness): Promise<Burst> => {
  for (;;) {
    const ended = await sessionWhere(harness, ({ bursts }) => endedOf(bursts, burstId), lookAgain);
    if (ended) return ended;
    await harness.listExchanges({ limit: 1 });
  }
};

const endedOf = (bursts: readonly Burst[], id: string): Burst | null =>
  bursts.find((each) => each.id === id && each.endedAt !== null) ?? null;

const counts = (each: Readonly<Record<string, number>>): string =>
  Object.entries(each)
    .map(([name, count]) => `${name}: ${String(count)}`)
    .join(', ');

const tellBurst = ({ sent, count, answered, failed, statuses, faults, p50, p95, state, fault }: Burst): void => {
  printLine(`${String(sent)} of ${String(count)} sent${state === 'cancelled' ? ', then cancelled' : ''}`);
  if (answered > 0) printLine(`${String(answered)} answered (${counts(statuses)})`);
  if (failed > 0) printLine(`${String(failed)} failed (${counts(faults)})`);
  if (p50 !== null && p95 !== null) printLine(`half within ${String(p50)} ms, 95 % within ${String(p95)} ms`);
  if (fault) printProblem(fault.message);
};
