import { wellFormed } from '#shared/text/well-formed.ts';

/** What stands where a secret stood. */
export const mask = '••••••';

/**
 * The text with every one of the secrets masked, as they are and percent-encoded (RFC 3986 §2.1).
 * Secrets shorter than 4 characters are left: masking them would only garble the text.
 */
export const redact = (text: string, secrets: readonly string[]): string =>
  secrets.length === 0 ? text : redactAll(text, secrets);

const redactAll = (text: string, secrets: readonly string[]): string =>
  secrets
    .filter((secret) => secret.length >= 4)
    .flatMap((secret) => [secret, encodeURIComponent(wellFormed(secret))])
    .toSorted((a, b) => b.length - a.length)
    .reduce((masked, secret) => masked.replaceAll(secret, mask), text);
