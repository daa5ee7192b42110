/** An address that a request can be sent to, taken apart. */
export type WebAddress = {
  readonly scheme: 'http' | 'https';
  /** In lower case; an IPv6 address in brackets. */
  readonly host: string;
  readonly port: number;
  /** Scheme, host and port as one, the usual port left out: `https://bots.example`. */
  readonly origin: string;
  /** Path and query, at least `/`; without a fragment. */
  readonly target: string;
  /** A name or password stands before the host (RFC 3986 §3.2.1). */
  readonly hasCredentials: boolean;
};

const usualPort = { http: 80, https: 443 } as const;

const pattern =
  /^(https?):\/\/(?:([^@/?#\s]*)@)?(\[[\da-f:.]+\]|[^:/?#@\s[\]]+)(?::(\d{1,5}))?([/?][^#\s]*)?(?:#\S*)?$/i;

/** Reads http:// and https:// addresses (RFC 9110 §4.2); null for anything else, white space around it included. */
export const readWebAddress = (text: string): WebAddress | null => {
  const found = pattern.exec(text);
  if (!found) return null;
  const [, written = '', user, name = '', digits, rest = ''] = found;
  const scheme = written.toLowerCase() === 'https' ? 'https' : 'http';
  const port = digits === undefined ? usualPort[scheme] : Number(digits);
  if (port < 1 || port > 65_535) return null;
  const host = name.toLowerCase();
  return {
    scheme,
    host,
    port,
    origin: `${scheme}://${host}${port === usualPort[scheme] ? '' : `:${String(port)}`}`,
    target: rest.startsWith('/') ? rest : `/${rest}`,
    hasCredentials: user !== undefined,
  };
};

const privateHost =
  /^(localhost|.+\.(localhost|local|internal|test)|127(\.\d+){3}|10(\.\d+){3}|192\.168(\.\d+){2}|172\.(1[6-9]|2\d|3[01])(\.\d+){2}|169\.254(\.\d+){2}|\[::1\]|\[f[cd][\da-f:]*\]|\[fe80:[\da-f:]*\])$/;

/** Whether a host is this machine or one of a private network, by its name or address (RFC 1918, RFC 3927, RFC 4193, RFC 6761, RFC 6762). */
export const isPrivateHost = (host: string): boolean => privateHost.test(host);

/** Whether a host is an address, and no name that has to be resolved. */
export const isHostAddress = (host: string): boolean => /^(\d{1,3}(\.\d{1,3}){3}|\[.*\])$/.test(host);
