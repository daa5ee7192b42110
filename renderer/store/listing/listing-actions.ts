import type { Mark } from '#shared/exchange/mark.ts';
import { attempt, type Bench } from '../attempt.ts';
import type { Columns } from '../columns.ts';
import { changeView } from '../store.ts';
import { noneChosen, stretchedTo, withToggled } from './chosen.ts';
import { inOrder } from './groups.ts';
import { lineOf } from './lines.ts';
import { allOpen, allRows, withFold, type ListItems } from './list-items.ts';
import { shownRowId } from './shown-row.ts';
import { resumed, seek, stopped, withLines, type Listing } from './listing.ts';

/** Lines in one answer: more than a screen shows, and quickly read. */
const linesAtOnce = 120;
/** Milliseconds between two readings. */
const patience = 40;
/** Rows that can be marked with one command. */
const marksAtOnce = 1000;

export const createListingActions = ({ harness, store }: Bench) => {
  const listing = (): Listing => store.getState().view.listing;
  const change = (how: (listing: Listing) => Listing): void =>
    changeView(store, (view) => ({ listing: how(view.listing) }));
  let wanted: readonly number[] = [];
  let isReading = false;

  const readWanted = async (): Promise<void> => {
    const ids = wanted.slice(0, linesAtOnce);
    wanted = wanted.slice(linesAtOnce);
    const { lines } = await harness.readRows({ ids: [...ids] });
    change((now) => withLines(now, ids, lines));
  };

  return {
    changeColumns: (columns: Columns): void =>
      changeView(store, ({ remembered }) => ({ remembered: { ...remembered, columns } })),
    /** Pins, colours or notes rows: what is left out stays as it is. */
    markRows: (ids: readonly number[], change: Partial<Omit<Mark, 'exchangeId'>>) =>
      attempt(store, async () => {
        for (let from = 0; from < ids.length; from += marksAtOnce)
          await harness.markExchanges({ ids: ids.slice(from, from + marksAtOnce), ...change });
      }),
    chooseNone: (): void => {
      if (store.getState().view.chosen !== noneChosen) changeView(store, { chosen: noneChosen });
    },
    toggleChosen: (id: number, shown: number | null): void =>
      changeView(store, ({ chosen }) => ({ chosen: withToggled(chosen, id, shown) })),
    stretchChosen: (items: ListItems, id: number): void =>
      changeView(store, ({ chosen }) => ({
        chosen: stretchedTo(chosen, items, id, shownRowId(store.getState())),
      })),
    chooseAll: (items: ListItems): void => changeView(store, { chosen: { ids: new Set(allRows(items)), from: null } }),
    foldGroup: (key: string, shouldFold: boolean): void =>
      changeView(store, ({ folding }) => ({ folding: withFold(folding, key, shouldFold) })),
    foldAll: (isAll: boolean): void => changeView(store, { folding: { isAll, except: new Set() } }),
    groupRows: (isGrouped: boolean): void =>
      changeView(store, ({ listing: now, remembered }) => ({
        listing: seek(now, { ...now.sought, isGrouped }),
        remembered: { ...remembered, isGrouped },
        folding: allOpen,
      })),
    /** Conversations stand in the order of their newest rows again. */
    orderGroups: (): void =>
      change((now) => {
        const { groups } = now.found;
        const sorted = groups && inOrder(groups);
        return sorted === groups ? now : { ...now, found: { ...now.found, groups: sorted } };
      }),
    /** What comes from now on is only counted. */
    pauseRows: (): void => {
      const newest = store.getState().session?.exchanges.at(-1)?.id ?? 0;
      change((now) => ({ ...now, pausedAt: newest }));
    },
    resumeRows: (): void => change((now) => ({ ...now, pausedAt: null })),
    /** Leaves a long search where it is. */
    stopSearch: (): void => change(stopped),
    /** Goes on with a search that was stopped, or tries one again that failed. */
    resumeSearch: (): void => change(resumed),
    /** Reads the lines of these rows that are not known; of an earlier asking, only what is under way is read to its end. */
    readLines: async (ids: readonly number[]): Promise<void> => {
      wanted = ids.filter((id) => lineOf(listing().lines, id) === null);
      if (isReading) return;
      isReading = true;
      while (wanted.length > 0) {
        if (!(await attempt(store, readWanted))) wanted = [];
        // Of rows that only fly by, few are read.
        await new Promise((resolve) => setTimeout(resolve, patience));
      }
      isReading = false;
    },
  };
};
