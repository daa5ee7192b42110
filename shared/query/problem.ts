import type { Place } from '#shared/query/query.ts';
import { nearestOf } from '#shared/query/nearest.ts';

export type ProblemCode =
  | 'field.unknown'
  | 'header.meant'
  | 'value.missing'
  | 'value.wrong'
  | 'name.unknown'
  | 'quote.open';

/** What is wrong with a query, as data, and as one or a few sentences in English that say where and what is known. */
export type QueryProblem = Place & {
  readonly code: ProblemCode;
  readonly sentence: string;
  /** What the sentence names: the field, and what was written. */
  readonly field: string;
  readonly written: string;
  /** What could stand there: fields, choices, platforms or channels. */
  readonly known: readonly string[];
  /** What was probably meant, to stand in its place. */
  readonly meant: string | null;
};

type Field = { readonly name: string; readonly takes: string; readonly example: string };

const at = ({ from }: Place): string => `at character ${String(from + 1)}`;

const inTurn = (...sentences: readonly (string | null)[]): string => sentences.filter(Boolean).join(' ');

const meantSentence = (meant: string | null): string | null => (meant === null ? null : `Did you mean ${meant}?`);

const knownSentence = (known: readonly string[]): string =>
  known.length === 0 ? 'There is none yet.' : `Known are: ${known.join(', ')}.`;

export const unknownField = (written: string, place: Place, known: readonly string[]): QueryProblem => {
  const there = `There is no field "${written}" ${at(place)}.`;
  const about = { ...placeOf(place), field: written, written, known };
  // Field names have no hyphen, and most header names have one.
  if (written.includes('-')) {
    const meant = `header:${written}`;
    return { ...about, code: 'header.meant', meant, sentence: `${there} A header is asked for as ${meant}.` };
  }
  const meant = nearestOf(written, known);
  const other = 'To look for the text itself, put it in quotes.';
  const sentence = inTurn(there, meantSentence(meant), knownSentence(known), other);
  return { ...about, code: 'field.unknown', meant, sentence };
};

/** A value that is not one of those there are: a choice, a platform or a channel. */
export const unknownName = (field: string, written: string, place: Place, known: readonly string[]): QueryProblem => {
  const meant = nearestOf(written, known);
  const sentence = inTurn(
    `There is no ${field === 'is' ? 'state' : field} "${written}" ${at(place)}.`,
    meantSentence(meant),
    knownSentence(known),
  );
  return { ...placeOf(place), code: 'name.unknown', field, written, known, meant, sentence };
};

export const withoutValue = ({ name, takes, example }: Field, place: Place): QueryProblem => ({
  ...plain(name, '', place),
  code: 'value.missing',
  sentence: `${name} ${at(place)} has no value. It takes ${takes}, such as ${example}.`,
});

export const wrongValue = ({ name, takes }: Field, written: string, place: Place): QueryProblem => ({
  ...plain(name, written, place),
  code: 'value.wrong',
  sentence: `"${written}" ${at(place)} is nothing that ${name} can be compared with. It takes ${takes}.`,
});

export const openQuote = (place: Place): QueryProblem => ({
  ...plain('', '', place),
  code: 'quote.open',
  sentence: `The quotation mark ${at(place)} is not closed.`,
});

const plain = (field: string, written: string, place: Place) => ({
  ...placeOf(place),
  field,
  written,
  known: [],
  meant: null,
});

const placeOf = ({ from, to }: Place): Place => ({ from, to });
