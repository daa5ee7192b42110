import { afterEach, beforeEach, expect, test } from 'vitest';
import { plainText } from '#shared/exchange/message.ts';
import { mostBots, mostFilters } from '#shared/shelf/shelf.ts';
import type { Session } from '#shared/session/state.ts';
import { openBench, type OpenBench } from '#test/main/open-bench.ts';

let bench: OpenBench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.closeAndDelete());

const text = (words: string) => ({ kind: 'text' as const, text: words });
const script = {
  name: 'Mine',
  rules: [
    { when: { is: ['hi'] }, say: [text('Hello.')] },
    { name: 'Card lost', when: { has: ['card'] }, say: [text('Which card?'), text('Wait.')] },
  ],
  fallback: [text('Pardon?')],
};

const isQuiet = ({ exchanges }: Session): boolean => exchanges.every(({ outcome }) => outcome.state !== 'pending');

const say = async (channelId: string, words: string): Promise<void> => {
  const { conversationId } = await bench.harness.startConversation({ channelId, userId: 'u-0123456789' });
  await bench.harness.say({ conversationId, utterance: text(words) });
};

const botWords = ({ messages, exchanges }: Session) =>
  messages
    .filter(({ author }) => author === 'bot')
    .map(({ content, exchangeId }) => [plainText(content), exchanges.find(({ id }) => id === exchangeId)?.rule]);

test('every bubble of the bot leads to the exchange that names its rule, whether it came in the reply or was called back', async () => {
  const { id } = await bench.harness.saveBot({ bot: script });
  for (const channelId of ['kore-demo', 'chatlayer-demo', 'snatchbot-demo', 'channeltalk-demo']) {
    await bench.harness.changeChannel({ channelId, botId: id });
    for (const [words, last] of [
      ['hi', 'Hello.'],
      ['my card is gone', 'Wait.'],
      ['what?', 'Pardon?'],
    ] as const) {
      const before = bench.session().messages.length;
      await say(channelId, words);
      await bench.until(
        (session) =>
          isQuiet(session) && session.messages.slice(before).some(({ content }) => plainText(content).endsWith(last)),
      );
    }
  }
  expect(new Set(botWords(bench.session()).map(String))).toEqual(
    new Set([
      'Hello.,Rule 1',
      'Which card?,Card lost',
      'Wait.,Card lost',
      'Which card?\nWait.,Card lost',
      'Pardon?,fallback',
    ]),
  );
});

test('hits are counted for each channel and rule, and begin anew with the harness; the bot stays', async () => {
  const { id } = await bench.harness.saveBot({ bot: script });
  await bench.harness.changeChannel({ channelId: 'kore-demo', botId: id });
  for (const words of ['hi', 'hi', 'what?']) await say('kore-demo', words);
  const { ruleHits } = await bench.until(
    (session) => session.ruleHits.reduce((sum, { count }) => sum + count, 0) === 3,
  );
  expect(ruleHits).toEqual([
    { channelId: 'kore-demo', botId: id, rule: 'Rule 1', count: 2 },
    { channelId: 'kore-demo', botId: id, rule: 'fallback', count: 1 },
  ]);
  await bench.close();
  bench = await openBench({ folder: bench.folder });
  expect(bench.session().ruleHits).toEqual([]);
  expect(bench.session().shelf.bots).toEqual([{ id, ...script }]);
});

test('a reply rule that leaves the words to the bot is named and counted beside the rule of the bot', async () => {
  const shape = { when: null, say: null, status: null, headers: [], delay: 0, switches: {} };
  await bench.harness.changeChannel({
    channelId: 'snatchbot-demo',
    replyRules: [{ ...shape, name: 'Marked', headers: [{ name: 'X-Mark', value: '1' }] }],
    botId: 'echo-bot',
  });
  await say('snatchbot-demo', 'hi');
  const session = await bench.until(({ ruleHits, ...each }) => ruleHits.length === 2 && isQuiet({ ruleHits, ...each }));
  expect(botWords(session)).toEqual([['hi', 'fallback, Marked']]);
  expect(session.ruleHits.map(({ botId, rule }) => [botId, rule])).toEqual([
    ['echo-bot', 'fallback'],
    [null, 'Marked'],
  ]);
});

test('a channel whose bot was removed says so to whoever speaks to it', async () => {
  const { id } = await bench.harness.saveBot({ bot: script });
  await bench.harness.changeChannel({ channelId: 'kore-demo', botId: id });
  expect((await bench.harness.removeBot({ id })).usedBy).toEqual(['Kore.ai demo']);
  await say('kore-demo', 'hi');
  const session = await bench.until(({ messages, ...each }) => messages.length >= 2 && isQuiet({ messages, ...each }));
  const [said] = botWords(session);
  expect(said?.[0]).toContain('This channel has no bot');
  expect(said?.[1]).toBe('');
});

test('one more than there is room for is refused, and the shelf is still readable', async () => {
  for (let index = 0; index < mostBots; index += 1)
    await bench.harness.saveBot({ bot: { ...script, id: `b${index}` } });
  for (let index = 0; index < mostFilters; index += 1) await bench.harness.saveFilter({ name: 'x', query: 'y' });
  const refused = { fault: { code: 'input.invalid' } };
  await expect(bench.harness.saveBot({ bot: script })).rejects.toMatchObject(refused);
  await expect(bench.harness.saveFilter({ name: 'x', query: 'y' })).rejects.toMatchObject(refused);
  await bench.harness.saveBot({ bot: { ...script, id: 'b1', name: 'Better' } });
  const { undoId } = await bench.harness.removeBot({ id: 'b0' });
  const { id: last } = await bench.harness.saveBot({ bot: script });
  await expect(bench.harness.undo({ undoId })).rejects.toMatchObject(refused);
  await bench.harness.removeBot({ id: last });
  await bench.harness.undo({ undoId });
  await bench.close();
  bench = await openBench({ folder: bench.folder });
  expect(bench.session().shelf.bots).toHaveLength(mostBots);
});
