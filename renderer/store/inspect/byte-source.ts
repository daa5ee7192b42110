import type { BodyPart, Exchange } from '#shared/exchange/exchange.ts';
import type { Actions } from '../actions.ts';

/** Bytes that are read in slices when they are looked at. */
export type ByteSource = {
  readonly total: number;
  readonly read: (from: number, length: number) => Promise<ShownBytes>;
};

/** Bytes, or bytes some of which are not shown. */
export type ShownBytes = Uint8Array | Int16Array;

/** Bytes as they are. */
type PlainSource = Omit<ByteSource, 'read'> & { readonly read: (from: number, length: number) => Promise<Uint8Array> };

type Reading = Pick<Actions, 'readBody'>;

/** The bytes of a body. */
export const bodySource = (actions: Reading, id: number, part: BodyPart, total: number): PlainSource => ({
  total,
  read: async (from, length) => (await actions.readBody(id, part, from, length)).bytes,
});

/** The start line of a request or response, as it was on the wire. */
export const startLineOf = (exchange: Exchange, part: BodyPart): string => {
  if (part === 'request') return `${exchange.summary.method} ${exchange.target} HTTP/${exchange.request.httpVersion}`;
  const { response } = exchange;
  return response ? `HTTP/${response.httpVersion} ${String(response.status)} ${response.reason}`.trim() : '';
};

/** The head as it was on the wire, each line with its end and the empty line behind them: one character for each byte. */
export const headText = (exchange: Exchange, part: BodyPart): string =>
  [startLineOf(exchange, part), ...(exchange[part]?.headers ?? []).map(([name, value]) => `${name}: ${value}`)]
    .map((line) => `${line}\r\n`)
    .join('')
    .concat('\r\n');

/** Characters as the bytes that they stand for in a head; one that is no byte is written in UTF-8. */
export const headBytes = (head: string): Uint8Array =>
  /[^\0-\u00ff]/.test(head) ? new TextEncoder().encode(head) : Uint8Array.from(head, (sign) => sign.charCodeAt(0));

/** Head and body of one side, one behind the other. */
export const wireSource = (actions: Reading, exchange: Exchange, part: BodyPart): PlainSource => {
  const head = headBytes(headText(exchange, part));
  const body = bodySource(actions, exchange.summary.id, part, exchange[part]?.bodyBytes ?? 0);
  return {
    total: head.length + body.total,
    read: async (from, length) => {
      const own = head.subarray(from, from + length);
      const rest = length - own.length;
      if (rest === 0 || body.total === 0) return own;
      const more = await body.read(Math.max(0, from - head.length), rest);
      const all = new Uint8Array(own.length + more.length);
      all.set(own);
      all.set(more, own.length);
      return all;
    },
  };
};
