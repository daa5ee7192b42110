import type { exchangeCommands } from '#shared/contract/commands/exchange-commands.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import { encodeBase64 } from '#shared/text/base64.ts';
import { clearTraffic } from './clear-traffic.ts';
import type { Answering, CommandParts } from './command-parts.ts';
import { replay } from './replay.ts';

export const answerExchangeCommands = ({ bench, log }: CommandParts): Answering<typeof exchangeCommands> => {
  const { exchanges } = bench.world;
  return {
    readExchange: async ({ id }) => {
      const found = exchanges.read(id);
      if (!found) throw new HarnessError(fault('exchange.unknown', { id }));
      const { har: _har, ...exchange } = found;
      return { ...exchange, phases: [...exchange.phases, ...bench.latePhases.of(id)] };
    },
    readBody: async ({ id, part, from, length }) => {
      const slice = exchanges.readBody(id, part, from, length);
      if (!slice) throw new HarnessError(fault('exchange.unknown', { id }));
      return { base64: encodeBase64(slice.bytes), total: slice.total };
    },
    listExchanges: async (page) => exchanges.list(page),
    replay: (input) => replay(input, bench),
    clearTraffic: async () => clearTraffic({ bench, log }),
  };
};
