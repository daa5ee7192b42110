import { Value } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { answerOfRule, replyRuleFor, ReplyRule } from '#shared/channel/reply-rule.ts';

const rule = (over: Partial<ReplyRule> = {}): ReplyRule => ({
  name: 'rule',
  when: null,
  say: null,
  status: null,
  headers: [],
  delay: 0,
  switches: {},
  ...over,
});
const text = (words: string) => ({ kind: 'text', text: words }) as const;

describe('which rule speaks', () => {
  const rules = [rule({ name: 'hi', when: { is: ['hi'] } }), rule({ name: 'always' }), rule({ name: 'never reached' })];

  test('is the first one that matches, and a rule without a condition always does', () => {
    expect(replyRuleFor(rules, text('hi'))?.name).toBe('hi');
    expect(replyRuleFor(rules, text('anything'))?.name).toBe('always');
    expect(replyRuleFor(rules.slice(0, 1), text('anything'))).toBeUndefined();
  });

  test('may depend on what happened instead of what was said', () => {
    const onStart = [rule({ when: { event: ['start'] } })];
    expect(replyRuleFor(onStart, { kind: 'gesture', id: 'start', title: 'Start' })).toBeDefined();
    expect(replyRuleFor(onStart, text('start'))).toBeUndefined();
  });
});

describe('what a rule answers', () => {
  test('has its variables filled in, and the shape of the reply beside it', () => {
    const given = rule({
      say: [text('Hello {{user}}')],
      status: 503,
      headers: [{ name: 'x-quick-reply', value: 'true' }],
      switches: { quickReply: false },
    });
    expect(answerOfRule(given, { user: 'u-42' })).toEqual({
      contents: [text('Hello u-42')],
      shape: { status: 503, headers: [['x-quick-reply', 'true']], switches: { quickReply: false } },
    });
  });

  test('leaves the words to the bot when it has none', () => {
    expect(answerOfRule(rule(), {}).contents).toBeNull();
  });
});

test('a header that would break the reply is refused', () => {
  const broken = [
    { name: 'x y', value: 'a' },
    { name: 'x', value: 'a\r\nSet-Cookie: b' },
    { name: '', value: '' },
  ];
  for (const header of broken) expect(Value.Check(ReplyRule, rule({ headers: [header] }))).toBe(false);
  expect(Value.Check(ReplyRule, rule({ headers: [{ name: 'X-Quick-Reply', value: 'true' }] }))).toBe(true);
});
