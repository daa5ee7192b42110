import { nearestOf } from '#shared/query/nearest.ts';

/** What is wrong with a query: where, in UTF-16 code units, and in a sentence that says what is known. */
export type QueryProblem = {
  readonly from: number;
  readonly to: number;
  readonly sentence: string;
  /** What was probably meant, to stand in its place. */
  readonly meant: string | null;
};

export type Place = { readonly from: number; readonly to: number };

const at = ({ from }: Place): string => `at character ${String(from + 1)}`;

/** A name that is not one of those there are: a field, a value, a platform or a channel. */
export const unknownName = (
  what: string,
  name: string,
  place: Place,
  known: readonly string[],
  more = '',
): QueryProblem => {
  const meant = nearestOf(name, known);
  const sentences = [
    `There is no ${what} "${name}" ${at(place)}.`,
    ...(meant === null ? [] : [`Did you mean ${meant}?`]),
    known.length === 0 ? `There is none yet.` : `Known are: ${known.join(', ')}.`,
    ...(more === '' ? [] : [more]),
  ];
  return { ...placeOf(place), sentence: sentences.join(' '), meant };
};

export const withoutValue = (field: string, takes: string, example: string, place: Place): QueryProblem => ({
  ...placeOf(place),
  sentence: `${field} ${at(place)} has no value. It takes ${takes}, such as ${example}.`,
  meant: null,
});

export const wrongValue = (field: string, value: string, takes: string, place: Place): QueryProblem => ({
  ...placeOf(place),
  sentence: `"${value}" ${at(place)} is nothing that ${field} can be compared with. It takes ${takes}.`,
  meant: null,
});

export const openQuote = (place: Place): QueryProblem => ({
  ...placeOf(place),
  sentence: `The quotation mark ${at(place)} is not closed.`,
  meant: null,
});

const placeOf = ({ from, to }: Place): Place => ({ from, to });
