import { Button } from '#renderer/kit/button.tsx';
import { Skeleton } from '#renderer/kit/skeleton.tsx';
import { useActions, useBench, useSession } from '#renderer/store/context.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import { readQuery } from '#shared/query/read-query.ts';
import styles from './traffic.module.css';

/** Where rows would be: why there are none, and what to do. */
export const Nothing = () => {
  const { traffic: words, search } = useWords();
  const query = useBench(({ view }) => view.listing.sought.query);
  const state = useBench(({ view }) => view.listing.reading.state);
  const isBundle = useSession(({ openedBundle }) => openedBundle !== null);
  const isEmpty = useSession(({ exchangeCount }) => exchangeCount === 0);
  if (state === 'failed' || state === 'stopped') return <div className={styles.rest} />;
  if (state !== 'read' && !isEmpty) return <Skeleton lines={6} label={search.searching} />;
  if (query === '') return <p className={styles.empty}>{isBundle ? words.noneInBundle : words.none}</p>;
  return <NoHits query={query} />;
};

const NoHits = ({ query }: { readonly query: string }) => {
  const actions = useActions();
  const { search: words } = useWords();
  const { terms } = readQuery(query).query;
  return (
    <div className={styles.empty}>
      <p>
        {words.nothing(query)}
        {terms.length > 1 ? `. ${words.nothingHint}` : '.'}
      </p>
      <div className={styles.offers}>
        {terms.length > 1 ? (
          terms.map(({ from, to }) => (
            <Button
              key={from}
              onClick={() =>
                actions.typeSearch(`${query.slice(0, from)}${query.slice(to)}`.replaceAll(/\s+/g, ' ').trim())
              }
            >
              {words.without(query.slice(from, to))}
            </Button>
          ))
        ) : (
          <Button onClick={() => actions.typeSearch('')}>{words.clear}</Button>
        )}
      </div>
    </div>
  );
};
