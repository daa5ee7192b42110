import { secretFieldsOf, type Platform } from '#shared/platforms/platform.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { wellFormed } from '#shared/text/well-formed.ts';

/** A channel, as far as its secrets are concerned. */
export type Kept = readonly [platform: Pick<Platform, 'settings'>, settings: JsonObject];

/** The secrets of channels; those below 4 characters cannot be told from chance. */
export const secretsOf = (channels: readonly Kept[]): readonly string[] => [
  ...new Set(
    channels
      .flatMap(([platform, settings]) => secretFieldsOf(platform.settings).map((name) => settings[name]))
      .filter((each): each is string => typeof each === 'string')
      .flatMap((each) => [each, each.trim()])
      .filter((each) => each.length >= 4),
  ),
];

/** Base64 with one or two bytes before it reads otherwise: what of it does not depend on its neighbours. */
const withinBase64 = (bytes: Buffer): readonly string[] =>
  [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    return text.slice(shift === 0 ? 0 : 4, -1);
  });

/** A secret in every form in which it could leak: as it is, base64, base64url, hex, URL-encoded once and twice, escaped in JSON. */
export const formsOf = (secret: string): readonly string[] => {
  const bytes = Buffer.from(secret, 'utf8');
  const once = encodeURIComponent(wellFormed(secret));
  const base64 = withinBase64(bytes);
  return [
    ...new Set([
      secret,
      ...base64,
      ...base64.map((each) => each.replaceAll('+', '-').replaceAll('/', '_')),
      bytes.toString('hex'),
      bytes.toString('hex').toUpperCase(),
      once,
      encodeURIComponent(once),
      JSON.stringify(secret).slice(1, -1),
    ]),
  ];
};

/** Every text in a value, names of fields too. */
export const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => [name, ...textsIn(each)]);
};

/** Pieces of this length of a secret that stand in no other text that may be told. */
export const piecesOf = (secret: string, length: number, told: readonly string[]): readonly string[] =>
  Array.from({ length: Math.max(0, secret.length - length + 1) }, (_, at) => secret.slice(at, at + length)).filter(
    (piece) => !told.some((each) => each.includes(piece)),
  );
