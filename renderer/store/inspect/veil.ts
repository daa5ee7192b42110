import { mask, secretPlaces, type Place } from '#shared/channel/redact.ts';
import { scanJson } from '#shared/text/json-scan.ts';
import type { ByteSource } from './byte-source.ts';
import { credentialPlaces, credentialsIn } from './credentials.ts';
import type { ShownBody } from './shown-body.ts';

/** What stands for a byte that is not shown. */
export const veiledByte = -1;

/** So much around a slice is looked at: a credential may begin before it. */
export const veilMargin = 4096;

/** Where in a text something is hidden: what is known to be secret, and what stands under the names of credentials. None touches another. */
export const placesToVeil = (text: string, known: readonly string[]): readonly Place[] => {
  const found = [...credentialPlaces(text), ...secretPlaces(text, known)];
  const joined: [from: number, to: number][] = [];
  for (const [from, to] of found.toSorted(([one], [other]) => one - other)) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
};

/** A text with its credentials masked, wherever they stand in it. */
export const veiledText = (text: string, known: readonly string[]): string => {
  const places = placesToVeil(text, [...known, ...credentialsIn(text)]);
  const ends = [0, ...places.map(([, to]) => to)];
  return ends.map((end, at) => text.slice(end, places[at]?.[0])).join(mask);
};

/** An address with the credentials in its query masked; those of its channel the harness has masked already. */
export const veiledTarget = (target: string): string => veiledText(target, []);

/** A body with its credentials masked; what is copied of it as a whole stays as it came. */
export const veiledBody = (shown: ShownBody, known: readonly string[]): ShownBody => {
  const text = veiledText(shown.text, known);
  return text === shown.text ? shown : { ...shown, text, json: shown.json && scanJson(text) };
};

/** A character for each byte, so that a place in the text is one in the bytes. */
const byteText = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** The credentials in bytes, also where each of their characters takes two (UTF-16). */
export const credentialsInBytes = (bytes: Uint8Array): readonly string[] => {
  const text = byteText(bytes);
  return [...credentialsIn(text), ...(text.includes('\0') ? credentialsIn(text.replaceAll('\0', '')) : [])];
};

/** Bytes in which those of credentials are `veiledByte`. */
export const veiledBytes = (bytes: Uint8Array, known: readonly string[]): Int16Array => {
  const text = byteText(bytes);
  const wide = text.includes('\0') ? known.map((each) => Array.from(each).join('\0')) : [];
  const shown = Int16Array.from(bytes);
  for (const [from, to] of placesToVeil(text, [...known, ...wide])) shown.fill(veiledByte, from, to);
  return shown;
};

/** Bytes that are read in slices, in which those of credentials are `veiledByte`. */
export const veiledSource = (source: ByteSource, known: readonly string[]): ByteSource => ({
  total: source.total,
  read: async (from, length) => {
    const before = Math.min(veilMargin, from);
    const read = await source.read(from - before, Math.min(source.total - from, length + veilMargin) + before);
    const bytes = Uint8Array.from(read);
    const shown = veiledBytes(bytes, [...known, ...credentialsInBytes(bytes)]);
    return shown.subarray(before, before + length);
  },
});
