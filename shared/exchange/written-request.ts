import type { RawRequest } from '#shared/exchange/raw-http.ts';

/** A request that somebody wrote down: as curl, as raw HTTP, in a HAR; or one sentence why it cannot be read. */
export type WrittenRequest =
  | {
      readonly ok: true;
      readonly request: RawRequest;
      /** Scheme and authority where they are written; null where only the path is. */
      readonly origin: string | null;
    }
  | { readonly ok: false; readonly problem: string };

/** An address taken apart: scheme and authority, name and password, and the request target, percent-encoding untouched. */
export type WrittenAddress = { readonly origin: string; readonly user: string | null; readonly target: string };

/** Reads an http(s) address (RFC 9110 §4.2); null where it is none, or holds what no request line can carry. */
export const readAddress = (text: string): WrittenAddress | null => {
  const found = /^(https?):\/\/(?:([^/?#@]*)@)?([^/?#@\s]+)([^#\s]*)(?:#.*)?$/i.exec(text);
  if (!found) return null;
  const [, scheme = '', user, authority = '', rest = ''] = found;
  return {
    origin: `${scheme.toLowerCase()}://${authority}`,
    user: user ?? null,
    target: rest.startsWith('/') ? rest : `/${rest}`,
  };
};

/** `Host` as a client writes it for this origin. */
export const authorityOf = (origin: string): string => origin.replace(/^https?:\/\//, '');
