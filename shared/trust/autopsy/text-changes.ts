import type { CauseCode } from '#shared/trust/autopsy/causes.ts';
import {
  base64Decoded,
  htmlUnescaped,
  unquoted,
  urlDecodings,
  utf8Again,
} from '#shared/trust/autopsy/text-encodings.ts';
import { asSeen, strangerIn } from '#shared/trust/autopsy/text-look-alikes.ts';
import { characters } from '#shared/trust/autopsy/text-words.ts';

/** One thing that happens to a text on its way, and how to take it back. */
export type Change = {
  readonly code: CauseCode;
  /** The text as it may have been before; empty where this did not happen to it. */
  readonly undo: (text: string) => readonly string[];
  /** What is wrong with the text that it happened to: goes on after “the token has …” or “the token is …”. */
  readonly what: (text: string) => string;
  /** How it was taken back: begins the sentence of the proof. */
  readonly undone: string;
  /** What the sender does about it. */
  readonly sent: string;
  /** What is done about it where it happened to the text in the settings. */
  readonly kept: string;
  /** True where a setting can be mended by cutting its ends. */
  readonly isTrim?: boolean;
};

/** All that `trim` takes but the byte order mark, which has no width. */
const around = /^[^\S\u{feff}]+|[^\S\u{feff}]+$/gu;
const anyWhiteSpace = /[^\S\u{feff}]+/gu;
// What Unicode asks a screen to leave out (joiners, marks of direction, soft hyphen, byte order mark: UAX #44), and control characters.
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu;
const isWhite = /^[^\S\u{feff}]$/u;

const whiteNames: Readonly<Record<string, string>> = {
  '\n': 'line feed',
  '\r': 'carriage return',
  '\t': 'tab',
  ' ': 'space',
  '\u{a0}': 'no-break space',
};

const named = (white: string): string =>
  [...new Set(Array.from(white, (each) => whiteNames[each] ?? 'other white space'))].join(' and ');

const whitePlace = (text: string): string => {
  const before = /^[^\S\u{feff}]+/u.exec(text)?.[0] ?? '';
  const behind = /[^\S\u{feff}]+$/u.exec(text)?.[0] ?? '';
  if (before === '' && behind === '')
    return `has white space inside it (${named((text.match(anyWhiteSpace) ?? []).join(''))})`;
  const where = [before && `before it (${named(before)})`, behind && `behind it (${named(behind)})`].filter(Boolean);
  return `has white space ${where.join(' and ')}`;
};

const withoutUnseen = (text: string): string => text.replaceAll(unseen, (each) => (isWhite.test(each) ? each : ''));

const unseenPlace = (text: string): string => {
  const at = Array.from(text).findIndex((each) => withoutUnseen(each) === '');
  const count = Array.from(text).length - Array.from(withoutUnseen(text)).length;
  return `has ${characters(count)} without width, the first in place ${String(at + 1)}`;
};

const other = (text: string, ...found: readonly (string | null)[]): readonly string[] =>
  found.filter((each): each is string => each !== null && each !== text && each !== '');

/** From the cheapest to the dearest; of two that would do, the one that people meet more often is first. */
export const changes: readonly Change[] = [
  {
    code: 'text.white-space',
    undo: (text) => other(text, text.replaceAll(around, ''), text.replaceAll(anyWhiteSpace, '')),
    what: whitePlace,
    undone: 'With the white space taken away',
    sent: 'Send it without white space: where it is read from a file, cut the line break at its end.',
    kept: 'Take the white space out of the setting.',
    isTrim: true,
  },
  {
    code: 'text.case',
    undo: (text) => other(text, text.toLowerCase()),
    what: () => 'is in another case: capitals and small letters differ',
    undone: 'With all letters small on both sides',
    sent: 'Send it with the capitals and small letters that it has in the channel, and let nothing on the way change them.',
    kept: 'Compare capitals and small letters of the setting with the original.',
  },
  {
    code: 'text.quoted',
    undo: (text) => other(text, unquoted(text)),
    what: () => 'stands in quotes, which count as a part of it',
    undone: 'With the quotes taken away',
    sent: 'Send it without quotes: look at the shell, the file of variables or the template that adds them.',
    kept: 'Take the quotes out of the setting.',
  },
  {
    code: 'text.plus',
    undo: (text) => other(text, text.replaceAll(' ', '+')),
    what: () => 'differs by plus signs and spaces, which were taken for each other',
    undone: 'With each space as a plus sign',
    sent: 'Write a plus sign as %2B in a query or form, and a space as %20: a bare + is read as a space there.',
    kept: 'Write a plus sign as %2B in a query or form, and a space as %20: + is read as a space there, and only there.',
  },
  {
    code: 'text.url-encoded',
    undo: (text) => {
      const once = urlDecodings(text);
      return [...once, ...once.flatMap(urlDecodings)];
    },
    what: () => 'is URL-encoded once too often',
    undone: 'URL-decoded',
    sent: 'URL-encode it once in a query or a path, and not at all in a header or a body.',
    kept: 'Put the decoded text into the setting, or encode it once more where it is sent.',
  },
  {
    code: 'text.html-escaped',
    undo: (text) => other(text, htmlUnescaped(text), htmlUnescaped(htmlUnescaped(text))),
    what: () => 'is HTML-escaped',
    undone: 'With the HTML character references read',
    sent: 'Send the plain text: take the escaping for HTML out of the way that the token goes.',
    kept: 'Put the text without HTML escaping into the setting.',
  },
  {
    code: 'text.zero-width',
    undo: (text) => other(text, withoutUnseen(text)),
    what: unseenPlace,
    undone: 'With the characters without width taken away',
    sent: 'Type it anew, or copy it from the channel itself: a page or a chat added characters that nobody sees.',
    kept: 'Type the setting anew: it holds characters that nobody sees.',
  },
  {
    code: 'text.normalisation',
    undo: (text) => other(text, text.normalize('NFC')),
    what: () => 'has the same letters in another Unicode composition',
    undone: 'In the normal form NFC on both sides (UAX #15)',
    sent: 'Use letters without accents in a token, or normalise it to NFC before it is sent.',
    kept: 'Type the setting anew, or use letters without accents.',
  },
  {
    code: 'text.look-alike',
    undo: (text) => other(text, asSeen(text)),
    what: (text) => {
      const stranger = strangerIn(text);
      return stranger === null
        ? 'has a letter or digit that only looks the same, such as O for 0'
        : `has a character in place ${String(stranger.at)} that only looks the same: it is ${stranger.what}`;
    },
    undone: 'With each look-alike as the Latin letter that it looks like',
    sent: 'Copy it from the channel instead of typing it, or from a page that does not replace letters.',
    kept: 'Copy the setting from where it was made instead of typing it.',
  },
  {
    code: 'text.base64',
    undo: (text) => other(text, base64Decoded(text)),
    what: () => 'is base64 of it',
    undone: 'Decoded from base64',
    sent: 'Decode it from base64 before it is sent, as secrets of a cluster or a vault are kept so.',
    kept: 'Put the decoded text into the setting.',
  },
  {
    code: 'text.charset',
    undo: (text) => other(text, utf8Again(text)),
    what: () => 'was read in another character set than it was written in',
    undone: 'With its bytes read as UTF-8',
    sent: 'Use ASCII characters only in a token: headers have no character set of their own.',
    kept: 'Type the setting anew in ASCII characters only.',
  },
];
