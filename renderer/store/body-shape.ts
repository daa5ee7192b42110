import type { Words } from '#renderer/words/words.ts';
import { textOf } from '#shared/exchange/body.ts';
import { parseJson } from '#shared/text/parse-json.ts';

/** What a body is to a reader, and what should be said about it. */
export type BodyShape =
  | { readonly kind: 'json' | 'text'; readonly text: string; readonly notes: readonly string[] }
  | { readonly kind: 'binary'; readonly text: ''; readonly notes: readonly string[] };

type BodyTerms = {
  readonly contentType: string | undefined;
  readonly encoding: string | undefined;
  /** False when `bytes` are only the beginning. */
  readonly isWhole: boolean;
};

const claimsJson = (contentType: string | undefined): boolean => /[/+]json\b/i.test(contentType ?? '');
const looksLikeJson = (text: string): boolean => /^\s*[[{]/.test(text);
// oxlint-disable-next-line no-control-regex -- control characters other than tab and line ends are what makes bytes not a text.
const odd = /[\u0000-\u0008\u000e-\u001f]/;

/** How to show the bytes of a body. What is compressed or no text in its character set is shown as bytes, never mended. */
export const bodyShape = (
  bytes: Uint8Array,
  { contentType, encoding, isWhole }: BodyTerms,
  words: Words['inspector']['notes'],
): BodyShape => {
  if (encoding !== undefined && encoding.trim().toLowerCase() !== 'identity')
    return {
      kind: 'binary',
      text: '',
      notes: [words.compressed(encoding)],
    };
  const body = textOf(bytes, contentType);
  const notes = [
    ...(isWhole ? [] : [words.onlyFirst(bytes.length)]),
    ...(body.problem === undefined || !isWhole ? [] : [body.problem]),
    ...(body.hasBom ? [words.byteOrderMark] : []),
  ];
  if (odd.test(body.text) || (!body.isExact && isWhole && !claimsJson(contentType) && !looksLikeJson(body.text)))
    return { kind: 'binary', text: '', notes: [words.notText] };
  if (!isWhole || !(claimsJson(contentType) || looksLikeJson(body.text)))
    return { kind: 'text', text: body.text, notes };
  const parsed = parseJson(body.text);
  if (parsed.ok) return { kind: 'json', text: body.text, notes };
  return { kind: 'text', text: body.text, notes: [...notes, words.notJson(parsed.problem)] };
};
