import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { beforeNextPicture, createFrameQueue, foldFrames } from '#renderer/store/frames.ts';
import type { SessionEvent, WatchFrame } from '#shared/session/events.ts';
import { exchangeOf, messageOf, sessionOf } from './examples.ts';

const at = (seq: number) => ({ run: 'r', seq });
const changes = (seq: number, ...events: readonly SessionEvent[]): WatchFrame => ({
  kind: 'changes',
  at: at(seq),
  events,
});
const whole: WatchFrame = { kind: 'whole', at: at(0), session: sessionOf() };

const anyEvent: fc.Arbitrary<SessionEvent> = fc.oneof(
  fc.integer({ min: 1, max: 9 }).map((id): SessionEvent => ({
    type: 'exchange-opened',
    exchange: exchangeOf(id, { outcome: { state: 'pending' } }),
  })),
  fc.integer({ min: 1, max: 9 }).map((id): SessionEvent => ({ type: 'exchange-closed', exchange: exchangeOf(id) })),
  fc
    .integer({ min: 1, max: 9 })
    .map((id): SessionEvent => ({ type: 'message-added', message: messageOf(String(id), id) })),
  fc.integer({ min: 0, max: 9 }).map((upTo): SessionEvent => ({ type: 'exchanges-removed', upTo, exchangeCount: 0 })),
);

test('frames folded together give the session that they give one by one', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyEvent, { maxLength: 4 }), { maxLength: 12 }), (batches) => {
      const frames = [whole, ...batches.map((events, index) => changes(index + 1, ...events))];
      const oneByOne = frames.reduce<ReturnType<typeof foldFrames>>(
        (session, frame) => foldFrames(session, [frame]),
        null,
      );
      expect(foldFrames(null, frames)).toEqual(oneByOne);
    }),
  );
});

test('a whole session replaces everything, and what came before it in the same picture is dropped', () => {
  const before = sessionOf({ exchangeCount: 7 });
  const folded = foldFrames(before, [changes(1, { type: 'exchange-opened', exchange: exchangeOf(1) }), whole]);
  expect(folded).toEqual(sessionOf());
});

test('changes before the first whole session mean nothing', () => {
  expect(foldFrames(null, [changes(1, { type: 'channel-removed', channelId: 'c1' })])).toBeNull();
});

test('a burst of frames is handed over once for each picture', () => {
  const flushed: (readonly WatchFrame[])[] = [];
  const drawn: (() => void)[] = [];
  const push = createFrameQueue(
    (frames) => flushed.push(frames),
    (act) => drawn.push(act),
  );
  for (let seq = 1; seq <= 50; seq += 1) push(changes(seq));
  expect([drawn.length, flushed.length]).toEqual([1, 0]);
  drawn.shift()?.();
  push(changes(51));
  drawn.shift()?.();
  expect(flushed.map((frames) => frames.length)).toEqual([50, 1]);
});

test('a hidden tab, which draws no pictures, is kept up to date by a timer, once', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const draw = vi.spyOn(globalThis, 'requestAnimationFrame').mockImplementation(() => 1);
  let count = 0;
  beforeNextPicture(() => {
    count += 1;
  });
  vi.advanceTimersByTime(1000);
  draw.mockRestore();
  vi.useRealTimers();
  expect(count).toBe(1);
});
