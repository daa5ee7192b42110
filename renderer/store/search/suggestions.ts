import { completions, type KnownValues } from '#shared/query/completions.ts';
import type { SavedFilter } from '#shared/shelf/shelf.ts';

/** One thing that the search offers; `text` and `cursor` are what is written when it is taken. */
export type Suggestion = {
  readonly kind: 'field' | 'value' | 'filter' | 'recent';
  readonly label: string;
  /** What it is, where the label does not say. */
  readonly what: string;
  readonly text: string;
  readonly cursor: number;
};

type Offered = {
  readonly known: KnownValues;
  readonly filters: readonly SavedFilter[];
  /** The last one first. */
  readonly recent: readonly string[];
};

const most = 12;
const mostRecent = 5;

/** What can be written at the cursor; in an empty search, what was saved and what was looked for lately come first. */
export const suggestionsFor = (
  text: string,
  cursor: number,
  { known, filters, recent }: Offered,
): readonly Suggestion[] => {
  const { kind, from, to, items } = completions(text, cursor, known);
  const typed = text.slice(from, cursor);
  const written = items
    // What stands there already needs no offer.
    .filter((each) => each.text !== text.slice(from, to) && (kind === 'value' || typed !== '' || text.trim() === ''))
    .map((each): Suggestion => {
      const rest = text.slice(to);
      // A term that is whole is followed by the next one.
      const inserted = kind === 'value' && !/^[\s,]/.test(rest) ? `${each.text} ` : each.text;
      return {
        kind,
        label: each.text,
        what: each.what,
        text: text.slice(0, from) + inserted + rest,
        cursor: from + inserted.length,
      };
    });
  return [...(text.trim() === '' ? whole(filters, recent) : []), ...written].slice(
    0,
    text.trim() === '' ? undefined : most,
  );
};

const whole = (filters: readonly SavedFilter[], recent: readonly string[]): readonly Suggestion[] => [
  ...filters.map(({ name, query }): Suggestion => ({
    kind: 'filter',
    label: name,
    what: query,
    text: query,
    cursor: query.length,
  })),
  ...recent
    .filter((each) => !filters.some(({ query }) => query === each))
    .slice(0, mostRecent)
    .map((query): Suggestion => ({ kind: 'recent', label: query, what: '', text: query, cursor: query.length })),
];

/** The searches that are remembered after this one, the last one first. */
export const withSearch = (searches: readonly string[], query: string): string[] =>
  query === '' ? [...searches] : [query, ...searches.filter((each) => each !== query)].slice(0, 20);
