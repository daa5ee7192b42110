import { hasControls, textOf } from '#shared/exchange/body.ts';
import type { Unpacked } from '../inspect/unpack.ts';

/** A body that is compared with another one: its bytes as they were on the wire, and what its head says of them. */
export type BodySide = {
  readonly bytes: Uint8Array;
  readonly contentType: string | undefined;
  /** Without its content codings; null where it has none. */
  readonly unpacked: Unpacked | null;
  /** False when `bytes` are only the beginning. */
  readonly isWhole: boolean;
};

/** As what two bodies are compared: values and their places, lines and their words, bytes, or bytes as they were packed on the wire. */
export type BodyLook = 'json' | 'text' | 'bytes' | 'wire';

/** What there is in a body, unpacked where it was packed. */
export const contentOf = ({ bytes, isWhole, unpacked }: BodySide) =>
  unpacked?.ok ? { bytes: unpacked.bytes, isWhole: isWhole && unpacked.isWhole } : { bytes, isWhole };

/** A body as text, and whether that is meant as JSON; null where it is none. */
type ReadableBody = { readonly text: string; readonly isJson: boolean };

export const readableBody = (side: BodySide): ReadableBody | null => {
  const { contentType, unpacked } = side;
  const { bytes, isWhole } = contentOf(side);
  if (bytes.length === 0) return { text: '', isJson: true };
  if (unpacked?.ok === false) return null;
  const { text, isExact } = textOf(bytes, contentType);
  const claimsJson = /[/+]json\b/i.test(contentType ?? '');
  // What is called JSON is not always: a sentence is no value that is laid out.
  const beginsLikeJson = /^\s*[[{]/.test(text) || (claimsJson && /^\s*(?:["\d-]|true|false|null)/.test(text));
  if (hasControls(text) || (!isExact && isWhole && !claimsJson && !beginsLikeJson)) return null;
  return { text, isJson: beginsLikeJson && isWhole };
};

/** As what these two can be compared, the most telling first. */
export const looksOf = (before: BodySide, after: BodySide): readonly BodyLook[] => {
  const [left, right] = [readableBody(before), readableBody(after)];
  const asBytes: readonly BodyLook[] = before.unpacked?.ok || after.unpacked?.ok ? ['bytes', 'wire'] : ['bytes'];
  if (!left || !right) return asBytes;
  const isEmpty = left.text === '' && right.text === '';
  return left.isJson && right.isJson && !isEmpty ? ['json', 'text', ...asBytes] : ['text', ...asBytes];
};
