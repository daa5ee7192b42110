import { expect, test } from 'vitest';
import { answerOf } from '#shared/bot/bot-script.ts';
import { echoBot } from '#shared/bot/echo-bot.ts';
import { bytesOf } from '#shared/exchange/body.ts';
import { fault } from '#shared/contract/fault.ts';
import { jsonResponse, type RawRequest } from '#shared/exchange/raw-http.ts';
import { channeltalk } from '#shared/platforms/channeltalk/index.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { demoContext, rules, say } from './loopback.ts';

const appAlone = (settings: JsonObject = {}): PlatformContext =>
  demoContext(settings, {
    plays: { platform: false, app: true },
    addresses: { own: 'http://127.0.0.1:4700', otherEnd: null },
  });

const event = (entity: JsonObject, { token = 'NOT-A-REAL-TOKEN-invented-for-Hookbench-04' } = {}): RawRequest => ({
  method: 'POST',
  target: `/receive/channeltalk/app?token=${encodeURIComponent(token)}`,
  headers: [['Content-Type', 'application/json']],
  body: bytesOf(
    JSON.stringify({
      event: 'push',
      type: 'message',
      entity: { id: 'm-1', chatType: 'userChat', chatId: 'c-1', personType: 'user', personId: 'u-1', ...entity },
      refers: { user: { id: 'u-1' } },
    }),
  ),
});

const blocks = (value: string): JsonObject => ({ blocks: [{ type: 'text', value }], plainText: value });

const turnOf = async (request: RawRequest, context: PlatformContext) => {
  const reading = await channeltalk.read('app', request, context);
  if (reading.next.kind !== 'turn') throw new Error('No turn came of it.');
  return { ...reading, turn: reading.next.turn };
};

test('alone, the app end tells each message once: the user’s, its own, and those of others', async () => {
  const context = appAlone();
  const { turn, messages } = await turnOf(event(blocks('hi')), context);
  expect(messages).toEqual([{ author: 'user', content: { kind: 'text', text: 'hi' } }]);
  const contents = answerOf(echoBot, turn.utterance, {});
  const delivery = await channeltalk.deliver('app', turn, { contents, shape: null }, context);
  expect(delivery.messages).toEqual([{ author: 'bot', content: { kind: 'text', text: 'hi' } }]);
  const own = await channeltalk.read('app', event({ id: 'm-2', personType: 'bot', ...blocks('hi') }), context);
  expect(own.messages).toEqual([]);
  const other = await channeltalk.read('app', event({ id: 'm-3', personType: 'bot', ...blocks('hi') }), context);
  expect(other.messages).toEqual([{ author: 'bot', content: { kind: 'text', text: 'hi' } }]);
  const agent = await channeltalk.read(
    'app',
    event({ id: 'm-4', personType: 'manager', ...blocks('Kim here') }),
    context,
  );
  expect(agent.messages).toEqual([{ author: 'agent', content: { kind: 'text', text: 'Kim here' } }]);
});

test('the bot speaks by itself in the chat that it was told of, at the address of the real platform', async () => {
  const context = appAlone();
  await channeltalk.read('app', event(blocks('hi')), context);
  const said = { as: 'bot', userId: 'u-1', utterance: say('Are you still there?'), isNewSession: false } as const;
  const [dispatch] = await channeltalk.say(said, context);
  expect(dispatch!.request.origin).toBe('https://api.channel.io');
  expect(dispatch!.request.target).toBe('/open/v5/user-chats/c-1/messages?botName=Mia');
  expect(dispatch!.messages).toEqual([{ author: 'bot', content: { kind: 'text', text: 'Are you still there?' } }]);
});

test.each([
  ['', 'The URL has ?token=, but nothing after it.'],
  [
    ' NOT-A-REAL-TOKEN-invented-for-Hookbench-04',
    'It differs from the token of this channel by white space around it.',
  ],
  ['not-a-real-token-invented-for-hookbench-04', 'It differs from the token of this channel by upper and lower case.'],
  ['short', 'It is another token: 5 characters, where that of this channel has 42.'],
])('the token "%s" is refused with the reason', async (token, detail) => {
  const { verdict, next } = await channeltalk.read('app', event(blocks('hi'), { token }), appAlone());
  expect(verdict.state).toBe('refused');
  expect(verdict.checks.find(({ result }) => result === 'fail')?.detail).toBe(detail);
  expect(next).toMatchObject({ kind: 'reply', reply: { status: 401 } });
});

test('a token that came in a header is told to be in the wrong place', async () => {
  const request = event(blocks('hi'));
  const moved = {
    ...request,
    target: '/receive/channeltalk/app',
    headers: [...request.headers, ['X-Signature', 'abc'] as const],
  };
  const { verdict } = await channeltalk.read('app', moved, appAlone());
  expect(verdict.because).toBe(
    'Refused: the URL has no ?token=. There is a header x-signature, but Channel Talk sends the token in the URL only.',
  );
});

test('a call that was throttled is made once more with the same requestId, and a refused one is not', async () => {
  const context = appAlone({ answerBy: 'open-api' });
  const { turn } = await turnOf(event(blocks('hi')), context);
  const { thenSend } = await channeltalk.deliver(
    'app',
    turn,
    { contents: [{ kind: 'text', text: 'Yes' }], shape: null },
    context,
  );
  const read = (status: number, dispatch = thenSend[0]!) =>
    channeltalk.readReply(
      dispatch,
      { ok: true, response: jsonResponse(status, { errors: [{ message: 'Why not' }] }) },
      context,
    );
  const throttled = await read(429);
  expect(rules(throttled.findings)).toEqual(['channeltalk.api.throttled']);
  expect(throttled.thenSend.map(({ request, after }) => [request.body, after])).toEqual([
    [thenSend[0]!.request.body, 500],
  ]);
  expect((await read(429, throttled.thenSend[0])).thenSend).toEqual([]);
  const refused = await read(403);
  expect([refused.verdict.state, refused.thenSend]).toEqual(['refused', []]);
  expect(refused.findings[0]!.summary).toContain('It says "Why not".');
  const lost = { ok: false, fault: fault('target.refused', { host: 'api.channel.io' }) } as const;
  expect((await channeltalk.readReply(thenSend[0]!, lost, context)).thenSend).toHaveLength(1);
});

test('a name that no header can hold is left out and said so', async () => {
  const context = appAlone({ botName: '미아' });
  const { turn } = await turnOf(event(blocks('hi')), context);
  const answer = { contents: [{ kind: 'text', text: 'Yes' }], shape: null } as const;
  const { reply, findings } = await channeltalk.deliver('app', turn, answer, context);
  expect(reply.headers.map(([name]) => name)).not.toContain('x-bot-name');
  expect(rules(findings)).toEqual(['channeltalk.reply.bot-name-letters']);
});

test('nobody answered in time: the event is answered with nothing', async () => {
  const context = appAlone();
  const { turn } = await turnOf(event(blocks('hi')), context);
  const { reply, messages, findings } = await channeltalk.deliver('app', turn, 'timed-out', context);
  expect([reply.status, reply.body.byteLength, messages]).toEqual([200, 0, []]);
  expect(rules(findings)).toEqual(['channeltalk.reply.late']);
});

test('the checklist of each end names where it is to be found', () => {
  const steps = channeltalk.setup({
    settings: channeltalk.demo.settings,
    addresses: { own: 'http://127.0.0.1:4700', otherEnd: null },
  });
  const of = (wanted: string) => steps.filter(({ end }) => end === wanted).map(({ id, value }) => [id, value]);
  expect(of('app')[0]).toEqual(['webhook-url', 'http://127.0.0.1:4700/receive/channeltalk/app']);
  expect(of('platform')).toContainEqual(['api-base', 'http://127.0.0.1:4700/open/v5']);
});
