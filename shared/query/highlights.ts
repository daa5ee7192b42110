import type { Query } from '#shared/query/query.ts';

/** The texts to point out where they occur, whatever their case: what a query has found. */
export type Highlights = {
  readonly path: readonly string[];
  readonly note: readonly string[];
  readonly heads: readonly string[];
  readonly requestBody: readonly string[];
  readonly responseBody: readonly string[];
};

/** What to point out of a query's hits: words everywhere, the values of a field in its own place. What is negated points at nothing. */
export const highlightsOf = ({ terms }: Query): Highlights => {
  const wanted = terms.filter((each) => !each.isNegated).map((each) => each.wants);
  const words = wanted.flatMap((each) => (each.kind === 'words' ? [each.text] : []));
  const of = (...names: readonly string[]): readonly string[] =>
    wanted.flatMap((each) => (each.kind === 'text' && names.includes(each.field) ? each.any : []));
  const headers = wanted.flatMap((each) =>
    each.kind === 'header' ? each.any.map(({ name, value }) => value ?? name) : [],
  );
  return {
    path: distinct([...words, ...of('path')]),
    note: distinct(of('note')),
    heads: distinct([...words, ...headers]),
    requestBody: distinct([...words, ...of('body', 'req.body')]),
    responseBody: distinct([...words, ...of('body', 'res.body')]),
  };
};

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts.map((each) => each.toLowerCase()))];
