import { fault, HarnessError } from '#shared/contract/fault.ts';
import type { Filter } from '#shared/query/filter.ts';
import { filterOf } from '#shared/query/filter-of.ts';
import type { SearchKind } from '#shared/query/match.ts';
import type { QueryProblem } from '#shared/query/problem.ts';
import { readQuery } from '#shared/query/read-query.ts';
import type { Surroundings } from '#shared/query/surroundings.ts';

/** What is asked over the contract: the zone in minutes east of UTC. */
export type Asked = {
  readonly query?: string;
  readonly zone?: number;
  readonly search?: SearchKind;
};

/** The query with every name looked up; refuses one that is wrong with `query.wrong`, and says where. */
export const searchOf = (
  { query = '', zone = 0, search = 'words' }: Asked,
  surroundings: Omit<Surroundings, 'zone'>,
): { readonly filter: Filter; readonly search: SearchKind } => {
  const { query: read, problems } = readQuery(query);
  refuse(problems);
  const looked = filterOf(read, { ...surroundings, zone });
  if (!looked.ok) refuse(looked.problems);
  return { filter: looked.ok ? looked.filter : [], search };
};

const refuse = ([first, ...more]: readonly QueryProblem[]): void => {
  if (!first) return;
  const issues = [first, ...more].map(({ sentence }) => ({ path: '/query', message: sentence }));
  const { sentence, from, to, meant } = first;
  const values = { problem: sentence, from, to, meant: meant ?? '' };
  throw new HarnessError(fault('query.wrong', values, issues));
};
