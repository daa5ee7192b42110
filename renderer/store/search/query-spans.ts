import type { QueryProblem } from '#shared/query/problem.ts';
import { tokensOf, type Token } from '#shared/query/tokens.ts';

/** What a stretch of a query is, as it was understood. */
export type SpanKind = 'space' | 'not' | 'field' | 'value' | 'words';

export type QuerySpan = { readonly text: string; readonly kind: SpanKind; readonly isWrong: boolean };

type Mark = { readonly from: number; readonly to: number; readonly kind: SpanKind };

const marksOf = ({ from, to, isNegated, field }: Token): readonly Mark[] => {
  const start = isNegated ? from + 1 : from;
  const value = field ? field.to + 1 : start;
  return [
    { from, to: start, kind: 'not' },
    { from: start, to: value, kind: 'field' },
    { from: value, to, kind: field ? 'value' : 'words' },
  ];
};

/** A query in stretches, each as it was understood; together they are the text. */
export const querySpans = (text: string, problems: readonly QueryProblem[]): readonly QuerySpan[] => {
  const marks = tokensOf(text).flatMap(marksOf);
  const borders = [...marks, ...problems].flatMap(({ from, to }) => [from, to]);
  const places = [...new Set([0, text.length, ...borders])].toSorted((one, other) => one - other);
  return places.slice(1).map((to, index) => {
    const from = places[index] ?? 0;
    return {
      text: text.slice(from, to),
      kind: marks.find((each) => each.from <= from && to <= each.to && each.from < each.to)?.kind ?? 'space',
      isWrong: problems.some((each) => each.from <= from && to <= each.to),
    };
  });
};
