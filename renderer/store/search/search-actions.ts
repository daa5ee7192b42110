import { readQuery } from '#shared/query/read-query.ts';
import type { SavedFilter } from '#shared/shelf/shelf.ts';
import { attempt, type Bench } from '../attempt.ts';
import { seek } from '../listing/listing.ts';
import { changeView } from '../store.ts';
import { tell } from '../told.ts';
import { offerUndo } from '../undo.ts';
import { withSearch } from './suggestions.ts';

export const createSearchActions = ({ harness, store }: Bench) => {
  const typeSearch = (search: string): void => changeView(store, { search });
  const rememberSearch = (text: string): void =>
    changeView(store, ({ remembered }) => ({
      remembered: { ...remembered, searches: withSearch(remembered.searches, text.trim()) },
    }));
  /** Lists the rows that a query finds. Asks nothing while it is wrong: what was listed stays. */
  const search = (text: string): void => {
    const query = text.trim();
    if (readQuery(query).problems.length > 0) return;
    changeView(store, ({ listing }) => {
      const next = seek(listing, { ...listing.sought, query });
      return next === listing ? {} : { listing: next };
    });
  };
  return {
    typeSearch,
    search,
    rememberSearch,
    /** Without waiting for more to be written. */
    searchNow: (text: string): void => {
      search(text);
      rememberSearch(text);
    },
    /** What is written in the search and this term too. */
    addTerm: (term: string): void => {
      const text = store.getState().view.search.trim();
      if (` ${text} `.includes(` ${term} `)) return;
      typeSearch(text === '' ? term : `${text} ${term}`);
    },
    /** Puts a search by; one that has an id gets a new name. */
    saveFilter: ({ id, name, query }: Omit<SavedFilter, 'id'> & Partial<Pick<SavedFilter, 'id'>>) =>
      attempt(store, async () => {
        await harness.saveFilter({ name, query, ...(id === undefined ? {} : { id }) });
        tell(store, { says: ({ search: words }) => words.saved(name) });
      }),
    removeFilter: (filter: SavedFilter) =>
      attempt(store, async () => {
        await harness.removeFilter({ id: filter.id });
        offerUndo(store, ({ status }) => status.filterRemoved(filter.name), {
          from: `filter ${filter.id}`,
          bringBack: () => harness.saveFilter({ ...filter }),
        });
      }),
  };
};
