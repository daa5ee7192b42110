import { unescapeHtml } from '#shared/text/html.ts';

/** How many layers of quotation are taken off. */
const mostLayers = 3;

/** Longer texts are not looked into: who opens one waits for it. */
const longest = 4_000_000;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** The ways in which JSON is found quoted once more: as a string, without the quotation marks around it, and for HTML. */
const unquoted: readonly ((text: string) => unknown)[] = [
  (text) => (text.startsWith('"') ? parsed(text) : undefined),
  (text) => (/^[[{]\s*\\/.test(text) ? parsed(`"${text}"`) : undefined),
  (text) => (text.includes('&quot;') ? unescapeHtml(text) : undefined),
];

/** JSON that stands inside a text: its source, and how many times it was quoted there: once in nearly every case. */
export type QuotedJson = { readonly source: string; readonly times: number };

/**
 * The JSON object or array that a text holds; also where it was quoted up to three times over. Null where it holds none: a number or a
 * word in quotation marks is no nested JSON.
 */
export const quotedJson = (text: string): QuotedJson | null => {
  let inner = text.trim();
  if (inner.length > longest) return null;
  for (let layer = 0; layer <= mostLayers; layer += 1) {
    if (!/^["[{]/.test(inner)) return null;
    if (/^[[{]/.test(inner) && typeof parsed(inner) === 'object') return { source: inner, times: layer + 1 };
    const before: string = inner;
    const next = unquoted.map((unquote) => unquote(before)).find((each) => typeof each === 'string');
    if (next === undefined) return null;
    inner = next.trim();
  }
  return null;
};

/** The source of the JSON that a text holds, as `quotedJson` finds it. */
export const nestedJson = (text: string): string | null => quotedJson(text)?.source ?? null;
