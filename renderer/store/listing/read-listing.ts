import { findRows } from '#shared/contract/find-rows.ts';
import { faultOf, type Bench } from '../attempt.ts';
import { beforeNextPicture } from '../frames.ts';
import { changeView } from '../store.ts';
import { underWay, type Progress } from '../under-way.ts';
import { searchedSoFar } from './searched-so-far.ts';
import { askingMatches, begun, stopped, withLastPage, withMatches, withPage, type Listing } from './listing.ts';
import { rowCount } from './row-ids.ts';

/** Milliseconds between two questions what a query finds of what came meanwhile. */
const patience = 150;

/** Minutes east of UTC. */
export const ownZone = (): number => -new Date().getTimezoneOffset();

/** Resolves when what is known has been drawn, or would have been in a page that is looked at. */
const afterPicture = (): Promise<void> => new Promise((resolve) => beforeNextPicture(() => setTimeout(resolve)));

/** Reads what the list wants to know: the ids of its rows, page by page, and with a query what it finds of all that came since. */
export const readListing = ({ harness, store }: Bench): (() => void) => {
  const listing = (): Listing => store.getState().view.listing;
  const change = (how: (listing: Listing) => Listing): void =>
    changeView(store, (view) => ({ listing: how(view.listing) }));
  let matching: ReturnType<typeof setTimeout> | null = null;

  const readIds = async (): Promise<void> => {
    const { run, sought, reading } = listing();
    const asked = {
      query: sought.query,
      zone: ownZone(),
      ...(sought.isGrouped ? { group: 'conversation' as const } : {}),
    };
    const left = reading.state === 'due' && reading.left;
    const from = left ? { ...left, hasFound: rowCount(listing().found.ids) > 0 } : undefined;
    change(begun);
    // The newest rows are known already: they are drawn before the others are sorted in.
    if (sought.query === '') await afterPicture();
    const isWanted = (): boolean => listing().run === run && listing().reading.state === 'reading';
    const readPages = async (report: (progress: Progress) => void): Promise<void> => {
      for await (const page of findRows(harness, asked, from)) {
        if (!isWanted()) return;
        change((now) => withPage(now, run, page));
        report(searchedSoFar(store.getState()));
      }
      change((now) => withLastPage(now, run));
    };
    const stop = (): void => change((now) => (now.run === run ? stopped(now) : now));
    try {
      await underWay(store, ({ search }) => search.searching, readPages, stop);
    } catch (error) {
      const fault = faultOf(error);
      if (isWanted()) change((now) => ({ ...now, reading: { state: 'failed', fault } }));
    }
  };

  const matchRows = async (): Promise<void> => {
    const { ids, listing: asking } = askingMatches(listing());
    const { run, sought, reading } = asking;
    if (ids.length > 0) {
      change(() => asking);
      const search = 'search' in reading ? reading.search : 'words';
      await harness.matchRows({ query: sought.query, zone: ownZone(), search, ids: [...ids] }).then(
        (found) => change((now) => withMatches(now, run, ids, new Set(found.ids))),
        // The next whole session asks for everything anew.
        () => undefined,
      );
    }
    matching = null;
    goOn();
  };

  const goOn = (): void => {
    const { reading, toMatch } = listing();
    if (store.getState().session === null) return;
    if (reading.state === 'due') void readIds();
    if (matching === null && rowCount(toMatch) > 0) matching = setTimeout(() => void matchRows(), patience);
  };
  const unsubscribe = store.subscribe(goOn);
  return () => {
    unsubscribe();
    if (matching !== null) clearTimeout(matching);
  };
};
