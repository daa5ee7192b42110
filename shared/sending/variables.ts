import { isoTime } from '#shared/text/iso-time.ts';
import type { Json, JsonObject } from '#shared/text/json.ts';

/** `{{name}}` in a text: the name without braces and space around it; `from` and `to` in UTF-16 units, braces included. */
export type Mention = { readonly name: string; readonly from: number; readonly to: number };

/** A variable that there is, and what it stands for. */
export type Variable = { readonly name: string; readonly title: string };

/** What the variables of one request are filled with. Secrets are among the settings: only the harness has them. */
export type VariableValues = {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** A fresh lower-case UUID at each call. */
  readonly uuid: () => string;
  /** Which one of a burst it is, from 1. */
  readonly n: number;
  /** Those of the channel; null where there is none. */
  readonly settings: JsonObject | null;
};

/** More than this in one text is no template but an attack on whoever fills it in. */
export const mostMentions = 500;

const settingPrefix = 'setting:';

/** Every `{{…}}` of a text, known or not, in order. Braces that are never closed or go over a line are none. */
export const mentionsIn = (text: string): readonly Mention[] =>
  Array.from(text.matchAll(/\{\{([^{}\r\n]{0,200})\}\}/g), (found) => ({
    name: (found[1] ?? '').trim(),
    from: found.index,
    to: found.index + found[0].length,
  }));

/** The variables that there are: of every request, and a setting each of the channel, secret ones too. */
export const knownVariables = (settings: readonly string[]): readonly Variable[] => [
  { name: 'now', title: 'The time as 2026-01-31T12:00:00.000Z' },
  { name: 'now.ms', title: 'The time in milliseconds since 1970' },
  { name: 'now.s', title: 'The time in whole seconds since 1970' },
  { name: 'uuid', title: 'A new UUID each time it is mentioned' },
  { name: 'n', title: 'Which request of a burst it is, from 1' },
  ...settings.map((name) => ({ name: settingPrefix + name, title: `The setting ${name} of the channel` })),
];

/** Something wrong with a mention, as a predicate that is read after the name of its field. */
export type VariableProblem = { readonly from: number; readonly to: number; readonly message: string };

/** Every mention of a variable that there is not, with the list of those that there are: what an editor underlines. */
export const variableProblems = (text: string, known: readonly Variable[]): readonly VariableProblem[] => {
  const mentions = mentionsIn(text);
  const [first] = mentions.slice(mostMentions);
  if (first) return [{ ...first, message: `has more than ${String(mostMentions)} variables` }];
  const names = new Set(known.map(({ name }) => name));
  return mentions
    .filter(({ name }) => !names.has(name))
    .map(({ name, from, to }) => ({
      from,
      to,
      message: `has a variable that is not known, {{${name}}}, at ${placeOf(text, from)}. Known are: ${[...names].join(', ')}`,
    }));
};

const placeOf = (text: string, at: number): string => {
  const lines = text.slice(0, at).split('\n');
  const column = `character ${String((lines.at(-1)?.length ?? 0) + 1)}`;
  return text.includes('\n') ? `line ${String(lines.length)}, ${column}` : column;
};

/** The value of a variable as JSON has it: times in numbers are numbers, a setting has its own kind. Null where there is none. */
export const valueOf = (name: string, { now, uuid, n, settings }: VariableValues): Json => {
  switch (name) {
    case 'now':
      return isoTime(now);
    case 'now.ms':
      return Math.floor(now);
    case 'now.s':
      return Math.floor(now / 1000);
    case 'uuid':
      return uuid();
    case 'n':
      return n;
    default: {
      const setting = name.slice(settingPrefix.length);
      return settings && name.startsWith(settingPrefix) && Object.hasOwn(settings, setting)
        ? (settings[setting] ?? null)
        : null;
    }
  }
};
