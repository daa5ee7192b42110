import type { End } from '#shared/exchange/exchange.ts';
import { pathOf, type RawRequest } from '#shared/exchange/raw-http.ts';
import type { Platform } from '#shared/platforms/platform.ts';
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

/** Of what is known when the head of a request has arrived. */
export const destinationOf = (head: Omit<RawRequest, 'body'>, channels: readonly OpenChannel[]): Destination => {
  const path = pathOf(head.target);
  const methods = new Set<string>();
  const claims: Claim[] = [];
  for (const channel of channels) {
    for (const end of ends) {
      if (!channel.stored.plays[end]) continue;
      for (const route of channel.platform.routes[end]) {
        const values = matchPath(route.path, path);
        if (!values || !namesChannel(route.path, values, channel.settings)) continue;
        if (takesMethod(route, head.method)) claims.push({ channel, end });
        else methods.add(route.method);
      }
    }
  }
  const [claim, ...others] = meantBy(head, claims);
  if (claim) return { kind: 'end', ...claim, others: others.map(({ channel }) => channel.stored.name) };
  if (methods.size > 0) return { kind: 'other-method', methods: [...methods] };
  const platform = platforms.find((each) =>
    ends.some((end) => each.routes[end].some((route) => matchPath(route.path, path))),
  );
  return platform ? { kind: 'unknown-channel', platform } : { kind: 'nowhere' };
};

/** Those that the request means by its key; where it means none, the first one answers, and refuses it. */
const meantBy = (head: Omit<RawRequest, 'body'>, claims: readonly Claim[]): readonly Claim[] => {
  if (claims.length < 2) return claims;
  const request = { ...head, body: new Uint8Array() };
  const meant = claims.filter(({ channel, end }) => channel.platform.claims?.(end, request, channel.settings) ?? true);
  return meant.length > 0 ? meant : claims.slice(0, 1);
};
