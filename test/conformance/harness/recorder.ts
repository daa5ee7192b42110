import assert from 'node:assert/strict';
import type { Wire } from '#shared/contract/transport.ts';
import type { Position, WatchFrame } from '#shared/session/events.ts';
import { reduce } from '#shared/session/reduce.ts';
import type { Session } from '#shared/session/state.ts';

const patience = 15_000;

export type Recorder = {
  readonly frames: readonly WatchFrame[];
  /** Where the recorder is now. */
  readonly at: () => Position;
  readonly session: () => Session;
  /** The session as soon as it holds what is asked for; fails with `what` when that does not come. */
  readonly until: (what: string, holds: (session: Session) => boolean) => Promise<Session>;
  readonly stop: () => void;
};

type Start = { readonly at: Position; readonly session: Session };

/**
 * Watches a wire as a window does and holds it to the contract: the first frame is whole unless `start` says what is known already,
 * and each later one joins on exactly where the one before ended.
 */
export const record = (wire: Wire, start?: Start): Recorder => {
  const frames: WatchFrame[] = [];
  const broken: string[] = [];
  let known = start ?? null;
  // Several may wait at once: a case that talks in parallel watches with one recorder.
  const looks = new Set<() => void>();
  const stop = wire.watch(start?.at ?? null, (frame) => {
    frames.push(frame);
    if (frame.kind === 'whole') known = { at: frame.at, session: frame.session };
    else if (!known) broken.push('changes came before anything whole');
    else {
      if (frame.at.run !== known.at.run) broken.push('changes came from another run');
      if (frame.at.seq - frame.events.length !== known.at.seq)
        broken.push(
          `after ${String(known.at.seq)} came ${String(frame.events.length)} events up to ${String(frame.at.seq)}`,
        );
      known = { at: frame.at, session: reduce(known.session, frame.events) };
    }
    for (const look of looks) look();
  });
  const now = (): Start => {
    assert.deepEqual(broken, []);
    assert.ok(known, 'no frame has come yet');
    return known;
  };
  const until: Recorder['until'] = async (what, holds) => {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`did not come within ${String(patience)} ms: ${what}`)),
        patience,
      );
      const look = (): void => {
        if (!known || !holds(known.session)) return;
        clearTimeout(timer);
        looks.delete(look);
        resolve();
      };
      looks.add(look);
      look();
    });
    return now().session;
  };
  return { frames, at: () => now().at, session: () => now().session, until, stop };
};

/** Waits until the recorder has seen at least this position. */
export const caughtUp = (recorder: Recorder, { seq }: Position): Promise<Session> =>
  recorder.until(`position ${String(seq)}`, () => recorder.frames.some((frame) => frame.at.seq >= seq));
