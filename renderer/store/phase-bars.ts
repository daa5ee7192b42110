import type { Exchange, Phase } from '#shared/exchange/exchange.ts';

/** A stretch of time on a scale that several share: where its bar starts and how wide it is, as shares from 0 to 1. Times in milliseconds. */
export type Bar = {
  /** Since the beginning of the scale. */
  readonly from: number;
  readonly took: number;
  readonly start: number;
  readonly width: number;
};
export type PhaseBar = Bar & { readonly name: string };

/** A scale from one moment to another, in milliseconds since 1970. */
export type Scale = { readonly begin: number; readonly end: number };

export const barOn = ({ begin, end }: Scale, from: number, to: number): Bar => {
  const whole = end - begin;
  const share = (ms: number): number => (whole > 0 ? Math.min(1, Math.max(0, ms / whole)) : 0);
  const took = Math.max(0, to - from);
  const start = share(from - begin);
  return { from: from - begin, took, start, width: Math.min(1 - start, share(took)) };
};

type Timed = {
  readonly phases: readonly Phase[];
  readonly summary: Pick<Exchange['summary'], 'openedAt' | 'duration'>;
};

/** From when to when an exchange took, with what it waited before. */
const spanOf = ({ phases, summary: { openedAt, duration } }: Timed): Scale => ({
  begin: openedAt + Math.min(0, ...phases.map(({ from }) => from)),
  end: openedAt + Math.max(0, duration ?? 0, ...phases.map(({ to }) => to)),
});

/** One scale for all of these. */
export const scaleOf = (spans: readonly Scale[]): Scale => ({
  begin: Math.min(...spans.map(({ begin }) => begin)),
  end: Math.max(...spans.map(({ end }) => end)),
});

/** The phases of exchanges drawn to one scale: that of all of them, with what they waited before. */
export const phaseBars = <One extends Timed>(
  exchanges: readonly One[],
): readonly { readonly exchange: One; readonly bars: readonly PhaseBar[] }[] => {
  const scale = scaleOf(exchanges.map(spanOf));
  return exchanges.map((exchange) => ({
    exchange,
    bars: exchange.phases.map(({ name, from, to }) => {
      const { openedAt } = exchange.summary;
      return { name, ...barOn(scale, openedAt + from, openedAt + to) };
    }),
  }));
};
