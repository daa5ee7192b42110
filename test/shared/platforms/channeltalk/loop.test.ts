import { expect, test } from 'vitest';
import { plainText } from '#shared/exchange/message.ts';
import { headerValue } from '#shared/exchange/raw-http.ts';
import { converse, demoContext, gesture, jsonOf, rules, say } from './loopback.ts';

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
