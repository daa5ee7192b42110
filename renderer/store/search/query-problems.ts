import { filterOf } from '#shared/query/filter-of.ts';
import { printText } from '#shared/query/print-query.ts';
import type { QueryProblem } from '#shared/query/problem.ts';
import { readQuery } from '#shared/query/read-query.ts';
import type { Surroundings } from '#shared/query/surroundings.ts';

/** Everything that is wrong with a query: how it is written, and names that mean nothing here. */
export const queryProblems = (
  text: string,
  surroundings: Omit<Surroundings, 'now' | 'zone'>,
): readonly QueryProblem[] => {
  const { query, problems } = readQuery(text);
  // Which moments it names is not asked here.
  const looked = filterOf(query, { ...surroundings, now: 0, zone: 0 });
  return [...problems, ...(looked.ok ? [] : looked.problems)].toSorted((one, other) => one.from - other.from);
};

/** The text with what was meant in the place of what is wrong. */
export const withMeant = (text: string, { from, to, code, meant, written }: QueryProblem): string => {
  if (meant === null) return text;
  const before = text.slice(0, from);
  // `x-name:value` is written `header:x-name=value`.
  if (code === 'header.meant')
    return (
      before +
      meant +
      text
        .slice(to)
        .replace(/^:/, '=')
        .replace(/^=(?=\s|$)/, '')
    );
  const there = text.slice(from, to);
  if (code === 'field.unknown' || there === written) return before + meant + text.slice(to);
  const quoted = `"${written}"`;
  const place = there.includes(quoted) ? quoted : written;
  return before + there.replace(place, () => printText(meant)) + text.slice(to);
};
