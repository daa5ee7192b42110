import type { End } from '#shared/exchange/exchange.ts';
import { pathOf, type RawRequest } from '#shared/exchange/raw-http.ts';
import type { Platform, Route } from '#shared/platforms/platform.ts';
import { platforms } from '#shared/platforms/registry.ts';
import { matchPath, namesChannel, takesMethod } from '#shared/platforms/route.ts';
import type { OpenChannel } from './open-channel.ts';

/** Which end of which channel a request is for. */
export type Destination =
  | {
      readonly kind: 'end';
      readonly channel: OpenChannel;
      readonly end: End;
      /** The names of other channels with the same address: the first one answers. */
      readonly others: readonly string[];
    }
  /** The path is one of this platform's, but it names no channel of this bench (an unknown bot). */
  | { readonly kind: 'unknown-channel'; readonly platform: Platform }
  /** The path is answered, but for other methods. */
  | { readonly kind: 'other-method'; readonly methods: readonly string[] }
  | { readonly kind: 'nowhere' };

const ends: readonly End[] = ['platform', 'app'];

type Claim = { readonly channel: OpenChannel; readonly end: End };
type Routed = { readonly route: Route };

const firstSegmentOf = (path: string): string => {
  const end = path.indexOf('/', 1);
  return path.slice(0, end < 0 ? path.length : end);
};

/** Finds the routes that a path may take by its first segment: of the hundred that four platforms have, nearly all begin otherwise. */
const byFirstSegment = <Each extends Routed>(routed: readonly Each[]): ((path: string) => readonly Each[]) => {
  const segmentOf = ({ route }: Each): string => firstSegmentOf(route.path);
  const isNamed = (each: Each): boolean => segmentOf(each).includes('{');
  const named = routed.filter(isNamed);
  const found = new Map(
    [...new Set(routed.map(segmentOf))].map((segment) => [
      segment,
      routed.filter((each) => isNamed(each) || segmentOf(each) === segment),
    ]),
  );
  return (path) => found.get(firstSegmentOf(path)) ?? named;
};

const routesOf = (platform: Platform): readonly (Routed & { readonly platform: Platform; readonly end: End })[] =>
  ends.flatMap((end) => platform.routes[end].map((route) => ({ platform, end, route })));

const routesOfPlatforms = byFirstSegment(platforms.flatMap(routesOf));

/** By the list of channels, which is another one whenever a channel changes. */
const routesOfChannels = new WeakMap<readonly OpenChannel[], (path: string) => readonly (Claim & Routed)[]>();

const routesFor = (path: string, channels: readonly OpenChannel[]): readonly (Claim & Routed)[] => {
  const known =
    routesOfChannels.get(channels) ??
    byFirstSegment(
      channels.flatMap((channel) =>
        routesOf(channel.platform)
          .filter(({ end }) => channel.stored.plays[end])
          .map(({ end, route }) => ({ channel, end, route })),
      ),
    );
  routesOfChannels.set(channels, known);
  return known(path);
};

/** Of what is known when the head of a request has arrived. */
export const destinationOf = (head: Omit<RawRequest, 'body'>, channels: readonly OpenChannel[]): Destination => {
  const path = pathOf(head.target);
  const methods = new Set<string>();
  const claims: Claim[] = [];
  for (const { channel, end, route } of routesFor(path, channels)) {
    const values = matchPath(route.path, path);
    if (!values || !namesChannel(route.path, values, channel.settings)) continue;
    if (!takesMethod(route, head.method)) methods.add(route.method);
    else if (!claims.some((each) => each.channel === channel && each.end === end)) claims.push({ channel, end });
  }
  const [claim, ...others] = meantBy(head, claims);
  if (claim) return { kind: 'end', ...claim, others: others.map(({ channel }) => channel.stored.name) };
  if (methods.size > 0) return { kind: 'other-method', methods: [...methods] };
  const found = routesOfPlatforms(path).find(({ route }) => matchPath(route.path, path));
  return found ? { kind: 'unknown-channel', platform: found.platform } : { kind: 'nowhere' };
};

/** Those that the request means by its key; where it means none, the first one answers, and refuses it. */
const meantBy = (head: Omit<RawRequest, 'body'>, claims: readonly Claim[]): readonly Claim[] => {
  if (claims.length < 2) return claims;
  const request = { ...head, body: new Uint8Array() };
  const meant = claims.filter(({ channel, end }) => channel.platform.claims?.(end, request, channel.settings) ?? true);
  return meant.length > 0 ? meant : claims.slice(0, 1);
};
