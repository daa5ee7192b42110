import type { End } from '#shared/exchange/exchange.ts';
import type { RawRequest } from '#shared/exchange/raw-http.ts';
import type { Stamp } from '#shared/platforms/context.ts';
import { createMemory } from '#shared/platforms/memory.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import type { JsonObject } from '#shared/text/json.ts';
import type { TokenCrypto } from '#shared/trust/token-crypto.ts';
import type { TrustModel } from '#shared/trust/trust-model.ts';

export type ControlMaker = { readonly stamp: () => Stamp; readonly tokens: TokenCrypto };

/** What one end of a channel takes for valid, and what it asks of it. */
export type Control = {
  readonly end: End;
  readonly settings: JsonObject;
  readonly model: TrustModel;
  /** Makes a new one each time: a new token, a new user. */
  readonly make: () => Promise<RawRequest>;
};

/**
 * The request with which the other end speaks to this one, as the platform itself writes it: the first that carries a credential; null
 * where none does with these settings. Rejects, as `say` does, where a key is missing that it takes to make one.
 */
export const controlOf = async (
  platform: Platform,
  settings: JsonObject,
  end: End,
  maker: ControlMaker,
): Promise<Control | null> => {
  const speaker: End = end === 'app' ? 'platform' : 'app';
  for (const { name, end: from } of platform.voices(settings)) {
    if (from !== speaker) continue;
    const make = (): Promise<RawRequest | null> => spoken(platform, settings, { speaker, as: name }, maker);
    const request = await make();
    const model = request && platform.trust(end, request, { settings });
    if (model && asksForSomething(model)) return { end, settings, model, make: async () => (await make()) ?? request };
  }
  return null;
};

type Speaker = { readonly speaker: End; readonly as: Parameters<Platform['say']>[0]['as'] };

const spoken = async (
  platform: Platform,
  settings: JsonObject,
  { speaker, as }: Speaker,
  { stamp, tokens }: ControlMaker,
): Promise<RawRequest | null> => {
  const now = stamp();
  const dispatches = await platform.say(
    {
      as,
      userId: platform.newUserId(now, settings),
      utterance: { kind: 'text', text: 'Hello' },
      isNewSession: true,
    },
    {
      settings,
      plays: { platform: speaker === 'platform', app: speaker === 'app' },
      stamp: now,
      tokens,
      memory: createMemory(),
      // Where it goes is not decided here: `.invalid` is nobody's (RFC 2606 §2).
      addresses: { own: null, otherEnd: 'http://target.invalid' },
      defects: new Set(),
    },
  );
  const said = dispatches.find((each) => each.end === speaker && each.withheld === undefined);
  if (!said) return null;
  const { method, target, headers, body } = said.request;
  return { method, target, headers, body };
};

/** A channel without a secret compares nothing. */
const asksForSomething = (model: TrustModel): boolean =>
  model.kind === 'jwt'
    ? model.signingKey !== ''
    : model.credentials.some(({ expected, isSecret }) => isSecret && expected !== '');
