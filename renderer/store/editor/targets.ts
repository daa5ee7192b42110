import { splitUrl } from '#shared/sending/split-url.ts';
import type { Session } from '#shared/session/state.ts';
import { ownOrigin } from './open-request.ts';

/** A server that a request can be sent to. */
export type Target = { readonly origin: string; readonly isOwn: boolean };

const mostRecent = 8;

/** Our own bench, then where was sent to lately, the last one first; `first`: where the request went. */
export const targetsOf = (session: Session, first: string): readonly Target[] => {
  const own = ownOrigin(session);
  const recent = session.exchanges.map(({ origin }) => origin).toReversed();
  const origins = [...new Set([own, first, ...recent])].filter((origin) => origin !== '');
  return origins.slice(0, mostRecent + 1).map((origin) => ({ origin, isOwn: origin === own }));
};

/** The address with another server in front: path and query stay as they are written. */
export const urlAt = (url: string, origin: string): string => {
  const { target } = splitUrl(url);
  return `${origin}${target === '' ? '/' : target}`;
};

export const originOf = (url: string): string => splitUrl(url).origin;
