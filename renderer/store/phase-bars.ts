import type { Phase } from '#shared/exchange/exchange.ts';

/** A phase on the scale of its exchange: where its bar starts and how wide it is, as shares from 0 to 1. Times in milliseconds. */
export type PhaseBar = {
  readonly name: string;
  readonly from: number;
  readonly took: number;
  readonly start: number;
  readonly width: number;
};

/** The phases drawn to one scale: that of the whole exchange, from the first phase on where that begins before it, to the last. */
export const phaseBars = (phases: readonly Phase[], duration: number | null): readonly PhaseBar[] => {
  const begin = Math.min(0, ...phases.map((phase) => phase.from));
  const whole = Math.max(duration ?? 0, ...phases.map((phase) => phase.to)) - begin;
  const share = (ms: number): number => (whole > 0 ? Math.min(1, Math.max(0, ms / whole)) : 0);
  return phases.map(({ name, from, to }) => ({
    name,
    from,
    took: Math.max(0, to - from),
    start: share(from - begin),
    width: share(Math.max(0, to - from)),
  }));
};
