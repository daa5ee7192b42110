import { rangeOf } from '#shared/query/amounts.ts';
import { fieldNamed, fields, type Field } from '#shared/query/fields.ts';
import { momentOf } from '#shared/query/moments.ts';
import {
  openQuote,
  unknownField,
  unknownName,
  withoutValue,
  wrongValue,
  type QueryProblem,
} from '#shared/query/problem.ts';
import type { HeaderWanted, Query, Term, Wants } from '#shared/query/query.ts';
import { tokensOf, type Token, type WrittenValue } from '#shared/query/tokens.ts';
import { assertNever } from '#shared/text/assert-never.ts';

/** A query, and everything that is wrong with it: with problems, `query` holds the terms that could be read. */
export type QueryReading = { readonly query: Query; readonly problems: readonly QueryProblem[] };

/** Reads a query: terms that all have to hold, each a field with values, a word, or words in quotes. Never throws. */
export const readQuery = (text: string): QueryReading => {
  const terms: Term[] = [];
  const problems: QueryProblem[] = [];
  for (const token of tokensOf(text)) {
    const read = wantsOf(token);
    if ('sentence' in read) problems.push(read);
    else terms.push({ from: token.from, to: token.to, isNegated: token.isNegated, wants: read });
  }
  return { query: { terms }, problems };
};

const fieldNames = fields.map((each) => each.name);

const wantsOf = (token: Token): Wants | QueryProblem => {
  const open = token.values.find((each) => each.isOpen);
  if (open) return openQuote({ from: open.from, to: open.to });
  if (token.field === null) return { kind: 'words', text: token.values[0]?.text ?? '' };
  const { name } = token.field;
  const field = fieldNamed(name);
  if (!field) return unknownField(name, token.field, fieldNames);
  if (token.values.some((each) => each.text === '')) return withoutValue(field, token);
  return valuesOf(field, token.values);
};

const valuesOf = (field: Field, values: readonly WrittenValue[]): Wants | QueryProblem => {
  const wrong = (value: WrittenValue): QueryProblem => wrongValue(field, value.text, value);
  switch (field.kind) {
    case 'number': {
      const { kind, name } = field;
      const ranges = eachOf(values, (value) => rangeOf(name, value.text), wrong);
      return 'sentence' in ranges ? ranges : { kind, field: name, any: ranges };
    }
    case 'moment': {
      const { kind, name } = field;
      const moments = eachOf(values, (value) => momentOf(value.text), wrong);
      return 'sentence' in moments ? moments : { kind, field: name, any: moments };
    }
    case 'choice': {
      const { kind, name, choices } = field;
      const unknown = (value: WrittenValue): QueryProblem => unknownName(name, value.text, value, choices);
      const chosen = eachOf(values, (value) => choiceOf(choices, value.text), unknown);
      return 'sentence' in chosen ? chosen : { kind, field: name, any: chosen };
    }
    case 'text':
      return { kind: field.kind, field: field.name, any: values.map((each) => each.text) };
    case 'header': {
      const { kind, name } = field;
      const headers = eachOf(values, (value) => headerOf(value.text), wrong);
      return 'sentence' in headers ? headers : { kind, field: name, any: headers };
    }
    default:
      return assertNever(field);
  }
};

/** What each value is read as, or the first problem. */
const eachOf = <Value>(
  values: readonly WrittenValue[],
  read: (value: WrittenValue) => Value | null,
  wrong: (value: WrittenValue) => QueryProblem,
): readonly Value[] | QueryProblem => {
  const all: Value[] = [];
  for (const value of values) {
    const one = read(value);
    if (one === null) return wrong(value);
    all.push(one);
  }
  return all;
};

const choiceOf = (choices: readonly string[], written: string): string | null =>
  choices.find((each) => each === written.toLowerCase()) ?? null;

/** `name`, or `name=value`. Null: without a name. */
const headerOf = (written: string): HeaderWanted | null => {
  const equals = written.indexOf('=');
  if (equals === 0) return null;
  return equals < 0
    ? { name: written, value: null }
    : { name: written.slice(0, equals), value: written.slice(equals + 1) || null };
};
