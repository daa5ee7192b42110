import {
  isFacetTest,
  isOfFacets,
  type Filter,
  type FacetCondition,
  type RecordCondition,
  type Test,
} from '#shared/query/filter.ts';
import type { SearchKind } from '#shared/query/match.ts';
import type { Range } from '#shared/query/query.ts';
import { isOneWord, wordsIn } from '#shared/query/words.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import type { SqlValue } from './sqlite.ts';
import { columnOf } from './store-facets.ts';

/** A filter as the index can be asked for it. */
export type FilterPlan = {
  /** Conditions on the facets `f`, and their values. */
  readonly where: string;
  readonly values: readonly SqlValue[];
  /** What every row has among its words, as an FTS5 query; null: nothing that the index of words can tell. */
  readonly match: string | null;
  /** Words that no row may have, an FTS5 query each. */
  readonly without: readonly string[];
  /** Whether each row that is found so still has to be looked at. */
  readonly needsCheck: boolean;
};

/** What of a filter SQL decides, what the index of words narrows down, and whether that is all. */
export const planOf = (filter: Filter, kind: SearchKind): FilterPlan => {
  const facetTests = filter.filter(isFacetTest).map(sqlOfTest);
  const others = filter.filter((test) => !isFacetTest(test));
  const decided = others.filter((test) => isDecided(test, kind));
  const groups = others.filter((test) => !test.isNegated).flatMap((test) => neededWords(test, kind) ?? []);
  return {
    where: facetTests.map(({ sql }) => ` AND ${sql}`).join(''),
    values: facetTests.flatMap(({ values }) => values),
    match: groups.length === 0 ? null : groups.join(' AND '),
    without: decided.filter((test) => test.isNegated).flatMap((test) => neededWords(test, kind) ?? []),
    needsCheck: decided.length < others.length,
  };
};

/** Whether the index of words alone says which rows pass. */
const isDecided = ({ any }: Test, kind: SearchKind): boolean =>
  kind === 'words' && any.every((each) => each.kind === 'words' && isOneWord(each.text));

/** An FTS5 query that every row answers for which one of the conditions holds; null: there may be others. */
const neededWords = ({ any }: Test, kind: SearchKind): string | null => {
  const each = any.map((condition) => (isOfFacets(condition) ? [] : wordsOf(condition, kind)));
  if (each.length === 0 || each.some((words) => words.length === 0)) return null;
  return `(${each.map((words) => `(${words.map((word) => `"${word}"*`).join(' AND ')})`).join(' OR ')})`;
};

/** Words of one or two letters begin half of all words: where there are longer ones they narrow nothing down and cost the most. */
const wordsOf = (condition: RecordCondition, kind: SearchKind): readonly string[] => {
  if (condition.kind !== 'header' && kind === 'substring') return [];
  const words = wordsIn(condition.kind === 'header' ? condition.name : condition.text);
  const long = words.filter((each) => each.length > 2);
  return long.length > 0 ? long : words;
};

type Sql = { readonly sql: string; readonly values: readonly SqlValue[] };

const sqlOfTest = ({ isNegated, any }: Test): Sql => {
  const each = any.filter(isOfFacets).map(sqlOfCondition);
  const sql = each.length === 0 ? '0' : each.map((condition) => condition.sql).join(' OR ');
  return { sql: `${isNegated ? 'NOT ' : ''}(${sql})`, values: each.flatMap(({ values }) => values) };
};

const sqlOfCondition = (condition: FacetCondition): Sql => {
  switch (condition.kind) {
    case 'range':
      return sqlOfRange(`f.${columnOf(condition.of)}`, condition.range);
    case 'equal':
      return { sql: `f.${columnOf(condition.of)} = ?`, values: [condition.value] };
    case 'part':
      return { sql: `instr(f.${columnOf(condition.of)}, ?) > 0`, values: [condition.text] };
    case 'imported':
      return { sql: 'f.is_imported = 1', values: [] };
    case 'among':
      return { sql: 'f.id IN (SELECT value FROM json_each(?))', values: [JSON.stringify([...condition.ids])] };
    default:
      return assertNever(condition);
  }
};

const signs = { from: '>=', above: '>', to: '<=', below: '<' } as const;

/** Nothing is in no range, and negated it is outside of all: so the answer is never unknown. */
const sqlOfRange = (column: string, range: Range): Sql => {
  const ends = Object.entries(signs).flatMap(([end, sign]) => {
    const value = range[end as keyof typeof signs];
    return value === undefined ? [] : [{ sql: `${column} ${sign} ?`, value }];
  });
  return {
    sql: `(${column} IS NOT NULL${ends.map(({ sql }) => ` AND ${sql}`).join('')})`,
    values: ends.map(({ value }) => value),
  };
};
