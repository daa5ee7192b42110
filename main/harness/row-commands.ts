import type { CommandInput } from '#shared/contract/harness.ts';
import type { RowPage, rowCommands } from '#shared/contract/commands/row-commands.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import { platforms } from '#shared/platforms/registry.ts';
import { filterOf } from '#shared/query/filter-of.ts';
import type { QueryProblem } from '#shared/query/problem.ts';
import { readQuery } from '#shared/query/read-query.ts';
import type { Bench } from './bench.ts';
import { nothing, type Answering, type CommandParts } from './command-parts.ts';
import type { RowSearch } from './row-store.ts';

/** Milliseconds that one step may hold up the event loop. */
const budget = 30;

export const answerRowCommands = ({ bench }: CommandParts): Answering<typeof rowCommands> => {
  const { exchanges } = bench.world;
  return {
    listRows: async ({ before, group, ...asked }) => {
      const rows = exchanges.findRows({
        ...searchOf(asked, bench),
        budget,
        ...(before === undefined ? {} : { before }),
      });
      // While it is under way, an outbound exchange that came back to us does not know its twin yet.
      const isShown = rows.ids.map((id) => !bench.loopback.isReceived(id));
      const ids = rows.ids.filter((_, index) => isShown[index]);
      const page = { ids, nextBefore: rows.nextBefore };
      if (group === undefined) return page;
      return { ...page, ...grouped(rows.conversationIds.filter((_, index) => isShown[index])) };
    },
    matchRows: async ({ ids, ...asked }) => ({
      ids: exchanges.matchRows({ ...searchOf(asked, bench), ids }).filter((id) => !bench.loopback.isReceived(id)),
    }),
    readRows: async ({ ids }) => {
      const read = exchanges.readSummaries(ids);
      const twins = exchanges.readSummaries(read.flatMap(({ twinId }) => twinId ?? []));
      const byId = new Map(twins.map((each) => [each.id, each]));
      return { lines: read.map((exchange) => ({ exchange, twin: byId.get(exchange.twinId ?? 0) ?? null })) };
    },
    markExchanges: async ({ ids, ...change }) => {
      bench.marks.change(ids, change);
      return nothing;
    },
  };
};

type Asked = Pick<CommandInput<'listRows'>, 'query' | 'zone' | 'search'>;

/** The query with every name looked up now; refuses one that is wrong and says where. */
const searchOf = ({ query = '', zone = 0, search = 'words' }: Asked, { world, channels, marks }: Bench): RowSearch => {
  const { query: read, problems } = readQuery(query);
  refuse(problems);
  const known = channels.all.map(({ stored: { id, name, platformId } }) => ({ id, name, platformId }));
  const looked = filterOf(read, { now: world.clock.now(), zone, platforms, channels: known, marks: marks.all });
  if (!looked.ok) refuse(looked.problems);
  return { filter: looked.ok ? looked.filter : [], search };
};

const refuse = ([first, ...more]: readonly QueryProblem[]): void => {
  if (!first) return;
  const issues = [first, ...more].map(({ sentence }) => ({ path: '/query', message: sentence }));
  const { sentence, from, to, meant } = first;
  const values = { problem: sentence, from, to, meant: meant ?? '' };
  throw new HarnessError(fault('query.wrong', values, issues));
};

/** Each conversation once, and where it stands for each row. */
const grouped = (conversationIds: readonly string[]): Required<Pick<RowPage, 'conversations' | 'conversationOf'>> => {
  const places = new Map<string, number>();
  const conversationOf = conversationIds.map((id) => {
    const place = places.get(id) ?? places.size;
    places.set(id, place);
    return place;
  });
  return { conversations: [...places.keys()].map((id) => id || null), conversationOf };
};
