import { createTokenCrypto } from '#main/io/token-crypto.ts';
import type { End } from '#shared/exchange/exchange.ts';
import type { RawRequest } from '#shared/exchange/raw-http.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { examineTexts } from '#shared/trust/autopsy/examine-texts.ts';
import type { TrustCase } from '#shared/trust/autopsy/trust-case.ts';
import type { KnownChannel, TextCredential } from '#shared/trust/trust-model.ts';
import { contextOf, now } from '../../platforms/platform-context.ts';

export const requestOf = (over: Partial<Omit<RawRequest, 'body'>> & { readonly body?: string } = {}): RawRequest => ({
  method: 'POST',
  target: '/receive',
  headers: [],
  ...over,
  body: new TextEncoder().encode(over.body ?? ''),
});

export const channelWith = (
  credentials: readonly TextCredential[],
  over: Partial<KnownChannel> = {},
): KnownChannel => ({
  id: 'c1',
  name: 'Demo channel',
  platformName: 'Acme',
  settings: Object.fromEntries(credentials.map(({ setting, expected }) => [setting, expected])),
  model: { kind: 'texts', credentials },
  ...over,
});

export const caseOf = (request: RawRequest, channel: KnownChannel, over: Partial<TrustCase> = {}): TrustCase => ({
  request,
  channel,
  verdict: { state: 'refused', because: 'Refused.', checks: [] },
  others: [],
  now,
  earlierExchange: () => null,
  tokens: createTokenCrypto(),
  ...over,
});

/** A request as an end of ours reads it, and what the autopsy says of it; the channel has the demo settings with others over them. */
export const caseAt = async (
  platform: Platform,
  end: End,
  request: RawRequest,
  settings: JsonObject = {},
): Promise<TrustCase | null> => {
  const context = contextOf(platform, settings);
  const { verdict } = await platform.read(end, request, context);
  const model = platform.trust(end, request, context);
  if (model === null) return null;
  const channel = { id: 'c1', name: 'Demo', platformName: platform.name, settings: context.settings, model };
  return caseOf(request, channel, { verdict });
};

export const codesOf = async (trustCase: TrustCase): Promise<readonly string[]> =>
  (await examineTexts(trustCase)).map(({ code }) => code);
