import type { ServerResponse } from 'node:http';
import type { Harness, Unsubscribe } from '#shared/contract/harness.ts';
import { streamComment, streamEventText } from '#shared/contract/event-stream.ts';
import type { Position } from '#shared/session/events.ts';

const heartbeat = 15_000;

/**
 * Writes the harness's frames to one reader until it goes away. A reader that is slower than the harness costs one frame of memory
 * at most: it is left out until its connection has drained, and then sent what it missed. One that takes nothing at all between two
 * heartbeats is dropped; it comes back with its position. The result ends the stream cleanly.
 */
export const follow = (harness: Harness, from: Position | null, to: ServerResponse): Unsubscribe => {
  let at = from;
  let unsubscribe: Unsubscribe | null = null;
  let isBlocked = false;

  const subscribe = (): void => {
    isBlocked = false;
    let isCurrent = true;
    const stop = harness.subscribe(at, (frame) => {
      if (!isCurrent) return;
      at = frame.at;
      const text = streamEventText({ id: `${at.run}:${String(at.seq)}`, data: JSON.stringify(frame) });
      if (to.write(text)) return;
      isCurrent = false;
      isBlocked = true;
      unsubscribe?.();
    });
    unsubscribe = stop;
    // The first frame may come before subscribe returns.
    if (isBlocked) stop();
  };

  let wasBlocked = false;
  const timer = setInterval(() => {
    if (isBlocked && wasBlocked) to.destroy();
    else if (!isBlocked) to.write(streamComment);
    wasBlocked = isBlocked;
  }, heartbeat);

  const end = (): void => {
    clearInterval(timer);
    unsubscribe?.();
    isBlocked = false;
    to.end();
  };
  to.on('drain', () => {
    if (isBlocked) subscribe();
  });
  to.once('close', end);
  to.write(streamComment);
  subscribe();
  return end;
};
