import type { HarRest } from '#shared/exchange/har-rest.ts';
import { isJsonObject, type Json } from '#shared/text/json.ts';
import type { Placeholders } from '#shared/export/placeholders.ts';
import { scrubField, scrubText } from '#shared/export/scrub-text.ts';
import type { Scrubbing } from '#shared/export/scrubbing.ts';

/**
 * What an archive said besides, with everything private replaced: headers, parameters and cookies by their names, the rest like any
 * other JSON. Nothing of it where something private can still be read in it.
 */
export const scrubHar = (
  rest: HarRest | undefined,
  placeholders: Placeholders,
  place: string,
): { readonly har?: HarRest } => {
  if (!rest) return {};
  const scrubbing: Scrubbing = { placeholders, place, depth: 0 };
  const before = JSON.stringify(rest);
  placeholders.keepTaken(before);
  const after = scrubText(JSON.stringify(scrubPairs(rest, '', scrubbing)), scrubbing);
  if (after === before) return { har: rest };
  const read = placeholders.standsIn(after) ? null : readRest(after);
  if (read) return { har: withoutHiddenAddress(read) };
  placeholders.noteGone('what an archive said besides', place);
  return {};
};

/** A placeholder is no address, and HAR has nothing else there. */
const withoutHiddenAddress = (rest: HarRest): HarRest => {
  const { serverIPAddress, ...keep } = rest.entry?.keep ?? {};
  return typeof serverIPAddress === 'string' && serverIPAddress.startsWith('hidden-')
    ? { ...rest, entry: { ...rest.entry, keep } }
    : rest;
};

const readRest = (text: string): HarRest | null => {
  try {
    return JSON.parse(text) as HarRest;
  } catch {
    return null;
  }
};

/** Objects with a name and a value, as HAR has headers, parameters and cookies. `list`: the name of the list they stand in. */
const scrubPairs = (value: Json, list: string, scrubbing: Scrubbing): Json => {
  if (Array.isArray(value)) return (value as readonly Json[]).map((each) => scrubPairs(each, list, scrubbing));
  if (!isJsonObject(value)) return value;
  const { name, value: said } = value;
  const members = Object.entries(value).map(([key, each]) => [key, scrubPairs(each, key, scrubbing)] as const);
  if (typeof name !== 'string' || typeof said !== 'string') return Object.fromEntries(members);
  return {
    ...Object.fromEntries(members),
    value: scrubField(said, list === 'cookies' ? 'cookie' : name, '', scrubbing),
  };
};
