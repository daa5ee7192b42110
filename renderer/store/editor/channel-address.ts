import type { Channel } from '#shared/channel/channel.ts';
import type { End } from '#shared/exchange/exchange.ts';
import { pathOf } from '#shared/exchange/raw-http.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { matchRoute } from '#shared/platforms/route.ts';
import { splitUrl } from '#shared/sending/split-url.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { wellFormed } from '#shared/text/well-formed.ts';

type Reached = {
  readonly channel: Channel;
  readonly platform: Platform;
  /** The end that gets the request. */
  readonly receiver: End;
  /** Where our own bench is reached. */
  readonly own: string;
};

/**
 * The address with which a request gets to its channel as that is set up now: our own bench where we play the end that gets it, else what the
 * channel names. Path and query stay but for what names the channel in them. Null where the channel names no address.
 */
export const channelAddress = (
  { method, url }: { readonly method: string; readonly url: string },
  { channel: { settings, plays }, platform, receiver, own }: Reached,
): string | null => {
  const { target } = splitUrl(url);
  const renamed = withNames({ method, target: target === '' ? '/' : target }, { platform, receiver, settings });
  if (plays[receiver]) return own + renamed;
  const called = platform.diagnose({ settings, plays }).calls.find(({ from }) => from !== receiver)?.url ?? '';
  const there = splitUrl(called);
  if (there.origin === '') return null;
  // An app listens where it wants to: its path is part of its address.
  const isOwnPath = receiver === 'app' && pathOf(there.target) !== pathOf(target);
  return isOwnPath ? called : there.origin + renamed;
};

type Names = Pick<Reached, 'platform' | 'receiver'> & { readonly settings: JsonObject };

/** The target with the present settings of the channel where its path names them. Secrets are not known here: they stay. */
const withNames = (
  request: { readonly method: string; readonly target: string },
  { platform, receiver, settings }: Names,
): string => {
  const { target } = request;
  const template = platform.routes[receiver].find((route) => matchRoute(route, request))?.path.split('/');
  if (!template) return target;
  const path = pathOf(target);
  const segments = path.split('/').map((segment, at) => {
    const [, before = '', name = ''] = /^(.*)\{(\w+)\}$/.exec(template[at] ?? '') ?? [];
    const now = settings[name];
    // A variable is filled in by itself.
    if (typeof now !== 'string' || now === '' || segment.includes('{{')) return segment;
    return before + encodeURIComponent(wellFormed(now));
  });
  return segments.join('/') + target.slice(path.length);
};
