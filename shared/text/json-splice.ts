import type { Json } from '#shared/text/json.ts';

/** A value in the text, or the place where a member that is not there would go, and whether it would be the first one. */
type Slot =
  | { readonly kind: 'value'; readonly from: number; readonly to: number }
  | { readonly kind: 'none'; readonly at: number; readonly isFirst: boolean };

const space = /[ \t\n\r]*/y;
const scalar = /[^\s,:[\]{}"]+/y;

const endOf = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
};

const endOfString = (text: string, start: number): number => {
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
  return at + 1;
};

/** The end of the value that begins here. A loop, not recursion: nesting has no limit. */
const endOfValue = (text: string, start: number): number => {
  let depth = 0;
  let at = start;
  do {
    const sign = text.charAt(at);
    if (sign === '"') at = endOfString(text, at);
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    else if (depth === 0) return endOf(scalar, text, at);
    if (sign !== '"') at += 1;
  } while (depth > 0 && at < text.length);
  return at;
};

/** The member of the object that begins here: of several with this name the last one, which is the one that parsers take. */
const memberOf = (text: string, start: number, name: string): Slot => {
  let found: Slot | null = null;
  let at = endOf(space, text, start + 1);
  const isFirst = text.charAt(at) === '}';
  while (text.charAt(at) === '"') {
    const keyEnd = endOfString(text, at);
    const from = endOf(space, text, endOf(space, text, keyEnd) + 1);
    const to = endOfValue(text, from);
    if (JSON.parse(text.slice(at, keyEnd)) === name) found = { kind: 'value', from, to };
    at = endOf(space, text, to);
    if (text.charAt(at) === ',') at = endOf(space, text, at + 1);
  }
  return found ?? { kind: 'none', at, isFirst };
};

/**
 * The text of a JSON object with this value under these names, one inside the other, and nothing else changed: numbers, escapes, white
 * space and duplicate names stay as they were. What is missing on the way is made, what is no object is replaced. Give it valid JSON.
 */
export const withJsonValue = (text: string, names: readonly string[], value: Json): string => {
  let from = endOf(space, text, 0);
  let to = endOfValue(text, from);
  for (const [index, name] of names.entries()) {
    const rest = (after: number): string => JSON.stringify(nested(names.slice(after), value));
    if (text.charAt(from) !== '{') return text.slice(0, from) + rest(index) + text.slice(to);
    const slot = memberOf(text, from, name);
    if (slot.kind === 'none')
      return `${text.slice(0, slot.at)}${slot.isFirst ? '' : ','}${JSON.stringify(name)}:${rest(index + 1)}${text.slice(slot.at)}`;
    ({ from, to } = slot);
  }
  return text.slice(0, from) + JSON.stringify(value) + text.slice(to);
};

const nested = (names: readonly string[], value: Json): Json =>
  names.reduceRight<Json>((inner, name) => ({ [name]: inner }), value);
