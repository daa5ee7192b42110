import { bytesOf } from '#shared/exchange/body.ts';
import { headerValue, type HeaderLines, type RawRequest } from '#shared/exchange/raw-http.ts';
import { readAddress, type WrittenRequest } from '#shared/exchange/written-request.ts';

const requestLine = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \t]+(\/\S*|\*|https?:\/\/\S+)(?:[ \t]+HTTP\/\d(?:\.\d)?)?[ \t]*$/;
const headerLine = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \t]*:(.*)$/;

/** Whether the first line is a request line (RFC 9112 §3), with or without its version. */
export const looksLikeHttp = (text: string): boolean => {
  const line = /^\s*([^\r\n]*)/.exec(text)?.[1] ?? '';
  return /^[A-Z]{3,10}[ \t]+(?:\/|\*|https?:\/\/)\S*(?:[ \t]+HTTP\/\d(?:\.\d)?)?[ \t]*$/.test(line);
};

/**
 * A request as it is on the wire (RFC 9112): request line, header lines, an empty line, the body. Lines end with LF or CRLF. What an
 * editor adds behind a body whose length is told is left out; a chunked body is put together. Refuses what is no request, by its line.
 */
export const readHttpText = (text: string): WrittenRequest => {
  const start = text.length - text.trimStart().length;
  const whole = text.slice(start);
  if (/^HTTP\/\d/.test(whole)) return refuse('This is a response: paste the request that it answers.');
  const split = /\r?\n\r?\n/.exec(whole);
  const lines = (split ? whole.slice(0, split.index) : whole.trimEnd()).split(/\r?\n/);
  const [first = '', ...rest] = lines;
  const found = requestLine.exec(first);
  if (!found) return refuse('Line 1: this is no request line, as in POST /path HTTP/1.1.');
  const headers: (readonly [string, string])[] = [];
  for (const [index, line] of rest.entries()) {
    const last = headers.at(-1);
    const named = headerLine.exec(line);
    // A folded line goes on with the one before (RFC 9112 §5.2).
    if (/^[ \t]/.test(line) && last) headers.splice(-1, 1, [last[0], `${last[1]} ${line.trim()}`]);
    else if (named) headers.push([named[1] ?? '', (named[2] ?? '').trim()]);
    else
      return refuse(`Line ${String(index + 2)}: this is no header, as in Name: value. An empty line ends the headers.`);
  }
  const [, method = '', written = ''] = found;
  const address = readAddress(written);
  const body = bytesOf(split ? whole.slice(split.index + split[0].length) : '');
  return {
    ok: true,
    origin: address?.origin ?? null,
    request: { method, target: address?.target ?? written, headers, body: framed(body, headers) },
  };
};

const refuse = (problem: string): WrittenRequest => ({ ok: false, problem });

const framed = (body: Uint8Array, headers: HeaderLines): RawRequest['body'] => {
  if (/\bchunked\b/i.test(headerValue(headers, 'transfer-encoding') ?? '')) return unchunked(body) ?? body;
  const length = headerValue(headers, 'content-length');
  if (length === undefined || !/^\d{1,12}$/.test(length) || body.byteLength <= Number(length)) return body;
  const behind = body.subarray(Number(length));
  return behind.every((byte) => byte === 10 || byte === 13) ? body.slice(0, Number(length)) : body;
};

/** The body without its chunks (RFC 9112 §7.1), or null where it is not chunked in truth. */
const unchunked = (body: Uint8Array): Uint8Array | null => {
  const bytes: number[] = [];
  let at = 0;
  while (at < body.byteLength) {
    const lineEnd = body.indexOf(10, at);
    if (lineEnd < 0) return null;
    const size = /^([0-9a-fA-F]{1,8})[ \t]*(?:;.*)?\r?$/.exec(
      String.fromCharCode(...body.subarray(at, Math.min(lineEnd, at + 200))),
    );
    if (!size) return null;
    const length = Number.parseInt(size[1] ?? '', 16);
    if (length === 0) return Uint8Array.from(bytes);
    const from = lineEnd + 1;
    if (from + length > body.byteLength) return null;
    for (const byte of body.subarray(from, from + length)) bytes.push(byte);
    at = from + length;
    if (body[at] === 13) at += 1;
    if (body[at] !== 10) return null;
    at += 1;
  }
  return null;
};
