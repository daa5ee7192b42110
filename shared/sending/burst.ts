import type { Fault } from '#shared/contract/fault.ts';

/** The same request many times: how far it is, and what became of it. Small, and holds no secret: it rides on events. */
export type Burst = {
  readonly id: string;
  /** The exchange that it was made of; null: it was written from nothing. */
  readonly of: number | null;
  readonly channelId: string | null;
  readonly method: string;
  /** With secrets and the values of its query masked. */
  readonly url: string;
  /** How many it is to be. */
  readonly count: number;
  readonly sent: number;
  readonly answered: number;
  readonly failed: number;
  /** How many were answered with each status, and how many failed with each fault. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly faults: Readonly<Record<string, number>>;
  /** Milliseconds from the connection to the last byte of the answer, to within 2 %; null before the first answer. */
  readonly p50: number | null;
  readonly p95: number | null;
  /** `cancelled`: it ended before its time; what was on its way then is still counted. */
  readonly state: 'running' | 'done' | 'cancelled';
  /** Why it ended before its time, where nobody asked for it. */
  readonly fault: Fault | null;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** The first and the last of its exchanges; others may lie between them. */
  readonly exchangeIds: { readonly first: number; readonly last: number } | null;
};

/** How many a session holds. */
const mostBursts = 20;

/** The bursts with this one: in the place of what it was before, else as the newest. */
export const withBurst = (bursts: readonly Burst[], burst: Burst): readonly Burst[] =>
  bursts.some(({ id }) => id === burst.id)
    ? bursts.map((each) => (each.id === burst.id ? burst : each))
    : [...bursts, burst].slice(-mostBursts);
