import assert from 'node:assert/strict';
import { converse, twoEnded } from './suite.ts';
import { faultFrom, first, withWindows, type WireCase } from './windows.ts';

const greeting = {
  name: 'Greeting',
  when: { is: ['hello'] },
  say: [{ kind: 'text' as const, text: 'Hello, {{user}}.' }],
};
const bot = { name: 'Mine', rules: [greeting], fallback: [{ kind: 'text' as const, text: 'Pardon?' }] };

/** What every wire carries of a person's own bots, and of the rules that speak. */
export const botCases: readonly WireCase[] = [
  {
    name: 'a bot of one’s own is put by, answers on a channel, and its rule is named and counted',
    run: withWindows(1, async (windows) => {
      const window = first(windows);
      const { harness, recorder } = window;
      const channel = twoEnded(window);
      const { id } = await harness.saveBot({ bot });
      await recorder.until('the bot is on the shelf', ({ shelf }) => shelf.bots.some((each) => each.id === id));
      await harness.changeChannel({ channelId: channel.id, botId: id });
      const exchange = await converse(window, channel.id, 'hello');
      assert.equal(exchange.rule, 'Greeting');
      assert.equal(exchange.traceId, exchange.id);
      const twin = recorder.session().exchanges.find((each) => each.id === exchange.twinId);
      assert.deepEqual([twin?.rule, twin?.traceId], ['Greeting', exchange.id]);
      const { ruleHits } = await recorder.until('the hit is told', (session) =>
        session.ruleHits.some(({ botId }) => botId === id),
      );
      assert.deepEqual(
        ruleHits.filter(({ botId }) => botId === id),
        [{ channelId: channel.id, botId: id, rule: 'Greeting', count: 1 }],
      );
      const { usedBy, undoId } = await harness.removeBot({ id });
      assert.deepEqual(usedBy, [channel.name]);
      await recorder.until('the bot is gone', ({ shelf }) => shelf.bots.every((each) => each.id !== id));
      await harness.undo({ undoId });
      await recorder.until('the bot is back', ({ shelf }) => shelf.bots.some((each) => each.id === id));
      await harness.changeChannel({ channelId: channel.id, botId: channel.botId });
      await harness.removeBot({ id });
    }),
  },
  {
    name: 'a bot that is not valid is refused, each issue at its place',
    run: withWindows(1, async (windows) => {
      const { harness } = first(windows);
      const song = { kind: 'song', text: 'la' } as never;
      const ill = await faultFrom(
        harness.saveBot({ bot: { ...bot, rules: [greeting, { ...greeting, say: [song] }] } }),
        'input.invalid',
      );
      assert.ok(
        ill.issues?.some(({ path }) => path.startsWith('/bot/rules/1/say/0')),
        JSON.stringify(ill.issues),
      );
      const twice = await faultFrom(harness.saveBot({ bot: { ...bot, rules: [greeting, greeting] } }), 'input.invalid');
      assert.deepEqual(
        twice.issues?.map(({ path }) => path),
        ['/bot/rules/0/name', '/bot/rules/1/name'],
      );
      const builtIn = await faultFrom(harness.saveBot({ bot: { ...bot, id: 'demo-bot' } }), 'input.invalid');
      assert.deepEqual(
        builtIn.issues?.map(({ path }) => path),
        ['/bot/id'],
      );
      await faultFrom(harness.removeBot({ id: 'demo-bot' }), 'bot.unknown');
    }),
  },
];
