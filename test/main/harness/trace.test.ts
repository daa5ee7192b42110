import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runMode } from '#main/cli/demo-mode.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import { demoBot } from '#shared/bot/demo-bot.ts';
import { platforms } from '#shared/platforms/registry.ts';
import type { Session } from '#shared/session/state.ts';
import { openBench, type OpenBench } from '#test/main/open-bench.ts';

const everyMode = platforms.flatMap((platform) => platform.modes.map((mode) => ({ platform, mode, id: mode.id })));

describe.each(everyMode)('in $platform.name, $id', ({ platform, mode }) => {
  test('all that something said causes has the trace that it began, and every word of the bot names its rule', async () => {
    const steps = await runMode(platform, mode, {}, async (shown) => shown.steps);
    for (const { exchanges, messages } of steps) {
      const [first] = exchanges;
      expect(new Set(exchanges.map(({ traceId }) => traceId))).toEqual(new Set([first?.id]));
      expect(exchanges.map(({ replayOf }) => replayOf)).toEqual(exchanges.map(() => null));
      const said = messages.filter(({ author, content }) => author === 'bot' && content.kind !== 'event');
      const rules = said.map(({ exchangeId }) => exchanges.find(({ id }) => id === exchangeId)?.rule);
      expect(rules.filter((rule) => !ruleNames.includes(rule ?? ''))).toEqual([]);
    }
  });
});

let bench: OpenBench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.closeAndDelete());

const isQuiet = ({ exchanges }: Session): boolean => exchanges.every(({ outcome }) => outcome.state !== 'pending');
const quiet = (count: number): Promise<Session> =>
  bench.until((session) => session.exchanges.length >= count && isQuiet(session));
const tracesOf = (exchanges: readonly ExchangeSummary[]) => [...new Set(exchanges.map(({ traceId }) => traceId))];

const say = async (channelId: string, text: string, as: 'user' | 'bot' = 'user'): Promise<number> => {
  const { conversationId } = await bench.harness.startConversation({ channelId, userId: 'u-0123456789' });
  return (await bench.harness.say({ conversationId, as, utterance: { kind: 'text', text } })).exchangeId;
};

const closed = {
  name: 'Closed',
  when: null,
  say: null,
  status: 503,
  headers: [],
  delay: 0,
  switches: {},
};

/** What may have answered: a rule of the demo bot, or what it says where none fits. */
const ruleNames: readonly string[] = [...demoBot.rules.flatMap(({ name }) => name ?? []), 'fallback'];

describe('a trace goes on', () => {
  test('over retries and over what a defect sends twice', async () => {
    const twice = platforms
      .find(({ id }) => id === 'chatlayer')!
      .defects.find(({ does }) => does.kind === 'sending' && does.how === 'twice')!;
    await bench.harness.changeChannel({
      channelId: 'chatlayer-demo',
      settings: { retries: 1, retryAfter: 100 },
      defects: [twice.id],
      replyRules: [closed],
    });
    const first = await say('chatlayer-demo', 'Good news!', 'bot');
    // The message, its double, and a retry of each: both twins of all four.
    const { exchanges } = await quiet(8);
    expect(tracesOf(exchanges)).toEqual([first]);
    expect(new Set(exchanges.map(({ rule }) => rule))).toEqual(new Set(['Closed']));
  });

  test('over an answer that a person gives by hand, which no rule has made', async () => {
    await bench.harness.changeChannel({ channelId: 'chatlayer-demo', botId: 'by-hand' });
    const first = await say('chatlayer-demo', 'hi');
    const { turns } = await bench.until((session) => session.turns.length > 0);
    await bench.harness.answerTurn({ exchangeId: turns[0]!.exchangeId, texts: ['one', 'two'] });
    const { exchanges } = await quiet(6);
    expect(tracesOf(exchanges)).toEqual([first]);
    expect(exchanges.map(({ rule }) => rule)).toEqual(exchanges.map(() => ''));
  });

  test('not over two things that were said', async () => {
    const one = await say('kore-demo', 'hi');
    const other = await say('kore-demo', 'balance');
    const { exchanges } = await quiet(4);
    expect(tracesOf(exchanges)).toEqual([one, other]);
  });

  test('with a request of somebody else, whose callback belongs to it', async () => {
    await bench.harness.changeChannel({ channelId: 'chatlayer-demo', plays: { platform: true, app: false } });
    const [example] = platforms.find(({ id }) => id === 'chatlayer')!.examples.filter(({ end }) => end === 'platform');
    const { method, target, headers, body } = example!.request;
    await fetch(`${bench.url}${target}`, {
      method,
      headers: headers
        .filter(([name]) => !/^(?:host|content-length)$/i.test(name))
        .map(([name, value]) => [name, value]),
      body: Buffer.from(body),
    });
    const { exchanges } = await quiet(2);
    const [asked, ...calledBack] = exchanges;
    expect(asked).toMatchObject({ direction: 'inbound', twinId: null, traceId: asked!.id });
    expect(calledBack.map(({ direction }) => direction)).toContain('outbound');
    expect(tracesOf(exchanges)).toEqual([asked!.id]);
  });
});

test('an app of somebody else that polls gets words whose rule is named, under the trace of its poll', async () => {
  await bench.harness.changeChannel({
    channelId: 'kore-demo',
    plays: { platform: true, app: false },
    settings: { version: 'v2', mode: 'sync', pollingEnabled: true, firstMessages: 1, pollsInProgress: 0 },
  });
  const text = (words: string) => ({ kind: 'text' as const, text: words });
  const script = { name: 'Two', rules: [], fallback: [text('one'), text('two')] };
  const { id: botId } = await bench.harness.saveBot({ bot: script });
  await bench.harness.changeChannel({ channelId: 'kore-demo', botId });
  const { header } = await bench.harness.mintToken({ channelId: 'kore-demo', preset: 'valid' });
  const kore = platforms.find(({ id }) => id === 'kore')!;
  const example = kore.examples.find(({ request }) => request.target.includes('/v2/') && request.method === 'POST')!;
  const { target, body } = example.request;
  const headers = { 'Content-Type': 'application/json', [header[0]]: header[1] };
  const answer = await fetch(`${bench.url}${target}`, { method: 'POST', headers, body: Buffer.from(body) });
  const { pollId } = (await answer.json()) as { readonly pollId: string };
  await (await fetch(`${bench.url}${target}/poll/${pollId}`, { headers })).text();
  const { exchanges, messages } = await quiet(2);
  expect(messages.filter(({ author }) => author === 'bot').map(({ exchangeId }) => exchangeId)).toEqual([1, 2]);
  expect(exchanges.map(({ rule, traceId }) => [rule, traceId])).toEqual([
    ['fallback', 1],
    ['fallback', 2],
  ]);
});

describe.each(platforms)('a replay in $name', ({ demo, id }) => {
  test('begins a trace of its own, and both twins know what it repeats, also after a restart', async () => {
    const channelId = `${id}-demo`;
    const first = await say(channelId, 'hi');
    const before = await quiet(2);
    const { exchangeId } = await bench.harness.replay({ exchangeId: first, how: 'as-is' });
    const after = await bench.until(
      (session) => session.exchanges.filter(({ replayOf }) => replayOf === first).length === 2 && isQuiet(session),
    );
    const replays = after.exchanges.filter(({ replayOf }) => replayOf === first);
    expect(tracesOf(replays)).toEqual([exchangeId]);
    expect(tracesOf(before.exchanges)).toEqual([first]);
    for (const each of replays) {
      const { findings } = await bench.harness.readExchange({ id: each.id });
      expect(findings.map(({ rule }) => rule)).toContain('replay.as-is');
    }
    await bench.close();
    bench = await openBench({ folder: bench.folder });
    const told = (session: Session) =>
      session.exchanges.map(({ id: each, traceId, replayOf, rule }) => [each, traceId, replayOf, rule]);
    expect(told(bench.session()).slice(0, after.exchanges.length)).toEqual(told(after));
    expect(demo.botId).toBe('demo-bot');
  });
});
