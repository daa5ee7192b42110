import { expect, test } from 'vitest';
import { plainText } from '#shared/exchange/message.ts';
import { headerValue } from '#shared/exchange/raw-http.ts';
import { channeltalk } from '#shared/platforms/channeltalk/index.ts';
import { converse, demoContext, gesture, jsonOf, rules, say, type Step } from './loopback.ts';

const sentBy = (steps: readonly Step[], end: 'platform' | 'app'): readonly Step[] =>
  steps.filter(({ dispatch, reply }) => dispatch.end === end && reply !== null);

test('a word of the user comes back as a quick-reply, and the bot’s message is an event that the app leaves alone', async () => {
  const context = demoContext();
  await converse(gesture('start'), { context });
  const { steps, messages } = await converse(say('hi'), { context });
  expect(messages.map(({ author, content }) => [author, plainText(content).split('\n')[0]])).toEqual([
    ['user', 'hi'],
    ['bot', 'Hello! I am Mia, the assistant of Larkspur Bank. What can I do for you?'],
  ]);
  const [event, echo] = steps;
  expect(jsonOf(event!.dispatch.request)).toMatchObject({
    event: 'push',
    type: 'message',
    entity: { chatType: 'userChat', personType: 'user', plainText: 'hi' },
    refers: { user: { type: 'lead' }, userChat: { state: 'opened' } },
  });
  expect(headerValue(event!.reply!.headers, 'x-quick-reply')).toBe('true');
  expect(headerValue(event!.reply!.headers, 'x-bot-name')).toBe('Mia');
  expect(jsonOf(echo!.dispatch.request)).toMatchObject({
    entity: { personType: 'bot' },
    refers: { bot: { name: 'Mia' } },
  });
  expect(rules(echo!.dispatch.findings)).toEqual(['channeltalk.loop.own']);
  expect(rules(echo!.received!.findings)).toEqual(['channeltalk.loop.guard']);
  expect(steps).toHaveLength(2);
});

test('through the Open API the event is answered at once, and each message is a call of its own', async () => {
  const context = demoContext({ answerBy: 'open-api' });
  await converse(gesture('start'), { context });
  const { steps, messages } = await converse(say('balance.everyday'), { context });
  const [event] = steps;
  expect([event!.reply!.status, event!.reply!.body.byteLength]).toEqual([200, 0]);
  const calls = sentBy(steps, 'app');
  expect(calls.map(({ reply }) => reply!.status)).toEqual([200, 200, 200]);
  expect(new Set(calls.map(({ dispatch }) => jsonOf(dispatch.request)['requestId'])).size).toBe(3);
  expect(messages.map(({ author }) => author)).toEqual(['user', 'bot', 'bot', 'bot']);
});

test('without the header there is no bubble, and both ends say why', async () => {
  const context = demoContext();
  await converse(gesture('start'), { context });
  const shape = { status: null, headers: [], switches: { quickReply: false, botName: '' } };
  const { steps, messages } = await converse(say('hi'), { context, shape });
  expect(messages.map(({ author }) => author)).toEqual(['user']);
  expect(rules(steps[0]!.delivery!.findings)).toEqual(['channeltalk.reply.switched-off']);
  expect(rules(steps[0]!.reading!.findings)).toEqual(['channeltalk.reply.header-missing']);
});

test('an app without a guard answers itself until Hookbench ends it, and the last event is shown as withheld', async () => {
  const context = demoContext({ loopLimit: 3 }, { defects: new Set(['app.no-loop-guard']) });
  const { steps, messages } = await converse(gesture('start'), { context });
  expect(messages.filter(({ author }) => author === 'bot')).toHaveLength(4);
  expect(steps.at(-1)!.dispatch.withheld).toMatch(/^The bot has written 4 messages in a row: /);
  await converse(say('hi'), { context, shape: { status: 204, headers: [], switches: {} } });
});

test('a webhook that has not the scope is not told: the words are there, and the reason with them', async () => {
  const context = demoContext({ scopes: 'message.created.teamChat' });
  const { steps, messages } = await converse(say('hi'), { context });
  expect(steps.map(({ reply }) => reply)).toEqual([null, null]);
  expect(steps.map(({ dispatch }) => dispatch.withheld)).toEqual([
    'The webhook "Hookbench" has not the scope userChat.opened: add it in its settings',
    'The webhook "Hookbench" has not the scope message.created.userChat: add it in its settings',
  ]);
  expect(messages.map(({ content }) => plainText(content))).toEqual([
    'hi',
    'Nothing was sent: The webhook "Hookbench" has not the scope userChat.opened: add it in its settings.',
    'Nothing was sent: The webhook "Hookbench" has not the scope message.created.userChat: add it in its settings.',
  ]);
});

test('a chat that an agent closes is told to nobody, and the next word of the user opens another', async () => {
  const context = demoContext();
  const first = await converse(say('hi'), { context });
  const closed = await converse(gesture('close'), { context, as: 'agent' });
  expect(closed.steps.map(({ dispatch }) => dispatch.withheld)).toEqual([
    'Channel Talk has no event for this: no scope names it',
  ]);
  const next = await converse(say('hi'), { context });
  const chatOf = ({ steps }: typeof first) => (jsonOf(steps[0]!.dispatch.request)['entity'] as { id: string }).id;
  expect(next.steps).toHaveLength(first.steps.length);
  expect(chatOf(next)).not.toBe(chatOf(first));
});

test('the hundredth failure blocks the webhook, nothing more is sent, and one click unblocks it', async () => {
  const context = demoContext();
  const failing = { status: 500, headers: [], switches: {} };
  await converse(gesture('start'), { context });
  for (let count = 1; count < 100; count += 1) await converse(say('hi'), { context, shape: failing });
  expect(channeltalk.condition(context)).toBeNull();
  const last = await converse(say('hi'), { context, shape: failing });
  expect(rules(last.steps[0]!.reading!.findings)).toEqual(['channeltalk.event.failed', 'channeltalk.webhook.blocked']);
  expect(channeltalk.condition(context)?.remedy).toEqual({ id: 'unblock', title: 'Unblock' });
  const silent = await converse(say('hi'), { context });
  expect(silent.steps.map(({ reply }) => reply)).toEqual([null]);
  channeltalk.applyRemedy('unblock', context);
  expect(channeltalk.condition(context)).toBeNull();
  expect((await converse(say('hi'), { context })).messages.map(({ author }) => author)).toEqual(['user', 'bot']);
});

test('one answer that is none of a failure begins the count anew', async () => {
  const context = demoContext({}, { defects: new Set() });
  await converse(gesture('start'), { context });
  for (let count = 1; count < 100; count += 1)
    await converse(say('hi'), { context, shape: { status: 503, headers: [], switches: {} } });
  await converse(say('hi'), { context });
  await converse(say('hi'), { context, shape: { status: 503, headers: [], switches: {} } });
  expect(channeltalk.condition(context)).toBeNull();
});

test('a team chat is shown where somebody wrote in it, with the reply of a rule', async () => {
  const context = demoContext();
  const { steps, messages } = await converse(gesture('team-chat'), { context, as: 'agent' });
  expect(steps[0]!.received).toMatchObject({ userId: 'u-42', next: { kind: 'turn', turn: { asksBot: false } } });
  expect(messages.map(({ author, content }) => [author, plainText(content)])).toEqual([
    ['channel', 'Team chat: support'],
    ['agent', 'Can somebody have a look at this chat?'],
  ]);
});

test('the bot speaks by itself, in a chat that it opens where there is none', async () => {
  const context = demoContext();
  const { steps, messages } = await converse(say('A <gentle> reminder'), { context, as: 'bot' });
  expect(sentBy(steps, 'app').map(({ dispatch }) => dispatch.request.target)).toEqual([
    '/open/v5/users/u-42/user-chats',
    expect.stringMatching(/^\/open\/v5\/user-chats\/[0-9a-f]{24}\/messages\?botName=Mia$/),
  ]);
  expect(messages).toContainEqual({ author: 'bot', content: { kind: 'text', text: 'A <gentle> reminder' } });
});

test('a webhook that the Open API deleted is told of nothing, until it is restored', async () => {
  const context = demoContext();
  const [accessKey, accessSecret] = [context.settings['accessKey'], context.settings['accessSecret']] as [
    string,
    string,
  ];
  await channeltalk.read(
    'platform',
    {
      method: 'DELETE',
      target: '/open/v5/webhooks/1',
      headers: [
        ['x-access-key', accessKey],
        ['x-access-secret', accessSecret],
      ],
      body: new Uint8Array(),
    },
    context,
  );
  expect((await converse(say('hi'), { context })).steps.map(({ dispatch }) => dispatch.withheld)).toEqual([
    'The channel has no webhook any more: restore it',
    'The channel has no webhook any more: restore it',
  ]);
  expect(channeltalk.condition(context)?.remedy?.id).toBe('restore');
  channeltalk.applyRemedy('restore', context);
  expect(channeltalk.condition(context)).toBeNull();
});
