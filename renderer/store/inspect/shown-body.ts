import type { Words } from '#renderer/words/words.ts';
import type { Head } from '#shared/exchange/exchange.ts';
import { headerValue } from '#shared/exchange/raw-http.ts';
import { bodyShape, type BodyShape } from '../body-shape.ts';
import type { ReadBody } from './inspect-actions.ts';

/** A body as it is looked at: without what it was packed in. */
export type ShownBody = BodyShape & {
  readonly bytes: Uint8Array;
  /** As its header names it; empty where none does. */
  readonly contentType: string;
  /** True when nothing of it is missing. */
  readonly isWhole: boolean;
  /** Its text as it came, also where credentials are hidden in what is shown. */
  readonly exact: string;
};

/** What to show of a body that was read, and what should be said about it. */
export const shownBody = (
  { bytes, total, unpacked }: ReadBody,
  { headers, isTruncated }: Head,
  { body: words, format }: Pick<Words, 'body' | 'format'>,
): ShownBody => {
  const cut = isTruncated ? [words.cut(format.bytes(total))] : [];
  const contentType = headerValue(headers, 'content-type') ?? '';
  if (!unpacked) {
    const isWhole = bytes.length >= total;
    const shape = bodyShape(bytes, { contentType, isWhole }, words.notes);
    return { ...shape, exact: shape.text, bytes, contentType, isWhole, notes: [...cut, ...shape.notes] };
  }
  const { encoding } = unpacked;
  if (!unpacked.ok) {
    const note =
      unpacked.why === 'unknown' ? words.notes.unknownPacking(encoding) : words.notes.brokenPacking(encoding);
    return {
      looks: ['hex'],
      text: '',
      exact: '',
      json: null,
      picture: null,
      notes: [...cut, note],
      bytes,
      contentType,
      isWhole: true,
    };
  }
  const { isWhole } = unpacked;
  const shape = bodyShape(unpacked.bytes, { contentType, isWhole }, { ...words.notes, onlyFirst: () => '' });
  const size = format.bytes(unpacked.bytes.length);
  const note = isWhole
    ? words.notes.unpacked(encoding, format.bytes(total), size)
    : words.notes.unpackedPart(encoding, size);
  return {
    ...shape,
    exact: shape.text,
    bytes: unpacked.bytes,
    contentType,
    isWhole,
    notes: [...cut, note, ...shape.notes.filter(Boolean)],
  };
};
