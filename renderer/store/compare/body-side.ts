import { hasControls, textOf } from '#shared/exchange/body.ts';

/** A body that is compared with another one: its bytes as they were on the wire, and what its head says of them. */
export type BodySide = {
  readonly bytes: Uint8Array;
  readonly contentType: string | undefined;
  readonly encoding: string | undefined;
  /** False when `bytes` are only the beginning. */
  readonly isWhole: boolean;
};

/** As what two bodies are compared: values and their places, lines and their words, or bytes. */
export type BodyLook = 'json' | 'text' | 'bytes';

/** A body as text, and whether that is meant as JSON; null where it is none. */
type ReadableBody = { readonly text: string; readonly isJson: boolean };

export const readableBody = ({ bytes, contentType, encoding, isWhole }: BodySide): ReadableBody | null => {
  if (bytes.length === 0) return { text: '', isJson: true };
  if (encoding !== undefined && encoding.trim().toLowerCase() !== 'identity') return null;
  const { text, isExact } = textOf(bytes, contentType);
  const looksLikeJson = /^\s*[[{"]/.test(text) || /[/+]json\b/i.test(contentType ?? '');
  if (hasControls(text) || (!isExact && isWhole && !looksLikeJson)) return null;
  return { text, isJson: looksLikeJson && isWhole };
};

/** As what these two can be compared, the most telling first. */
export const looksOf = (before: ReadableBody | null, after: ReadableBody | null): readonly BodyLook[] => {
  if (!before || !after) return ['bytes'];
  const isEmpty = before.text === '' && after.text === '';
  return before.isJson && after.isJson && !isEmpty ? ['json', 'text', 'bytes'] : ['text', 'bytes'];
};
