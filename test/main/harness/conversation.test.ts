import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plainText } from '#shared/exchange/message.ts';
import type { Session } from '#shared/session/state.ts';
import { openBench, type OpenBench } from '#test/main/open-bench.ts';

let bench: OpenBench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.closeAndDelete());

const demoChannel = (session: Session) => session.channels[0]!;
const isQuiet = (session: Session): boolean => session.exchanges.every((each) => each.outcome.state !== 'pending');
const sayOn = async (text: string): Promise<Session> => {
  const { conversationId } = await bench.harness.startConversation({ channelId: demoChannel(bench.session()).id });
  await bench.harness.say({ conversationId, utterance: { kind: 'text', text } });
  return bench.until((session) => session.exchanges.length >= 2 && isQuiet(session));
};

describe('a person says hi on the demo channel', () => {
  test('their message comes first, then what the bot answered', async () => {
    const { messages } = await sayOn('hi');
    expect(messages[0]).toMatchObject({ author: 'user', content: { kind: 'text', text: 'hi' } });
    expect(messages.slice(1).map((each) => each.author)).toEqual(messages.slice(1).map(() => 'bot'));
    expect(
      messages
        .slice(1)
        .map((each) => plainText(each.content))
        .join(' '),
    ).not.toBe('');
  });

  test('the request crossed real HTTP: the same bytes as sent and as received, and the two know each other', async () => {
    const { exchanges } = await sayOn('hi');
    const [sent, received] = exchanges;
    expect([sent?.direction, received?.direction]).toEqual(['outbound', 'inbound']);
    expect([sent?.twinId, received?.twinId]).toEqual([received?.id, sent?.id]);
    const bodies = await Promise.all(
      exchanges.map(({ id }) => bench.harness.readBody({ id, part: 'request', from: 0, length: 100_000 })),
    );
    expect(bodies[0]?.base64).toBe(bodies[1]?.base64);
    expect(bodies[0]?.total).toBeGreaterThan(10);
  });

  test('the platform end trusts the token, and says of every check how it went', async () => {
    const { exchanges } = await sayOn('hi');
    const received = await bench.harness.readExchange({ id: exchanges[1]!.id });
    expect(received.verdict.state).toBe('trusted');
    expect(received.verdict.checks.filter((check) => check.result === 'pass').length).toBeGreaterThan(3);
    expect(received.request.headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1]).toMatch(
      /^bearer ey/i,
    );
  });

  test('every message names the exchange that carried it', async () => {
    const { messages, exchanges } = await sayOn('hi');
    expect(new Set(messages.map((each) => each.exchangeId))).toEqual(new Set([exchanges[0]?.id]));
  });

  test('after a restart all is still there', async () => {
    const before = await sayOn('hi');
    await bench.close();
    bench = await openBench({ folder: bench.folder });
    const after = bench.session();
    expect(after.messages).toEqual(before.messages);
    expect(after.exchanges).toEqual(before.exchanges);
    expect(after.conversations).toEqual(before.conversations);
    expect(after.channels).toEqual(before.channels);
  });
});

describe('a person answers as the bot', () => {
  beforeEach(() => bench.harness.changeChannel({ channelId: demoChannel(bench.session()).id, botId: 'by-hand' }));

  const sayAndWait = async () => {
    const { conversationId } = await bench.harness.startConversation({ channelId: demoChannel(bench.session()).id });
    await bench.harness.say({ conversationId, utterance: { kind: 'text', text: 'hi' } });
    const { turns } = await bench.until((session) => session.turns.length === 1);
    return turns[0]!;
  };

  test('the request waits with the limit of the platform, and the answer becomes the reply', async () => {
    const turn = await sayAndWait();
    expect(turn.until - turn.since).toBe(15_000);
    await bench.harness.answerTurn({ exchangeId: turn.exchangeId, texts: ['Hello', 'by hand'] });
    const { messages, turns } = await bench.until((session) => session.messages.length === 3);
    expect(messages.map((each) => plainText(each.content))).toEqual(['hi', 'Hello', 'by hand']);
    expect(turns).toEqual([]);
  });

  test('an answer to a turn that is over is refused with a sentence', async () => {
    const turn = await sayAndWait();
    await bench.harness.answerTurn({ exchangeId: turn.exchangeId, texts: ['Hello'] });
    await expect(bench.harness.answerTurn({ exchangeId: turn.exchangeId, texts: ['again'] })).rejects.toMatchObject({
      fault: { code: 'turn.over' },
    });
  });

  test('when nobody answers within the limit the platform says 504', async () => {
    await bench.closeAndDelete();
    // The same clock, a hundred times faster where somebody waits for it.
    bench = await openBench({
      change: (world) => ({
        ...world,
        clock: { ...world.clock, after: (ms, act) => world.clock.after(ms / 100, act) },
      }),
    });
    await bench.harness.changeChannel({ channelId: demoChannel(bench.session()).id, botId: 'by-hand' });
    await sayAndWait();
    const { exchanges } = await bench.until((session) => session.turns.length === 0 && isQuiet(session));
    expect(exchanges.map((each) => each.outcome)).toEqual([
      { state: 'answered', status: 504 },
      { state: 'answered', status: 504 },
    ]);
  });
});
