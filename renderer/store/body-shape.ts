import type { Words } from '#renderer/words/words.ts';
import { hasControls, textOf } from '#shared/exchange/body.ts';
import type { ScannedJson } from '#shared/text/json-node.ts';
import { scanJson } from '#shared/text/json-scan.ts';
import { parseJson } from '#shared/text/parse-json.ts';
import { pictureOf, type Picture } from './inspect/picture.ts';

/** How a body can be looked at. */
export const looks = ['tree', 'json', 'table', 'picture', 'source', 'hex'] as const;
export type Look = (typeof looks)[number];

/** What a body is to a reader, and what should be said about it. */
export type BodyShape = {
  /** The best one first. */
  readonly looks: readonly Look[];
  /** As it came; empty where it is no text. */
  readonly text: string;
  /** Where it is JSON, or ought to be. */
  readonly json: ScannedJson | null;
  readonly picture: Picture | null;
  readonly notes: readonly string[];
};

type BodyTerms = {
  readonly contentType: string | undefined;
  /** False when `bytes` are only the beginning. */
  readonly isWhole: boolean;
};

const claimsJson = (contentType: string | undefined): boolean => /[/+]json\b/i.test(contentType ?? '');
const looksLikeJson = (text: string): boolean => /^\s*[[{]/.test(text);
const isForm = (contentType: string): boolean => /^\s*application\/x-www-form-urlencoded\b/i.test(contentType);
const isMultipart = (contentType: string): boolean => /^\s*multipart\/form-data\b/i.test(contentType);

/** How to show the bytes of a body. What is no text in its character set is shown as bytes, never mended. */
export const bodyShape = (bytes: Uint8Array, terms: BodyTerms, words: Words['body']['notes']): BodyShape => {
  const { contentType = '', isWhole } = terms;
  const picture = pictureOf(bytes);
  if (picture)
    return { ...plain, looks: ['picture', 'hex'], picture, notes: pictureNotes(picture, contentType, words) };
  const body = textOf(bytes, contentType);
  const isText =
    !hasControls(body.text) && (body.isExact || !isWhole || claimsJson(contentType) || looksLikeJson(body.text));
  const notes = [
    ...(isWhole ? [] : [words.onlyFirst(bytes.length)]),
    ...(body.problem === undefined || !isWhole ? [] : [body.problem]),
    ...(body.hasBom ? [words.byteOrderMark] : []),
  ];
  if (isMultipart(contentType)) {
    // Its parts may be anything: each is looked at by itself.
    const ofParts = notes.filter((each) => each !== body.problem);
    const looks: readonly Look[] = isText ? ['table', 'source', 'hex'] : ['table', 'hex'];
    return { ...plain, looks, text: isText ? body.text : '', notes: ofParts };
  }
  if (!isText) return { ...plain, looks: ['hex'], notes: [words.notText] };
  if (isForm(contentType)) return { ...plain, looks: ['table', 'source', 'hex'], text: body.text, notes };
  if (!isWhole || !(claimsJson(contentType) || looksLikeJson(body.text)))
    return { ...plain, looks: ['source', 'hex'], text: body.text, notes };
  return jsonShape(body.text, notes, words);
};

const plain: BodyShape = { looks: ['hex'], text: '', json: null, picture: null, notes: [] };

const jsonShape = (text: string, notes: readonly string[], words: Words['body']['notes']): BodyShape => {
  const json = scanJson(text);
  const problem = json.problems.length > 0 ? parseJson(text) : null;
  const told = [
    ...notes,
    ...(json.isCut ? [words.tooManyValues(json.nodes.length)] : []),
    ...(problem && !problem.ok ? [words.notJson(problem.problem)] : []),
  ];
  if (json.problems.length === 0)
    return { ...plain, looks: ['tree', 'json', 'source', 'hex'], text, json, notes: told };
  // A text that only begins like JSON is none: a tree of it would be made of nothing but mistakes.
  const looks: readonly Look[] = json.nodes.length > 1 ? ['source', 'tree', 'hex'] : ['source', 'hex'];
  return { ...plain, looks, text, json, notes: told };
};

const pictureNotes = (
  { mediaType }: Picture,
  contentType: string,
  words: Words['body']['notes'],
): readonly string[] => {
  const claimed = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return claimed.startsWith('image/') &&
    claimed !== mediaType &&
    !(claimed === 'image/jpg' && mediaType === 'image/jpeg')
    ? [words.otherPicture(claimed, mediaType)]
    : [];
};
