import assert from 'node:assert/strict';
import type { CommandName } from '#shared/contract/harness.ts';
import { carryOutExport, takeExport } from '#shared/export/carry-over.ts';
import { anyHarness } from './any-harness.ts';
import { record } from './recorder.ts';
import { assertJson, faultFrom, first, withWindows, type WireCase } from './windows.ts';

/** What holds for a bundle that is read, over whatever wire. */
export const openedBundleCases: readonly WireCase[] = [
  ...anyHarness,
  {
    name: 'says that it is a bundle and who made it, and listens nowhere',
    run: withWindows(1, async (windows) => {
      const { openedBundle, listening, exchanges, exchangeCount } = first(windows).recorder.session();
      assert.match(openedBundle?.madeBy ?? '', /^Hookbench /);
      assert.equal(openedBundle?.name, 'given.hookbench');
      assert.equal(listening.state, 'off');
      assert.ok(exchanges.length > 0 && exchanges.length === exchangeCount);
    }),
  },
  {
    name: 'every window sees the same, and one that comes back is told nothing twice',
    run: withWindows(2, async (windows) => {
      const [one, other] = windows;
      assert.ok(one && other);
      assert.deepStrictEqual(one.recorder.session(), other.recorder.session());
      const back = record(one.wire, { at: one.recorder.at(), session: one.recorder.session() });
      await one.harness.listExchanges({ limit: 1 });
      assert.equal(back.frames.length, 0);
      back.stop();
    }),
  },
  {
    name: 'heads, bodies, verdicts and messages are read',
    run: withWindows(1, async (windows) => {
      const { harness, recorder, wire } = first(windows);
      const { exchanges } = await harness.listExchanges({ limit: 1000 });
      assert.deepEqual(exchanges.toReversed(), recorder.session().exchanges);
      for (const { id, requestBytes, verdict } of exchanges) {
        const exchange = await harness.readExchange({ id });
        assert.equal(exchange.verdict.state, verdict);
        const { base64, total } = await harness.readBody({ id, part: 'request', from: 0, length: 1_000_000 });
        assert.deepEqual([Buffer.from(base64, 'base64').byteLength, total], [requestBytes, requestBytes]);
      }
      const [conversation] = recorder.session().conversations;
      const input = { conversationId: conversation?.id ?? '', limit: 1000 };
      const { messages, hasMore } = await harness.listMessages(input);
      assert.ok(messages.length > 1 && !hasMore);
      const carried = await harness.readMessages({ exchangeIds: messages.map(({ exchangeId }) => exchangeId) });
      assert.deepEqual(carried.messages, messages.toReversed());
      const replies: readonly (readonly [CommandName, unknown])[] = [
        ['readExchange', { id: exchanges[0]?.id }],
        ['listExchanges', { limit: 10 }],
        ['listMessages', input],
        ['clearTraffic', {}],
      ];
      for (const [command, asked] of replies) assertJson(await wire.call({ command, input: asked }));
      for (const frame of recorder.frames) assertJson(frame);
    }),
  },
  {
    name: 'what was said and what carried it are read for an audience',
    run: withWindows(1, async (windows) => {
      const { harness, recorder } = first(windows);
      const [conversation] = recorder.session().conversations;
      const conversationId = conversation?.id ?? '';
      const { messages } = await harness.readRecording({ conversationId });
      const raw = await harness.listMessages({ conversationId, limit: 1000 });
      assert.deepEqual(
        messages.map(({ id }) => id),
        raw.messages.toReversed().map(({ id }) => id),
      );
      const wire = await harness.readShownWire({ exchangeId: messages[0]?.exchangeId ?? 0 });
      assert.equal(wire.verdict, 'trusted');
      assert.doesNotMatch(JSON.stringify(wire), /\bey[\w-]{10,}/);
    }),
  },
  {
    name: 'it is exported as from a bench, also as the same bundle again',
    run: withWindows(1, async (windows) => {
      const { harness, recorder } = first(windows);
      const again = await carryOutExport(harness, { format: 'bundle', choice: {}, options: {} });
      assert.ok(again);
      const bundle = JSON.parse(Buffer.from(await takeExport(harness, again)).toString());
      assert.equal(bundle.exchanges.length, recorder.session().exchangeCount);
      assert.deepEqual(
        bundle.conversations.map(({ user }: { user: string }) => user),
        recorder.session().conversations.map(({ userId }) => userId),
      );
    }),
  },
  {
    name: 'whatever would change or send something is refused',
    run: withWindows(1, async (windows) => {
      const { harness, recorder } = first(windows);
      const [exchange] = recorder.session().exchanges;
      const [conversation] = recorder.session().conversations;
      const conversationId = conversation?.id ?? '';
      for (const asked of [
        () => harness.clearTraffic({}),
        () => harness.startListening({ port: 0 }),
        () => harness.say({ conversationId, utterance: { kind: 'text', text: 'hi' } }),
        () => harness.replay({ exchangeId: exchange?.id ?? 1, how: 'as-is' }),
        () => harness.changeSettings({ theme: 'dark' }),
        () => harness.saveFilter({ name: 'x', query: 'y' }),
        () => harness.handIn({ from: 0, base64: '' }),
      ]) {
        const refused = await faultFrom(asked(), 'bundle.read-only');
        assert.notEqual(refused.next, '');
      }
    }),
  },
];
