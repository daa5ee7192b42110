import { mask, redact } from '#shared/channel/redact.ts';
import type { Exchange } from '#shared/exchange/exchange.ts';
import type { HeaderLines } from '#shared/exchange/raw-http.ts';

/** A compact JWS: the first two parts say what a person needs, the third is what makes it valid. */
const signedToken = /\b(ey[\w-]+\.[\w-]+)\.[\w-]+/g;

/** Headers that carry a credential, whoever names them. */
const credentialHeader = /authorization|cookie|token|secret|api-?key|access-key|signature/i;

/** Text in which every token has lost its signature and every known secret is masked, inside JSON as well. */
export const maskText = (text: string, secrets: readonly string[]): string =>
  redact(text.replaceAll(signedToken, `$1.${mask}`), [...secrets, ...secrets.map(insideJson)]);

/** A header line that can be shown: of a credential that is no token nothing is left but its scheme. */
const maskHeader = (name: string, value: string, secrets: readonly string[]): string => {
  const masked = maskText(value, secrets);
  if (!credentialHeader.test(name) || masked !== value) return masked;
  const scheme = /^(?:bearer|basic|digest) /i.exec(value)?.[0] ?? '';
  return `${scheme}${mask}`;
};

const maskHeaders = (headers: HeaderLines, secrets: readonly string[]): HeaderLines =>
  headers.map(([name, value]) => [name, maskHeader(name, value, secrets)]);

/** An exchange that can be shown to anyone: no signature, no credential, no known secret. */
export const maskExchange = (exchange: Exchange, secrets: readonly string[]): Exchange => {
  const shown = JSON.parse(maskText(JSON.stringify(exchange), secrets)) as Exchange;
  const { request, response } = exchange;
  return {
    ...shown,
    request: { ...shown.request, headers: maskHeaders(request.headers, secrets) },
    response: shown.response && response && { ...shown.response, headers: maskHeaders(response.headers, secrets) },
  };
};

/** A secret as it stands inside JSON text. */
const insideJson = (secret: string): string => JSON.stringify(secret).slice(1, -1);
