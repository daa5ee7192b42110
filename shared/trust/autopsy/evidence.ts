import { mask } from '#shared/channel/redact.ts';
import { encodeBase64, encodeBase64Url } from '#shared/text/base64.ts';
import { isJsonObject, type Json } from '#shared/text/json.ts';
import { wellFormed } from '#shared/text/well-formed.ts';
import type { TrustCase } from '#shared/trust/autopsy/trust-case.ts';
import type { JwtModel, KnownChannel } from '#shared/trust/trust-model.ts';
import { isHmac, type MacHash } from '#shared/trust/token-crypto.ts';

/** How many MACs one examination may cost: a hostile token must not buy more. */
const mostTries = 240;

/** What the hypotheses about a token look at. */
export type JwtEvidence = {
  readonly trustCase: TrustCase;
  readonly model: JwtModel;
  /** A value of the request as a sentence may hold it: short, and neither a secret nor a part of one. */
  readonly told: (value: Json | undefined) => string;
  /** A text with every known secret masked, in all the forms that it may have taken. */
  readonly masked: (text: string) => string;
  /** Whether the HMAC is of this key and these bytes. False when the tries are used up. */
  readonly isMac: (hash: MacHash, key: Uint8Array, text: string, mac: Uint8Array) => Promise<boolean>;
  readonly triesLeft: () => number;
};

const secretName = /secret|private|token|passw|passphrase|credential|key/i;
const plainName = /public|header|name|format|mode|url|place|setting|placement|algorithm/i;

const textsUnder = (value: Json, isSecret: boolean): readonly string[] => {
  if (typeof value === 'string') return isSecret ? [value] : [];
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((each) => textsUnder(each, isSecret));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    textsUnder(each, isSecret || (secretName.test(name) && !plainName.test(name))),
  );
};

const secretsOf = ({ model, settings }: KnownChannel): readonly string[] => [
  ...(model.kind === 'jwt'
    ? isHmac(model.algorithm)
      ? [model.key]
      : []
    : model.credentials.filter((each) => each.isSecret).map((each) => each.expected)),
  ...textsUnder(settings, false),
];

/** Every secret of the bench, as it is and without white space around it. Those under 4 characters cannot be told from chance. */
export const knownSecrets = ({ channel, others }: Pick<TrustCase, 'channel' | 'others'>): readonly string[] => [
  ...new Set(
    [channel, ...others]
      .flatMap(secretsOf)
      .flatMap((secret) => [secret, secret.trim()])
      .filter((secret) => secret.length >= 4),
  ),
];

export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const formsOf = (secret: string): readonly string[] => {
  const bytes = new TextEncoder().encode(secret);
  return [
    secret,
    encodeURIComponent(wellFormed(secret)),
    JSON.stringify(secret).slice(1, -1),
    encodeBase64(bytes),
    encodeBase64Url(bytes),
    hexOf(bytes),
    hexOf(bytes).toUpperCase(),
  ];
};

/** Ids that are no secret, even where they share a word with one. */
const knownIds = ({ channel, others }: TrustCase): ReadonlySet<string> =>
  new Set(
    [channel, ...others].flatMap(({ model }) =>
      model.kind === 'jwt' ? [model.app.value, model.userIdentity ?? '', ...Object.values(model.otherIds)] : [],
    ),
  );

const quartets = function* (text: string): Iterable<string> {
  for (let at = 0; at + 4 <= text.length; at += 1) yield text.slice(at, at + 4);
};

const longest = 80;

/** Gathers what every hypothesis needs. */
export const evidenceOf = (trustCase: TrustCase, model: JwtModel): JwtEvidence => {
  const secrets = knownSecrets(trustCase);
  const forms = [...new Set(secrets.flatMap(formsOf))].toSorted((a, b) => b.length - a.length);
  const parts = new Set(secrets.flatMap((secret) => [...quartets(secret)]));
  const ids = knownIds(trustCase);
  let tries = 0;

  const masked = (text: string): string => forms.reduce((left, form) => left.replaceAll(form, mask), text);
  const told = (value: Json | undefined): string => {
    if (value === undefined) return 'nothing';
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (secrets.includes(text)) return 'a secret itself';
    const clean = masked(text);
    if (clean !== text) return 'a text with a secret in it';
    if (!ids.has(text) && [...quartets(text.slice(0, longest))].some((each) => parts.has(each)))
      return `a text of ${String(text.length)} characters`;
    return text === '' ? 'empty' : text.length > longest ? `${text.slice(0, longest)}…` : text;
  };

  return {
    trustCase,
    model,
    told,
    masked,
    isMac: async (hash, key, text, mac) => {
      if (tries >= mostTries) return false;
      tries += 1;
      return trustCase.tokens.isMac(hash, key, new TextEncoder().encode(text), mac);
    },
    triesLeft: () => mostTries - tries,
  };
};

/** A header value as the person meant it: one byte is one character on the wire, and most who send more mean UTF-8. */
export const asUtf8 = (value: string): string => {
  if (!/[\u0080-\u00ff]/.test(value) || /[^\0-\u00ff]/.test(value)) return value;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      Uint8Array.from(value, (character) => character.charCodeAt(0)),
    );
  } catch {
    return value;
  }
};
