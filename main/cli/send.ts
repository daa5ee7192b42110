import { setTimeout as wait } from 'node:timers/promises';
import { createFileSecretBox } from '#main/io/file-secret-box.ts';
import { HarnessError } from '#shared/contract/fault.ts';
import type { Harness } from '#shared/contract/harness.ts';
import type { Exchange } from '#shared/exchange/exchange.ts';
import { channelNamed, sayAndWait, type SpokenTurn } from './conversation-turn.ts';
import { openHarness } from './open-harness.ts';
import { contentLines, printJson, printLine, printProblem } from './print.ts';
import { sessionOf } from './watch-session.ts';
import { shownExchange } from './shown-exchange.ts';

export type SendOptions = {
  readonly data: string;
  readonly channel: string;
  readonly text: string;
  /** A new one when left out. */
  readonly user?: string;
  readonly json: boolean;
  /** Seconds. */
  readonly timeout: number;
};

/** `hookbench send`: says one thing on a channel and prints what the bot answered. 0 answered, 1 refused or failed. */
export const send = async (options: SendOptions): Promise<number> => {
  const { harness, close } = await openHarness(options.data);
  try {
    const { id, name } = channelNamed((await sessionOf(harness)).channels, options.channel);
    const { conversationId } = await harness.startConversation({
      channelId: id,
      ...(options.user === undefined ? {} : { userId: options.user }),
    });
    const turn = await sayAndWait(harness, conversationId, options.text, options.timeout * 1000);
    if (!turn) {
      printProblem(`No answer came on "${name}" within ${String(options.timeout)} s.`);
      printProblem('Wait longer with --timeout, or look at what the bot is doing.');
      return 1;
    }
    return await tell(harness, turn, options);
  } finally {
    await close();
  }
};

const tell = async (harness: Harness, turn: SpokenTurn, { data, json }: SendOptions): Promise<number> => {
  const { exchange, messages } = turn;
  const isAnswered = exchange.outcome.state === 'answered' && exchange.outcome.status < 300;
  if (json) {
    const secrets = await knownSecrets(data);
    const ids = exchange.twinId === null ? [exchange.id] : [exchange.id, exchange.twinId];
    const exchanges = [];
    for (const id of ids) exchanges.push(await shownExchange(harness, await closedExchange(harness, id), secrets));
    printJson({ isAnswered, conversationId: exchange.conversationId, messages, exchanges });
  } else {
    for (const { content } of messages) for (const line of contentLines(content)) printLine(line);
    if (isAnswered && messages.length === 0) printProblem('The bot answered without a message.');
  }
  if (!isAnswered) await explain(harness, turn);
  return isAnswered ? 0 : 1;
};

/** Why, in the words of the end that decided: with both ends ours the platform end knows more than the answer says. */
const explain = async (harness: Harness, { exchange }: SpokenTurn): Promise<void> => {
  const { outcome } = exchange;
  if (outcome.state === 'failed') {
    printProblem(outcome.fault.message);
    return printProblem(outcome.fault.next);
  }
  const { verdict, findings } = await closedExchange(harness, exchange.twinId ?? exchange.id);
  const status = outcome.state === 'answered' ? String(outcome.status) : outcome.state;
  printProblem(`Not answered (${status}): ${verdict.state === 'refused' ? verdict.because : exchange.note}`.trimEnd());
  if (verdict.fix) printProblem(verdict.fix);
  for (const each of findings) if (each.severity !== 'info') printProblem(`  ${each.severity}: ${each.summary}`);
};

/** An exchange is told as closed a moment before it is kept. */
const closedExchange = async (harness: Harness, id: number): Promise<Exchange> => {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const exchange = await harness.readExchange({ id }).catch(unlessUnknown);
    if (exchange && exchange.summary.outcome.state !== 'pending') return exchange;
    await wait(25);
  }
  return harness.readExchange({ id });
};

const unlessUnknown = (error: unknown): null => {
  if (error instanceof HarnessError && error.fault.code === 'exchange.unknown') return null;
  throw error;
};

/** Those that the desktop app has sealed cannot be known here; what carries them is masked by its place. */
const knownSecrets = async (folder: string): Promise<readonly string[]> =>
  Object.values(
    await createFileSecretBox(folder)
      .read()
      .catch(() => ({})),
  );
