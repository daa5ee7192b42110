import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf, textOf } from '#shared/exchange/body.ts';
import type { RawRequest } from '#shared/exchange/raw-http.ts';
import { chatlayer } from '#shared/platforms/chatlayer/index.ts';
import { chatlayerSettings } from '#shared/platforms/chatlayer/settings.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { openChannel, pressOf, typed } from '#test/shared/platforms/chatlayer/bench.ts';
import { contextOf } from '#test/shared/platforms/platform-context.ts';

const reply = (status: number) => ({ status, reason: '', headers: [], body: new Uint8Array() });
const rulesIn = (channel: ReturnType<typeof openChannel>): readonly string[] =>
  channel.findings.map((each) => each.rule);
const bodyOf = (request: RawRequest): JsonObject => JSON.parse(textOf(request.body).text) as JsonObject;
const always = { name: 'Always', when: null, headers: [], delay: 0, switches: {} };
const onlyPlatform = { platform: true, app: false };

const botMessage = (body: JsonObject): RawRequest => ({
  method: 'POST',
  target: '/receive/chatlayer/6039070a9f07e351b99e2bd4',
  headers: [['Content-Type', 'application/json']],
  body: bytesOf(JSON.stringify({ verifyToken: chatlayer.demo.settings['verifyToken'], ...body })),
});

describe('a message of the bot that the app does not take', () => {
  test('is sent three times more, each after twice the time, and then is lost', async () => {
    const channel = openChannel({ plays: onlyPlatform });
    channel.answers.push(reply(500), reply(500), 'lost', reply(302));
    await channel.say('bot', typed('Hello'));
    expect(channel.sent.map((each) => each.after)).toEqual([0, 1000, 2000, 4000]);
    expect(new Set(channel.sent.map((each) => textOf(each.request.body).text)).size).toBe(1);
    expect(rulesIn(channel)).toEqual([...Array<string>(3).fill('chatlayer.callback.retry'), 'chatlayer.callback.lost']);
    expect(channel.lines('platform')).toEqual(['bot: Hello']);
  });

  test('is not sent again after a lost connection where the settings say so', async () => {
    const channel = openChannel({ plays: onlyPlatform, settings: { retryNoAnswer: false } });
    channel.answers.push('lost');
    await channel.say('bot', typed('Hello'));
    expect(channel.sent).toHaveLength(1);
    expect(rulesIn(channel)).toEqual(['chatlayer.callback.lost']);
  });

  test('is sent again when a reply rule of our app end chooses 503', async () => {
    const channel = openChannel({ replyRules: [{ ...always, say: null, status: 503 }] });
    await channel.say('user', typed('thanks'));
    expect(channel.replies.map((each) => each.status)).toEqual([200, 503, 503, 503, 503]);
    expect(rulesIn(channel)).toContain('chatlayer.callback.duplicate');
  });
});

test('words of a reply rule cannot travel in the answer to a message of the bot, and that is told', async () => {
  const channel = openChannel({
    replyRules: [{ ...always, say: [{ kind: 'text', text: 'Thank you' }], status: null }],
  });
  await channel.say('user', typed('thanks'));
  expect(rulesIn(channel)).toContain('chatlayer.callback.words-ignored');
});

describe('the app end looks at messageCounter', () => {
  test.each([
    [[1, 2, 3], []],
    [[1, 1], ['chatlayer.callback.duplicate']],
    [[1, 3], ['chatlayer.callback.gap']],
    [[2, 1], ['chatlayer.callback.out-of-order']],
  ])('%j gives %j', async (counters, rules) => {
    const channel = openChannel({ plays: { platform: false, app: true } });
    for (const messageCounter of counters)
      await channel.receive('app', botMessage({ senderId: 'u', message: { text: 'x' }, messageCounter }));
    expect(rulesIn(channel)).toEqual(rules);
  });
});

describe('the app end reads both envelopes', () => {
  test.each<readonly [string, JsonObject, readonly string[]]>([
    ['senderId', { senderId: 'u', messageCounter: 1 }, []],
    ['recipient.id', { recipient: { id: 'u' } }, ['chatlayer.callback.recipient']],
    ['both', { senderId: 'u', recipient: { id: 'u' }, messageCounter: 1 }, []],
    ['senderId without a counter', { senderId: 'u' }, ['chatlayer.callback.counter-missing']],
    ['nobody', { sender: { id: 'u' } }, ['chatlayer.callback.user']],
  ])('%s', async (_name, envelope, rules) => {
    const channel = openChannel({ plays: { platform: false, app: true } });
    await channel.receive('app', botMessage({ message: { text: 'Hello' }, ...envelope }));
    expect(channel.lines('app')).toEqual(['bot: Hello']);
    expect(rulesIn(channel)).toEqual(rules);
  });

  test('an event of the offloading webhook is told to be of another protocol', async () => {
    const channel = openChannel({ plays: { platform: false, app: true } });
    await channel.receive('app', botMessage({ event: 'messages', sessionId: 'u', messages: [] }));
    expect(channel.findings.some((each) => each.summary.includes('offloading webhook'))).toBe(true);
  });
});

describe('a press', () => {
  test.each([
    ['opaque, as text', { payloads: 'opaque', pressAs: 'text' }],
    ['opaque, as postbackMessage', { payloads: 'opaque', pressAs: 'postback' }],
    ['JSON', { payloads: 'json' }],
    ['opaque, deprecated dialect', { dialect: 'd0', payloads: 'opaque' }],
    ['JSON, deprecated dialect', { dialect: 'd0', payloads: 'json' }],
  ])('reaches the bot as what the button meant: %s', async (_name, settings) => {
    const channel = openChannel({ settings });
    await channel.say('user', typed('hi'));
    await channel.say('user', pressOf('Balance', channel.told.app));
    expect(channel.lines('app').at(-1)).toBe(
      'bot: Which account would you like to see? [Everyday account] [Savings account]',
    );
    expect(channel.lines('platform')).toContain('user: Balance');
  });

  test('with a payload that nobody remembers is a text, and is told', async () => {
    const channel = openChannel();
    await channel.say('user', { kind: 'press', title: 'Old', payload: '437a034cde170b50de1b6a87d1cba104e39b1f6e' });
    expect(rulesIn(channel)).toContain('chatlayer.payload.unknown');
  });

  test('of a client that parses payloads is lost on a bot with opaque ones', async () => {
    const channel = openChannel({ defects: ['user.parses-payload'] });
    await channel.say('user', typed('hi'));
    await channel.say('user', pressOf('Balance', channel.told.app));
    const last = channel.sent.findLast((each) => each.end === 'app');
    expect(last && bodyOf(last.request)['message']).toEqual({ postbackMessage: { title: 'Balance' } });
    expect(rulesIn(channel)).toContain('defect.user.parses-payload');
  });
});

describe('a handover', () => {
  const offload = { kind: 'gesture', id: 'offload', title: 'Hand over' } as const;
  const settings = { dialect: 'd2' };

  test('that the app refuses leaves the conversation to the bot', async () => {
    const channel = openChannel({
      settings,
      replyRules: [{ ...always, say: null, status: null, switches: { offloadSuccess: false } }],
    });
    await channel.say('user', offload);
    await channel.say('user', typed('thanks'));
    expect(channel.lines('platform')).toEqual([
      'channel: Handover asked for',
      'channel: Handover failed: The app answered that it did not succeed.',
      'user: thanks',
      'bot: You are welcome. Is there anything else?',
    ]);
  });

  test('that is answered with a text has failed', async () => {
    const channel = openChannel({ settings, plays: onlyPlatform });
    channel.answers.push({ ...reply(200), body: bytesOf('OK') });
    await channel.say('user', offload);
    expect(rulesIn(channel)).toEqual(['chatlayer.offload.handover']);
  });

  test('lets the agent answer, until the conversation starts anew', async () => {
    const channel = openChannel({ settings });
    await channel.say('user', offload);
    await channel.say('user', typed('thanks'));
    await channel.say('user', { kind: 'gesture', id: 'start', title: 'Start' });
    await channel.say('user', typed('thanks'));
    expect(channel.lines('platform').filter((each) => each.startsWith('agent: '))).toHaveLength(1);
  });
});

test('each voice carries every gesture that it offers', async () => {
  for (const { settings } of chatlayer.modes) {
    const context = contextOf(chatlayer, settings);
    for (const { name, gestures } of chatlayer.voices(context.settings)) {
      for (const { id, title } of gestures) {
        const dispatches = await chatlayer.say(
          { as: name, userId: 'u', utterance: { kind: 'gesture', id, title }, isNewSession: true },
          context,
        );
        expect(dispatches.length).toBeGreaterThan(0);
      }
    }
  }
});

test('whatever comes to either end is read without an error, and every finding says where it comes from', async () => {
  const targets = {
    platform: chatlayer.routes.platform.map((each) =>
      each.path
        .replaceAll('{channelId}', '6039070a9f07e351b99e2bd4')
        .replaceAll('{botId}', 'DEMO-larkspur01')
        .replaceAll(/\{\*\w+\}/g, 'x'),
    ),
    app: chatlayer.routes.app.map((each) => each.path.replaceAll(/\{\w+\}/g, 'x')),
  };
  const { accessToken, verifyToken } = chatlayerSettings(chatlayer.demo.settings);
  const wireLike = fc.record(
    {
      conversationId: fc.jsonValue(),
      senderId: fc.jsonValue(),
      sender: fc.jsonValue(),
      sessionId: fc.constantFrom<unknown>('u', 7, null),
      event: fc.constantFrom<unknown>('messages', 'offload', 'other', 7),
      messages: fc.jsonValue(),
      message: fc.oneof(
        fc.jsonValue(),
        fc.record(
          { attachment: fc.jsonValue(), quick_replies: fc.jsonValue(), postbackMessage: fc.jsonValue() },
          { requiredKeys: [] },
        ),
      ),
      text: fc.jsonValue(),
      sendMessages: fc.jsonValue(),
      verifyToken: fc.constantFrom<unknown>(verifyToken, 'x'),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('platform' as const, 'app' as const),
      fc.constantFrom('d1', 'd0', 'd2'),
      fc.nat(),
      fc.oneof(
        wireLike.map((each) => JSON.stringify(each)),
        fc.string({ unit: 'binary' }),
      ),
      async (end, dialect, at, body) => {
        const target = targets[end][at % targets[end].length] ?? '/';
        const request: RawRequest = {
          method: 'POST',
          target: `${target}?access_token=${accessToken}&challenge.verifyToken=${verifyToken}`,
          headers: [['Authorization', `Bearer ${accessToken}`]],
          body: bytesOf(body),
        };
        const { findings, verdict } = await chatlayer.read(end, request, contextOf(chatlayer, { dialect }));
        for (const each of [...findings, ...verdict.checks]) expect(each.source).toMatch(/./);
        expect(JSON.stringify([findings, verdict])).not.toContain(verifyToken);
      },
    ),
  );
}, 30_000);
