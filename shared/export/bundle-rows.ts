import type { Harness } from '#shared/contract/harness.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import { platforms } from '#shared/platforms/registry.ts';
import { facetsOf, isRow } from '#shared/query/facets.ts';
import { grouped } from '#shared/query/grouped.ts';
import { passes } from '#shared/query/match.ts';
import { searchOf, type Asked } from '#shared/query/search-of.ts';
import { marksIn, type BundleContents } from '#shared/export/bundle-contents.ts';

/** Milliseconds that one step may take. */
const budget = 30;

/** Tells of each number whether it is a row that is found. Refuses a query that is wrong. */
export const rowFinder = (
  asked: Asked,
  { exchanges, channels }: BundleContents,
  now: number,
): ((id: number) => boolean) => {
  const { filter, search } = searchOf(asked, { now, platforms, channels, marks: marksIn(exchanges) });
  return (id) => {
    const found = exchanges.get(id);
    if (!found || !isRow(found.exchange.summary)) return false;
    const { exchange, requestBody, responseBody } = found;
    const twin = summaryIn(exchanges, exchange.summary.twinId);
    const searched = { exchange, request: requestBody, response: responseBody };
    return passes(filter, facetsOf(exchange.summary, twin), () => searched, search);
  };
};

const summaryIn = (exchanges: BundleContents['exchanges'], id: number | null): ExchangeSummary | null =>
  id === null ? null : (exchanges.get(id)?.exchange.summary ?? null);

/** The commands that find the rows of a bundle, with the same query as in a bench. */
export const bundleRows = (
  contents: BundleContents,
  now: () => number,
): Pick<Harness, 'listRows' | 'matchRows' | 'readRows'> => {
  const newestFirst = [...contents.exchanges.keys()].toReversed();
  const summaryOf = (id: number | null): ExchangeSummary | null => summaryIn(contents.exchanges, id);
  return {
    listRows: async ({ before = Infinity, group, ...asked }) => {
      const isFound = rowFinder(asked, contents, now());
      const ids: number[] = [];
      const until = now() + budget;
      let nextBefore: number | null = null;
      for (const id of newestFirst) {
        if (id >= before) continue;
        if (nextBefore !== null && now() >= until) break;
        nextBefore = id;
        if (isFound(id)) ids.push(id);
      }
      const isOver = nextBefore === null || nextBefore === newestFirst.at(-1);
      const page = { ids, nextBefore: isOver ? null : nextBefore };
      if (group === undefined) return page;
      const summaries = ids.map(summaryOf);
      const conversationIds = summaries.map((each) => each?.conversationId ?? '');
      const verdicts = summaries.map((each) => each?.verdict ?? 'unchecked');
      return { ...page, ...grouped(ids, conversationIds, verdicts) };
    },
    matchRows: async ({ ids, ...asked }) => ({ ids: ids.filter(rowFinder(asked, contents, now())) }),
    readRows: async ({ ids }) => ({
      lines: ids.flatMap((id) => {
        const exchange = summaryOf(id);
        return exchange ? [{ exchange, twin: summaryOf(exchange.twinId) }] : [];
      }),
    }),
  };
};
