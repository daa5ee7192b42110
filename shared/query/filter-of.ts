import type { Mark } from '#shared/exchange/mark.ts';
import type { ChoiceField, TextField } from '#shared/query/fields.ts';
import { comparable } from '#shared/query/facets.ts';
import type { Condition, Filter, Side, Test } from '#shared/query/filter.ts';
import { timesOf } from '#shared/query/moments.ts';
import { unknownName, type QueryProblem } from '#shared/query/problem.ts';
import type { Query, Range, Term } from '#shared/query/query.ts';
import { namedSo, type Named, type Surroundings } from '#shared/query/surroundings.ts';
import { assertNever } from '#shared/text/assert-never.ts';

/** A query with every name looked up, or what is wrong with a name. */
export type FilterReading =
  | { readonly ok: true; readonly filter: Filter }
  | { readonly ok: false; readonly problems: readonly QueryProblem[] };

/** Looks up what the names in a query stand for now: channels, marks, moments. Refuses a platform and a channel that there is not. */
export const filterOf = ({ terms }: Query, surroundings: Surroundings): FilterReading => {
  const problems = terms.flatMap((term) => unknownIn(term, surroundings));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, filter: terms.map((term) => testOf(term, surroundings)) };
};

const unknownIn = ({ wants, from, to }: Term, { platforms, channels }: Surroundings): readonly QueryProblem[] => {
  if (wants.kind !== 'text' || (wants.field !== 'platform' && wants.field !== 'channel')) return [];
  const known: readonly Named[] = wants.field === 'platform' ? platforms : channels;
  const names = wants.field === 'platform' ? platforms.map((each) => each.id) : channels.map((each) => each.name);
  return wants.any
    .filter((name) => namedSo(known, name).length === 0)
    .map((name) => unknownName(wants.field, name, { from, to }, names));
};

const testOf = ({ wants, isNegated }: Term, surroundings: Surroundings): Test => {
  switch (wants.kind) {
    case 'words':
      return { isNegated, any: [{ kind: 'words', text: wants.text.toLowerCase() }] };
    case 'number':
      return { isNegated, any: wants.any.flatMap((range) => inRange(wants.field, range)) };
    case 'moment':
      return {
        isNegated,
        any: wants.any.map((each) => ({
          kind: 'range',
          of: 'openedAt',
          range: timesOf(wants.field, each, surroundings),
        })),
      };
    case 'choice':
      return { isNegated, any: wants.any.map((each) => chosen(wants.field, each, surroundings.marks)) };
    case 'header': {
      const sides = sidesOf(wants.field);
      const any = wants.any.map(({ name, value }): Condition => {
        const text = value === null ? null : value.toLowerCase();
        return { kind: 'header', sides, name: name.toLowerCase(), text };
      });
      return { isNegated, any };
    }
    case 'text':
      return { isNegated, any: wants.any.flatMap((each) => texted(wants.field, each, surroundings)) };
    default:
      return assertNever(wants);
  }
};

/** A row has two numbers where it is both twins. */
const inRange = (field: 'status' | 'duration' | 'size' | 'id' | 'trace', range: Range): readonly Condition[] =>
  field === 'id'
    ? [
        { kind: 'range', of: 'id', range },
        { kind: 'range', of: 'twinId', range },
      ]
    : [{ kind: 'range', of: field, range }];

const chosen = (field: ChoiceField, choice: string, marks: readonly Mark[]): Condition => {
  switch (field) {
    case 'dir':
      return { kind: 'equal', of: 'way', value: choice };
    case 'verdict':
      return { kind: 'equal', of: 'verdict', value: choice };
    case 'mark':
      return among(marks, ({ colour }) => colour === choice);
    case 'is':
      if (choice === 'pinned') return among(marks, ({ isPinned }) => isPinned);
      if (choice === 'marked') return among(marks, ({ colour }) => colour !== null);
      if (choice === 'noted') return among(marks, ({ note }) => note !== '');
      return choice === 'imported' ? { kind: 'imported' } : { kind: 'equal', of: 'state', value: choice };
    default:
      return assertNever(field);
  }
};

const among = (marks: readonly Mark[], isWanted: (mark: Mark) => boolean): Condition => ({
  kind: 'among',
  ids: new Set(marks.filter(isWanted).map((each) => each.exchangeId)),
});

const texted = (field: TextField, text: string, { platforms, channels, marks }: Surroundings): readonly Condition[] => {
  switch (field) {
    case 'method':
    case 'user':
      return [{ kind: 'equal', of: field, value: comparable(text) }];
    case 'path':
      return [{ kind: 'part', of: 'target', text: comparable(text) }];
    case 'host':
    case 'defect':
    case 'rule':
      return [{ kind: 'part', of: field, text: comparable(text) }];
    case 'channel':
      return namedSo(channels, text).map(({ id }) => ({ kind: 'equal', of: 'channelId', value: id }));
    case 'platform': {
      const wanted = namedSo(platforms, text).map(({ id }) => id);
      return channels
        .filter(({ platformId }) => wanted.includes(platformId))
        .map(({ id }) => ({ kind: 'equal', of: 'channelId', value: id }));
    }
    case 'note':
      return [among(marks, ({ note }) => note.toLowerCase().includes(text.toLowerCase()))];
    case 'body':
    case 'req.body':
    case 'res.body':
      return [{ kind: 'body', sides: sidesOf(field), text: text.toLowerCase() }];
    default:
      return assertNever(field);
  }
};

const sidesOf = (field: string): readonly Side[] => {
  if (field.startsWith('req.')) return ['request'];
  return field.startsWith('res.') ? ['response'] : ['request', 'response'];
};
