import { bytesOf } from '#shared/exchange/body.ts';
import type { HeaderLines } from '#shared/exchange/raw-http.ts';
import type { Probe } from '#shared/platforms/conformance.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { objectOf, rowsOf } from './conformance-words.ts';
import { mintToken } from './mint.ts';
import { koreSettings } from './settings.ts';

/** Rows of the side services. */
export const serviceRow = rowsOf('service', 'platform');

/** A call of a service. `claims` go into its token. */
export type Sent = {
  readonly body?: string | JsonObject;
  readonly type?: string;
  readonly headers?: HeaderLines;
  readonly claims?: JsonObject;
};

export type Answered = { readonly status: number; readonly json: JsonObject; readonly headers: HeaderLines };

export const tokenOf = (probe: Probe, claims: JsonObject = {}): Promise<string> =>
  mintToken({ ...koreSettings(probe.settings), extraClaims: claims }, probe);

export const botIdOf = (probe: Probe): string => koreSettings(probe.settings).botId;

/** Calls an address with a good token in the header of the channel and in that of the public APIs, unless other headers are given. */
export const call = async (probe: Probe, method: string, target: string, sent: Sent = {}): Promise<Answered> => {
  const token = await tokenOf(probe, sent.claims);
  const credential: HeaderLines = [
    ['Authorization', `bearer ${token}`],
    ['auth', token],
  ];
  const { body = '' } = sent;
  const response = await probe.send({
    method,
    target,
    headers: [...(sent.headers ?? credential), ['Content-Type', sent.type ?? 'application/json']],
    body: bytesOf(typeof body === 'string' ? body : JSON.stringify(body)),
  });
  return { status: response.status, json: objectOf(response), headers: response.headers };
};
