import { within } from '#main/conformance/within.ts';
import type { World } from '#main/harness/world.ts';
import { openPrivateBench, type PrivateBench } from '#main/io/private-bench.ts';
import { systemClock } from '#main/io/system.ts';
import { completeSettings, secretsIn } from '#shared/channel/channel-settings.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { Author, Message } from '#shared/exchange/message.ts';
import type { DemoMode, DemoStep, Platform } from '#shared/platforms/platform.ts';
import type { Session } from '#shared/session/state.ts';
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

/** A mode as it was shown, while its bench is still there to be asked for more. */
export type ShownMode = {
  readonly steps: readonly TakenStep[];
  /** One sentence where the mode did not show what it should; null where it did. */
  readonly problem: string | null;
  readonly bench: PrivateBench;
  readonly secrets: readonly string[];
};

export type ModeOptions = {
  /** The ids of the defects that are switched on. */
  readonly defects?: readonly string[];
  readonly change?: (world: World) => World;
};

/** Fewer turns are no conversation. */
const fewestTurns = 4;
/** Milliseconds until a step that is still under way is left. */
const patience = 60_000;

/** Runs a mode in a bench of its own with both ends ours, and gives it to `show` before the bench is closed. */
export const runMode = async <Shown>(
  platform: Platform,
  mode: DemoMode,
  { defects = [], change = (world) => world }: ModeOptions,
  show: (shown: ShownMode) => Promise<Shown>,
): Promise<Shown> => {
  let origin = '';
  const bench = await openPrivateBench({ change: (world) => change(withoutNetwork(world, () => origin)) });
  ({ origin } = bench);
  try {
    const settings = completeSettings(platform.settings, { ...platform.demo.settings, ...mode.settings });
    const { channelId } = await bench.harness.addChannel({
      platformId: platform.id,
      name: `${platform.name}, ${mode.title}`.slice(0, 100),
      plays: { platform: true, app: true },
      botId: platform.demo.botId,
      settings,
    });
    if (defects.length > 0) await bench.harness.changeChannel({ channelId, defects: [...defects] });
    const { conversationId } = await bench.harness.startConversation({ channelId });
    const voice = platform.voices(settings).find((each) => each.name === mode.as);
    const steps: TakenStep[] = [];
    for (const step of mode.steps) {
      const before = await sessionOf(bench.harness);
      const utterance = utteranceOf(step, before.messages, voice);
      steps.push(
        utterance
          ? await afterSaying(step, before, mode.as, bench, () =>
              bench.harness.say({ conversationId, as: mode.as, utterance }),
            )
          : { step, messages: [], exchanges: [], problem: `There was nothing to ${stepTitle(step)}.` },
      );
    }
    const secrets = Object.values(secretsIn(platform.settings, settings));
    return await show({ steps, problem: problemOf(steps), bench, secrets });
  } finally {
    await bench.close();
  }
};

const afterSaying = async (
  step: DemoStep,
  before: Session,
  as: Author,
  bench: PrivateBench,
  say: () => Promise<unknown>,
): Promise<TakenStep> => {
  try {
    await say();
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error;
    return { step, messages: [], exchanges: [], problem: error.message };
  }
  const isQuiet = await within(patience, systemClock, bench.allDone().then(isSo), false);
  const { messages, exchanges } = await sessionOf(bench.harness);
  const since = messages.slice(before.messages.length);
  return {
    step,
    messages: since,
    exchanges: exchanges.slice(before.exchanges.length),
    problem: isQuiet
      ? isAnswered(since, as)
        ? null
        : `Nobody answered ${stepTitle(step)}.`
      : `What ${stepTitle(step)} caused was still going on after ${String(patience / 1000)} s.`,
  };
};

const isSo = (): boolean => true;

/** A user and an agent are answered by somebody else; what the bot says itself has only to arrive. */
const isAnswered = (since: readonly Message[], as: Author): boolean =>
  since.some(({ author }) => author !== 'user' && (as === 'bot' || author !== as));

const problemOf = (steps: readonly TakenStep[]): string | null => {
  const failed = steps.find((each) => each.problem !== null);
  if (failed) return failed.problem;
  return steps.length < fewestTurns ? `This mode has fewer than ${String(fewestTurns)} turns.` : null;
};

/** The bench may talk to itself, and to nobody else. */
const withoutNetwork = (world: World, own: () => string): World => ({
  ...world,
  outbound: {
    send: async (request, onConnected) => {
      if (request.origin === own()) return world.outbound.send(request, onConnected);
      const reason = `The demonstration talks to itself only, and this was meant for ${request.origin}`;
      return { ok: false, fault: fault('request.withheld', { reason }), phases: [], remote: null };
    },
  },
});
