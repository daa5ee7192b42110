import { pathOf } from '#shared/exchange/raw-http.ts';
import { splitUrl } from '#shared/sending/split-url.ts';
import type { Session } from '#shared/session/state.ts';
import { ownOrigin } from './open-request.ts';

/** An address that a request can be sent to, and why it is offered: to its channel, as it was opened, to our own bench. */
export type Target = {
  readonly url: string;
  readonly origin: string;
  readonly isOfChannel: boolean;
  readonly isAsOpened: boolean;
  readonly isOwn: boolean;
};

/** The address as it is written now, as it was opened, and as the channel has it; null where that has none. */
export type Addresses = { readonly url: string; readonly opened: string; readonly channel: string | null };

const mostRecent = 8;

/** Where the channel is reached now, where the request was to go at first, our own bench, then where was sent to lately, the last one first. */
export const targetsOf = (session: Session, { url, opened, channel }: Addresses): readonly Target[] => {
  const own = urlAt(url, ownOrigin(session));
  // Back from the channel the path is that of before, too.
  const isRenamed = url === channel && pathIn(url) !== pathIn(opened);
  const before = isRenamed ? opened : urlAt(url, originOf(opened));
  const recent = session.exchanges
    .map(({ origin }) => origin)
    .toReversed()
    .filter((origin) => origin !== '')
    .map((origin) => urlAt(url, origin));
  const first = originOf(opened) === '' ? [] : [before];
  const urls = [...new Set([...(channel === null ? [] : [channel]), ...first, own, ...recent])];
  return urls.slice(0, mostRecent + 1).map((each) => ({
    url: each,
    origin: originOf(each),
    isOfChannel: each === channel,
    isAsOpened: each === before && first.length > 0,
    isOwn: each === own,
  }));
};

/** The address with another server in front: path and query stay as they are written. */
const urlAt = (url: string, origin: string): string => {
  const { target } = splitUrl(url);
  return `${origin}${target === '' ? '/' : target}`;
};

const pathIn = (url: string): string => pathOf(splitUrl(url).target);

export const originOf = (url: string): string => splitUrl(url).origin;
