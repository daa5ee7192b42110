import { bytesOf, textOf } from '#shared/exchange/body.ts';

/** One word of a command, as a program would get it: the bytes, and the same as text. */
export type ShellWord = { readonly text: string; readonly bytes: Uint8Array };

/** The words of the first command, or one sentence about what only a shell or a machine could fill in. */
export type ShellWords =
  | { readonly ok: true; readonly words: readonly ShellWord[] }
  | { readonly ok: false; readonly problem: string };

/** What is being put together: bytes, because `$'\xc3\xa9'` names them one by one. `isBegun` tells '' from nothing. */
type Open = { bytes: number[]; isBegun: boolean };

type Reader = { readonly text: string; at: number };

class Unreadable extends Error {}

/**
 * Splits a command as a POSIX shell does (POSIX.1-2024, Shell Command Language §2.2), with `$'…'` of the same standard (§2.2.4): quotes,
 * backslashes, line continuations. Ends at the end of the first command, and leaves out where its output goes. Never runs anything:
 * variables, substitutions and input from a file are refused.
 */
export const shellWords = (text: string): ShellWords => {
  const reader: Reader = { text, at: 0 };
  const words: ShellWord[] = [];
  try {
    for (;;) {
      const word = nextWord(reader);
      if (!word) return { ok: true, words };
      words.push(word);
    }
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.message };
    throw error;
  }
};

const nextWord = (reader: Reader): ShellWord | null => {
  const open: Open = { bytes: [], isBegun: false };
  while (reader.at < reader.text.length) {
    const character = characterAt(reader);
    if (/\s/.test(character)) {
      if (open.isBegun || (character === '\n' && open.bytes.length > 0)) break;
      reader.at += 1;
    } else if ('|;&'.includes(character)) {
      reader.at = reader.text.length;
    } else if (character === '>') {
      passOverOutput(reader, open);
    } else if (character === '#' && !open.isBegun) {
      passOverLine(reader);
    } else {
      readPiece(reader, open, character);
    }
  }
  return open.isBegun ? finished(open) : null;
};

const finished = ({ bytes }: Open): ShellWord => {
  const all = Uint8Array.from(bytes);
  const { text, hasBom } = textOf(all);
  return { text: hasBom ? `\u{feff}${text}` : text, bytes: all };
};

/** One whole character, also where it takes two units. */
const characterAt = ({ text, at }: Reader): string => String.fromCodePoint(text.codePointAt(at) ?? 0);

const add = (open: Open, text: string): void => {
  open.isBegun = true;
  for (const byte of bytesOf(text)) open.bytes.push(byte);
};

const passOverLine = (reader: Reader): void => {
  const end = reader.text.indexOf('\n', reader.at);
  reader.at = end < 0 ? reader.text.length : end;
};

/** `2>/dev/null`, `> out.json`, `2>&1`: where the output goes changes nothing about the request. */
const passOverOutput = (reader: Reader, open: Open): void => {
  if (open.isBegun && open.bytes.every((byte) => byte >= 0x30 && byte <= 0x39)) {
    open.bytes = [];
    open.isBegun = false;
  }
  const rest = /^>[>|&]?[ \t]*[^\s|;&<>]*/.exec(reader.text.slice(reader.at));
  reader.at += rest?.[0].length ?? 1;
};

const readPiece = (reader: Reader, open: Open, character: string): void => {
  switch (character) {
    case "'":
      readSingle(reader, open);
      break;
    case '"':
      readDouble(reader, open);
      break;
    case '\\':
      readEscape(reader, open);
      break;
    case '$':
      readDollar(reader, open);
      break;
    case '`':
      throw new Unreadable(substituted);
    case '<':
      throw new Unreadable('It reads from a file (<), which is not here: paste what the file holds instead.');
    default:
      add(open, character);
      reader.at += character.length;
  }
};

const substituted = 'It runs another command (`…` or $(…)), which only a shell can do: paste what it gives instead.';

const readSingle = (reader: Reader, open: Open): void => {
  const end = reader.text.indexOf("'", reader.at + 1);
  if (end < 0) throw new Unreadable("A quotation mark (') is not closed: was all of the command copied?");
  add(open, reader.text.slice(reader.at + 1, end));
  reader.at = end + 1;
};

/** Outside of quotes: the next character as it stands; a backslash at the end of a line joins two lines. */
const readEscape = (reader: Reader, open: Open): void => {
  const lineEnd = /^\\\r?\n/.exec(reader.text.slice(reader.at, reader.at + 3));
  reader.at += lineEnd?.[0].length ?? 1;
  if (lineEnd || reader.at >= reader.text.length) return;
  const character = characterAt(reader);
  add(open, character);
  reader.at += character.length;
};

const readDouble = (reader: Reader, open: Open): void => {
  open.isBegun = true;
  reader.at += 1;
  while (reader.at < reader.text.length) {
    const character = characterAt(reader);
    if (character === '"') {
      reader.at += 1;
      return;
    }
    if (character === '`') throw new Unreadable(substituted);
    if (character === '$') refuseVariable(reader);
    if (character === '\\' && /^[$`"\\\r\n]$/.test(reader.text.charAt(reader.at + 1))) readEscape(reader, open);
    else {
      add(open, character);
      reader.at += character.length;
    }
  }
  throw new Unreadable('A quotation mark (") is not closed: was all of the command copied?');
};

const refuseVariable = ({ text, at }: Reader): void => {
  const rest = text.slice(at, at + 100);
  if (rest.startsWith('$(')) throw new Unreadable(substituted);
  const name = /^\$\{?([A-Za-z_]\w{0,60}|[0-9@*#?$!-])/.exec(rest)?.[1];
  if (name !== undefined)
    throw new Unreadable(`It uses a variable ($${name}), which only a shell can fill in: paste the value instead.`);
};

const readDollar = (reader: Reader, open: Open): void => {
  if (reader.text.charAt(reader.at + 1) === "'") {
    readDollarQuotes(reader, open);
    return;
  }
  refuseVariable(reader);
  // $"…" is a text to be translated: the same as "…" here.
  if (reader.text.charAt(reader.at + 1) !== '"') add(open, '$');
  reader.at += 1;
};

const named: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  e: 27,
  E: 27,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
  v: 11,
  '\\': 92,
  "'": 39,
  '"': 34,
  '?': 63,
};

const readDollarQuotes = (reader: Reader, open: Open): void => {
  open.isBegun = true;
  reader.at += 2;
  while (reader.at < reader.text.length) {
    const character = characterAt(reader);
    if (character === "'") {
      reader.at += 1;
      return;
    }
    if (character === '\\') readDollarEscape(reader, open);
    else {
      add(open, character);
      reader.at += character.length;
    }
  }
  throw new Unreadable("A quotation mark ($') is not closed: was all of the command copied?");
};

/** Bytes by their number, characters by theirs (as bash and zsh have them), controls by their letter. */
const readDollarEscape = (reader: Reader, open: Open): void => {
  const rest = reader.text.slice(reader.at + 1, reader.at + 10);
  const unicode = /^(?:u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8}))/.exec(rest);
  const byte = /^(?:x([0-9a-fA-F]{1,2})|([0-7]{1,3})|c([@-_a-z]))/.exec(rest);
  const value = named[rest.charAt(0)];
  if (unicode) {
    const code = Number.parseInt(unicode[1] ?? unicode[2] ?? '', 16);
    reader.at += 1 + unicode[0].length;
    add(open, codePoints(code, reader));
  } else if (byte) {
    reader.at += 1 + byte[0].length;
    const [, hex, octal, control] = byte;
    const code =
      hex === undefined
        ? octal === undefined
          ? (control ?? '@').charCodeAt(0) & 31
          : Number.parseInt(octal, 8) & 255
        : Number.parseInt(hex, 16);
    open.bytes.push(code);
  } else if (value === undefined) {
    add(open, '\\');
    reader.at += 1;
  } else {
    open.bytes.push(value);
    reader.at += 2;
  }
};

/** Browsers write a character beyond the first plane as two halves, one after the other. */
const codePoints = (code: number, reader: Reader): string => {
  if (code > 0x10ffff) return '\u{fffd}';
  if (code < 0xd800 || code > 0xdbff) return String.fromCodePoint(code);
  const low = /^\\u([dD][c-fC-F][0-9a-fA-F]{2})/.exec(reader.text.slice(reader.at, reader.at + 6));
  if (!low) return '\u{fffd}';
  reader.at += 6;
  return String.fromCodePoint(code, Number.parseInt(low[1] ?? '', 16));
};
