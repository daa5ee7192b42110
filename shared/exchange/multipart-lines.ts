const carriageReturn = 0x0d;
const lineFeed = 0x0a;
const dash = 0x2d;

/** A line that separates parts: `from` is where it begins with the line end before it, which belongs to it (RFC 2046 §5.1.1), `to` is behind it. */
export type Delimiter = { readonly from: number; readonly to: number; readonly closes: boolean };

const isAt = (body: Uint8Array, text: Uint8Array, at: number): boolean =>
  text.every((byte, index) => body[at + index] === byte);

/** Where the line that goes on here ends, if nothing but white space is left on it; null where something else is. */
const endOfBlankLine = (body: Uint8Array, start: number): number | null => {
  let at = start;
  while (body[at] === 0x20 || body[at] === 0x09) at += 1;
  if (at >= body.length) return body.length;
  if (body[at] === lineFeed) return at + 1;
  return body[at] === carriageReturn && body[at + 1] === lineFeed ? at + 2 : null;
};

/** Where the line before this place ends without its line end: CRLF, or LF where somebody was careless. */
export const beforeLineEnd = (body: Uint8Array, at: number): number =>
  body[at - 1] === lineFeed ? (body[at - 2] === carriageReturn ? at - 2 : at - 1) : at;

/** The lines of this boundary in order, up to the one that closes the last part; no more than `most`. */
export const delimitersIn = (body: Uint8Array, boundary: string, most: number): readonly Delimiter[] => {
  const line = new TextEncoder().encode(`--${boundary}`);
  const found: Delimiter[] = [];
  for (let at = body.indexOf(dash); at >= 0 && found.length < most; at = body.indexOf(dash, at + 1)) {
    if ((at > 0 && body[at - 1] !== lineFeed) || !isAt(body, line, at)) continue;
    const behind = at + line.length;
    const closes = body[behind] === dash && body[behind + 1] === dash;
    const to = endOfBlankLine(body, closes ? behind + 2 : behind);
    if (to === null) continue;
    found.push({ from: beforeLineEnd(body, at), to, closes });
    if (closes) break;
    at = to - 1;
  }
  return found;
};
