import { sessionWindow } from '#shared/session/state.ts';
import type { Bench } from './bench.ts';
import type { CommandParts } from './command-parts.ts';

/** Everything up to now goes out of sight, and for a while can be brought back as it was. */
export const clearTraffic = ({ bench, log }: Pick<CommandParts, 'bench' | 'log'>): { readonly undoId: string } => {
  const { exchanges } = bench.world;
  bench.ledger.show();
  const upTo = bench.ledger.newestId;
  const { hiddenUpTo } = bench.conversations;
  // What has not been kept yet is in no store: it has to be remembered here.
  const pending = log.session.exchanges.filter(({ outcome }) => outcome.state === 'pending');
  const left = exchanges.hideUpTo(upTo);
  bench.conversations.hideUpTo(upTo);
  bench.marks.hideUpTo(upTo);
  log.publish({ type: 'exchanges-removed', upTo, exchangeCount: left });
  const bringBack = async (): Promise<void> => {
    const shownBefore = exchanges.count();
    const shownAfter = exchanges.hideUpTo(hiddenUpTo);
    bench.conversations.hideUpTo(hiddenUpTo);
    bench.marks.hideUpTo(hiddenUpTo);
    const unkept = pending.filter(({ id }) => exchanges.read(id) === null);
    log.publish({
      type: 'exchanges-restored',
      exchanges: [...exchanges.list({ limit: sessionWindow }).exchanges.toReversed(), ...unkept],
      messages: exchanges.listMessages({ limit: sessionWindow }).messages.toReversed(),
      marks: bench.marks.all,
      restoredCount: shownAfter - shownBefore + unkept.length,
    });
  };
  return { undoId: bench.removals.add({ from: 'traffic', bringBack, end: () => removeUpTo(upTo, bench) }) };
};

/** In slices, so that a million exchanges do not hold up what arrives meanwhile. */
const removeUpTo = async (upTo: number, { world, conversations, marks }: Bench): Promise<void> => {
  while (!world.exchanges.removeSomeUpTo(upTo)) await new Promise<void>((resolve) => world.clock.soon(resolve));
  conversations.forgetUpTo(upTo);
  marks.forgetUpTo(upTo);
};
