import { fieldNamed, fields, type Field } from '#shared/query/fields.ts';
import { printText } from '#shared/query/print-query.ts';
import type { Place } from '#shared/query/query.ts';
import type { Named } from '#shared/query/surroundings.ts';
import { tokensOf, type Token } from '#shared/query/tokens.ts';
import { assertNever } from '#shared/text/assert-never.ts';

/** What can stand behind a field here and now. */
export type KnownValues = {
  readonly platforms: readonly Named[];
  readonly channels: readonly Named[];
  readonly users: readonly string[];
  readonly defects: readonly string[];
  readonly rules: readonly string[];
  readonly headers: readonly string[];
};

/** One thing that could stand there: `text` is what is written for it, `what` says what it is where the text does not. */
export type Completion = { readonly text: string; readonly what: string };

/** What could stand at the cursor instead of what is at `from` to `to`; empty where nothing is known. */
export type Completions = Place & { readonly kind: 'field' | 'value'; readonly items: readonly Completion[] };

const most = 50;

/** What could be written at the cursor: names of fields, and behind a field its values. */
export const completions = (text: string, cursor: number, known: KnownValues): Completions => {
  const token = tokensOf(text).find(({ from, to }) => from <= cursor && cursor <= to);
  if (!token) return { kind: 'field', from: cursor, to: cursor, items: fieldsFor('') };
  const { field } = token;
  if (field && cursor > field.to) return valuesFor(token, fieldNamed(field.name), text, cursor, known);
  const from = token.isNegated ? token.from + 1 : token.from;
  const to = field ? field.to + 1 : token.to;
  return { kind: 'field', from, to, items: fieldsFor(text.slice(from, cursor)) };
};

const fieldsFor = (typed: string): readonly Completion[] =>
  fields
    .filter((each) => each.name.startsWith(typed.toLowerCase()))
    .map(({ name, what }) => ({ text: `${name}:`, what }));

const valuesFor = (
  { values }: Token,
  field: Field | undefined,
  text: string,
  cursor: number,
  known: KnownValues,
): Completions => {
  const value = values.find((each) => each.from <= cursor && cursor <= each.to);
  const place = { from: value?.from ?? cursor, to: value?.to ?? cursor };
  if (!field) return { kind: 'value', ...place, items: [] };
  const typed = text.slice(place.from, cursor).replace(/^"/, '').toLowerCase();
  const all = valuesOf(field, known);
  const begins = all.filter((each) => each.text.toLowerCase().startsWith(typed));
  const holds = all.filter(
    (each) => !begins.includes(each) && `${each.text} ${each.what}`.toLowerCase().includes(typed),
  );
  const items = [...begins, ...holds].slice(0, most).map(({ text: written, what }) => ({
    text: field.kind === 'text' ? printText(written) : written,
    what,
  }));
  return { kind: 'value', ...place, items };
};

const bare = (texts: readonly string[]): readonly Completion[] => texts.map((text) => ({ text, what: '' }));

const named = (all: readonly Named[], text: (each: Named) => string, what: (each: Named) => string) =>
  all.map((each) => ({ text: text(each), what: what(each) }));

const stretches = ['5m', '10m', '1h', '1d', '7d'] as const;

const valuesOf = (field: Field, known: KnownValues): readonly Completion[] => {
  switch (field.name) {
    case 'status':
      return bare(['2xx', '3xx', '4xx', '5xx', '>=400', '401', '404', '500']);
    case 'method':
      return bare(['get', 'post', 'put', 'patch', 'delete']);
    case 'platform':
      return named(
        known.platforms,
        ({ id }) => id,
        ({ name }) => name,
      );
    case 'channel':
      return named(
        known.channels,
        ({ name }) => name,
        () => '',
      );
    case 'user':
      return bare(known.users);
    case 'defect':
      return bare(known.defects);
    case 'rule':
      return bare(known.rules);
    case 'header':
    case 'req.header':
    case 'res.header':
      return bare(known.headers);
    case 'since':
    case 'until':
      return bare(stretches);
    case 'duration':
      return bare(['>100ms', '>500ms', '>1s', '>10s']);
    case 'size':
      return bare(['>1kb', '>10kb', '>100kb', '>1mb']);
    case 'dir':
    case 'verdict':
    case 'is':
    case 'mark':
      return bare(field.choices);
    case 'path':
    case 'host':
    case 'note':
    case 'body':
    case 'req.body':
    case 'res.body':
    case 'id':
    case 'trace':
      return [];
    default:
      return assertNever(field);
  }
};
