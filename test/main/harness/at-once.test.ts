import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { HarnessError } from '#shared/contract/fault.ts';
import { commands } from '#shared/contract/harness.ts';
import { issuesOf } from '#shared/contract/input-issues.ts';
import type { Session } from '#shared/session/state.ts';
import { openBench, type OpenBench } from '#test/main/open-bench.ts';

let bench: OpenBench;
let channelId: string;
beforeEach(async () => {
  bench = await openBench();
  channelId = bench.session().channels[0]!.id;
});
afterEach(() => bench.closeAndDelete());

const isQuiet = ({ exchanges, turns }: Session): boolean =>
  turns.length === 0 && exchanges.every((each) => each.outcome.state !== 'pending');
const say = (conversationId: string, text: string) =>
  bench.harness.say({ conversationId, utterance: { kind: 'text', text } });
const requestOf = async (id: number): Promise<string> => {
  const { base64 } = await bench.harness.readBody({ id, part: 'request', from: 0, length: 100_000 });
  return Buffer.from(base64, 'base64').toString();
};
const answers = async (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );

describe('when much is said at once', () => {
  const sayAll = async () => {
    await bench.harness.changeChannel({ channelId, botId: 'echo-bot' });
    const started = await Promise.all(
      [1, 2, 3, 4, 5].map((user) => bench.harness.startConversation({ channelId, userId: `u-${user}` })),
    );
    const ids = started.map((each) => each.conversationId);
    await Promise.all(Array.from({ length: 50 }, (_, index) => say(ids[index % 5]!, `text ${index}`)));
    return bench.until((session) => session.exchanges.length === 100 && isQuiet(session));
  };

  test('every request knows itself as it was received, and never another one', async () => {
    const { exchanges } = await sayAll();
    const sent = exchanges.filter((each) => each.direction === 'outbound');
    for (const { id, twinId, conversationId } of sent) {
      const twin = exchanges.find((each) => each.id === twinId);
      expect(twin).toMatchObject({ direction: 'inbound', twinId: id, conversationId });
      expect(await requestOf(twin!.id)).toBe(await requestOf(id));
    }
  });

  test('each conversation keeps its order, and only its first message begins a session', async () => {
    const { exchanges, messages } = await sayAll();
    for (const user of [1, 2, 3, 4, 5]) {
      const conversationId = `${channelId}/u-${user}`;
      const said = messages.filter((each) => each.conversationId === conversationId && each.author === 'user');
      expect(said.map((each) => each.content)).toEqual(
        Array.from({ length: 10 }, (_, turn) => ({ kind: 'text', text: `text ${turn * 5 + user - 1}` })),
      );
      const sent = exchanges.filter((each) => each.direction === 'outbound' && each.conversationId === conversationId);
      const bodies = await Promise.all(sent.map(({ id }) => requestOf(id)));
      expect(bodies.map((each) => (JSON.parse(each) as { session: unknown }).session)).toEqual(
        sent.map((_, turn) => ({ new: turn === 0 })),
      );
    }
  });
});

describe('when the port is moved', () => {
  test('three moves at once leave one server, and after the end none', async () => {
    const moved = await Promise.all([0, 0, 0].map((port) => bench.harness.startListening({ port })));
    const urls = [bench.url, ...moved.map((each) => each.url)];
    const { listening } = bench.session();
    const isThere = await Promise.all(urls.map(answers));
    expect(urls.filter((_, index) => isThere[index])).toEqual([listening.state === 'listening' && listening.url]);
    await bench.close();
    expect(await Promise.all(urls.map(answers))).toEqual([false, false, false, false]);
    bench = await openBench({ folder: bench.folder });
  });

  test('what is said after the move arrives, while the old port still waits for what it has', async () => {
    await bench.harness.changeChannel({ channelId, botId: 'by-hand' });
    const { conversationId } = await bench.harness.startConversation({ channelId });
    await say(conversationId, 'waits');
    await bench.until((session) => session.turns.length === 1);
    await bench.harness.changeChannel({ channelId, botId: 'echo-bot' });
    const moving = bench.harness.startListening({ port: 0 });
    await bench.until(({ listening }) => listening.state === 'listening' && listening.url !== bench.url);
    expect(await answers(bench.url)).toBe(false);
    const { exchangeId } = await say(conversationId, 'goes on');
    const isAnswered = ({ exchanges }: Session): boolean =>
      exchanges.some((each) => each.id === exchangeId && each.outcome.state === 'answered');
    expect(isAnswered(await bench.until(isAnswered))).toBe(true);
    await moving;
  });
});

describe('when a person takes away what is waiting', () => {
  const waitForHand = async () => {
    await bench.harness.changeChannel({ channelId, botId: 'by-hand' });
    const { conversationId } = await bench.harness.startConversation({ channelId });
    await say(conversationId, 'hi');
    const { turns } = await bench.until((session) => session.turns.length === 1);
    return { conversationId, turn: turns[0]! };
  };

  test('a channel that is removed answers its waiting turn as the platform does when time is up', async () => {
    const { conversationId } = await waitForHand();
    await bench.harness.removeChannel({ channelId });
    const { exchanges } = await bench.until(isQuiet);
    expect(exchanges.map((each) => each.outcome)).toEqual([
      { state: 'answered', status: 504 },
      { state: 'answered', status: 504 },
    ]);
    const refused = await say(conversationId, 'hi').catch((error: HarnessError) => error.fault.code);
    expect(refused).toBe('channel.unknown');
  });

  test('traffic that is cleared stays cleared: what is answered later does not bring half of it back', async () => {
    const { turn, conversationId } = await waitForHand();
    await bench.harness.clearTraffic({});
    await bench.harness.answerTurn({ exchangeId: turn.exchangeId, texts: ['too late'] });
    await say(conversationId, 'again');
    await bench.until((session) => session.turns.some((each) => each.exchangeId > turn.exchangeId));
    const { messages, exchanges, exchangeCount } = bench.session();
    expect(messages.map((each) => each.content)).toEqual([{ kind: 'text', text: 'again' }]);
    expect([exchanges.length, exchangeCount]).toEqual([2, 2]);
  });
});

describe('when the other side says far too much', () => {
  const talkTo = async (answer: unknown): Promise<Session> => {
    const bot = createServer((_request, response) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer)),
    );
    await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve));
    const address = bot.address();
    const host = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    await bench.harness.changeChannel({ channelId, plays: { platform: false, app: true }, settings: { host } });
    const { conversationId } = await bench.harness.startConversation({ channelId });
    await say(conversationId, 'hi');
    const session = await bench.until((each) => each.exchanges.length === 1 && isQuiet(each));
    bot.close();
    return session;
  };

  test('three hundred thousand messages in one answer: the first ones are shown, and a line says how many are not', async () => {
    const { messages } = await talkTo({ text: Array.from({ length: 300_000 }, (_, index) => `m${index}`) });
    expect(messages).toHaveLength(202);
    expect(messages.at(-1)).toMatchObject({ author: 'channel', content: { kind: 'event', name: 'Not shown' } });
    expect(JSON.stringify(messages.at(-1))).toContain('299800');
  });

  test('a text of ten million characters is cut where it is shown, and kept whole in the exchange', async () => {
    const { messages, exchanges } = await talkTo({ text: 'x'.repeat(10_000_000) });
    expect(JSON.stringify(messages).length).toBeLessThan(40_000);
    expect(JSON.stringify(messages)).toContain('10000000 characters');
    expect(exchanges[0]?.responseBytes).toBeGreaterThan(10_000_000);
  });

  test('users without end do not fill the window, and an old one can still speak', async () => {
    const first = await bench.harness.startConversation({ channelId, userId: 'the first' });
    for (let user = 0; user < 1200; user += 1)
      await bench.harness.startConversation({ channelId, userId: `u-${user}` });
    const { conversations } = await bench.until((session) => session.conversations.at(-1)?.userId === 'u-1199');
    expect(conversations).toHaveLength(1000);
    await say(first.conversationId, 'hi');
    const after = await bench.until((session) => session.exchanges.length === 2 && isQuiet(session));
    expect(after.conversations.at(-1)).toMatchObject({ userId: 'the first' });
    expect(after.conversations).toHaveLength(1000);
  });

  test('the longest user id that is taken, in letters that cost most, names a conversation that can be spoken in', async () => {
    const { conversationId } = await bench.harness.startConversation({ channelId, userId: '語'.repeat(500) });
    await say(conversationId, 'hi');
    const { exchanges } = await bench.until((session) => session.exchanges.length === 2 && isQuiet(session));
    expect(exchanges.map((each) => each.conversationId)).toEqual([conversationId, conversationId]);
    expect(issuesOf(commands.say.input, { conversationId, utterance: { kind: 'text', text: 'hi' } })).toEqual([]);
  });
});
