/** A body without its content codings (RFC 9110 §8.4.1), or why it cannot be had. */
export type Unpacked =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array;
      /** False where it is longer than is shown, or what came was not all of it. */
      readonly isWhole: boolean;
      /** As the header names them. */
      readonly encoding: string;
    }
  | { readonly ok: false; readonly why: 'unknown' | 'broken'; readonly encoding: string };

/** A kilobyte can unpack to gigabytes: no more than this is made of it. */
const most = 4 * 1024 * 1024;
const mostLayers = 3;

type Format = 'gzip' | 'deflate' | 'deflate-raw';

/** What browsers unpack. `deflate` means zlib, and some send it without (RFC 9110 §8.4.1.2). */
const formats: Readonly<Record<string, readonly Format[]>> = {
  gzip: ['gzip'],
  'x-gzip': ['gzip'],
  deflate: ['deflate', 'deflate-raw'],
};

/** The codings of a Content-Encoding in the order in which they were applied; none where there is nothing to unpack. */
export const codingsOf = (encoding: string | undefined): readonly string[] =>
  (encoding ?? '')
    .split(',')
    .map((each) => each.trim().toLowerCase())
    .filter((each) => each !== '' && each !== 'identity');

/** Unpacks a body, or as much as is shown of it. The browser does it beside the page, in pieces. */
export const unpack = async (bytes: Uint8Array, encoding: string): Promise<Unpacked> => {
  let unpacked = { bytes, isWhole: true };
  const codings = codingsOf(encoding).toReversed();
  if (codings.length > mostLayers) return { ok: false, why: 'unknown', encoding };
  for (const coding of codings) {
    const known = formats[coding];
    if (!known) return { ok: false, why: 'unknown', encoding };
    const next = await firstOf(known, unpacked.bytes);
    if (!next) return { ok: false, why: 'broken', encoding };
    unpacked = { bytes: next.bytes, isWhole: next.isWhole && unpacked.isWhole };
  }
  return { ok: true, ...unpacked, encoding };
};

type Piece = { readonly bytes: Uint8Array; readonly isWhole: boolean };

const firstOf = async (tried: readonly Format[], bytes: Uint8Array): Promise<Piece | null> => {
  for (const format of tried) {
    const piece = await inflate(bytes, format);
    if (piece.bytes.length > 0 || piece.isWhole) return piece;
  }
  return null;
};

/** What is wrong with the bytes is told by the reading end. */
const ignore = (): undefined => undefined;

const inflate = async (bytes: Uint8Array, format: Format): Promise<Piece> => {
  const stream = new DecompressionStream(format);
  const writer = stream.writable.getWriter();
  writer.write(Uint8Array.from(bytes)).catch(ignore);
  writer.close().catch(ignore);
  const reader = (stream.readable as ReadableStream<Uint8Array>).getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  let isWhole = false;
  try {
    while (length < most) {
      const { done, value } = await reader.read();
      if (done) {
        isWhole = true;
        break;
      }
      pieces.push(value);
      length += value.length;
    }
    if (!isWhole) await reader.cancel();
  } catch {
    // Cut off, or no such stream: what was read before is shown.
  }
  return { bytes: joined(pieces, Math.min(length, most)), isWhole };
};

const joined = (pieces: readonly Uint8Array[], length: number): Uint8Array => {
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece.subarray(0, length - at), at);
    at = Math.min(length, at + piece.length);
  }
  return all;
};
