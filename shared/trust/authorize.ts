import { bytesOf, textOf } from '#shared/exchange/body.ts';
import { headerValue, pathOf, type HeaderLines, type RawRequest } from '#shared/exchange/raw-http.ts';
import { fillPath, matchPath } from '#shared/platforms/route.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { isJsonObject } from '#shared/text/json.ts';
import { byteText, bytesOfByteText } from '#shared/text/byte-text.ts';
import { pointerNames } from '#shared/text/json-pointer.ts';
import { withJsonValue } from '#shared/text/json-splice.ts';
import { parseJson } from '#shared/text/parse-json.ts';
import { wellFormed } from '#shared/text/well-formed.ts';
import { bearerToken, decodeJwt } from '#shared/trust/jwt.ts';
import { mintWith, validClaims } from '#shared/trust/mint-presets.ts';
import type { TokenCrypto } from '#shared/trust/token-crypto.ts';
import type { CredentialSpot, JwtModel, TrustModel } from '#shared/trust/trust-model.ts';

type Maker = { readonly now: number; readonly id: () => string; readonly tokens: Pick<TokenCrypto, 'sign'> };

/**
 * The request with the channel's own, valid credential in the place where it belongs: a token is signed anew with the claims that
 * it had, a text is written as the channel expects it. Everything else stays as it is. Refuses a channel whose key cannot sign.
 */
export const authorize = async (request: RawRequest, model: TrustModel, maker: Maker): Promise<RawRequest> => {
  if (model.kind === 'jwt') return writeCredential(request, model.spot, await renewed(request, model, maker));
  return model.credentials.reduce(
    (authorized, { spot, expected }) => (expected === '' ? authorized : writeCredential(authorized, spot, expected)),
    request,
  );
};

const renewed = (request: RawRequest, model: JwtModel, { tokens, ...stamp }: Maker): Promise<string> => {
  const value = headerValue(request.headers, model.spot.name) ?? '';
  const before = decodeJwt(bearerToken(value) ?? value).payload.json ?? {};
  const { nbf: _nbf, ...kept } = before;
  const { sub, ...fresh } = validClaims(model, stamp);
  return mintWith('channel', { ...(sub === undefined ? {} : { sub }), ...kept, ...fresh }, model, tokens);
};

/** The request with this text in the place of a credential, behind its scheme; no other byte changes. */
export const writeCredential = (request: RawRequest, spot: CredentialSpot, value: string): RawRequest => {
  switch (spot.in) {
    case 'header':
      return {
        ...request,
        headers: withHeader(request.headers, spot.name, [spot.scheme, value].filter(Boolean).join(' ')),
      };
    case 'query':
      return { ...request, target: withQuery(request.target, spot.name, value) };
    case 'body':
      return withBody(request, spot.pointer, value);
    case 'path': {
      const path = pathOf(request.target);
      const values = matchPath(spot.template, path);
      if (!values) return request;
      return {
        ...request,
        target: request.target.replace(path, fillPath(spot.template, { ...values, [spot.name]: value })),
      };
    }
    default:
      return assertNever(spot);
  }
};

/** The lines with this header once, where it stood first, else at the end. */
export const withHeader = (headers: HeaderLines, name: string, value: string): HeaderLines => {
  const isIt = ([each]: HeaderLines[number]): boolean => each.toLowerCase() === name.toLowerCase();
  const first = headers.findIndex(isIt);
  if (first < 0) return [...headers, [name, value]];
  return headers.flatMap((line, index) => (index === first ? [[line[0], value] as const] : isIt(line) ? [] : [line]));
};

/** Only the value of this name is another one: what else stands in the query keeps its encoding. */
const withQuery = (target: string, name: string, value: string): string => {
  const start = target.indexOf('?');
  const pairs = start < 0 || start === target.length - 1 ? [] : target.slice(start + 1).split('&');
  const isIt = (pair: string): boolean => [...new URLSearchParams(pair)][0]?.[0] === name;
  const written = `${encodeURIComponent(name)}=${encodeURIComponent(wellFormed(value))}`;
  const first = pairs.findIndex(isIt);
  const after =
    first < 0
      ? [...pairs, written]
      : pairs.flatMap((pair, index) => (index === first ? [written] : isIt(pair) ? [] : [pair]));
  return `${start < 0 ? target : target.slice(0, start)}?${after.join('&')}`;
};

const inBytes = (text: string): string => byteText(bytesOf(text));

/** A body that is no JSON object has no place for it, and stays. The length is left to be told anew. */
const withBody = (request: RawRequest, pointer: string, value: string): RawRequest => {
  const { text, hasBom } = textOf(request.body, headerValue(request.headers, 'content-type'));
  const parsed = parseJson(text);
  if (!parsed.ok || !isJsonObject(parsed.value)) return request;
  const names = pointerNames(pointer).map(inBytes);
  // By its bytes: those that are no UTF-8 stay as they came.
  const [mark, json] = hasBom ? [request.body.subarray(0, 3), request.body.subarray(3)] : [[], request.body];
  return {
    ...request,
    headers: request.headers.filter(([name]) => name.toLowerCase() !== 'content-length'),
    body: Uint8Array.from([...mark, ...bytesOfByteText(withJsonValue(byteText(json), names, inBytes(value)))]),
  };
};
