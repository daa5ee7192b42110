import { mask } from '#shared/channel/redact.ts';
import { splitUrl } from '#shared/sending/split-url.ts';
import { spotSpan } from '#shared/trust/spot-span.ts';
import type { CredentialSpot } from '#shared/trust/trust-model.ts';
import { credentialPlaces, hiddenIn } from '../inspect/credentials.ts';

/** A piece of an address that nobody behind a shoulder is to read: in UTF-16 units. */
export type Span = { readonly from: number; readonly to: number };

/** What is known of an address: where the channel has its credentials, and the same one as the harness shows it, masked. */
export type KnownOfAddress = { readonly spots: readonly CredentialSpot[]; readonly masked: string };

/** Nothing but a variable: what it stands for is not on the screen. */
const onlyVariable = /^\{\{[^{}]*\}\}$/;

/** The credentials in an address as it is written, in order, none over another. */
export const addressSecrets = (url: string, { spots, masked }: KnownOfAddress): readonly Span[] => {
  const { origin, target } = splitUrl(url);
  const at = origin.length;
  const found = [
    ...userSecret(origin),
    ...spots.flatMap((spot) => spotSpan(target, spot) ?? []).map(({ from, to }) => ({ from: from + at, to: to + at })),
    ...credentialPlaces(target).map(([from, to]) => ({ from: from + at, to: to + at })),
    ...hiddenIn(masked, target).flatMap((secret) => placesOf(secret, url, at)),
  ];
  return joined(found.filter(({ from, to }) => to > from && !onlyVariable.test(url.slice(from, to))));
};

/** A password in front of the host (RFC 3986 §3.2.1). */
const userSecret = (origin: string): readonly Span[] => {
  const found = /^https?:\/\/[^@:]*:([^@]*)@/i.exec(origin);
  if (!found) return [];
  const to = found[0].length - 1;
  return [{ from: to - (found[1]?.length ?? 0), to }];
};

const placesOf = (secret: string, url: string, from: number): readonly Span[] => {
  const spans: Span[] = [];
  for (let at = url.indexOf(secret, from); at >= 0; at = url.indexOf(secret, at + secret.length))
    spans.push({ from: at, to: at + secret.length });
  return spans;
};

const joined = (spans: readonly Span[]): readonly Span[] =>
  spans
    .toSorted((one, other) => one.from - other.from)
    .reduce<readonly Span[]>((before, span) => {
      const last = before.at(-1);
      if (!last || span.from > last.to) return [...before, span];
      return [...before.slice(0, -1), { from: last.from, to: Math.max(last.to, span.to) }];
    }, []);

const replaced = (text: string, spans: readonly Span[], sign: (length: number) => string): string => {
  let out = '';
  let at = 0;
  for (const { from, to } of spans) {
    out += text.slice(at, from) + sign(to - from);
    at = to;
  }
  return out + text.slice(at);
};

/** The address with a dot for each sign that is not shown: as long as it is, so that every other sign stands where it stood. */
export const dotted = (url: string, spans: readonly Span[]): string =>
  replaced(url, spans, (length) => '•'.repeat(length));

/** The address to be told of: how long a credential is, is not told. */
export const maskedAddress = (url: string, spans: readonly Span[]): string => replaced(url, spans, () => mask);
