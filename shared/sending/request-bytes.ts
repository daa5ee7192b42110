import { bytesOf } from '#shared/exchange/body.ts';
import type { HeaderLines, RawRequest } from '#shared/exchange/raw-http.ts';
import { readAddress } from '#shared/exchange/written-request.ts';
import { decodeBase64, encodeBase64 } from '#shared/text/base64.ts';
import type { EditedRequest } from './edited-request.ts';

/** Lines that the new connection tells for itself. */
const ofConnection = new Set(['host', 'content-length', 'connection', 'keep-alive', 'transfer-encoding', 'expect']);

/** The lines of a request that was captured without those that belong to its connection: they are told anew when it is sent again. */
export const withoutConnection = (headers: HeaderLines): HeaderLines =>
  headers.filter(([name]) => !ofConnection.has(name.toLowerCase()));

/** The bytes that a request without issues stands for. */
export const requestBytes = ({
  method,
  url,
  headers,
  body,
}: EditedRequest): RawRequest & { readonly origin: string } => {
  const { origin, target } = readAddress(url) ?? { origin: '', target: '/' };
  return { method, origin, target, headers, body: 'text' in body ? bytesOf(body.text) : bytesOfBase64(body.base64) };
};

const bytesOfBase64 = (base64: string): Uint8Array => {
  const decoded = decodeBase64(base64);
  return decoded.ok ? decoded.bytes : new Uint8Array();
};

/** A request as it opens in the editor: to `origin`, as it was; its body as text where that is all of it. */
export const editedRequestOf = (
  { method, target, headers, body }: RawRequest,
  { origin, channelId }: { readonly origin: string; readonly channelId: string | null },
): EditedRequest => ({
  channelId,
  method,
  url: /^https?:\/\//i.test(target) ? target : origin + target,
  headers: withoutConnection(headers).map(([name, value]) => [name, value]),
  body: editedBodyOf(body),
  sign: 'as-is',
  withVariables: false,
});

/** A body as text where that is all of it, else as base64. */
export const editedBodyOf = (bytes: Uint8Array): EditedRequest['body'] => {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const again = bytesOf(text);
  const isExact = again.byteLength === bytes.byteLength && again.every((byte, at) => byte === bytes[at]);
  return isExact ? { text } : { base64: encodeBase64(bytes) };
};
