import { encodeBase64, encodeBase64Url } from '#shared/text/base64.ts';
import { wellFormed } from '#shared/text/well-formed.ts';

/** What stands where a secret stood. */
export const mask = '••••••';

/**
 * The text with every one of the secrets masked: as they are and without white space around them, percent-encoded once or twice
 * (RFC 3986 §2.1), and as base64 of either alphabet (RFC 4648). Secrets shorter than 4 characters are left: masking them would only
 * garble the text.
 */
export const redact = (text: string, secrets: readonly string[]): string =>
  secrets.length === 0 ? text : formsOf(secrets).reduce((masked, form) => masked.replaceAll(form, mask), text);

/** Every exchange of a channel asks for the same forms: they are made once for each list, and go when it goes. */
const known = new WeakMap<readonly string[], readonly string[]>();

const formsOf = (secrets: readonly string[]): readonly string[] => {
  const before = known.get(secrets);
  if (before) return before;
  const texts = secrets.flatMap((secret) => [secret, secret.trim()]).filter((secret) => secret.length >= 4);
  const forms = [...new Set(texts.flatMap(encodingsOf))].toSorted((a, b) => b.length - a.length);
  known.set(secrets, forms);
  return forms;
};

const encodingsOf = (secret: string): readonly string[] => {
  const once = encodeURIComponent(wellFormed(secret));
  const bytes = new TextEncoder().encode(secret);
  const base64 = encodeBase64(bytes);
  return [secret, once, encodeURIComponent(once), base64, encodeURIComponent(base64), encodeBase64Url(bytes)];
};
