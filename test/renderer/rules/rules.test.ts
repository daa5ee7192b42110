import { expect, test } from 'vitest';
import { asKind, contentKinds } from '#renderer/store/rules/blank-content.ts';
import { readBot } from '#renderer/store/rules/bot-draft.ts';
import { readMessages } from '#renderer/store/rules/json-issues.ts';
import { previewScenes } from '#renderer/store/rules/preview-scenes.ts';
import { fallbackPlace, hitName, placeAfter, placeOfRule } from '#renderer/store/rules/rule-book.ts';
import { draftsOfBot, newBotRule } from '#renderer/store/rules/rule-draft.ts';
import { hitsOf, lastFired, namesIn } from '#renderer/store/rules/rule-hits.ts';
import { rulePlacesOf } from '#renderer/store/rules/rule-places.ts';
import { lossesOf, shownMessages } from '#renderer/store/rules/shown-messages.ts';
import { tryRules } from '#renderer/store/rules/try-rules.ts';
import { ContentSchema } from '#shared/bot/content-schema.ts';
import { demoBot } from '#shared/bot/demo-bot.ts';
import { issuesOf } from '#shared/contract/input-issues.ts';
import { platforms } from '#shared/platforms/registry.ts';
import { channelOf, exchangeOf } from '../examples.ts';
import { inEnglish } from '../spoken.ts';

const { rules, fallback } = draftsOfBot(demoBot);

test('a bot is written into the form and read out of it again, unchanged', () => {
  const { id, name } = demoBot;
  const read = readBot({ name, rules, fallback }, id, inEnglish);
  expect(read.issues).toEqual([]);
  expect(JSON.parse(JSON.stringify(read.bot))).toEqual(JSON.parse(JSON.stringify(demoBot)));
});

test('a rule of a bot needs a condition with words', () => {
  const { issues } = readBot(
    { name: 'Mine', rules: [newBotRule(''), { ...newBotRule(''), conditions: [] }], fallback },
    'x',
    inEnglish,
  );
  expect(issues.map(({ path }) => path)).toEqual(['/bot/rules/0/when', '/bot/rules/1/when']);
});

test('what is wrong in the JSON of messages is told by its line', () => {
  expect(readMessages('[{ "kind": "text", "text": "hi" }]')).toEqual({
    ok: true,
    messages: [{ kind: 'text', text: 'hi' }],
  });
  const lines = (text: string) => {
    const read = readMessages(text);
    return read.ok ? [] : read.issues.map(({ line, message }) => `${String(line)} ${message}`);
  };
  expect(lines('[\n  { "kind": "text" }\n]')).toEqual(['2 text is missing']);
  expect(lines('[\n  {\n    "kind": "knobs"\n  }\n]')[0]).toMatch(/^3 kind must be "text", "buttons"/);
  expect(lines('[\n  { "kind": "text", }\n]')[0]).toMatch(/^2 /);
  expect(lines('{}')[0]).toMatch(/^1 must be a list/);
  expect(lines('')[0]).toMatch(/^1 /);
});

test('every kind of message begins as something that can be saved, and keeps the words of another kind', () => {
  for (const kind of contentKinds)
    expect(issuesOf(ContentSchema, asKind({ kind: 'event', name: '', detail: '' }, kind))).toEqual([]);
  const text = { kind: 'text', text: 'Well?' } as const;
  expect(asKind(asKind(text, 'buttons'), 'quick-replies')).toMatchObject({ text: 'Well?' });
  expect(asKind(text, 'form')).toMatchObject({ title: 'Well?' });
  expect(asKind(text, 'text')).toBe(text);
});

test('something that is tried is answered by the first rule that holds and is on; the others say why not', () => {
  const rule = (text: string, isOff = false) => ({
    ...newBotRule(''),
    isOff,
    conditions: [{ key: text, kind: 'has' as const, text }],
  });
  const list = [rule('card'), rule('balance', true), rule('balance'), rule('balance')];
  expect(tryRules(list, true, { kind: 'text', text: 'my balance' })).toEqual(['no', 'off', 'answers', 'later']);
  expect(tryRules(list, true, { kind: 'event', text: 'start' })).toEqual(['no', 'off', 'no', 'no']);
  const always = { ...newBotRule(''), conditions: [] };
  expect(tryRules([always], false, { kind: 'press', text: 'x' })).toEqual(['answers']);
  expect(tryRules([always], true, { kind: 'press', text: 'x' })).toEqual(['no']);
});

test('answers are counted by whose rule it was, and the last one is known though a name has a comma in it', () => {
  const hit = { channelId: 'c1', botId: 'b', rule: 'One', count: 2 };
  const hits = [hit, { ...hit, channelId: 'c2', count: 3 }, { ...hit, botId: null, count: 7 }];
  expect(hitsOf(hits, { botId: 'b' }).get('One')).toBe(5);
  expect(hitsOf(hits, { channelId: 'c1' }).get('One')).toBe(7);
  expect(hitsOf(hits, { channelId: 'c2' }).size).toBe(0);
  expect(namesIn('Yes, please, Late', ['Late', 'Yes, please'])).toEqual(['Yes, please', 'Late']);
  const exchanges = [
    exchangeOf(1, { rule: 'Late' }),
    exchangeOf(2, { rule: 'Yes, please' }),
    exchangeOf(3, { rule: 'Late', channelId: 'c2' }),
  ];
  expect(lastFired(exchanges, ['c1'], ['Late', 'Yes, please'])).toBe('Yes, please');
  expect(lastFired(exchanges, ['c1'], ['Other'])).toBeNull();
});

test('a rule that answered is found where it is written: among the reply rules, or in the bot of the channel', () => {
  const bot = { ...demoBot, id: 'b', rules: [{ name: 'Balance', when: { is: ['balance'] }, say: [] }] };
  const reply = { name: 'Late', when: null, say: null, status: null, headers: [], delay: 0, switches: {} };
  const channel = channelOf({ botId: 'b', replyRules: [reply] });
  const placesOf = (rule: string, end: 'app' | 'platform' = 'app') =>
    rulePlacesOf(exchangeOf(1, { rule, end }), [channel], [bot]);
  expect(placesOf('Balance, Late')).toEqual([
    { kind: 'bot', botId: 'b', rule: 'Balance' },
    { kind: 'reply', channelId: 'c1', rule: 'Late' },
  ]);
  expect(placesOf('fallback', 'platform')).toEqual([{ kind: 'bot', botId: 'b', rule: 'fallback' }]);
  expect([placesOf('Gone'), placesOf('Late', 'platform'), placesOf('')]).toEqual([[], [], []]);
});

test('a rule is found by its name or its place, and the one that was looked at is followed when others are moved', () => {
  const book = { rules: [newBotRule('A'), newBotRule(''), newBotRule('C')], fallback };
  expect([placeOfRule(book, 'C'), placeOfRule(book, 'Rule 2'), placeOfRule(book, 'fallback')]).toEqual([
    2,
    1,
    fallbackPlace,
  ]);
  expect([placeOfRule(book, undefined), placeOfRule({ rules: [], fallback }, undefined)]).toEqual([0, fallbackPlace]);
  expect(hitName({ name: ' ' }, 4)).toBe('Rule 5');
  expect([placeAfter(1, 1, 0), placeAfter(0, 1, 0), placeAfter(2, 0, 2), placeAfter(fallbackPlace, 0, 2)]).toEqual([
    0,
    1,
    1,
    fallbackPlace,
  ]);
});

test('a preview is there for every channel, and for each platform that none is of', () => {
  const [platform] = platforms;
  if (!platform) throw new Error('There is no platform.');
  const channel = channelOf({ id: 'mine', name: 'Mine', platformId: platform.id });
  const scenes = previewScenes([channel], platforms, inEnglish);
  expect(scenes.map(({ id }) => id)).toEqual(['mine', ...platforms.slice(1).map(({ id }) => `demo ${id}`)]);
});

test('the messages of a rule are seen with what is filled in, and with what the channel loses of them', () => {
  const said = { ...newBotRule(''), messages: [{ kind: 'text', text: 'You, {{user}}' }] as const };
  expect(shownMessages(said)).toEqual([{ kind: 'text', text: 'You, u-42' }]);
  expect(shownMessages({ ...said, sayAs: 'json', json: '[' })).toBe('unreadable');
  expect(shownMessages({ ...said, sayAs: 'bot' })).toBe('of-bot');
  const lossOf = () => ['It goes without markup.'];
  expect(
    lossesOf(
      [
        { kind: 'text', text: 'a' },
        { kind: 'text', text: 'b' },
      ],
      { lossOf },
      {},
    ),
  ).toEqual(['It goes without markup.']);
  expect(lossesOf('of-bot', { lossOf }, {})).toEqual([]);
});
