import { findJsonError } from '#shared/text/json-error.ts';
import type { Json } from '#shared/text/json.ts';

/** A JSON value, or where the text stops being JSON: line and column count from 1, in UTF-16 units, `at` from 0. */
export type JsonResult =
  | { readonly ok: true; readonly value: Json }
  | {
      readonly ok: false;
      readonly line: number;
      readonly column: number;
      readonly at: number;
      /** One sentence with the place in it. */
      readonly problem: string;
    };

const lineAndColumn = (text: string, at: number): { readonly line: number; readonly column: number } => {
  const before = text.slice(0, at).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};

/** Brackets inside brackets: what is deeper can be parsed, but whoever walks it or writes it again runs out of stack (RFC 8259 §9 allows a limit). */
const deepestValue = 2000;

/** Parses JSON (RFC 8259) and says in our own words what is wrong and where. Refuses a byte order mark and what is nested too deeply; never throws. */
export const parseJson = (text: string): JsonResult => {
  try {
    const value = JSON.parse(text) as Json;
    const at = tooDeepAt(text);
    return at < 0
      ? { ok: true, value }
      : refused(text, at, `this is nested more than ${deepestValue} deep, which is not read`);
  } catch {
    const { at, problem } = findJsonError(text);
    return refused(text, at, problem);
  }
};

const refused = (text: string, at: number, problem: string): JsonResult => {
  const { line, column } = lineAndColumn(text, at);
  return { ok: false, at, line, column, problem: `Line ${line}, column ${column}: ${problem}` };
};

/** The first bracket of JSON that is one too deep, or -1. */
const tooDeepAt = (text: string): number => {
  if (text.length < 2 * deepestValue) return -1;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '"') at = endOfString(text, at);
    else if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (depth > deepestValue) return at;
  }
  return -1;
};

/** Where the string that begins here has its last quotation mark. */
const endOfString = (text: string, start: number): number => {
  let at = start + 1;
  while (text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
  return at;
};

/** Indentation costs the square of the depth: beyond this, a hostile value would become megabytes of spaces. */
const indentedDepth = 100;

/** How deep the brackets of a JSON text go, those inside strings left out. */
const depthOf = (text: string): number => {
  let depth = 0;
  let deepest = 0;
  for (const [bracket] of text.replaceAll(/"[^"\\]*(?:\\.[^"\\]*)*"/g, '').matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
};

/** The value as JSON text, indented where it is not nested deeply; a sentence instead where it is nested too deeply to be written. */
export const writeJson = (value: Json): string => {
  try {
    const text = JSON.stringify(value);
    return depthOf(text) <= indentedDepth ? JSON.stringify(value, null, 2) : text;
  } catch {
    return '(nested too deeply to be shown)';
  }
};
