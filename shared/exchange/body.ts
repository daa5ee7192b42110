/** A body as text, with what the text alone would not tell. */
export type BodyText = {
  /** Without the byte order mark. Where the bytes are not valid, U+FFFD stands for what could not be read. */
  readonly text: string;
  /** The character set that was used, as WHATWG names it where known: `utf-8`. */
  readonly charset: string;
  /** False when the bytes are not valid in that character set: the text is not all that came. */
  readonly isExact: boolean;
  /** True when the bytes began with a UTF-8 byte order mark. */
  readonly hasBom: boolean;
  /** One sentence when something about the encoding is odd. */
  readonly problem?: string;
};

const bom = '\u{feff}';

/** The character set that a Content-Type names, in lower case, or null. */
const charsetOf = (contentType: string | undefined): string | null =>
  /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType ?? '')?.[1]?.toLowerCase() ?? null;

type Decoder = InstanceType<typeof TextDecoder>;

/** Making one costs more than a short body takes; there are only so many character sets. */
const decoders = new Map<string, Decoder>();

const decoderOf = (charset: string, fatal: boolean): Decoder | null => {
  const name = `${String(fatal)} ${charset}`;
  const known = decoders.get(name);
  if (known !== undefined) return known;
  const made = makeDecoder(charset, fatal);
  // What nobody knows may be named in any number of ways.
  if (made) decoders.set(name, made);
  return made;
};

const makeDecoder = (charset: string, fatal: boolean): Decoder | null => {
  try {
    return new TextDecoder(charset, { fatal, ignoreBOM: true });
  } catch {
    return null;
  }
};

const decodeWith = (decoder: Decoder | null, bytes: Uint8Array): string | null => {
  try {
    return decoder?.decode(bytes) ?? null;
  } catch {
    return null;
  }
};

/** The text of a body in the character set of its Content-Type, UTF-8 where none is named or it is not known. Refuses nothing. */
export const textOf = (bytes: Uint8Array, contentType?: string): BodyText => {
  const named = charsetOf(contentType);
  const isKnown = named === null || decoderOf(named, false) !== null;
  const charset = named !== null && isKnown ? named : 'utf-8';
  const exact = decodeWith(decoderOf(charset, true), bytes);
  const text = exact ?? decodeWith(decoderOf(charset, false), bytes) ?? '';
  const hasBom = text.startsWith(bom);
  const problem = isKnown
    ? exact === null
      ? `The body is not valid ${charset.toUpperCase()}: what could not be read is shown as \u{fffd}.`
      : undefined
    : 'The character set that Content-Type names is not known: the body is read as UTF-8.';
  return {
    text: hasBom ? text.slice(1) : text,
    charset,
    isExact: exact !== null,
    hasBom,
    ...(problem === undefined ? {} : { problem }),
  };
};

/** The bytes of a text in UTF-8: the other way of `textOf` for every body that is exact and UTF-8. */
export const bytesOf = (text: string, hasBom = false): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(hasBom ? bom + text : text);

// oxlint-disable-next-line no-control-regex -- they are what it looks for.
const controls = /[\u0000-\u0008\u000e-\u001f]/;

/** Whether a text has control characters other than tab and line ends (C0 of ECMA-48): then its bytes were no text for people. */
export const hasControls = (text: string): boolean => controls.test(text);
