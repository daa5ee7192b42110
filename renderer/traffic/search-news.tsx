import { useEffect, useState } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { useActions, useBench, useSession } from '#renderer/store/context.tsx';
import { rowCount } from '#renderer/store/listing/row-ids.ts';
import { searchedSoFar } from '#renderer/store/listing/searched-so-far.ts';
import { faultText } from '#renderer/store/say-fault.ts';
import { withMeant } from '#renderer/store/search/query-problems.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Fault } from '#shared/contract/fault.ts';
import type { QueryProblem } from '#shared/query/problem.ts';
import styles from './search-news.module.css';

type SearchNewsProps = { readonly problems: readonly QueryProblem[] };

/** What came of the search: what is wrong with it, how far it has come, or how much it found. */
export const SearchNews = ({ problems }: SearchNewsProps) => {
  const reading = useBench(({ view }) => view.listing.reading);
  const query = useBench(({ view }) => view.listing.sought.query);
  const text = useBench(({ view }) => view.search);
  const [problem] = problems;
  if (problem) return <Problem key={text} problem={problem} text={text} />;
  if (reading.state === 'failed') return <Failed fault={reading.fault} />;
  if (query === '') return <p id="traffic-search-news" hidden />;
  return <Hits />;
};

/** Milliseconds without a key after which somebody is told that what is being written is wrong. */
const patience = 600;

const Problem = ({ problem, text }: { readonly problem: QueryProblem; readonly text: string }) => {
  const actions = useActions();
  const { search: words } = useWords();
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.news} id="traffic-search-news" role="status">
      {isDue && (
        <>
          <ToneIcon tone="attention" size={14} />
          <p className={styles.problem}>{words.problem(problem)}</p>
          {problem.meant !== null && (
            <Button look="quiet" onClick={() => actions.typeSearch(withMeant(text, problem))}>
              {words.writeInstead(problem.meant)}
            </Button>
          )}
        </>
      )}
    </div>
  );
};

const Failed = ({ fault }: { readonly fault: Fault }) => {
  const actions = useActions();
  const words = useWords();
  return (
    <div className={styles.news} id="traffic-search-news" role="status">
      <ToneIcon tone="bad" size={14} />
      <p className={styles.problem}>{faultText(fault, words)}</p>
      <Button look="quiet" onClick={actions.resumeSearch}>
        {words.search.tryAgain}
      </Button>
    </div>
  );
};

const Hits = () => {
  const actions = useActions();
  const { search: words, format } = useWords();
  const reading = useBench(({ view }) => view.listing.reading);
  const found = useBench(({ view }) => rowCount(view.listing.found.ids));
  const done = useBench((state) => searchedSoFar(state).done);
  const total = useSession(({ exchangeCount }) => exchangeCount);
  const isDone = reading.state === 'read';
  const search = 'search' in reading && reading.search === 'substring' ? words.substring : '';
  if (isDone)
    return (
      <p className={styles.news} id="traffic-search-news" role="status">
        {[words.hits(found), search].filter(Boolean).join(' · ')}
      </p>
    );
  const isStopped = reading.state === 'stopped';
  return (
    <div className={styles.news} id="traffic-search-news">
      <p className={isStopped ? undefined : styles.late}>
        {[words.hitsSoFar(found), words.searched(format.count(done), format.count(total)), search]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Button
        look="quiet"
        className={isStopped ? undefined : styles.late}
        onClick={isStopped ? actions.resumeSearch : actions.stopSearch}
      >
        {isStopped ? words.goOn : words.stop}
      </Button>
    </div>
  );
};
