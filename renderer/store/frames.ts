import { reduce } from '#shared/session/reduce.ts';
import type { WatchFrame } from '#shared/session/events.ts';
import type { Session } from '#shared/session/state.ts';

/** The session after some frames. A whole one replaces what was there; changes before the first whole one mean nothing. */
export const foldFrames = (session: Session | null, frames: readonly WatchFrame[]): Session | null => {
  const start = frames.findLastIndex((frame) => frame.kind === 'whole');
  const whole = frames[start];
  const base = whole?.kind === 'whole' ? whole.session : session;
  const events = frames.slice(start + 1).flatMap((frame) => (frame.kind === 'changes' ? frame.events : []));
  return base && events.length > 0 ? reduce(base, events) : base;
};

/** Calls back once, soon. */
export type Schedule = (act: () => void) => void;

/** Collects frames and hands over all that came before the next picture is drawn. */
export const createFrameQueue = (
  flush: (frames: readonly WatchFrame[]) => void,
  schedule: Schedule,
): ((frame: WatchFrame) => void) => {
  let waiting: WatchFrame[] = [];
  return (frame) => {
    waiting.push(frame);
    if (waiting.length > 1) return;
    schedule(() => {
      const frames = waiting;
      waiting = [];
      flush(frames);
    });
  };
};

/** The next animation frame, or a timer: a hidden tab draws no frames, and what is true should not wait for it to be looked at. */
export const beforeNextPicture: Schedule = (act) => {
  let isDone = false;
  const once = () => {
    if (isDone) return;
    isDone = true;
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    act();
  };
  const frame = requestAnimationFrame(once);
  const timer = setTimeout(once, 120);
};
