import type { Fault } from '#shared/contract/fault.ts';
import { fault } from '#shared/contract/fault.ts';
import type { Unsubscribe } from '#shared/contract/harness.ts';
import { httpWire, type FetchLike } from '#shared/contract/http-wire.ts';
import type { MenuCommand, ShellBridge } from '#shared/contract/shell.ts';
import type { Wire } from '#shared/contract/transport.ts';

/** What becomes of the wire: told again whenever it changes. */
export type LinkNews =
  | { readonly state: 'connected' }
  | { readonly state: 'lost' }
  | { readonly state: 'refused'; readonly fault: Fault };

export type Transport = {
  readonly wire: Wire;
  readonly onMenu: (act: (command: MenuCommand) => void) => Unsubscribe;
};

/** As much of the window as the choice needs. */
export type PageWindow = {
  readonly hookbench?: ShellBridge;
  readonly location: { readonly origin: string; readonly hash: string; readonly pathname: string };
  readonly history: { readonly replaceState: (state: unknown, title: string, url: string) => void };
  readonly sessionStorage: Pick<Storage, 'getItem' | 'setItem'>;
  readonly fetch: FetchLike;
};

const tokenKey = 'hookbench.token';
const noMenu = (): Unsubscribe => () => undefined;

/** The only place that knows there are two wires: the desktop shell's bridge where it is, HTTP otherwise, or why neither. */
export const chooseTransport = (page: PageWindow, onLink: (news: LinkNews) => void): Transport | Fault => {
  if (page.hookbench) return { wire: page.hookbench.wire, onMenu: page.hookbench.onMenu };
  const token = takeToken(page);
  if (token === null) return fault('wire.refused', { reason: 'it came without the token of this start' });
  const wire = httpWire({
    baseUrl: page.location.origin,
    token,
    fetch: (url, init) => page.fetch(url, init),
    onLink: (state) => onLink({ state }),
    onRefused: (refused) => onLink({ state: 'refused', fault: refused }),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  return { wire, onMenu: noMenu };
};

/** The token comes once in the URL's fragment, leaves the address bar at once, and survives a reload of this tab only. */
const takeToken = (page: PageWindow): string | null => {
  const given = new URLSearchParams(page.location.hash.replace(/^#/, '')).get('token');
  if (given === null) return page.sessionStorage.getItem(tokenKey);
  page.sessionStorage.setItem(tokenKey, given);
  page.history.replaceState(null, '', page.location.pathname);
  return given;
};
