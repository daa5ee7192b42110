/** One event of a `text/event-stream`: its `id` (the last one seen, empty when none was) and its data, lines joined by `\n`. */
export type StreamEvent = { readonly id: string; readonly data: string };

/** An event as text for the wire. `data` must be one line, as `JSON.stringify` makes it. */
export const streamEventText = (event: StreamEvent): string => `id: ${event.id}\ndata: ${event.data}\n\n`;

/** A line that keeps a connection alive and means nothing. */
export const streamComment = ': still here\n\n';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Reads a `text/event-stream` (WHATWG HTML §9.2) from bytes in whatever chunks they come: lines end in LF, CR or CRLF, comments and
 * unknown fields are left out, an event without data or without its closing empty line is none.
 */
export const createStreamReader = (onEvent: (event: StreamEvent) => void): ((chunk: Uint8Array) => void) => {
  const readLine = createLineReader(onEvent);
  // Kept as bytes until a line is whole: a chunk may end inside a character, and a long line must not be copied for each chunk.
  let parts: Uint8Array[] = [];
  let skipsLineFeed = false;
  return (chunk) => {
    let start = 0;
    for (let index = 0; index < chunk.length; index += 1) {
      const byte = chunk[index];
      if (byte !== lineFeed && byte !== carriageReturn) {
        skipsLineFeed = false;
        continue;
      }
      if (byte === lineFeed && skipsLineFeed) {
        skipsLineFeed = false;
        start = index + 1;
        continue;
      }
      parts.push(chunk.subarray(start, index));
      readLine(textOf(parts));
      parts = [];
      start = index + 1;
      skipsLineFeed = byte === carriageReturn;
    }
    // Copied, because the caller may use its buffer again.
    if (start < chunk.length) parts.push(chunk.slice(start));
  };
};

const createLineReader = (onEvent: (event: StreamEvent) => void): ((line: string) => void) => {
  let id = '';
  let data: string[] = [];
  return (line) => {
    if (line === '') {
      if (data.length > 0) onEvent({ id, data: data.join('\n') });
      data = [];
      return;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
    if (field === 'data') data.push(value);
    else if (field === 'id' && !value.includes('\0')) id = value;
  };
};

const textOf = (parts: readonly Uint8Array[]): string => {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return new TextDecoder('utf-8').decode(bytes);
};
