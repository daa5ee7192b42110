import { expect, test } from 'vitest';
import type { JsonObject } from '#shared/text/json.ts';
import { expectNoDeviation, runForeign, startForeign } from '#test/main/foreign/foreign-program.ts';
import {
  environmentOf,
  findingsOf,
  isQuiet,
  linesBy,
  meet,
  part,
  personAt,
  wordOf,
  type Meeting,
} from '#test/main/foreign/platform-bench.ts';

const open = (told: JsonObject, settings: JsonObject = {}): Promise<Meeting> =>
  meet('channeltalk_receiver.py', 'channeltalk', {
    addressSetting: 'webhookUrl',
    path: '/hook?mine=1',
    settings,
    told,
  });

test('a Python webhook that answers with x-quick-reply speaks in the conversation, under the name that it gives', async () => {
  const meeting = await open({ reply: 'quick', botName: 'Ada' });
  const person = await personAt(meeting);
  for (const text of ['hi', 'and again']) await person.say(text);
  await meeting.until((session) => linesBy('bot', session).length >= 2 && isQuiet(session));
  // Its own words come back to it as an event, and it knows a bot when it sees one.
  await meeting.program.until((line) => line['person'] === 'bot' && wordOf(line['text']).includes('again'));
  await meeting.until(isQuiet);
  const said = linesBy('bot', meeting.session()).join('\n');
  expect(said).toContain('You said hi');
  expect(said).toContain('You said and again');
  expect(said).toContain('print(1)');
  expect(said).not.toContain('<b>');
  expectNoDeviation(await part(meeting), 30);
});

test.each([
  ['a name of its own', { reply: 'quick', botName: 'Ada' }, 'Ada'],
  ['no name: the channel’s', { reply: 'quick', botName: '' }, 'Larkspur Bank'],
  ['its header names in upper case', { reply: 'shouted', botName: 'Ada' }, 'Ada'],
])('a quick reply with %s comes back as an event of that bot', async (_, told, name) => {
  const meeting = await open(told);
  const person = await personAt(meeting);
  await person.say('hi');
  const line = await meeting.program.until(({ person }) => person === 'bot');
  expect(line).toMatchObject({ bot: name, text: expect.stringContaining('You said hi') });
  expectNoDeviation(await part(meeting), 20);
});

test.each(['lower', 'capitalised'])('a channel that spells the type in %s is understood', async (typeCase) => {
  const meeting = await open({ reply: 'quick', botName: 'Ada' }, { typeCase });
  const person = await personAt(meeting);
  await person.say('hi');
  await meeting.until((session) => linesBy('bot', session).length > 0);
  await meeting.program.until(({ person }) => person === 'bot');
  expectNoDeviation(await part(meeting), 20);
});

const refusedReplies = ['silent', 'wrong', 'empty', 'broken'] as const;
const rulesOfQuickReply = async (reply: string): Promise<readonly string[]> => {
  const meeting = await open({ reply });
  const person = await personAt(meeting);
  await person.say('hi');
  // The chat that is opened is an event of its own.
  await meeting.until((session) => session.exchanges.length >= 2 && isQuiet(session));
  expect(linesBy('bot', meeting.session())).toEqual([]);
  const why = (await findingsOf(meeting)).filter((each) => /x-quick-reply|blocks/i.test(each.summary));
  expectNoDeviation(await part(meeting), 10);
  return why.map((each) => each.rule);
};

test.each(refusedReplies)('a webhook whose reply is %s gives no bubble, and a finding says why', async (reply) => {
  expect(await rulesOfQuickReply(reply)).toHaveLength(1);
});

test('a missing header, another value of it and a bad body are told apart', async () => {
  const rules: string[] = [];
  for (const reply of ['silent', 'wrong', 'broken'] as const) rules.push(...(await rulesOfQuickReply(reply)));
  expect(new Set(rules).size).toBe(3);
});

test('a chat that is opened, a user that is known and one that is gone are told as their own events', async () => {
  const meeting = await open({ reply: 200 });
  const person = await personAt(meeting);
  await person.do({ kind: 'gesture', id: 'start', title: 'Start' });
  await person.say('hi');
  await meeting.program.until((line) => line['received'] === 'userChat');
  await meeting.program.until((line) => line['received'] === 'message');
  expectNoDeviation(await part(meeting), 10);
});

test('a Python client of the Open API posts, lists, is refused and makes webhooks; what it posts is in the conversation', async () => {
  const meeting = await open({ reply: 200 });
  const person = await personAt(meeting);
  await person.say('hi');
  await meeting.until(isQuiet);
  const settings = { ...meeting.settings, url: meeting.url };
  expectNoDeviation(await runForeign('channeltalk_api_client.py', { settings }), 90);
  await meeting.until(isQuiet);
  const shown = linesBy('bot', meeting.session());
  expect(shown).toContain('Hello there, see this');
  expect(shown.filter((each) => each === 'Only once')).toHaveLength(1);
  expect(shown).not.toContain('Never seen');
  const { deviations, errors } = await part(meeting);
  expect({ deviations, errors }).toEqual({ deviations: [], errors: '' });
});

test('curl posts through the Open API', async () => {
  const meeting = await open({ reply: 200 });
  const person = await personAt(meeting);
  await person.say('hi');
  const { chatId } = await meeting.program.until((line) => line['received'] === 'message');
  const environment = {
    ...environmentOf(meeting, { ACCESS_KEY: 'accessKey', ACCESS_SECRET: 'accessSecret' }),
    CHAT_ID: wordOf(chatId),
  };
  expectNoDeviation(await runForeign('channeltalk.sh', { environment }), 10);
  expect(linesBy('bot', meeting.session())).toContain('Hello from curl');
  await part(meeting);
});

test('a second webhook, made through the Open API, is told what its scopes name until it is removed', async () => {
  const meeting = await open({ reply: 200 });
  const second = startForeign('channeltalk_second_webhook.py');
  await second.listening();
  second.tell({ ...meeting.settings, url: meeting.url });
  await second.until((line) => line['ready'] === true);
  const person = await personAt(meeting);
  await person.say('hi');
  await second.until((line) => line['removed'] === true);
  await person.say('nobody else hears this');
  await meeting.program.until((line) => line['text'] === 'nobody else hears this');
  expectNoDeviation(await second.end(), 7);
  expectNoDeviation(await part(meeting), 20);
});

test('a webhook that fails a hundred times in a row is blocked, and one click unblocks it', async () => {
  const meeting = await open({ reply: 500 });
  const person = await personAt(meeting);
  for (let said = 1; said <= 102; said += 1) await person.say(`message ${said}`);
  const { channels } = await meeting.until((session) => session.channels[0]!.condition !== null && isQuiet(session));
  const { remedy } = channels[0]!.condition!;
  const heard = () => meeting.program.lines().flatMap((line) => (line['received'] === 'message' ? [line['text']] : []));
  expect(heard()).toContain('message 99');
  expect(heard()).not.toContain('message 102');
  await meeting.harness.applyRemedy({ channelId: meeting.channelId, remedyId: remedy!.id });
  await person.say('after the click');
  await meeting.program.until((line) => line['text'] === 'after the click');
  expect(meeting.session().channels[0]!.condition).toBeNull();
  expectNoDeviation(await part(meeting), 500);
});
