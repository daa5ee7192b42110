import { headerValue, type RawRequest } from '#shared/exchange/raw-http.ts';
import { writeCredential } from '#shared/trust/authorize.ts';
import { readSpot } from '#shared/trust/credential-spot.ts';
import { bearerToken, decodeJwt } from '#shared/trust/jwt.ts';
import type { JwtModel, TrustModel } from '#shared/trust/trust-model.ts';
import type { EditedRequest } from './edited-request.ts';
import { editedBodyOf, requestBytes } from './request-bytes.ts';
import { splitUrl } from './split-url.ts';

/** What stands where the credential is to be written. */
const placeholder = 'credential';

/** The bytes of a request that is not filled in yet: the path of an address that begins with a variable is its path all the same. */
export const templateBytes = (edited: EditedRequest): RawRequest => ({
  ...requestBytes({ ...edited, url: 'http://template/' }),
  target: splitUrl(edited.url).target,
});

/**
 * The request without the credential that its channel makes anew when it is sent: a signed token keeps its claims, which the new one takes
 * over, and loses what makes it valid; a secret text gives way to a word. Its places stay, so that signing finds them.
 */
export const withoutCredential = (edited: EditedRequest, model: TrustModel): EditedRequest => {
  const before = templateBytes(edited);
  const after = model.kind === 'jwt' ? withoutSignature(before, model) : withoutTexts(before, model);
  const { origin } = splitUrl(edited.url);
  return {
    ...edited,
    url: origin + after.target,
    headers: after.headers.map(([name, value]) => [name, value]),
    body: after.body === before.body ? edited.body : editedBodyOf(after.body),
  };
};

const withoutSignature = (request: RawRequest, { spot }: JwtModel): RawRequest => {
  const value = headerValue(request.headers, spot.name);
  if (value === undefined) return request;
  const { header, payload, texts } = decodeJwt(bearerToken(value) ?? value);
  const isReadable = header.json !== null && payload.json !== null;
  return writeCredential(request, spot, isReadable ? `${texts[0] ?? ''}.${texts[1] ?? ''}.` : placeholder);
};

const withoutTexts = (request: RawRequest, { credentials }: Extract<TrustModel, { kind: 'texts' }>): RawRequest =>
  credentials
    .filter(({ isSecret, spot }) => isSecret && readSpot(request, spot).kind !== 'absent')
    .reduce((stripped, { spot }) => writeCredential(stripped, spot, placeholder), request);
