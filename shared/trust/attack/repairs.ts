import { decodeBase64, decodeBase64Url } from '#shared/text/base64.ts';
import { textOf } from '#shared/exchange/body.ts';

/** A secret as it may have been meant, and what was done to it, in a few words. */
export type SecretRepair = { readonly value: string; readonly change: string };

/**
 * Other forms of a secret that people store by mistake: when an endpoint refuses a valid request, one of these may be the one that it
 * has. Only forms that differ; in the order of how often they are met.
 */
export const repairsOf = (secret: string): readonly SecretRepair[] => {
  const all: readonly SecretRepair[] = [
    { value: secret.trim(), change: 'without the white space around it' },
    { value: secret.replace(/^\u{feff}/u, ''), change: 'without its byte order mark' },
    { value: secret.replace(/^(["'])(.*)\1$/s, '$2'), change: 'without its quotation marks' },
    { value: `${secret}\n`, change: 'with a line break at its end' },
    { value: percentDecoded(secret), change: 'percent-decoded' },
    { value: decoded(secret), change: 'decoded from base64' },
  ];
  const wanted = all.filter(({ value }) => value !== secret && value !== '');
  return wanted.filter(({ value }, index) => wanted.findIndex((each) => each.value === value) === index);
};

const percentDecoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Only what decodes to a text: another secret would not be one that somebody pastes. */
const decoded = (secret: string): string => {
  const bytes = [decodeBase64(secret), decodeBase64Url(secret)].find((each) => each.ok);
  if (!bytes?.ok) return secret;
  const { text, isExact } = textOf(bytes.bytes);
  return isExact ? text : secret;
};
