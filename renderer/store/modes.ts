import type { DemoMode, Platform } from '#shared/platforms/platform.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { draftOf, type Draft, type Field } from './settings-form.ts';

type Modes = Pick<Platform, 'modes' | 'demo'>;

/** The settings that tell the modes of a platform apart. */
const telling = ({ modes }: Modes): readonly string[] => [
  ...new Set(modes.flatMap(({ settings }) => Object.keys(settings))),
];

/** What the form holds for a mode: every setting that tells modes apart, and nothing else. Never a secret. */
const draftOfMode = (mode: DemoMode, platform: Modes, fields: readonly Field[]): Draft => {
  const names = telling(platform);
  const known: JsonObject = { ...platform.demo.settings, ...mode.settings };
  return draftOf(
    fields.filter(({ name }) => names.includes(name)),
    Object.fromEntries(Object.entries(known).filter(([name]) => names.includes(name))),
  );
};

/** The form with a mode chosen: what the mode says, and the rest as it is. */
export const withMode = (draft: Draft, modeId: string, platform: Modes, fields: readonly Field[]): Draft => {
  const mode = platform.modes.find(({ id }) => id === modeId);
  return mode ? { ...draft, ...draftOfMode(mode, platform, fields) } : draft;
};

/** The mode that a form stands for now; null where it is a mixture of its own. */
export const modeOf = (draft: Draft, platform: Modes, fields: readonly Field[]): DemoMode | null =>
  platform.modes.find((mode) =>
    Object.entries(draftOfMode(mode, platform, fields)).every(([name, value]) => draft[name] === value),
  ) ?? null;
