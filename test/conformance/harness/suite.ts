import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import type { Channel } from '#shared/channel/channel.ts';
import type { CommandName } from '#shared/contract/harness.ts';
import type { ReplyFrame } from '#shared/contract/transport.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import { anyHarness } from './any-harness.ts';
import { record, caughtUp } from './recorder.ts';
import { assertJson, faultFrom, first, withWindows, type Opened, type WireCase } from './windows.ts';

export const twoEnded = ({ recorder }: Opened): Channel => {
  const channel = recorder.session().channels.find(({ plays }) => plays.app && plays.platform);
  assert.ok(channel, 'a new data folder has a channel that plays both ends');
  return channel;
};

const isClosed = ({ outcome }: ExchangeSummary): boolean => outcome.state !== 'pending';

/** Says something and waits until its exchange and its twin are closed. */
export const converse = async (
  { harness, recorder }: Opened,
  channelId: string,
  text: string,
): Promise<ExchangeSummary> => {
  const { conversationId } = await harness.startConversation({ channelId });
  const { exchangeId } = await harness.say({ conversationId, utterance: { kind: 'text', text } });
  const session = await recorder.until(`the exchange #${String(exchangeId)} closed`, ({ exchanges }) => {
    const found = exchanges.find(({ id }) => id === exchangeId);
    return Boolean(found && isClosed(found) && exchanges.some((each) => each.id === found.twinId && isClosed(each)));
  });
  const exchange = session.exchanges.find(({ id }) => id === exchangeId);
  assert.ok(exchange);
  return exchange;
};

export const wireCases: readonly WireCase[] = [
  ...anyHarness,
  {
    name: 'a command round trips: ids come back, and what is true comes as events',
    run: withWindows(1, async (windows) => {
      const window = first(windows);
      const exchange = await converse(window, twoEnded(window).id, 'hello there');
      assert.deepEqual(exchange.outcome, { state: 'answered', status: 200 });
      const twin = window.recorder.session().exchanges.find(({ id }) => id === exchange.twinId);
      assert.equal(twin?.verdict, 'trusted');
      const said = window.recorder.session().messages.filter(({ exchangeId }) => exchangeId === exchange.id);
      assert.deepEqual(said[0]?.content, { kind: 'text', text: 'hello there' });
      assert.ok(said.some(({ author }) => author === 'bot'));
    }),
  },
  {
    name: 'text of every kind crosses unharmed',
    run: withWindows(1, async (windows) => {
      const window = first(windows);
      const text = `"\\ \u2028\u2029 𝄞 e\u0301 </script> \n\r\t \u007f ${'long '.repeat(5000)}`;
      const exchange = await converse(window, twoEnded(window).id, text);
      const said = window.recorder.session().messages.find(({ exchangeId }) => exchangeId === exchange.id);
      assert.deepEqual(said?.content, { kind: 'text', text });
    }),
  },
  {
    name: 'a port that is taken is a fault, and the bench goes on listening where it was',
    run: withWindows(1, async (windows) => {
      const { harness, recorder } = first(windows);
      const other = createServer();
      await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve));
      const address = other.address();
      assert.ok(typeof address === 'object' && address);
      try {
        const refused = await faultFrom(harness.startListening({ port: address.port }), 'port.taken');
        assert.equal(refused.values?.['port'], address.port);
        assert.equal(recorder.session().listening.state, 'listening');
      } finally {
        await new Promise((resolve) => void other.close(resolve));
      }
    }),
  },
  {
    name: 'a window that opens late sees everything the first one saw',
    run: withWindows(1, async (windows, openMore) => {
      const early = first(windows);
      await converse(early, twoEnded(early).id, 'said before the second window opened');
      const late = await openMore();
      await caughtUp(early.recorder, late.recorder.at());
      assert.equal(late.recorder.frames[0]?.kind, 'whole');
      assert.deepStrictEqual(late.recorder.session(), early.recorder.session());
    }),
  },
  {
    name: 'a reconnect from a position loses nothing and repeats nothing',
    run: withWindows(2, async (windows) => {
      const [away, here] = windows;
      assert.ok(away && here);
      await caughtUp(away.recorder, here.recorder.at());
      const start = { at: away.recorder.at(), session: away.recorder.session() };
      away.recorder.stop();
      await converse(here, twoEnded(here).id, 'said while the other was away');
      const back = record(away.wire, start);
      await caughtUp(back, here.recorder.at());
      await converse(here, twoEnded(here).id, 'said after it came back');
      await caughtUp(back, here.recorder.at());
      await caughtUp(here.recorder, back.at());
      assert.ok(back.frames.every(({ kind }) => kind === 'changes'));
      assert.deepStrictEqual(back.session(), here.recorder.session());
      back.stop();
    }),
  },
  {
    name: 'two windows that command at once end with equal sessions',
    run: withWindows(2, async (windows) => {
      const [one, other] = windows;
      assert.ok(one && other);
      await Promise.all(
        windows.flatMap((window, index) =>
          [1, 2, 3].map((round) => converseOnce(window, `window ${String(index)}, round ${String(round)}`)),
        ),
      );
      await one.recorder.until('every exchange closed', ({ exchanges }) => exchanges.every(isClosed));
      await other.recorder.until('every exchange closed', ({ exchanges }) => exchanges.every(isClosed));
      await caughtUp(one.recorder, other.recorder.at());
      await caughtUp(other.recorder, one.recorder.at());
      assert.deepStrictEqual(one.recorder.session(), other.recorder.session());
    }),
  },
  {
    name: 'after its end a subscription is told nothing more',
    run: withWindows(2, async (windows) => {
      const [over, here] = windows;
      assert.ok(over && here);
      over.recorder.stop();
      const { length } = over.recorder.frames;
      await converse(here, twoEnded(here).id, 'nobody listens over there');
      assert.equal(over.recorder.frames.length, length);
    }),
  },
  {
    name: 'a body crosses in slices and is the same bytes again',
    run: withWindows(1, async (windows) => {
      const { harness, recorder } = first(windows);
      const { listening } = recorder.session();
      assert.ok(listening.state === 'listening');
      const body = Uint8Array.from({ length: 70_001 }, (_, index) => (index * 31 + (index >> 8)) & 0xff);
      const path = `/slices/${String(Math.random()).slice(2)}`;
      await fetch(listening.url + path, { method: 'POST', body });
      const isIt = ({ target, outcome }: ExchangeSummary): boolean => target === path && outcome.state !== 'pending';
      const session = await recorder.until('the request', ({ exchanges }) => exchanges.some(isIt));
      const id = session.exchanges.find(isIt)?.id ?? 0;
      const slices: Buffer[] = [];
      for (let from = 0; from < body.length; from += 9_999) {
        const { base64, total } = await harness.readBody({ id, part: 'request', from, length: 9_999 });
        assert.equal(total, body.length);
        slices.push(Buffer.from(base64, 'base64'));
      }
      assert.ok(Buffer.concat(slices).equals(body));
    }),
  },
  {
    name: 'what one window removes and brings back, every window sees go and come',
    run: withWindows(2, async (windows, openMore) => {
      const [one, other] = windows;
      assert.ok(one && other);
      await converse(one, twoEnded(one).id, 'said before it is cleared');
      const before = one.recorder.session();
      const traffic = await one.harness.clearTraffic({});
      const channel = await one.harness.removeChannel({ channelId: twoEnded(one).id });
      await other.recorder.until('all is gone', ({ exchangeCount }) => exchangeCount === 0);
      await other.harness.undo(channel);
      await other.harness.undo(traffic);
      for (const { recorder } of [one, other, await openMore()]) {
        await recorder.until('all is back', ({ exchangeCount }) => exchangeCount > 0);
        assert.deepStrictEqual(recorder.session(), before);
      }
      await faultFrom(one.harness.undo(traffic), 'undo.over');
    }),
  },
  {
    name: 'nothing but JSON crosses',
    run: withWindows(1, async (windows) => {
      const window = first(windows);
      const exchange = await converse(window, twoEnded(window).id, 'anything');
      const replies: readonly (readonly [CommandName, unknown])[] = [
        ['readExchange', { id: exchange.id }],
        ['readExchange', { id: 999_999_999 }],
        ['readBody', { id: exchange.id, part: 'response', from: 0, length: 10 }],
        ['listExchanges', { limit: 100 }],
        ['listRows', { query: 'anything', group: 'conversation' }],
        ['listRows', { query: 'stauts:1' }],
        ['matchRows', { ids: [exchange.id] }],
        ['readRows', { ids: [exchange.id] }],
        ['markExchanges', { ids: [exchange.id], colour: 'red' }],
        ['checkChannel', { channelId: exchange.channelId }],
        ['exportChannel', { channelId: exchange.channelId }],
        ['listMessages', { conversationId: exchange.conversationId, limit: 100 }],
        ['say', { conversationId: 5 }],
        ['changeSettings', { theme: 'dark' }],
      ];
      for (const [command, input] of replies) assertJson(await window.wire.call({ command, input }));
      for (const frame of window.recorder.frames) assertJson(frame);
    }),
  },
  {
    name: 'a secret is in no frame and in no reply, and neither is the signature of a token',
    run: withWindows(2, async (windows, openMore) => {
      const window = first(windows);
      const { id: channelId, secretsSet } = twoEnded(window);
      const field = secretsSet[0];
      assert.ok(field, 'the channel has a secret');
      const secret = `never-shown-${String(Math.random()).slice(2)}-"quoted"`;
      const replies: ReplyFrame[] = [];
      const call = async (command: CommandName, input: unknown): Promise<void> => {
        replies.push(await window.wire.call({ command, input }));
      };
      await call('changeChannel', { channelId, settings: { [field]: secret } });
      const exchange = await converse(window, channelId, 'a secret question');
      await call('changeChannel', { channelId, settings: { [field]: secret, 'no such field': secret } });
      await call('readExchange', { id: exchange.id });
      await call('listExchanges', { limit: 1000 });
      await call('listRows', { query: secret.slice(0, 20), search: 'substring', group: 'conversation' });
      await call('readRows', { ids: [exchange.id, exchange.twinId] });
      await call('listMessages', { conversationId: exchange.conversationId, limit: 1000 });
      const late = await openMore();
      const { request } = await window.harness.readExchange({ id: exchange.id });
      const signatures = request.headers.flatMap(([, value]) => /\bey[\w-]+\.[\w-]+\.([\w-]+)/.exec(value)?.[1] ?? []);
      const frames = JSON.stringify([window.recorder.frames, late.recorder.frames]);
      for (const text of [frames, JSON.stringify(replies)])
        assert.ok(!text.includes(secret) && !text.includes(JSON.stringify(secret).slice(1, -1)), 'the secret crossed');
      for (const signature of signatures) assert.ok(!frames.includes(signature), 'a signature is on an event');
    }),
  },
];

const converseOnce = async (window: Opened, text: string): Promise<void> => {
  await converse(window, twoEnded(window).id, text);
};

/** For wires whose harness a test can break: every command of it throws. */
export const bugCase: WireCase = {
  name: 'a bug crosses as an incident number, without its message and its stack',
  run: async (openWindow) => {
    const { wire, close } = await openWindow();
    try {
      const reply = await wire.call({ command: 'stopListening', input: {} });
      assert.ok(!reply.ok);
      assert.equal(reply.fault.code, 'bug');
      assert.match(String(reply.fault.values?.['incident']), /^\w+$/);
      assert.doesNotMatch(JSON.stringify(reply), /planted|stack|\.ts/);
    } finally {
      await close();
    }
  },
};
