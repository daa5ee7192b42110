import { Value } from 'typebox/value';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerOf, BotScript, spokenBy } from '#shared/bot/bot-script.ts';
import { replyRuleFor } from '#shared/channel/reply-rule.ts';
import { botScripts } from '#shared/bot/bot-scripts.ts';
import { demoBot } from '#shared/bot/demo-bot.ts';
import type { Content, Utterance } from '#shared/exchange/message.ts';

const say = (text: string): readonly Content[] => answerOf(demoBot, { kind: 'text', text }, { user: 'u-42' });
const kinds = (text: string): readonly string[] => say(text).map((each) => each.kind);
const script = (when: BotScript['rules'][number]['when']): BotScript => ({
  id: 'x',
  name: 'X',
  rules: [{ when, say: [{ kind: 'text', text: 'yes' }] }],
  fallback: [{ kind: 'text', text: 'no' }],
});
const answers = (when: BotScript['rules'][number]['when'], text: string): boolean =>
  answerOf(script(when), { kind: 'text', text }, {})[0]?.kind === 'text' &&
  JSON.stringify(answerOf(script(when), { kind: 'text', text }, {})).includes('yes');

test('every bot that we ship is valid by the schema that users write theirs with', () => {
  for (const each of botScripts) expect(Value.Errors(BotScript, each)).toEqual([]);
});

describe('rules', () => {
  test.each([
    [{ is: ['hi'] }, '  HI ', true],
    [{ is: ['hi'] }, 'hi there', false],
    [{ starts: ['hi '] }, 'Hi there', true],
    [{ has: ['card lost'] }, 'My card, lost?', true],
    [{ has: ['card'] }, 'discard', false],
    [{ pressed: ['card.block'] }, 'card.block', true],
    [{}, 'anything', false],
  ])('%j and %j: %s', (when, text, isMatch) => {
    expect(answers(when, text)).toBe(isMatch);
  });

  test('one that is off is passed over, as if it were not there', () => {
    const rule = { when: { is: ['hi'] }, say: [{ kind: 'text', text: 'first' }] } as const;
    const bot = { ...script({ is: ['hi'] }), rules: [{ ...rule, isOff: true }, ...script({ is: ['hi'] }).rules] };
    expect(spokenBy(bot as BotScript, { kind: 'text', text: 'hi' }, {})).toEqual({
      contents: [{ kind: 'text', text: 'yes' }],
      rule: 'Rule 2',
    });
    const reply = { say: null, status: null, headers: [], delay: 0, switches: {}, when: null };
    expect(
      replyRuleFor(
        [
          { ...reply, name: 'off', isOff: true },
          { ...reply, name: 'on', isOff: false },
        ],
        { kind: 'text', text: 'hi' },
      )?.name,
    ).toBe('on');
  });

  test('a press is its payload, on channels that say so', () => {
    expect(answerOf(script({ pressed: ['a'] }), { kind: 'press', title: 'Yes', payload: 'a' }, {})).toEqual([
      { kind: 'text', text: 'yes' },
    ]);
  });
});

describe('variables', () => {
  const echo = (text: string, name = '{{text}}'): BotScript => ({
    ...script({}),
    fallback: [{ kind: 'text', text: name + text }],
  });

  test('are filled in once: what a user types is never read as a variable', () => {
    expect(answerOf(echo(' from {{ user }}'), { kind: 'text', text: '{{user}}' }, { user: 'u-42' })).toEqual([
      { kind: 'text', text: '{{user}} from u-42' },
    ]);
  });

  test('that nobody knows stay as they are written', () => {
    expect(answerOf(echo('{{toString}} {{nobody}}', ''), { kind: 'text', text: 'x' }, {})).toEqual([
      { kind: 'text', text: '{{toString}} {{nobody}}' },
    ]);
  });
});

const isPostback = (value: object): boolean =>
  'payload' in value || ('action' in value && JSON.stringify(value.action).includes('"postback"'));

describe('the demo bot', () => {
  test('shows every kind of message that the issue names', () => {
    expect(kinds('hi')).toEqual(['quick-replies']);
    expect(kinds('balance')).toEqual(['buttons']);
    expect(kinds('balance.everyday')).toEqual(['text', 'text', 'quick-replies', 'event']);
    expect(kinds('cards')).toEqual(['text', 'carousel']);
    expect(kinds('branches')).toEqual(['list']);
    expect(kinds('payments')).toEqual(['table', 'quick-replies']);
    expect(kinds('call me')).toEqual(['form']);
    expect(kinds('picture')).toEqual(['media']);
    expect(JSON.stringify(say('fees'))).toContain('isBold');
  });

  test('teaches what to type when it does not understand', () => {
    expect(JSON.stringify(say('xyzzy'))).toMatch(/xyzzy.*help/);
  });

  test('understands every button and quick reply that it offers', () => {
    const offered = new Set<string>();
    const collect = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('payload' in value && typeof value.payload === 'string') offered.add(value.payload);
      // Where a channel has no payloads, the title is what is sent.
      if ('title' in value && typeof value.title === 'string' && isPostback(value)) offered.add(value.title);
      Object.values(value).forEach(collect);
    };
    collect(demoBot);
    expect(offered.size).toBeGreaterThan(10);
    const confused = JSON.stringify(say('xyzzy').slice(1));
    for (const payload of offered) expect(JSON.stringify(say(payload).slice(1)), payload).not.toBe(confused);
  });

  test('greets who starts, takes a form and a file, and takes leave', () => {
    const done = (utterance: Utterance): string => JSON.stringify(answerOf(demoBot, utterance, {}));
    expect(done({ kind: 'gesture', id: 'start', title: 'Start' })).toContain('I am Mia');
    expect(done({ kind: 'gesture', id: 'close', title: 'Close' })).toContain('Goodbye');
    expect(done({ kind: 'form', formId: 'callback', title: 'Sent', values: { name: 'Ana', phone: '7' } })).toContain(
      'noted: Ana, 7',
    );
    expect(done({ kind: 'media', media: 'image', url: 'https://bank.example/a.png' })).toContain('for the file');
  });

  test('always says something, whatever it is told', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(say(text).length).toBeGreaterThan(0);
      }),
    );
  });
});
