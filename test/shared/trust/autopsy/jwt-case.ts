import { createHmac } from 'node:crypto';
import { bytesOf } from '#shared/exchange/body.ts';
import type { HeaderLines, RawRequest } from '#shared/exchange/raw-http.ts';
import { kore } from '#shared/platforms/kore/index.ts';
import type { JsonObject } from '#shared/text/json.ts';
import type { Examination } from '#shared/trust/autopsy/cause.ts';
import type { CauseCode } from '#shared/trust/autopsy/causes.ts';
import { examine } from '#shared/trust/autopsy/examine.ts';
import type { KnownChannel } from '#shared/trust/trust-model.ts';
import { contextOf, now } from '#test/shared/platforms/platform-context.ts';

export const secret = 'Zq7pX4vLwK9mR2tY8bN5cH1dG6fJ3sA0eUiO+PaQ/xM=';
export const clientId = 'cs-5f0e7a91-aaaa-5bbb-8ccc-0123456789ab';
export const botId = 'st-2c4d6e80-1111-5222-8333-444455556666';
export const seconds = Math.floor(now / 1000);
export const claims = { appId: clientId, sub: 'u-42', iat: seconds, exp: seconds + 300 };

const part = (text: string | Uint8Array): string => Buffer.from(text).toString('base64url');

export type Made = {
  readonly header?: unknown;
  readonly payload?: unknown;
  readonly key?: string | Uint8Array;
  readonly hash?: string;
};

/** A token made by Node alone; texts are taken as they are, anything else as its JSON. */
export const made = ({
  header = { alg: 'HS256', typ: 'JWT' },
  payload = claims,
  key = secret,
  hash = 'sha256',
}: Made = {}): string => {
  const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
  const input = `${part(text(header))}.${part(text(payload))}`;
  return `${input}.${createHmac(hash, key).update(input).digest('base64url')}`;
};

/** A text as header values carry it: one byte is one character. */
export const onWire = (text: string): string => Buffer.from(text).toString('latin1');

type Asked = {
  readonly headers?: HeaderLines;
  readonly query?: string;
  readonly body?: string;
  readonly version?: 'v1' | 'v2';
  readonly settings?: JsonObject;
  readonly others?: readonly KnownChannel[];
  readonly at?: number;
  readonly earlier?: number | null;
};

export const greeting = `{"message":{"text":"hi"},"from":{"id":"u-42"},"to":{"id":"${botId}"}}`;

/** A channel as the bench knows it. */
export const channelWith = (settings: JsonObject, id = 'ch-1', name = 'Shop'): KnownChannel => {
  const context = contextOf(kore, { clientId, clientSecret: secret, botId, ...settings });
  const model = kore.trust('platform', requestOf({}), context);
  if (!model) throw new Error('no model');
  return { id, name, platformName: kore.name, settings: context.settings, model };
};

const requestOf = ({ headers = [], query = '', body = greeting, version = 'v1' }: Asked): RawRequest => ({
  method: 'POST',
  target: `/chatbot/${version === 'v2' ? 'v2/webhook' : 'hooks'}/${botId}${query}`,
  headers: [...headers, ['content-type', 'application/json']],
  body: bytesOf(body),
});

/** What the bench says of a request: the platform's own verdict, and the autopsy behind it. */
export const examined = async (asked: Asked): Promise<Examination> => {
  const { settings = {}, others = [], at = now, earlier = null } = asked;
  const request = requestOf(asked);
  const context = contextOf(
    kore,
    { clientId, clientSecret: secret, botId, ...settings },
    { stamp: { now: at, id: () => 'id' } },
  );
  const { verdict } = await kore.read('platform', request, context);
  const model = kore.trust('platform', request, context);
  if (!model) throw new Error('no model');
  return examine({
    request,
    channel: { id: 'ch-0', name: 'This one', platformName: kore.name, settings: context.settings, model },
    verdict,
    others,
    now: at,
    earlierExchange: () => earlier,
    tokens: context.tokens,
  });
};

export const bearing = (token: string): HeaderLines => [['Authorization', onWire(`Bearer ${token}`)]];

/** The first cause of a header value. */
export const firstOf = async (asked: Asked): Promise<CauseCode | 'none'> =>
  (await examined(asked)).causes[0]?.code ?? 'none';

export const ofToken = (token: string, asked: Asked = {}): Promise<CauseCode | 'none'> =>
  firstOf({ headers: bearing(token), ...asked });
