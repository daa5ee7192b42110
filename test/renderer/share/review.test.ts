import { expect, test } from 'vitest';
import { reviewGroups, reviewKinds } from '#renderer/store/share/review.ts';
import type { ReviewLine } from '#shared/export/placeholders.ts';
import { inEnglish, inKorean } from '../spoken.ts';

const line = (given: Partial<ReviewLine> & Pick<ReviewLine, 'kind'>): ReviewLine => ({
  placeholder: `hidden-${given.kind}-1`,
  what: given.kind,
  count: 1,
  places: ['#1 request body'],
  was: null,
  ...given,
});

const review: readonly ReviewLine[] = [
  line({ kind: 'left-out', placeholder: '', what: 'signature', count: 2, places: ['#1 request header authorization'] }),
  line({ kind: 'user', was: 'u-7', count: 3 }),
  line({ kind: 'user', placeholder: 'hidden-user-2', was: 'u-42', count: 9, places: ['#2 conversation'] }),
  line({ kind: 'secret', what: 'clientSecret of Demo' }),
  line({ kind: 'chosen', was: 'Falcon' }),
];
const found = (search: string) =>
  reviewGroups(review, search).flatMap(({ lines }) => lines.map(({ was, what }) => was ?? what));

test('a review stands by kind: what the person named first, what occurs most first within a kind, what is gone last', () => {
  expect(reviewGroups(review, '').map(({ kind, places }) => [kind, places])).toEqual([
    ['chosen', 1],
    ['secret', 1],
    ['user', 12],
    ['left-out', 2],
  ]);
  expect(found('')).toEqual(['Falcon', 'clientSecret of Demo', 'u-42', 'u-7', 'signature']);
});

test('it is searched by what something was, what stands for it, what it is called and where it stood', () => {
  expect(found(' falc')).toEqual(['Falcon']);
  expect(found('hidden-user-2')).toEqual(['u-42']);
  expect(found('CLIENTSECRET')).toEqual(['clientSecret of Demo']);
  expect(found('#2 conv')).toEqual(['u-42']);
  expect(found('nowhere')).toEqual([]);
});

test('every kind has words', () => {
  for (const { exporting } of [inEnglish, inKorean])
    expect(Object.keys(exporting.kinds).toSorted()).toEqual([...reviewKinds].toSorted());
});
