import { useMemo } from 'react';
import { useBench, useCatalogue, useSession } from '#renderer/store/context.tsx';
import { useListItems } from '#renderer/store/listing/rows-shown.ts';
import { queryProblems } from '#renderer/store/search/query-problems.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { TrafficHead } from './head.tsx';
import { List } from './list.tsx';
import { Nothing } from './nothing.tsx';
import { SearchBox } from './search-box.tsx';
import { SearchNews } from './search-news.tsx';
import { useIsTabular } from './use-is-tabular.ts';
import styles from './traffic.module.css';

/** Every exchange, newest first, or those that a search finds. */
export const Traffic = () => {
  const { traffic: words } = useWords();
  const problems = useProblems();
  const [frame, isTabular] = useIsTabular();
  return (
    <section ref={frame} className={styles.traffic} aria-label={words.title}>
      <TrafficHead isTabular={isTabular} />
      <SearchBox problems={problems} />
      <SearchNews problems={problems} />
      <Rows isTabular={isTabular} />
    </section>
  );
};

/** By itself, because it is drawn anew with each exchange. */
const Rows = ({ isTabular }: { readonly isTabular: boolean }) => {
  const items = useListItems();
  const query = useBench(({ view }) => view.listing.sought.query);
  if (items.count + items.pinned.length === 0) return <Nothing />;
  return <List key={query} items={items} isTabular={isTabular} />;
};

/** What is wrong with what is written in the search. */
const useProblems = () => {
  const { platforms } = useCatalogue();
  const text = useBench(({ view }) => view.search);
  const channels = useSession((session) => session.channels);
  return useMemo(
    () => (text.trim() === '' ? [] : queryProblems(text, { platforms, channels, marks: [] })),
    [text, platforms, channels],
  );
};
