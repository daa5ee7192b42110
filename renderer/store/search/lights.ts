import { useMemo } from 'react';
import { highlightsOf, type Highlights } from '#shared/query/highlights.ts';
import { readQuery } from '#shared/query/read-query.ts';
import { useBench } from '../context.tsx';

/** What the search on screen has found, to be pointed out wherever it is shown. */
export const useLights = (): Highlights => {
  const query = useBench(({ view }) => view.listing.sought.query);
  return useMemo(() => highlightsOf(readQuery(query).query), [query]);
};
