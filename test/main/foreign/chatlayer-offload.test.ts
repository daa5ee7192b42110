import { expect, test } from 'vitest';
import { plainText } from '#shared/exchange/message.ts';
import { expectNoDeviation } from '#test/main/foreign/foreign-program.ts';
import { isQuiet, meet, part, personAt } from '#test/main/foreign/platform-bench.ts';

test('a Python live-chat backend is found healthy, told of everything, takes over, and its agent is heard', async () => {
  const meeting = await meet('chatlayer_d2_receiver.py', 'chatlayer', {
    addressSetting: 'webhookUrl',
    path: '/offload',
    settings: { dialect: 'd2', version: 'LIVE' },
  });
  const { program } = meeting;
  const person = await personAt(meeting);
  await person.do({ kind: 'gesture', id: 'health', title: 'Check' });
  await person.do({ kind: 'gesture', id: 'start', title: 'Start' });
  await person.say('hi');
  await meeting.until((session) =>
    session.messages.some((each) => plainText(each.content).startsWith('Hello! I am Mia')),
  );
  await person.say('fees');
  await program.until((line) => JSON.stringify(line['actors']) === '["bot"]');
  await person.do({ kind: 'gesture', id: 'offload', title: 'Hand over' });
  const { transcript } = await program.until((line) => line['received'] === 'offload');
  expect(transcript).toBeGreaterThanOrEqual(3);
  await program.until((line) => line['acted'] === true);
  await meeting.until(isQuiet);
  const received = program.lines().map((line) => line['received']);
  expect(received).toEqual(expect.arrayContaining(['health', 'messages', 'offload']));
  const shown = person.transcript().join('\n');
  for (const words of [
    'This is Grace, a person.',
    'Is it about a card?',
    'Or read this:',
    'https://bank.example/map.png',
    'Meadow',
  ])
    expect(shown).toContain(words);
  // The bot is paused: what the user says now is for the person only.
  const before = person.transcript().filter((line) => line.startsWith('bot:')).length;
  const told = program.lines().length;
  await person.say('hi again');
  await meeting.until(isQuiet);
  expect(program.lines().length).toBeGreaterThan(told);
  expect(person.transcript().filter((line) => line.startsWith('bot:')).length).toBe(before);
  expectNoDeviation(await part(meeting), 40);
});
