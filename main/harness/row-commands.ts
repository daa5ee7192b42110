import type { rowCommands } from '#shared/contract/commands/row-commands.ts';
import { platforms } from '#shared/platforms/registry.ts';
import { grouped } from '#shared/query/grouped.ts';
import { searchOf, type Asked } from '#shared/query/search-of.ts';
import type { Bench } from './bench.ts';
import { nothing, type Answering, type CommandParts } from './command-parts.ts';
import type { RowSearch } from './row-store.ts';

/** Milliseconds that one step may hold up the event loop. */
const budget = 30;
/** Rows that are looked at before something else may happen. */
const matchedAtOnce = 50;

const pause = ({ world }: Bench): Promise<void> => new Promise((resolve) => void world.clock.after(0, resolve));

export const answerRowCommands = ({ bench }: CommandParts): Answering<typeof rowCommands> => {
  const { exchanges } = bench.world;
  return {
    listRows: async ({ before, group, ...asked }) => {
      const rows = exchanges.findRows({
        ...searchIn(asked, bench),
        budget,
        isGrouped: group !== undefined,
        ...(before === undefined ? {} : { before }),
      });
      // While it is under way, an outbound exchange that came back to us does not know its twin yet.
      const isShown = rows.ids.map((id) => !bench.loopback.isReceived(id));
      const shown = <Each>(all: readonly Each[]): readonly Each[] => all.filter((_, index) => isShown[index]);
      const page = { ids: shown(rows.ids), nextBefore: rows.nextBefore };
      if (group === undefined) return page;
      return { ...page, ...grouped(page.ids, shown(rows.conversationIds), shown(rows.verdicts)) };
    },
    matchRows: async ({ ids, ...asked }) => {
      const search = searchIn(asked, bench);
      const found: number[] = [];
      for (let from = 0; from < ids.length; from += matchedAtOnce) {
        // Large bodies take their time: what comes in meanwhile does not wait for all of them.
        if (from > 0) await pause(bench);
        found.push(...exchanges.matchRows({ ...search, ids: ids.slice(from, from + matchedAtOnce) }));
      }
      return { ids: found.filter((id) => !bench.loopback.isReceived(id)) };
    },
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

/** The query with every name looked up now; refuses one that is wrong and says where. */
export const searchIn = (
  asked: Asked,
  { world, channels, marks }: Pick<Bench, 'world' | 'channels' | 'marks'>,
): RowSearch => {
  const known = channels.all.map(({ stored: { id, name, platformId } }) => ({ id, name, platformId }));
  return searchOf(asked, { now: world.clock.now(), platforms, channels: known, marks: marks.all });
};
