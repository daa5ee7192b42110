import { fault, HarnessError } from '#shared/contract/fault.ts';
import type { Harness } from '#shared/contract/harness.ts';
import { reduce } from '#shared/session/reduce.ts';
import type { Session } from '#shared/session/state.ts';

/** Watches the session until something is found in it; null when that took longer than the time limit (milliseconds). */
export const sessionWhere = <Found>(
  harness: Harness,
  find: (session: Session) => Found | null,
  timeLimit: number,
): Promise<Found | null> =>
  new Promise((resolve) => {
    let session: Session | null = null;
    const end = (found: Found | null): void => {
      clearTimeout(timer);
      resolve(found);
      // The first frame may come before subscribe returns.
      queueMicrotask(() => stop());
    };
    const timer = setTimeout(() => end(null), timeLimit);
    const stop = harness.subscribe(null, (frame) => {
      session = frame.kind === 'whole' ? frame.session : session && reduce(session, frame.events);
      const found = session && find(session);
      if (found !== null) end(found);
    });
  });

/** The same, for what has to be found in every session for so long (milliseconds). */
export const sessionWhereItStays = async <Found>(
  harness: Harness,
  find: (session: Session) => Found | null,
  unbroken: number,
  timeLimit: number,
): Promise<Found | null> => {
  const until = performance.now() + timeLimit;
  for (;;) {
    const found = await sessionWhere(harness, find, until - performance.now());
    if (found === null) return null;
    const lost = await sessionWhere(harness, (session) => (find(session) === null ? true : null), unbroken);
    if (lost === null) return sessionWhere(harness, find, unbroken);
  }
};

const patience = 10_000;

/** Everything true now; refuses with `wire.lost` when the running Hookbench does not tell. */
export const sessionOf = async (harness: Harness): Promise<Session> => {
  const session = await sessionWhere(harness, (whole) => whole, patience);
  if (!session) throw new HarnessError(fault('wire.lost'));
  return session;
};
