import { resolve } from 'node:path';
import { Type } from 'typebox';
import { readJsonFile } from '#main/io/read-json-file.ts';
import { completeSettings } from '#shared/channel/channel-settings.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import { issuesOf } from '#shared/contract/input-issues.ts';
import { secretFieldsOf, type Platform } from '#shared/platforms/platform.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { parseJson } from '#shared/text/parse-json.ts';
import { refused } from './refused.ts';

const prefix = 'HOOKBENCH_SETTING_';

/** The origin of a URL that was named as target; refuses what is not http(s), and what says more than where to send. */
export const targetOf = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw refused('The target has to be an address that begins with http:// or https://.');
  if (url.username !== '' || url.pathname !== '/' || url.search !== '' || url.hash !== '')
    throw refused('The target is scheme, host and port only: each row has its own path.');
  return url.origin;
};

/**
 * The settings of a foreign end, from a file and from variables (HOOKBENCH_SETTING_CLIENT_SECRET is clientSecret), which count more.
 * Arguments can be seen by every program of the machine, so there is none for them.
 */
export const targetSettings = async (
  platform: Platform,
  file: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Promise<JsonObject> => {
  const { settings: schema, demo } = platform;
  const given = await givenSettings(platform, file, env);
  const settings = { ...demo.settings, ...given };
  const missing = secretFieldsOf(schema).filter(
    (name) =>
      demo.settings[name] !== undefined && given[name] === undefined && matters(schema.properties[name], settings),
  );
  if (missing.length > 0)
    throw refused(
      `The target has secrets that are not given: ${missing.map(variableOf).join(', ')}, or in the file of --settings.`,
    );
  return given;
};

/** Whether a setting counts with the others as they are: `only` says where it does. */
const matters = (schema: unknown, settings: JsonObject): boolean => {
  const only = isJsonObject(schema) ? schema['only'] : undefined;
  if (!isJsonObject(only) || typeof only['field'] !== 'string' || !Array.isArray(only['is'])) return true;
  return (only['is'] as readonly Json[]).includes(settings[only['field']] ?? null);
};

/** The same, whichever of them are given: refuses what is no setting of the platform, and what does not fit its schema. */
export const givenSettings = async (
  { settings: schema, demo }: Platform,
  file: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Promise<JsonObject> => {
  const names = Object.keys(schema.properties);
  const fromFile = file === undefined ? {} : await readSettings(resolve(file));
  const fromEnv = Object.entries(env).flatMap(([variable, value]) =>
    variable.startsWith(prefix) && value !== undefined ? [[settingOf(variable, names), value] as const] : [],
  );
  const given = { ...fromFile };
  for (const [name, value] of fromEnv) given[name] = valueOf(value, schema.properties[name]);
  const issues = issuesOf(schema, completeSettings(schema, { ...demo.settings, ...given }));
  if (issues.length > 0)
    throw new HarnessError(fault('input.invalid', { problem: 'These settings are not valid.' }, issues));
  return given;
};

const readSettings = async (file: string): Promise<Record<string, Json>> => {
  const content = await readJsonFile(file, Type.Record(Type.String(), Type.Unknown()));
  if (!content) throw new HarnessError(fault('data.unreadable', { file, reason: 'there is no such file' }));
  return content as Record<string, Json>;
};

/** Underscores and case do not count. */
const settingOf = (variable: string, names: readonly string[]): string => {
  const wanted = variable.slice(prefix.length).replaceAll('_', '').toLowerCase();
  const found = names.find((each) => each.toLowerCase() === wanted);
  if (found === undefined)
    throw refused(`${variable} names no setting of this platform. It has: ${names.map(variableOf).join(', ')}.`);
  return found;
};

/** The variable that holds a setting: `HOOKBENCH_SETTING_CLIENT_SECRET`. */
export const variableOf = (name: string): string => `${prefix}${name.replaceAll(/(?=[A-Z])/g, '_').toUpperCase()}`;

/** A text where the setting is one, else JSON: `true`, `300`. */
const valueOf = (text: string, schema: unknown): Json => {
  if (typeof schema === 'object' && schema !== null && 'type' in schema && schema.type === 'string') return text;
  const parsed = parseJson(text);
  return parsed.ok ? parsed.value : text;
};
