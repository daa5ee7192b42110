import type { Harness } from '#shared/contract/harness.ts';
import type { BodyPart, Exchange } from '#shared/exchange/exchange.ts';
import { headerValue, type HeaderLines } from '#shared/exchange/raw-http.ts';
import { textOf } from '#shared/exchange/body.ts';
import { maskExchange, maskText } from './mask-exchange.ts';

/** As much of a body as a terminal can use; the rest stays in the store. */
const shownBytes = 1024 * 1024;

type ShownBody = { readonly bytes: number; readonly isWhole: boolean } & (
  | { readonly text: string }
  | { readonly base64: string }
);

export type ShownExchange = Exchange & {
  readonly requestBody: ShownBody;
  readonly responseBody: ShownBody | null;
};

/** An exchange with its bodies as text, or base64 where they are not text, with every secret masked. */
export const shownExchange = async (
  harness: Harness,
  exchange: Exchange,
  secrets: readonly string[],
): Promise<ShownExchange> => ({
  ...maskExchange(exchange, secrets),
  requestBody: await shownBody(harness, exchange, 'request', exchange.request.headers, secrets),
  responseBody:
    exchange.response && (await shownBody(harness, exchange, 'response', exchange.response.headers, secrets)),
});

const shownBody = async (
  harness: Harness,
  { summary: { id } }: Exchange,
  part: BodyPart,
  headers: HeaderLines,
  secrets: readonly string[],
): Promise<ShownBody> => {
  const { base64, total } = await harness.readBody({ id, part, from: 0, length: shownBytes });
  const bytes = Buffer.from(base64, 'base64');
  const size = { bytes: total, isWhole: bytes.byteLength === total };
  const { text, isExact } = textOf(bytes, headerValue(headers, 'content-type'));
  // Bytes that are not text could hide a secret from the mask: then the size has to do.
  return isExact
    ? { ...size, text: maskText(text, secrets) }
    : { ...size, base64: holdsSecret(bytes, secrets) ? '' : base64 };
};

const holdsSecret = (bytes: Buffer, secrets: readonly string[]): boolean =>
  secrets.some((secret) => secret !== '' && bytes.includes(secret));
