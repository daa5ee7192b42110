import { expect, test } from 'vitest';
import { plainText } from '#shared/exchange/message.ts';
import { expectNoDeviation } from '#test/main/foreign/foreign-program.ts';
import {
  findingsOf,
  isQuiet,
  linesBy,
  meet,
  part,
  personAt,
  wordOf,
  type Meeting,
} from '#test/main/foreign/platform-bench.ts';

const receivedBy = ({ program }: Meeting): readonly unknown[] =>
  program.lines().flatMap((line) => ('received' in line ? [line['received']] : []));

test.each(['json', 'form'])(
  'a Python WebHook in %s is told of each message, and its reply is never shown',
  async (encoding) => {
    const meeting = await meet('snatchbot_webhook_receiver.py', 'snatchbot', {
      addressSetting: 'webhookUrl',
      path: '/hook',
      settings: { feature: 'webhook', webhookEncoding: encoding },
      told: { encoding },
    });
    const person = await personAt(meeting);
    await person.do({ kind: 'gesture', id: 'verify', title: 'Verify' });
    for (const text of ['hi', 'everyday account', 'say "quotes" & more', 'fees']) await person.say(text);
    await meeting.program.until((line) => wordOf(line['received']).startsWith('An account costs nothing'));
    await meeting.until(isQuiet);
    expect(receivedBy(meeting)).toEqual(
      expect.arrayContaining(['hi', 'everyday account', 'say "quotes" & more', 'fees']),
    );
    expect(receivedBy(meeting)).toContain('Everyday account ending in 4821');
    expect(person.transcript().join('\n')).not.toContain('A reply of a WebHook');
    const why = (await findingsOf(meeting)).map((each) => each.summary).join('\n');
    expect(why).toContain('A WebHook never shows it');
    expect(person.transcript()).toContain('bot: Everyday account ending in 4821');
    expectNoDeviation(await part(meeting), 40);
  },
);

test('a WebHook that answers 500 changes nothing in the chat', async () => {
  const meeting = await meet('snatchbot_webhook_receiver.py', 'snatchbot', {
    addressSetting: 'webhookUrl',
    settings: { feature: 'webhook' },
    told: { encoding: 'json', status: 500 },
  });
  const person = await personAt(meeting);
  await person.say('hi');
  await meeting.until(({ messages }) => messages.some((each) => each.author === 'bot'));
  await person.say('thanks');
  await meeting.until((session) => linesBy('bot', session).some((each) => each.startsWith('You are welcome')));
  expectNoDeviation(await part(meeting), 10);
});

test.each(['form', 'multipart', 'json', 'get'])(
  'a Python server is asked by the JSON API interaction in %s, and all that it answers is shown',
  async (encoding) => {
    const meeting = await meet('snatchbot_json_api_server.py', 'snatchbot', {
      addressSetting: 'apiUrl',
      path: '/bot?type=setCity',
      settings: { feature: 'json-api', encoding },
      told: { encoding, query: { type: 'setCity' } },
    });
    const person = await personAt(meeting);
    // The sample that Verify posts has the fields; in a query of its own there would be none.
    if (encoding !== 'get') await person.do({ kind: 'gesture', id: 'verify', title: 'Verify' });
    for (const text of ['Grüße & more = ?', 'several', 'choose', 'gallery', 'card']) await person.say(text);
    await meeting.until((session) => isQuiet(session) && linesBy('bot', session).length >= 8);
    const shown = linesBy('bot', meeting.session());
    expect(shown).toContain('You said Grüße & more = ?');
    expect(shown).toEqual(expect.arrayContaining(['First bubble', 'Second bubble']));
    const { messages } = meeting.session();
    const contents = messages.filter((each) => each.author === 'bot').map((each) => each.content);
    expect(contents.find((each) => each.kind === 'quick-replies')).toMatchObject({
      text: 'Yes or no?',
      replies: [{ title: 'Yes' }, { title: 'No' }],
    });
    expect(contents.find((each) => each.kind === 'carousel')).toMatchObject({
      cards: [
        { title: 'Ada', subtitle: 'The first', buttons: [{ title: 'Read more' }, { title: 'Change module' }] },
        { title: 'Grace' },
      ],
    });
    expect(contents.map(plainText).join('\n')).toContain('A text card');
    expect(contents.find((each) => each.kind === 'media')).toMatchObject({ url: 'https://shop.example/x.png' });
    expectNoDeviation(await part(meeting), 25);
  },
);

test.each(['500', 'no JSON', 'empty message'])(
  'a server that fails with %s makes the chat show the error response',
  async (way) => {
    const meeting = await meet('snatchbot_json_api_server.py', 'snatchbot', {
      addressSetting: 'apiUrl',
      settings: { feature: 'json-api', encoding: 'form', errorResponse: 'Please try again' },
      told: { encoding: 'form' },
    });
    const person = await personAt(meeting);
    await person.say(way);
    await meeting.until((session) => linesBy('bot', session).length > 0);
    expect(person.transcript()).toEqual([`user: ${way}`, 'bot: Please try again']);
    const why = (await findingsOf(meeting)).filter(
      (each) => each.rule.startsWith('snatchbot.') && each.severity !== 'info',
    );
    expect(why.map((each) => each.summary).join()).toMatch(/500|JSON|empty/i);
    expectNoDeviation(await part(meeting), 5);
  },
);
