import type { World } from '#main/harness/world.ts';
import { openPrivateBench, type PrivateBench } from '#main/io/private-bench.ts';
import { completeSettings, secretsIn } from '#shared/channel/channel-settings.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import type { DemoMode, Platform } from '#shared/platforms/platform.ts';
import type { Voice } from '#shared/platforms/voice.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { takeStep, type TakenStep } from './demo-take-step.ts';

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
    const conversationId = await openConversation(platform, mode, settings, defects, bench);
    const voice = voiceOf(platform, mode, settings);
    const steps: TakenStep[] = [];
    for (const step of mode.steps) steps.push(await takeStep(step, voice, conversationId, bench));
    const secrets = Object.values(secretsIn(platform.settings, settings));
    return await show({ steps, problem: problemOf(steps), bench, secrets });
  } finally {
    await bench.close();
  }
};

const openConversation = async (
  platform: Platform,
  { title }: DemoMode,
  settings: JsonObject,
  defects: readonly string[],
  { harness }: PrivateBench,
): Promise<string> => {
  const { channelId } = await harness.addChannel({
    platformId: platform.id,
    name: `${platform.name}, ${title}`.slice(0, 100),
    plays: { platform: true, app: true },
    botId: platform.demo.botId,
    settings,
  });
  if (defects.length > 0) await harness.changeChannel({ channelId, defects: [...defects] });
  const { conversationId } = await harness.startConversation({ channelId });
  return conversationId;
};

const voiceOf = ({ name, voices }: Platform, { as, title }: DemoMode, settings: JsonObject): Voice => {
  const voice = voices(settings).find((each) => each.name === as);
  if (!voice) throw new HarnessError(fault('voice.absent', { channel: `${name}, ${title}`, voice: as }));
  return voice;
};

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
