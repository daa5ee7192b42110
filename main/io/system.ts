import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pino, destination, type Logger } from 'pino';
import type { Clock, Ids, World } from '#main/harness/world.ts';

/** Wall time that never goes back: the time at the start plus the monotonic clock. */
export const systemClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  after: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
  soon: (act) => {
    setImmediate(act);
  },
};

export const systemIds: Ids = { uuid: randomUUID };

/** The log of one data folder, for what nobody foresaw. It never holds a body, a header or a secret. */
export const openLog = (folder: string): Logger =>
  pino({ base: null }, destination({ dest: join(folder, 'hookbench.log'), mkdir: true, sync: true, mode: 0o600 }));

/** Logs the error once under an incident number that a person can quote. Never throws: whoever reports a bug has to go on. */
export const bugReporter =
  (log: Logger): World['reportBug'] =>
  (error) => {
    const incident = randomBytes(4).toString('hex');
    try {
      log.error({ incident, err: error }, 'bug');
    } catch {
      // A full disk refuses the log as well.
    }
    return incident;
  };

/** A bug as it is told where there is no log that would outlive it. */
export const bugSentence = (error: unknown): string =>
  `Hookbench made a mistake: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
