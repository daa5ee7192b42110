import type { CommandInput } from '#shared/contract/harness.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { Skipped } from '#shared/export/export-step.ts';
import type { Progress } from '#shared/export/write-export.ts';
import type { Bench } from './bench.ts';
import { searchIn } from './row-commands.ts';

export type Choice = CommandInput<'exportTraffic'>['choice'];

export type Choosing = Pick<Bench, 'world' | 'channels' | 'marks'>;

export type ChosenExchanges = {
  /** Oldest first. */
  readonly ids: readonly number[];
  /** Those of them that were no HTTP. */
  readonly malformed: ReadonlySet<number>;
  /** Those that they belong to. */
  readonly conversationIds: ReadonlySet<string>;
  readonly skipped: readonly Skipped[];
};

const page = 1000;
/** A file with more is of no use to anybody; the newest count. */
const mostExchanges = 10_000;
/** Milliseconds of one step. */
const budget = 30;

const searching: Progress = { done: 0, of: 0 };

/**
 * Finds the exchanges that are chosen, in steps; `withTwins`: also the other half of each that was named or found. Refuses with
 * `exchange.unknown` where none of those that were named is there, and a query that is wrong.
 */
export function* chosenExchanges(
  choice: Choice,
  withTwins: boolean,
  bench: Choosing,
): Generator<Progress, ChosenExchanges> {
  const found: ExchangeSummary[] = [];
  let gone = 0;
  if (choice.exchangeIds) gone = yield* those(choice.exchangeIds, withTwins, bench, found);
  else if (choice.query === undefined) yield* everyPage(choice, bench, found);
  else yield* everyRow(choice, withTwins, bench, found);
  const chosen = found.filter((each) => isChosen(each, choice));
  const kept = chosen.slice(0, mostExchanges).toSorted((one, other) => one.id - other.id);
  return {
    ids: kept.map(({ id }) => id),
    malformed: new Set(kept.flatMap(({ id, outcome }) => (outcome.state === 'malformed' ? [id] : []))),
    conversationIds: new Set(kept.flatMap(({ conversationId }) => conversationId ?? [])),
    skipped: [
      ...(gone > 0 ? [{ why: 'gone', count: gone } as const] : []),
      ...(chosen.length > kept.length ? [{ why: 'too-many', count: chosen.length - kept.length } as const] : []),
    ],
  };
}

/** Returns how many of them are gone. */
function* those(
  ids: readonly number[],
  withTwins: boolean,
  bench: Choosing,
  found: ExchangeSummary[],
): Generator<Progress, number> {
  const newestFirst = [...new Set(ids)].toSorted((one, other) => other - one);
  const isThere = new Set<number>();
  for (let from = 0; from < newestFirst.length; from += page) {
    const some = newestFirst.slice(from, from + page);
    for (const each of summariesOf(some, withTwins, bench)) {
      if (!isThere.has(each.id)) found.push(each);
      isThere.add(each.id);
    }
    yield searching;
  }
  const [newest] = newestFirst;
  if (found.length === 0 && newest !== undefined) throw new HarnessError(fault('exchange.unknown', { id: newest }));
  return newestFirst.filter((id) => !isThere.has(id)).length;
}

const summariesOf = (
  ids: readonly number[],
  withTwins: boolean,
  { world: { exchanges } }: Choosing,
): readonly ExchangeSummary[] => {
  const summaries = exchanges.readSummaries(ids);
  return withTwins
    ? [...summaries, ...exchanges.readSummaries(summaries.flatMap(({ twinId }) => twinId ?? []))]
    : summaries;
};

/** Newest first, until one more is found than fits: then it is known that there were more. */
function* everyPage(choice: Choice, { world }: Choosing, found: ExchangeSummary[]): Generator<Progress, void> {
  for (let before: number | undefined; ;) {
    const { exchanges, hasMore } = world.exchanges.list({ limit: page, ...(before === undefined ? {} : { before }) });
    for (const each of exchanges) if (isChosen(each, choice)) found.push(each);
    before = exchanges.at(-1)?.id;
    if (!hasMore || before === undefined || found.length > mostExchanges) return;
    yield searching;
  }
}

function* everyRow(
  choice: Choice,
  withTwins: boolean,
  bench: Choosing,
  found: ExchangeSummary[],
): Generator<Progress, void> {
  const { exchanges } = bench.world;
  const search = searchIn(choice, bench);
  for (let before: number | undefined; ;) {
    const rows = exchanges.findRows({ ...search, budget, ...(before === undefined ? {} : { before }) });
    for (let from = 0; from < rows.ids.length; from += page) {
      found.push(...summariesOf(rows.ids.slice(from, from + page), withTwins, bench));
      if (found.length > mostExchanges) return;
    }
    if (rows.nextBefore === null) return;
    before = rows.nextBefore;
    yield searching;
  }
}

const isChosen = ({ channelId, conversationId }: ExchangeSummary, choice: Choice): boolean =>
  (choice.channelId === undefined || channelId === choice.channelId) &&
  (!choice.conversationIds || choice.conversationIds.includes(conversationId ?? ''));
