import type { JsonKind } from '#shared/text/json-node.ts';

const space = /[ \t\n\r]*/y;
const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const bare = /[^ \t\n\r,:[\]{}"]+/y;
// oxlint-disable-next-line no-control-regex -- RFC 8259 §7: control characters are what a string must not hold.
const plain = /[^"\\\u0000-\u001f]+/y;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

const lengthAt = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex - at : 0;
};

/** What a word between separators is: a literal, a number (RFC 8259 §6), or none of what JSON has. */
export const kindOfBare = (text: string): JsonKind => {
  if (text === 'true' || text === 'false') return 'boolean';
  if (text === 'null') return 'null';
  return number.test(text) ? 'number' : 'error';
};

/** The text that a name or a string stands for, or its source where it is broken. */
export const decodedString = (source: string): string => {
  if (!source.includes('\\') && source.length > 1 && source.startsWith('"') && source.endsWith('"'))
    return source.slice(1, -1);
  try {
    return String(JSON.parse(source));
  } catch {
    return source;
  }
};

/** How much white space stands here. */
export const spaceLength = (source: string, at: number): number =>
  // Mostly there is none: that is told without a pattern.
  source.charCodeAt(at) > 0x20 ? 0 : lengthAt(space, source, at);

/** How long the word is that begins here, up to a separator; 0 where a separator stands. */
export const bareLength = (source: string, at: number): number => lengthAt(bare, source, at);

/** Where the string ends that begins here, behind its quotation mark; one that is not closed ends with its line. Tells what is wrong in it. */
export const endOfString = (source: string, start: number, tell: (message: string, at: number) => void): number => {
  let at = start + 1;
  for (;;) {
    at += lengthAt(plain, source, at);
    const sign = source.charAt(at);
    if (sign === '"') return at + 1;
    if (sign === '' || sign === '\n' || sign === '\r') {
      tell('this string is never closed', start);
      return at;
    }
    const length = lengthAt(escape, source, at);
    if (length === 0)
      tell(sign === '\\' ? 'this escape is not one that JSON has' : 'a control character stands inside a string', at);
    // Behind a backslash that is no escape, a quotation mark is not the end all the same.
    at += length || (sign === '\\' && source.charAt(at + 1) === '"' ? 2 : 1);
  }
};
