import type { Channel } from '#shared/channel/channel.ts';
import type { Harness } from '#shared/contract/harness.ts';
import { traceName } from '#shared/exchange/trace.ts';
import type { Utterance } from '#shared/exchange/message.ts';
import { platformOf } from '#shared/platforms/registry.ts';
import type { VoiceName } from '#shared/platforms/voice.ts';
import { closedExchange, knownSecrets } from './closed-exchange.ts';
import { channelNamed, sayAndWait, type SpokenTurn } from './conversation-turn.ts';
import { openHarness } from './open-harness.ts';
import { contentLines, printJson, printLine, printProblem } from './print.ts';
import { refused } from './refused.ts';
import { shownExchange } from './shown-exchange.ts';
import { switchDefects } from './switch-defects.ts';
import { sessionOf } from './watch-session.ts';

export type SendOptions = {
  readonly data: string;
  readonly channel: string;
  /** What is typed, or the words on what is pressed. */
  readonly text?: string;
  readonly as: VoiceName;
  /** The payload of a button or quick reply. */
  readonly press?: string;
  /** The id of something that the voice can do besides typing. */
  readonly gesture?: string;
  /** The ids of defects that are on for this one message. */
  readonly defect: readonly string[];
  /** A new one when left out. */
  readonly user?: string;
  readonly json: boolean;
  /** Seconds. */
  readonly timeout: number;
};

/** `hookbench send`: says one thing on a channel and prints what the bot answered. 0 answered, 1 refused or failed. */
export const send = async (options: SendOptions): Promise<number> => {
  checkSaid(options);
  const { harness, close } = await openHarness(options.data);
  let switchBack = nothing;
  const putBack = (): Promise<void> => switchBack().finally(close);
  // Whoever does not wait for the answer must not leave a channel that misbehaves.
  const onInterrupt = (): void => void putBack().finally(() => process.exit(interrupted));
  process.once('SIGINT', onInterrupt);
  try {
    const channel = channelNamed((await sessionOf(harness)).channels, options.channel);
    const utterance = utteranceOf(options, channel);
    switchBack = await switchDefects(
      harness,
      options.defect.map((id) => ({ channel: channel.id, id })),
    );
    const { conversationId } = await harness.startConversation({
      channelId: channel.id,
      ...(options.user === undefined ? {} : { userId: options.user }),
    });
    const said = { conversationId, as: options.as, utterance };
    const turn = await sayAndWait(harness, said, {
      timeLimit: options.timeout * 1000,
      isAwaited: mayComeLater(channel, options),
    });
    if (!turn) {
      printProblem(`No answer came on "${channel.name}" within ${String(options.timeout)} s.`);
      printProblem('Wait longer with --timeout, or look at what the bot is doing.');
      return 1;
    }
    return await tell(harness, turn, options);
  } finally {
    process.off('SIGINT', onInterrupt);
    await putBack();
  }
};

/** An answer of somebody else may come by itself later, and so may one of ours where it misbehaves. */
const mayComeLater = ({ plays, defects }: Channel, { defect }: SendOptions): boolean =>
  !(plays.platform && plays.app) || defects.length + defect.length > 0;

/** What a shell expects of a program that Ctrl+C has ended. */
const interrupted = 130;

const nothing = async (): Promise<void> => undefined;

/** Refuses where nothing is said, or two things. */
const checkSaid = ({ text, press, gesture }: SendOptions): void => {
  if (gesture !== undefined && (text !== undefined || press !== undefined))
    throw refused('A gesture has no words: leave out the text and --press.');
  if (gesture === undefined && press === undefined && text === undefined)
    throw refused('There is nothing to say: name a text, --press or --gesture.');
};

/** What the options say: a text, a press, or a gesture that the channel has. */
const utteranceOf = (
  { text = '', as, press, gesture }: SendOptions,
  { name, platformId, settings }: Channel,
): Utterance => {
  if (press !== undefined) return { kind: 'press', title: text || press, payload: press };
  if (gesture === undefined) return { kind: 'text', text };
  const gestures =
    platformOf(platformId)
      ?.voices(settings)
      .find((each) => each.name === as)?.gestures ?? [];
  const found = gestures.find((each) => each.id === gesture);
  if (found) return { kind: 'gesture', id: gesture, title: found.title };
  const ids = gestures.map(({ id }) => id).join(', ') || 'none';
  throw refused(`${name} has no gesture ${gesture} as the ${as}. It has: ${ids}.`);
};

const tell = async (harness: Harness, turn: SpokenTurn, { data, json, as }: SendOptions): Promise<number> => {
  const { exchange, messages } = turn;
  const isAnswered = exchange.outcome.state === 'answered' && exchange.outcome.status < 300;
  if (json) {
    const secrets = await knownSecrets(data);
    const exchanges = [];
    for (const { id } of turn.exchanges)
      exchanges.push(await shownExchange(harness, await closedExchange(harness, id), secrets));
    const { conversationId, traceId } = exchange;
    printJson({ isAnswered, conversationId, trace: traceName(traceId), messages, exchanges });
  } else {
    for (const { content } of messages) for (const line of contentLines(content)) printLine(line);
    if (isAnswered && messages.length === 0 && as === 'user') printProblem('The bot answered without a message.');
  }
  if (!isAnswered) await explain(harness, turn);
  if (!json) printProblem(traceSentence(turn));
  return isAnswered ? 0 : 1;
};

/** Where to look for all of it, beside the answer that a program may read. */
const traceSentence = ({ exchange, exchanges }: SpokenTurn): string => {
  const numbers = exchanges.map(({ id }) => `#${String(id)}`);
  const acted = (['rule', 'defect'] as const).flatMap((what) => {
    const names = [...new Set(exchanges.map((each) => each[what]).filter(Boolean))];
    return names.length === 0 ? [] : [`${what} ${names.join(', ')}`];
  });
  return `This is ${traceName(exchange.traceId)}: ${[numbers.join(', '), ...acted].join('; ')}.`;
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
