import { changes } from '#shared/trust/autopsy/text-changes.ts';
import { unquoted } from '#shared/trust/autopsy/text-encodings.ts';
import { asSeen } from '#shared/trust/autopsy/text-look-alikes.ts';
import { characters } from '#shared/trust/autopsy/text-words.ts';

/** What may be odd about a text that somebody pasted: stable, for a screen that has words of its own. */
export type OddityCode =
  | 'zero-width'
  | 'line-break'
  | 'assignment'
  | 'scheme'
  | 'quoted'
  | 'white-space'
  | 'inner-space'
  | 'look-alike'
  | 'masked'
  | 'placeholder';

export type Oddity = {
  readonly code: OddityCode;
  /** Goes on after the name of the setting: “has white space behind it (line feed)”. Never holds a part of the text. */
  readonly what: string;
};

export type Hygiene = {
  readonly oddities: readonly Oddity[];
  /** The text without what can be taken away; null where nothing can. */
  readonly cleaned: string | null;
};

/** What is looked at, in this order, each in what the ones before have left. */
type Look = (text: string, kind: Kind) => { readonly what: string; readonly left: string | null } | null;
type Kind = { readonly isSecret: boolean; readonly isPem: boolean };

const nothingOdd: Hygiene = { oddities: [], cleaned: null };

/**
 * What is odd about a text in a setting, as it comes from a mail, a page, a shell or a file of variables: all of it allowed, nearly none
 * of it meant. `isSecret`: it is compared character by character, so that more is odd. A key in PEM form has line breaks.
 */
export const hygieneOf = (text: string, { isSecret }: { readonly isSecret: boolean }): Hygiene => {
  if (text === '') return nothingOdd;
  const kind = { isSecret, isPem: /-----BEGIN /.test(asSeen(text)) };
  const oddities = new Map<OddityCode, Oddity>();
  let left = text;
  for (let round = 0; round < mostRounds; round += 1) {
    const before = left;
    for (const [code, look] of looks) {
      const found = look(left, kind);
      if (!found) continue;
      if (!oddities.has(code)) oddities.set(code, { code, what: found.what });
      left = found.left ?? left;
    }
    if (left === before) break;
  }
  const inside = lookInside(left, kind);
  if (inside) oddities.set('inner-space', { code: 'inner-space', what: inside.what });
  return { oddities: [...oddities.values()], cleaned: left === text || left === '' ? null : left };
};

/** One thing may hide another: quotes in quotes, a space within them. */
const mostRounds = 5;

const known = (code: string): { readonly what: (text: string) => string; readonly taken: (text: string) => string } => {
  const change = changes.find((each) => each.code === code);
  if (!change) throw new RangeError(`There is no change ${code}.`);
  return { what: change.what, taken: (text) => change.undo(text)[0] ?? text };
};
const zeroWidth = known('text.zero-width');
const whiteSpace = known('text.white-space');

/** A picture may be made of several, with joiners between them. */
const hasPictures = /\p{Extended_Pictographic}/u;

const lookUnseen: Look = (text, { isSecret }) => {
  if (!isSecret && hasPictures.test(text)) return null;
  const left = zeroWidth.taken(text);
  return left === text ? null : { what: zeroWidth.what(text), left };
};

/** Any number of them with the white space beside them, inside the text: a terminal or a mail has wrapped it. */
const lineBreaks = /[^\S\r\n\u2028\u2029]*[\r\n\u2028\u2029]\s*/g;

const lookLineBreaks: Look = (text, { isSecret, isPem }) => {
  const count = text.trim().match(lineBreaks)?.length ?? 0;
  if (!isSecret || isPem || count === 0) return null;
  return {
    what: `has ${count === 1 ? 'a line break' : `${String(count)} line breaks`} in it`,
    left: text.replaceAll(lineBreaks, (found, at: number) =>
      at === 0 || at + found.length === text.length ? found : '',
    ),
  };
};

/** `CLIENT_SECRET=…`, as a file of variables has it. The text of a secret itself ends in its equals signs. */
const assignment = /^\s*(?:export\s+|set\s+)?[A-Z][A-Z0-9_]*_[A-Z0-9_]*\s*=\s*(?=[^\s=])/;

const lookAssignment: Look = (text, { isSecret }) =>
  isSecret && assignment.test(text)
    ? { what: 'begins with the name of a variable and an equals sign', left: text.replace(assignment, '') }
    : null;

const scheme = /^\s*(?:authorization\s*:\s*)?bearer[ \t]+(?=\S)/i;

const lookScheme: Look = (text, { isSecret }) =>
  isSecret && scheme.test(text)
    ? { what: 'begins with the word Bearer, which is sent before it anyway', left: text.replace(scheme, '') }
    : null;

const lookQuotes: Look = (text, { isSecret }) => {
  const bare = text.trim();
  const left = unquoted(bare);
  // Of words for people one mark alone may well be meant.
  if (left === null || left === '' || (!isSecret && left.length > bare.length - 2)) return null;
  return { what: 'stands in quotes, which count as a part of it', left };
};

const lookAround: Look = (text, { isPem }) => {
  const left = text.trim();
  if (left === text || isPem) return null;
  return { what: left === '' ? 'is nothing but white space' : whiteSpace.what(text), left };
};

const lookInside: Look = (text, { isSecret, isPem }) =>
  isSecret && !isPem && /\S\s+\S/.test(text) ? { what: whiteSpace.what(text.trim()), left: null } : null;

const isAscii = (character: string): boolean => character.charCodeAt(0) < 0x80;

/** Letters that a keyboard for Latin letters does not have, each as the one that it looks like. */
const asTyped = (text: string): string => Array.from(text, (each) => (isAscii(each) ? each : asSeen(each))).join('');

const lookAlike: Look = (text, { isSecret, isPem }) => {
  // A sentence in another language, or with typographic marks, is meant; a word with one such letter in it is not.
  if (!isSecret && !isPem && /\s/.test(text)) return null;
  const left = asTyped(text);
  if (left === text || !/^[\x20-\x7e\s]*$/.test(left)) return null;
  const count = Array.from(text).filter((each) => !isAscii(each)).length;
  return {
    what: `has ${characters(count)} that only ${count === 1 ? 'looks' : 'look'} like letters or signs of a keyboard`,
    left,
  };
};

const lookMasked: Look = (text) =>
  /[•●∙·]{3}|^[*x]{4,}$|\*{4,}/i.test(text)
    ? { what: 'is what a screen shows in the place of a secret, not the secret', left: null }
    : null;

const emptyFrames = /^(?:<[^<>]+>|\$\{[^{}]+\}|\{\{[^{}]+\}\}|%[A-Z_]+%|\[object \w+\]|undefined|null|NaN)$/;
const emptyWords =
  /^(?:(?:your|my|insert|enter|replace|put|paste)[-_ .]\S.*|change[-_ ]?(?:me|it|this)|secret|password|token|todo|tbd|none|n\/a|\.{2,}|-+)$/i;

const lookPlaceholder: Look = (text, { isSecret }) =>
  emptyFrames.test(text.trim()) || (isSecret && emptyWords.test(text.trim()))
    ? { what: 'looks like words that hold the place of the real one', left: null }
    : null;

const looks: readonly (readonly [OddityCode, Look])[] = [
  ['zero-width', lookUnseen],
  // Before the marks around it are taken for quotes.
  ['placeholder', lookPlaceholder],
  ['masked', lookMasked],
  ['white-space', lookAround],
  ['line-break', lookLineBreaks],
  ['assignment', lookAssignment],
  ['scheme', lookScheme],
  ['quoted', lookQuotes],
  ['look-alike', lookAlike],
];
