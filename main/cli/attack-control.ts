import { systemClock, systemIds } from '#main/io/system.ts';
import { createTokenCrypto } from '#main/io/token-crypto.ts';
import { completeSettings } from '#shared/channel/channel-settings.ts';
import { HarnessError } from '#shared/contract/fault.ts';
import type { End } from '#shared/exchange/exchange.ts';
import type { Stamp } from '#shared/platforms/context.ts';
import { secretFieldsOf } from '#shared/platforms/platform.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { controlOf, type Control, type ControlMaker } from '#shared/trust/attack/control.ts';
import type { GivenChannel } from './given-settings.ts';
import { refused } from './refused.ts';
import { variableOf } from './target-settings.ts';
import { untoldApp, untoldCredentials } from './untold-settings.ts';

const stamp = (): Stamp => ({ now: Math.floor(systemClock.now()), id: systemIds.uuid });

export const systemMaker = (): ControlMaker => ({ stamp, tokens: createTokenCrypto() });

/** Your own endpoint is most often the app; a platform is somebody else's, or a gateway before it. */
const bothEnds: readonly End[] = ['app', 'platform'];

/**
 * What the target takes for valid: at the end that was named, else at the first one that asks for a credential. Where the channel is
 * only told and its mode is not, the modes of the platform are tried in their order.
 */
export const findControl = async (channel: GivenChannel, end: End | undefined): Promise<Control> => {
  const control = await firstControl(channel, end);
  const told = { settings: control.settings, given: channel.given };
  const app = untoldApp(control.model, told);
  const untold = [...untoldCredentials(control.model, told), ...(app === null ? [] : [variableOf(app)])];
  if (untold.length === 0) return control;
  // What is left would be of the demo channel, and the target would not know it.
  throw refused(`What the target compares is not all given: ${untold.join(', ')}, or in the file of --settings.`);
};

const firstControl = async (channel: GivenChannel, end: End | undefined): Promise<Control> => {
  const problems: string[] = [];
  for (const settings of settingsToTry(channel))
    for (const each of end === undefined ? bothEnds : [end]) {
      try {
        const control = await controlOf(channel.platform, settings, each, systemMaker());
        if (control) return control;
      } catch (error) {
        if (!(error instanceof HarnessError)) throw error;
        problems.push(error.message);
      }
    }
  throw nothingToAttack(channel, end, [...problems, ...(await modesThatAsk(channel, end))]);
};

const settingsToTry = ({ platform, settings, given }: GivenChannel): readonly JsonObject[] => [
  settings,
  ...platform.modes
    .filter((mode) => Object.keys(mode.settings).every((name) => given[name] === undefined))
    .map((mode) => completeSettings(platform.settings, { ...settings, ...mode.settings })),
];

/** A channel that was set up otherwise may have a mode with a credential: then that is named. */
const modesThatAsk = async ({ platform, settings }: GivenChannel, end: End | undefined): Promise<readonly string[]> => {
  const titles: string[] = [];
  for (const { title, settings: own } of platform.modes)
    for (const each of end === undefined ? bothEnds : [end])
      if (await controlOf(platform, { ...settings, ...own }, each, systemMaker()).catch(() => null)) titles.push(title);
  const different = [...new Set(titles)];
  return different.length === 0 ? [] : [`It has one in another mode: ${different.join('; ')}.`];
};

const nothingToAttack = (
  { name, platform, settings }: GivenChannel,
  end: End | undefined,
  problems: readonly string[],
): HarnessError => {
  const missing = secretFieldsOf(platform.settings).filter((field) => (settings[field] ?? '') === '');
  const where = end === undefined ? '' : ` at its ${end} end`;
  const why = [...new Set(problems)].join(' ');
  return refused(
    [
      `${name} has no credential${where} that could be tried.`,
      why,
      missing.length === 0 ? '' : `It has no: ${missing.map(variableOf).join(', ')} (or in the file of --settings).`,
    ]
      .filter(Boolean)
      .join(' '),
  );
};
