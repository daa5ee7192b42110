import type { Phase } from '#shared/exchange/exchange.ts';
import { rounded } from './phase-clock.ts';

/** What is shorter is the time of a call, and nobody waited. In milliseconds. */
const shortest = 0.1;

/** The moments of something that was sent behind something else, in milliseconds since 1970. */
type Waiting = {
  /** When it was asked for. */
  readonly since: number;
  /** When all that was before it in its line was over. */
  readonly turnAt: number;
  /** When its row appeared: then it is sent. */
  readonly openedAt: number;
};

/** How long it waited in its line and then for the pause that its end makes: before it opened, so that its times are negative. */
export const waitedBefore = ({ since, turnAt, openedAt }: Waiting): readonly Phase[] =>
  [
    { name: 'queue', from: rounded(since - openedAt), to: rounded(turnAt - openedAt) },
    { name: 'pause', from: rounded(turnAt - openedAt), to: 0 },
  ].filter(({ from, to }) => to - from >= shortest);

/** Stretches that began to be counted so many milliseconds after the opening. */
export const shifted = (phases: readonly Phase[], by: number): readonly Phase[] =>
  phases.map(({ name, from, to }) => ({ name, from: rounded(from + by), to: rounded(to + by) }));
