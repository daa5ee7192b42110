import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import { traceName } from '#shared/exchange/trace.ts';

/** What a file calls an exchange: its names and numbers, which have nothing to do with ours. */
export type ToldPlace = Pick<ExchangeSummary, 'rule' | 'defect'> & {
  readonly id: number | null;
  readonly trace: string | null;
  readonly replayOf: number | null;
  /** The other half of a loopback, which names this one. */
  readonly twin: number | null;
};

export type Belonging = Pick<ExchangeSummary, 'traceId' | 'replayOf' | 'twinId'>;

type Arrived = {
  /** Its number here. */
  readonly id: number;
  readonly told: Partial<ToldPlace>;
};

/**
 * What belonged together in a file belongs together here, under our numbers: a trace to the exchange that began it, where the file has
 * it, else to the first one that it has. Nothing belongs to an exchange that was here before.
 */
export const belongings = (arrived: readonly Arrived[]): readonly Belonging[] => {
  const idOf = new Map<number, number>();
  const beganBy = new Map<string, number>();
  for (const { id, told } of arrived) {
    if (typeof told.id === 'number') idOf.set(told.id, id);
    if (told.trace) {
      const isBeginning = typeof told.id === 'number' && traceName(told.id) === told.trace;
      if (isBeginning || !beganBy.has(told.trace)) beganBy.set(told.trace, id);
    }
  }
  return arrived.map(({ id, told }) => ({
    traceId: (told.trace ? beganBy.get(told.trace) : undefined) ?? id,
    replayOf: (typeof told.replayOf === 'number' ? idOf.get(told.replayOf) : undefined) ?? null,
    twinId: (typeof told.twin === 'number' ? idOf.get(told.twin) : undefined) ?? null,
  }));
};
