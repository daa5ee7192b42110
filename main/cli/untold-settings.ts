import type { JsonObject } from '#shared/text/json.ts';
import type { TrustModel } from '#shared/trust/trust-model.ts';
import { variableOf } from './target-settings.ts';

type Told = { readonly settings: JsonObject; readonly given: JsonObject };

/** The setting whose value names the app, where nobody told it: the value is that of the demo channel then. */
export const untoldApp = (model: TrustModel, { settings, given }: Told): string | null => {
  if (model.kind !== 'jwt') return null;
  const { value } = model.app;
  return Object.keys(settings).find((name) => settings[name] === value && given[name] === undefined) ?? null;
};

/** The settings that hold what is compared and that nobody told, as the variables that would tell them. */
export const untoldCredentials = (model: TrustModel, { settings, given }: Told): readonly string[] => {
  const names = model.kind === 'jwt' ? [model.keySetting] : model.credentials.map(({ setting }) => setting);
  return [...new Set(names)].filter((name) => given[name] === undefined || settings[name] === '').map(variableOf);
};
