import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { undoWindow } from '#shared/contract/commands/undo-commands.ts';
import type { World } from '#main/harness/world.ts';
import type { Session } from '#shared/session/state.ts';
import { openBench, watch, type OpenBench } from '#test/main/open-bench.ts';

let bench: OpenBench;
/** What waits for the end of the window. */
let windows: (() => void)[] = [];

const withOwnWindow = (world: World): World => ({
  ...world,
  clock: {
    ...world.clock,
    after: (ms, act) => {
      if (ms !== undoWindow) return world.clock.after(ms, act);
      windows.push(act);
      return () => {
        windows = windows.filter((each) => each !== act);
      };
    },
  },
});

const endWindow = (): void => {
  for (const act of windows.splice(0)) act();
};

beforeEach(async () => {
  windows = [];
  bench = await openBench({ change: withOwnWindow });
});
afterEach(() => bench.closeAndDelete());

const isQuiet = ({ exchanges }: Session): boolean => exchanges.every(({ outcome }) => outcome.state !== 'pending');

const converse = async (text: string): Promise<Session> => {
  const channelId = bench.session().channels[0]!.id;
  const { conversationId } = await bench.harness.startConversation({ channelId, userId: 'u-undo' });
  const { exchangeId } = await bench.harness.say({ conversationId, utterance: { kind: 'text', text } });
  return bench.until(
    (session) =>
      isQuiet(session) &&
      session.exchanges.some(({ twinId, direction }) => direction === 'inbound' && twinId === exchangeId),
  );
};

const seen = ({ exchanges, exchangeCount, messages }: Session) => ({ exchanges, exchangeCount, messages });
const refusalOf = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (error: { fault: { code: string } }) => error.fault.code,
  );

describe('traffic that was cleared', () => {
  test('is out of sight for every window, and comes back with its bodies, messages and verdicts', async () => {
    const before = await converse('said before');
    const other = watch(bench.harness);
    const { undoId } = await bench.harness.clearTraffic({});
    const cleared = await bench.until((session) => session.exchangeCount === 0);
    expect([cleared.exchanges, cleared.messages]).toEqual([[], []]);
    const { id } = before.exchanges[0]!;
    expect(await refusalOf(bench.harness.readExchange({ id }))).toBe('exchange.unknown');
    expect((await bench.harness.listExchanges({ limit: 9 })).exchanges).toEqual([]);
    await bench.harness.undo({ undoId });
    await bench.until((session) => session.exchangeCount > 0);
    expect(seen(bench.session())).toEqual(seen(before));
    expect(seen(other.session())).toEqual(seen(before));
    expect((await bench.harness.readExchange({ id })).verdict).toBeDefined();
    expect((await bench.harness.readBody({ id, part: 'request', from: 0, length: 9 })).total).toBeGreaterThan(0);
    other.stop();
  });

  test('comes back beside what came meanwhile, in its order, and a late window sees the same', async () => {
    await converse('said before');
    const { undoId } = await bench.harness.clearTraffic({});
    const between = await converse('said meanwhile');
    expect([between.exchangeCount, between.exchanges.length]).toEqual([2, 2]);
    await bench.harness.undo({ undoId });
    await bench.until((session) => session.exchangeCount === 4);
    const { exchanges, messages } = bench.session();
    expect(exchanges.map(({ id }) => id)).toEqual(exchanges.map(({ id }) => id).toSorted((one, two) => one - two));
    const texts = messages.map(({ content }) => JSON.stringify(content));
    expect(texts.findIndex((each) => each.includes('said before'))).toBeLessThan(
      texts.findIndex((each) => each.includes('said meanwhile')),
    );
    const late = watch(bench.harness);
    expect(seen(late.session())).toEqual(seen(bench.session()));
    late.stop();
  });

  test('is whole when it comes back, though it was answered while nobody saw it', async () => {
    const channelId = bench.session().channels[0]!.id;
    await bench.harness.changeChannel({ channelId, botId: 'by-hand' });
    const { conversationId } = await bench.harness.startConversation({ channelId });
    await bench.harness.say({ conversationId, utterance: { kind: 'text', text: 'hi' } });
    const { turns } = await bench.until((session) => session.turns.length === 1);
    const { undoId } = await bench.harness.clearTraffic({});
    await bench.harness.answerTurn({ exchangeId: turns[0]!.exchangeId, texts: ['answered out of sight'] });
    await bench.until((session) => session.turns.length === 0);
    await bench.harness.undo({ undoId });
    const after = await bench.until((session) => session.exchanges.length === 2 && isQuiet(session));
    expect(after.exchangeCount).toBe(2);
    expect(JSON.stringify(after.messages)).toContain('answered out of sight');
  });

  test('is gone when the window ends, and cannot be brought back', async () => {
    await converse('said before');
    const { undoId } = await bench.harness.clearTraffic({});
    await bench.until((session) => session.exchangeCount === 0);
    endWindow();
    await expect.poll(() => refusalOf(bench.harness.undo({ undoId }))).toBe('undo.over');
    await converse('said after');
    await bench.close();
    bench = await openBench({ folder: bench.folder, change: withOwnWindow });
    expect(bench.session().exchangeCount).toBe(2);
  });

  test('is gone after a stop within the window', async () => {
    await converse('said before');
    await bench.harness.clearTraffic({});
    await bench.close();
    bench = await openBench({ folder: bench.folder, change: withOwnWindow });
    expect(seen(bench.session())).toEqual({ exchanges: [], exchangeCount: 0, messages: [] });
  });

  test('is final when traffic is cleared again, unless that is undone: then it stays hidden', async () => {
    await converse('the first');
    const first = await bench.harness.clearTraffic({});
    await converse('the second');
    const second = await bench.harness.clearTraffic({});
    expect(await refusalOf(bench.harness.undo(first))).toBe('undo.over');
    await bench.harness.undo(second);
    const { messages } = await bench.until((session) => session.exchangeCount === 2);
    expect(JSON.stringify(messages)).toContain('the second');
    expect(JSON.stringify(messages)).not.toContain('the first');
    endWindow();
    expect(await refusalOf(bench.harness.undo(second))).toBe('undo.over');
    await expect.poll(async () => (await bench.harness.listExchanges({ limit: 9 })).exchanges.length).toBe(2);
  });
});

describe('a channel that was removed', () => {
  test('comes back to its place, with its id, settings, secrets and rules, and is in its file again', async () => {
    const { channels } = bench.session();
    const [before] = channels;
    const channelId = before!.id;
    await bench.harness.changeChannel({
      channelId,
      defects: [],
      replyRules: [{ name: 'Any', when: null, say: null, status: 201, headers: [], delay: 0, switches: {} }],
    });
    const [changed] = (await bench.until((session) => session.channels[0]!.replyRules.length === 1)).channels;
    const { undoId } = await bench.harness.removeChannel({ channelId });
    await bench.until((session) => session.channels.length === channels.length - 1);
    await bench.harness.undo({ undoId });
    await bench.until((session) => session.channels.length === channels.length);
    expect(bench.session().channels[0]).toEqual(changed);
    await converse('said afterwards');
    expect(bench.session().exchanges.find(({ direction }) => direction === 'inbound')?.verdict).toBe('trusted');
    await bench.close();
    bench = await openBench({ folder: bench.folder });
    expect(bench.session().channels[0]).toEqual(changed);
  });

  test('remembers what its ends remembered', async () => {
    const channelId = bench.session().channels[0]!.id;
    await bench.harness.changeChannel({ channelId, settings: { enforceJti: true, tokenId: true } });
    const first = await converse('once');
    const { id } = first.exchanges.find(({ direction }) => direction === 'outbound')!;
    const { undoId } = await bench.harness.removeChannel({ channelId });
    await bench.harness.undo({ undoId });
    await bench.harness.replay({ exchangeId: id, how: 'as-is' });
    const after = await bench.until((session) => session.exchanges.length === 4 && isQuiet(session));
    expect(after.exchanges.at(-1)?.verdict).toBe('refused');
  });

  test('is gone when the window ends, and its secret is on no disk meanwhile', async () => {
    const { undoId } = await bench.harness.removeChannel({ channelId: bench.session().channels[0]!.id });
    endWindow();
    await expect.poll(() => refusalOf(bench.harness.undo({ undoId }))).toBe('undo.over');
  });

  test('is brought back once', async () => {
    const { undoId } = await bench.harness.removeChannel({ channelId: bench.session().channels[0]!.id });
    await bench.harness.undo({ undoId });
    expect(await refusalOf(bench.harness.undo({ undoId }))).toBe('undo.over');
  });
});
