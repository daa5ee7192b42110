import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LatePhases } from '#main/harness/late-phases.ts';
import { shifted, waitedBefore } from '#main/harness/waited.ts';
import type { Exchange } from '#shared/exchange/exchange.ts';
import { sessionWindow, type Session } from '#shared/session/state.ts';
import { openBench, type OpenBench } from '#test/main/open-bench.ts';

describe('where the time of an exchange goes', () => {
  let bench: OpenBench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.closeAndDelete());

  const isQuiet = ({ exchanges }: Session): boolean => exchanges.every(({ outcome }) => outcome.state !== 'pending');
  const talk = async (channelId: string, text: string, as: 'user' | 'bot' = 'user', count = 2) => {
    const { conversationId } = await bench.harness.startConversation({ channelId, userId: 'u-0123456789' });
    await bench.harness.say({ conversationId, as, utterance: { kind: 'text', text } });
    return bench.until((session) => session.exchanges.length >= count && isQuiet(session));
  };
  const namesOf = ({ phases }: Exchange) => phases.map(({ name }) => name);

  test('is told from the first byte to the reply, at both ends, without a gap', async () => {
    const { exchanges } = await talk('kore-demo', 'hi');
    const [sent, received] = await Promise.all(exchanges.map(({ id }) => bench.harness.readExchange({ id })));
    expect(namesOf(sent!)).toEqual(['connect', 'send', 'wait', 'receive']);
    expect(namesOf(received!)).toEqual(['receive', 'keep', 'read', 'answer', 'keep', 'deliver']);
    const { phases, summary } = received!;
    for (const [index, { from, to }] of phases.entries()) {
      expect(to).toBeGreaterThanOrEqual(from);
      if (index < 4) expect(from).toBe(phases[index - 1]?.to ?? 0);
    }
    expect(phases[4]!.from).toBeCloseTo(summary.duration!, 0);
    expect(phases[5]!.from).toBe(phases[4]!.to);
  });

  test('is known without the last part after a restart: that is nowhere but in memory', async () => {
    const { exchanges } = await talk('kore-demo', 'hi');
    await bench.close();
    bench = await openBench({ folder: bench.folder });
    const { id } = exchanges.find(({ direction }) => direction === 'inbound')!;
    expect(namesOf(await bench.harness.readExchange({ id }))).toEqual(['receive', 'keep', 'read', 'answer']);
  });

  test('is spent with finding out why where something is refused', async () => {
    await bench.harness.changeChannel({ channelId: 'kore-demo', defects: [] });
    const { token } = await bench.harness.mintToken({ channelId: 'kore-demo', preset: 'expired' });
    await bench.harness.sendToken({ channelId: 'kore-demo', token });
    const { exchanges } = await bench.until((session) => session.exchanges.length === 2 && isQuiet(session));
    const { id } = exchanges.find(({ direction }) => direction === 'inbound')!;
    expect(namesOf(await bench.harness.readExchange({ id }))).toContain('judge');
  });

  test('has its waiting in line, and the pause before a message that its platform makes', async () => {
    await bench.harness.changeChannel({ channelId: 'kore-demo', settings: { mode: 'async', callbackInterval: 30 } });
    const script = {
      name: 'Two',
      rules: [],
      fallback: ['one', 'two'].map((text) => ({ kind: 'text' as const, text })),
    };
    const { id: botId } = await bench.harness.saveBot({ bot: script });
    await bench.harness.changeChannel({ channelId: 'kore-demo', botId });
    const { exchanges } = await talk('kore-demo', 'hi', 'user', 6);
    const [, , first, , second] = await Promise.all(exchanges.map(({ id }) => bench.harness.readExchange({ id })));
    expect(namesOf(first!)).toContain('pause');
    expect(namesOf(second!)).toEqual(['queue', 'pause', 'connect', 'send', 'wait', 'receive']);
    const { phases } = second!;
    expect(phases[0]!.from).toBeLessThan(0);
    expect(phases[1]!.to).toBe(0);
    expect(phases[1]!.to - phases[1]!.from).toBeGreaterThanOrEqual(29);
  });
});

test('what waited ends where the exchange begins, and what nobody waited for is left out', () => {
  const time = fc.double({ min: 0, max: 5000, noNaN: true });
  fc.assert(
    fc.property(time, time, (queued, paused) => {
      const openedAt = 1_767_225_600_000;
      const phases = waitedBefore({ since: openedAt - paused - queued, turnAt: openedAt - paused, openedAt });
      for (const { from, to } of phases) expect(to - from).toBeGreaterThanOrEqual(0.1);
      if (phases.length === 2) expect([phases[0]!.to, phases[1]!.to]).toEqual([phases[1]!.from, 0]);
      expect(shifted(phases, 10).map(({ to }) => to)).toEqual(phases.map(({ to }) => expect.closeTo(to + 10, 2)));
    }),
  );
});

test('the last part is remembered for as many exchanges as a window holds', () => {
  const late = new LatePhases();
  late.noteKept(5, 1, 2);
  late.noteWritten(5, 3);
  const both = [
    { name: 'keep', from: 1, to: 2 },
    { name: 'deliver', from: 2, to: 3 },
  ];
  expect(late.of(5)).toEqual(both);
  late.noteKept(6, 1, 2);
  expect(late.of(6)).toEqual(both.slice(0, 1));
  late.noteKept(5 + sessionWindow, 4, 5);
  late.noteWritten(5, 9);
  expect(late.of(5)).toEqual([]);
  expect(late.of(5 + sessionWindow)).toEqual([{ name: 'keep', from: 4, to: 5 }]);
  expect(late.of(7)).toEqual([]);
});
