import type { CommandInput } from '#shared/contract/harness.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { Skipped } from '#shared/export/export-step.ts';
import type { Progress } from '#shared/export/write-export.ts';
import type { ExchangeStore } from './exchange-store.ts';

export type Choice = CommandInput<'exportTraffic'>['choice'];

export type ChosenExchanges = {
  /** Oldest first. */
  readonly ids: readonly number[];
  /** Those that they belong to. */
  readonly conversationIds: ReadonlySet<string>;
  readonly skipped: readonly Skipped[];
};

const page = 1000;
/** A file with more is of no use to anybody; the newest count. */
const mostExchanges = 10_000;

const searching: Progress = { done: 0, of: 0 };

/** Finds the exchanges that are chosen, a page at a time. Refuses with `exchange.unknown` where none of those that were named is there. */
export function* chosenExchanges(choice: Choice, store: ExchangeStore): Generator<Progress, ChosenExchanges> {
  const found: ExchangeSummary[] = [];
  let gone = 0;
  if (choice.exchangeIds) {
    const ids = [...new Set(choice.exchangeIds)].toSorted((one, other) => other - one);
    for (const [index, id] of ids.entries()) {
      const summary = store.read(id)?.summary;
      if (summary) found.push(summary);
      else gone += 1;
      if (index % page === 0) yield searching;
    }
    const [newest] = ids;
    if (found.length === 0 && newest !== undefined) throw new HarnessError(fault('exchange.unknown', { id: newest }));
  } else yield* everyPage(choice, store, found);
  const chosen = found.filter((each) => isChosen(each, choice));
  const kept = chosen.slice(0, mostExchanges);
  return {
    ids: kept.map(({ id }) => id).toReversed(),
    conversationIds: new Set(kept.flatMap(({ conversationId }) => conversationId ?? [])),
    skipped: [
      ...(gone > 0 ? [{ why: 'gone', count: gone } as const] : []),
      ...(chosen.length > kept.length ? [{ why: 'too-many', count: chosen.length - kept.length } as const] : []),
    ],
  };
}

/** Newest first, until one more is found than fits: then it is known that there were more. */
function* everyPage(choice: Choice, store: ExchangeStore, found: ExchangeSummary[]): Generator<Progress, void> {
  for (let before: number | undefined; ;) {
    const { exchanges, hasMore } = store.list({ limit: page, ...(before === undefined ? {} : { before }) });
    for (const each of exchanges) if (isChosen(each, choice)) found.push(each);
    before = exchanges.at(-1)?.id;
    if (!hasMore || before === undefined || found.length > mostExchanges) return;
    yield searching;
  }
}

const isChosen = ({ channelId, conversationId }: ExchangeSummary, choice: Choice): boolean =>
  (choice.channelId === undefined || channelId === choice.channelId) &&
  (!choice.conversationIds || choice.conversationIds.includes(conversationId ?? ''));
