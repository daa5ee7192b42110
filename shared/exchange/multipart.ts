import { textOf } from '#shared/exchange/body.ts';
import { beforeLineEnd, delimitersIn } from '#shared/exchange/multipart-lines.ts';
import { headerValue, type HeaderLines } from '#shared/exchange/raw-http.ts';

/** One part of a multipart body. `from` and `to` are the bytes of its content in the body. */
export type FormPart = {
  readonly headers: HeaderLines;
  /** The name of its field; null where it has none, which a form must not (RFC 7578 §4.2). */
  readonly name: string | null;
  /** Null where it is no file. */
  readonly fileName: string | null;
  /** Its media type as it is written; `text/plain` where it tells none (RFC 7578 §4.4). */
  readonly type: string;
  readonly from: number;
  readonly to: number;
};

/** A multipart body taken apart. `problems`: one sentence each about what a strict reader may refuse. */
export type Multipart = { readonly parts: readonly FormPart[]; readonly problems: readonly string[] };

const mostParts = 1000;
/** Bytes of the headers of one part. */
const largestHead = 64 * 1024;

const lineFeed = 0x0a;

/** The boundary that a Content-Type announces (RFC 2046 §5.1.1), or null. */
const boundaryOf = (contentType: string): string | null => {
  const found = /;\s*boundary\s*=\s*(?:"((?:[^"\\]|\\.){1,200})"|([^\s;"]{1,200}))/i.exec(contentType);
  return found?.[1]?.replaceAll(/\\(.)/g, '$1') ?? found?.[2] ?? null;
};

/** Takes a `multipart/form-data` body apart (RFC 7578, RFC 2046 §5.1): a thousand parts at most. Refuses nothing: what is odd is told. */
export const readParts = (body: Uint8Array, contentType: string): Multipart => {
  const boundary = boundaryOf(contentType);
  if (boundary === null)
    return { parts: [], problems: ['Content-Type names no boundary, so the parts cannot be told apart.'] };
  const lines = delimitersIn(body, boundary, mostParts + 1);
  const [first] = lines;
  if (!first) return { parts: [], problems: ['The boundary that Content-Type names is nowhere in the body.'] };
  const isClosed = lines.at(-1)?.closes === true;
  const isCut = !isClosed && lines.length > mostParts;
  const read = lines
    .slice(0, isClosed || isCut ? -1 : undefined)
    .map(({ to }, index) => partIn(body, to, lines[index + 1]?.from ?? body.length));
  const problems = [
    ...(first.from > 0 ? ['Something stands before the first part: nobody reads it.'] : []),
    ...(isClosed || isCut ? [] : ['The last part is not closed: the end of the body is missing.']),
    ...(isCut ? [`Only the first ${String(mostParts)} parts are shown.`] : []),
    ...read.flatMap((each) => each.problems),
  ];
  return { parts: read.map(({ part }) => part), problems: [...new Set(problems)] };
};

const partIn = (
  body: Uint8Array,
  start: number,
  to: number,
): { readonly part: FormPart; readonly problems: readonly string[] } => {
  const head = headIn(body, start, to);
  const disposition = headerValue(head.headers, 'content-disposition') ?? '';
  const name = parameterOf(disposition, 'name');
  const part: FormPart = {
    headers: head.headers,
    name,
    fileName: extendedParameterOf(disposition) ?? parameterOf(disposition, 'filename'),
    type: headerValue(head.headers, 'content-type') ?? 'text/plain',
    from: Math.min(head.end, Math.max(start, to)),
    to: Math.max(head.end, to),
  };
  const nameless = name === null ? ['A part has no name: a form must give each one (RFC 7578 §4.2).'] : [];
  return { part, problems: [...head.problems, ...nameless] };
};

type PartHead = { readonly headers: HeaderLines; readonly end: number; readonly problems: readonly string[] };

/** The header lines of a part, up to the empty line behind them. */
const headIn = (body: Uint8Array, start: number, to: number): PartHead => {
  const headers: [string, string][] = [];
  const problems: string[] = [];
  for (let at = start; at < to && at - start < largestHead;) {
    const end = body.indexOf(lineFeed, at) + 1;
    if (end === 0 || end > to + 2) break;
    const line = body.subarray(at, beforeLineEnd(body, end));
    if (end - at - line.length === 1) problems.push('Lines end with LF alone: RFC 2046 wants CRLF.');
    if (line.length === 0) return { headers, end, problems };
    const { text } = textOf(line);
    const colon = text.indexOf(':');
    const last = headers.at(-1);
    if (/^[ \t]/.test(text) && last) last[1] += ` ${text.trim()}`;
    else if (colon > 0) headers.push([text.slice(0, colon).trim(), text.slice(colon + 1).trim()]);
    else problems.push('A line of a part is no header.');
    at = end;
  }
  return { headers, end: to, problems: [...problems, 'A part has no empty line behind its headers.'] };
};

/** As browsers write it: only the quotation mark and line ends are percent-encoded (WHATWG HTML, multipart/form-data). */
const parameterOf = (disposition: string, name: string): string | null => {
  const found = new RegExp(String.raw`;\s*${name}\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))`, 'i').exec(disposition);
  const value = found?.[1]?.replaceAll(/\\(["\\])/g, '$1') ?? found?.[2];
  return value === undefined
    ? null
    : value.replaceAll(/%(22|0D|0A)/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
};

/** `filename*=UTF-8''…` (RFC 8187), which RFC 7578 §4.2 forbids and people send. */
const extendedParameterOf = (disposition: string): string | null => {
  const found = /;\s*filename\*\s*=\s*utf-8'[^']*'([^\s;]+)/i.exec(disposition)?.[1];
  try {
    return found === undefined ? null : decodeURIComponent(found);
  } catch {
    return null;
  }
};
