import { assertNever } from '#shared/text/assert-never.ts';
import type { Json } from '#shared/text/json.ts';
import { wellFormed } from '#shared/text/well-formed.ts';
import { mentionsIn, valueOf, type Mention, type VariableValues } from './variables.ts';

/** What a text is part of: it decides how a value is written into it. */
export type Place = 'url' | 'header' | 'json' | 'form' | 'text';

/** JSON inside a text of JSON inside a text of JSON: deeper ones are filled in as plain text. */
const deepestText = 4;

/**
 * The text with its variables filled in, so that it stays what it is: in a path or query a value is percent-encoded, in a form encoded as
 * forms are, inside a text of JSON escaped, also where that text is JSON itself, and outside of a text a JSON value of its own. Nothing
 * but the mentions changes. A name without a value, which `variableProblems` tells, becomes nothing (in JSON: null).
 */
export const fillVariables = (text: string, place: Place, values: VariableValues): string => {
  const mentions = mentionsIn(text);
  return mentions.length === 0 ? text : spliced(text, mentions, replacementsIn(text, mentions, place, values));
};

const spliced = (text: string, mentions: readonly Mention[], replacements: readonly string[]): string => {
  const pieces: string[] = [];
  let at = 0;
  for (const [index, { from, to }] of mentions.entries()) {
    pieces.push(text.slice(at, from), replacements[index] ?? '');
    at = to;
  }
  return pieces.join('') + text.slice(at);
};

const replacementsIn = (
  text: string,
  mentions: readonly Mention[],
  place: Place,
  values: VariableValues,
): readonly string[] => {
  const valueAt = ({ name }: Mention): Json => valueOf(name, values);
  switch (place) {
    case 'json':
      return jsonReplacements(text, mentions, valueAt, 0);
    case 'url':
      return mentions.map((each) =>
        isBehindHost(text.slice(0, each.from)) ? percentEncoded(plain(valueAt(each))) : plain(valueAt(each)),
      );
    case 'form':
      return mentions.map((each) => formEncoded(plain(valueAt(each))));
    case 'header':
    case 'text':
      return mentions.map((each) => plain(valueAt(each)));
    default:
      return assertNever(place);
  }
};

/** A setting may be a whole address: it is written as it is where an address begins, and encoded from its path on. */
const isBehindHost = (before: string): boolean => /[/?#]/.test(before.replace(/^https?:\/\//i, ''));

const plain = (value: Json): string =>
  typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);

const percentEncoded = (text: string): string => encodeURIComponent(wellFormed(text));

const formEncoded = (text: string): string => new URLSearchParams([['', text]]).toString().slice(1);

const escaped = (text: string): string => JSON.stringify(text).slice(1, -1);

/** One replacement for each mention; `text` is JSON, or something near it that a person is still writing. */
const jsonReplacements = (
  text: string,
  mentions: readonly Mention[],
  valueAt: (mention: Mention) => Json,
  depth: number,
): readonly string[] => {
  const out: string[] = [];
  let at = 0;
  while (out.length < mentions.length) {
    const mention = mentions[out.length];
    if (!mention) break;
    const quote = text.indexOf('"', at);
    if (quote < 0 || quote > mention.from) {
      out.push(JSON.stringify(valueAt(mention)));
      at = mention.to;
      continue;
    }
    const end = endOfText(text, quote);
    const inside = mentions.slice(out.length).filter(({ from }) => from < end);
    out.push(...textReplacements(text.slice(quote + 1, end), inside, valueAt, depth));
    at = end + 1;
  }
  return out;
};

/** Where the text that begins with this quotation mark ends: its last quotation mark, or the end of all. */
const endOfText = (text: string, start: number): number => {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return Math.min(at, text.length);
};

/** The mentions inside one text of JSON, whose source is given without its quotation marks. */
const textReplacements = (
  source: string,
  mentions: readonly Mention[],
  valueAt: (mention: Mention) => Json,
  depth: number,
): readonly string[] => {
  if (mentions.length === 0) return [];
  const inner = depth < deepestText ? jsonInside(source) : null;
  const innerMentions = inner === null ? [] : mentionsIn(inner);
  return inner !== null && innerMentions.length === mentions.length
    ? jsonReplacements(inner, innerMentions, valueAt, depth + 1).map(escaped)
    : mentions.map((each) => escaped(plain(valueAt(each))));
};

/** The text that this source stands for, where that is a JSON object or array once its variables are filled in. */
const jsonInside = (source: string): string | null => {
  if (!/^\s*[[{]/.test(source)) return null;
  try {
    const inner = JSON.parse(`"${source}"`) as string;
    const value: unknown = JSON.parse(
      spliced(
        inner,
        mentionsIn(inner),
        mentionsIn(inner).map(() => '0'),
      ),
    );
    return typeof value === 'object' ? inner : null;
  } catch {
    return null;
  }
};
