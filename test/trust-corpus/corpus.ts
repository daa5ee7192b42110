import { readFileSync } from 'node:fs';
import { createTokenCrypto } from '#main/io/token-crypto.ts';
import type { End } from '#shared/exchange/exchange.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import { pathOf, type HeaderLines, type RawRequest } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import { createMemory } from '#shared/platforms/memory.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { platformOf } from '#shared/platforms/registry.ts';
import { matchPath, namesChannel, takesMethod } from '#shared/platforms/route.ts';
import type { JsonObject } from '#shared/text/json.ts';
import type { Examination } from '#shared/trust/autopsy/cause.ts';
import { examine } from '#shared/trust/autopsy/examine.ts';
import type { KnownChannel } from '#shared/trust/trust-model.ts';
import { unchecked, type Verdict } from '#shared/trust/verdict.ts';

type KeptRequest = {
  readonly method: string;
  readonly target: string;
  readonly headers: HeaderLines;
  readonly body: string | { readonly base64: string };
};

/** One credential with its label, as generate.py writes it. */
export type Entry = {
  readonly id: string;
  readonly platform: string;
  readonly end: End;
  /** How it was broken, or what is special about a valid one. */
  readonly how: string;
  /** The first code is the label; a second one is listed only where it is honestly the same. None for a valid one. */
  readonly expect: { readonly state: Examination['state']; readonly causes: readonly string[] };
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Settings over those of the demo channel. */
  readonly settings: JsonObject;
  readonly request: KeptRequest;
  readonly others?: readonly { readonly platform: string; readonly name: string; readonly settings: JsonObject }[];
  /** Requests that came before it to the same channel. */
  readonly before?: readonly KeptRequest[];
};

/** The four trust models, by the platform whose corpus they have. */
export const trustModels = [
  ['kore', 'Kore.ai: signed token, Access Token'],
  ['chatlayer', 'Chatlayer: access token, verify token'],
  ['snatchbot', 'SnatchBot: secret in the path'],
  ['channeltalk', 'Channel Talk: query token, access keys'],
] as const;

const read = (platform: string): readonly Entry[] => {
  const text = readFileSync(new URL(`${platform}.json`, import.meta.url), 'utf8');
  return (JSON.parse(text) as { readonly entries: readonly Entry[] }).entries;
};

/** Every entry of the corpus. */
export const entries: readonly Entry[] = trustModels.flatMap(([platform]) => read(platform));

/** The request as it would arrive. */
export const requestOf = ({ method, target, headers, body }: KeptRequest): RawRequest => ({
  method,
  target,
  headers,
  body: typeof body === 'string' ? new TextEncoder().encode(body) : Uint8Array.from(Buffer.from(body.base64, 'base64')),
});

/** What is known of an entry when it has been read and looked into. */
export type Examined = {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly examination: Examination;
  /** The channel and the others of the bench, with their settings. */
  readonly channels: readonly (readonly [platform: Platform, settings: JsonObject])[];
};

const known = (id: string): Platform => {
  const platform = platformOf(id);
  if (!platform) throw new Error(`The corpus names a platform that is not registered: ${id}`);
  return platform;
};

const tokens = createTokenCrypto();

const contextOf = (platform: Platform, settings: JsonObject, now: number): PlatformContext => {
  let count = 0;
  return {
    settings: { ...platform.demo.settings, ...settings },
    plays: platform.demo.plays,
    stamp: { now, id: () => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}` },
    tokens,
    memory: createMemory(),
    addresses: { own: 'http://127.0.0.1:4700', otherEnd: 'http://127.0.0.1:4700' },
    defects: new Set(),
  };
};

/** Whether the harness would hand the request to this end of the channel: one of its routes, with the channel's own ids in it. */
const isRouted = (platform: Platform, end: End, request: RawRequest, settings: JsonObject): boolean =>
  platform.routes[end].some((route) => {
    const values = matchPath(route.path, pathOf(request.target));
    return values !== null && takesMethod(route, request.method) && namesChannel(route.path, values, settings);
  });

/** A channel as an autopsy knows it; none where it asks for no credential there. */
const knownChannel = (
  { id, name, platform }: { readonly id: string; readonly name: string; readonly platform: Platform },
  end: End,
  request: RawRequest,
  settings: JsonObject,
): readonly KnownChannel[] => {
  const model = platform.trust(end, request, { settings });
  return model === null ? [] : [{ id, name, platformName: platform.name, settings, model }];
};

/** Reads an entry as the harness does, with a memory of its own, and looks into what came of it. */
export const examineEntry = async (entry: Entry): Promise<Examined> => {
  const platform = known(entry.platform);
  const context = contextOf(platform, entry.settings, entry.now);
  const { settings } = context;
  const request = requestOf(entry.request);
  for (const each of entry.before ?? []) await platform.read(entry.end, requestOf(each), context);
  const reading = isRouted(platform, entry.end, request, settings)
    ? await platform.read(entry.end, request, context)
    : { verdict: unchecked('Not checked: the address is none of this channel.'), findings: [], next: null };
  const own = { id: 'c-1', name: platform.demo.name };
  const [channel] = knownChannel({ ...own, platform }, entry.end, request, settings);
  const others = (entry.others ?? []).map((each, index) => ({
    id: `c-${String(index + 2)}`,
    name: each.name,
    platform: known(each.platform),
    settings: { ...known(each.platform).demo.settings, ...each.settings },
  }));
  const examination = await examine({
    request,
    // A channel that asks for no credential has no model, and its address may still be taken for another one's.
    channel: channel ?? { ...own, platformName: platform.name, settings, model: { kind: 'texts', credentials: [] } },
    verdict: reading.verdict,
    others: others.flatMap((each) => knownChannel(each, entry.end, request, each.settings)),
    now: entry.now,
    earlierExchange: () => (entry.before === undefined ? null : 1),
    tokens,
    ...(reading.next?.kind === 'reply' ? { answered: { status: reading.next.reply.status, isOurs: true } } : {}),
  });
  return {
    verdict: reading.verdict,
    findings: reading.findings,
    examination,
    channels: [[platform, settings], ...others.map((each) => [each.platform, each.settings] as const)],
  };
};
