import type { ReviewLine } from '#shared/export/placeholders.ts';

export type ReviewKind = ReviewLine['kind'];

/** What a person looks at first comes first: what they named, then secrets, persons, things, and what is gone. */
export const reviewKinds: readonly ReviewKind[] = [
  'chosen',
  'secret',
  'user',
  'name',
  'email',
  'phone',
  'person-number',
  'card',
  'account',
  'personal',
  'ip',
  'token-id',
  'file',
  'left-out',
];

export type ReviewGroup = {
  readonly kind: ReviewKind;
  readonly lines: readonly ReviewLine[];
  /** In how many places all of them together. */
  readonly places: number;
};

const has = (text: string | null, words: string): boolean => text?.toLowerCase().includes(words) ?? false;

/** The lines in which something stands, by kind: in what it was, what stands for it, or where. What occurs most comes first. */
export const reviewGroups = (review: readonly ReviewLine[], search: string): readonly ReviewGroup[] => {
  const words = search.trim().toLowerCase();
  const found = review.filter(
    ({ was, placeholder, what, places }) =>
      words === '' || has(was, words) || has(placeholder, words) || has(what, words) || has(places.join('\n'), words),
  );
  return reviewKinds
    .map((kind) => {
      const lines = found.filter((line) => line.kind === kind).toSorted((one, other) => other.count - one.count);
      return { kind, lines, places: lines.reduce((sum, { count }) => sum + count, 0) };
    })
    .filter(({ lines }) => lines.length > 0);
};
