import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SessionLog } from '#main/harness/session-log.ts';
import type { Position, SessionEvent, WatchFrame } from '#shared/session/events.ts';
import { reduce } from '#shared/session/reduce.ts';
import type { Session } from '#shared/session/state.ts';
import { emptySession } from '#test/empty-session.ts';

const started = (number: number): SessionEvent => ({
  type: 'conversation-started',
  conversation: { id: `c/${number}`, channelId: 'c', userId: String(number), startedAt: number },
});

/** A log whose ticks end when the test says so. */
const openLog = () => {
  const due: (() => void)[] = [];
  const clock = { now: () => 0, after: () => () => undefined, soon: (act: () => void) => void due.push(act) };
  const log = new SessionLog(emptySession, { clock, ids: { uuid: () => 'run-1' } });
  const endTick = (): void => {
    for (const act of due.splice(0)) act();
  };
  return { log, endTick };
};

const openWindow = (log: SessionLog, from: Position | null = null) => {
  let session: Session | null = null;
  let at: Position | null = from;
  const frames: WatchFrame[] = [];
  const close = log.watch(from, (frame) => {
    frames.push(frame);
    at = frame.at;
    session = frame.kind === 'whole' ? frame.session : session && reduce(session, frame.events);
  });
  return { session: () => session, at: () => at, frames, close };
};

test('a window that opens late sees everything the first one saw', () => {
  const { log, endTick } = openLog();
  const first = openWindow(log);
  log.publish(started(1));
  endTick();
  log.publish(started(2));
  const late = openWindow(log);
  endTick();
  expect(late.session()).toEqual(first.session());
  expect(late.session()?.conversations.length).toBe(2);
});

test('what happens in one tick is one frame', () => {
  const { log, endTick } = openLog();
  const { frames } = openWindow(log);
  for (let number = 0; number < 50; number += 1) log.publish(started(number));
  endTick();
  expect(frames.map((frame) => frame.kind)).toEqual(['whole', 'changes']);
});

test('a window that comes back is sent what it missed, nothing twice, whenever it left', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 20 }), fc.nat(20), (ticks, leaves) => {
      const { log, endTick } = openLog();
      const stays = openWindow(log);
      const goes = openWindow(log);
      let number = 0;
      for (const [tick, count] of ticks.entries()) {
        if (tick === leaves) goes.close();
        for (let each = 0; each < count; each += 1) log.publish(started((number += 1)));
        endTick();
      }
      const seen: string[] = [];
      const back = openWindow(log, goes.at());
      for (const frame of [...goes.frames, ...back.frames]) {
        if (frame.kind !== 'changes') continue;
        for (const event of frame.events) if (event.type === 'conversation-started') seen.push(event.conversation.id);
      }
      expect(seen).toEqual(stays.session()?.conversations.map((each) => each.id));
    }),
  );
});

test('a window that was away too long, or comes from another run, is sent the whole session', () => {
  const { log, endTick } = openLog();
  for (let number = 0; number < 20_000; number += 1) {
    log.publish(started(number % 10));
    if (number % 1000 === 0) endTick();
  }
  endTick();
  expect(openWindow(log, { run: 'run-1', seq: 3 }).frames[0]?.kind).toBe('whole');
  expect(openWindow(log, { run: 'run-0', seq: 20_000 }).frames[0]?.kind).toBe('whole');
  expect(openWindow(log, { run: 'run-1', seq: 19_999 }).frames[0]?.kind).toBe('changes');
});

test('long messages are remembered by their size: a window that missed many is sent the whole session', () => {
  const { log, endTick } = openLog();
  const message = (number: number): SessionEvent => ({
    type: 'message-added',
    message: {
      id: `m${number}`,
      channelId: 'c',
      conversationId: 'c/1',
      exchangeId: number,
      at: number,
      author: 'user',
      content: { kind: 'text', text: 'x'.repeat(30_000) },
    },
  });
  for (let number = 1; number <= 1000; number += 1) {
    log.publish(message(number));
    endTick();
  }
  expect(openWindow(log, { run: 'run-1', seq: 200 }).frames[0]?.kind).toBe('whole');
  expect(openWindow(log, { run: 'run-1', seq: 900 }).frames[0]).toMatchObject({ kind: 'changes', at: { seq: 1000 } });
});
