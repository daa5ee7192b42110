import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitByHand, timeLeft } from '#renderer/store/by-hand.ts';
import { newsOf } from '#renderer/store/news.ts';
import { phaseBars } from '#renderer/store/phase-bars.ts';
import {
  currentConversation,
  firstOfExchange,
  groupMessages,
  messagesOf,
  troubleOf,
  waitingTurn,
} from '#renderer/store/selectors.ts';
import { tryWords } from '#renderer/store/try-words.ts';
import { demoBot } from '#shared/bot/demo-bot.ts';
import { fault } from '#shared/contract/fault.ts';
import { exchangeOf, messageOf, sessionOf } from './examples.ts';
import { inEnglish } from './spoken.ts';

const minute = 60_000;
const noon = new Date(2026, 10, 20, 12).getTime();

test('what one author said without a pause is one group', () => {
  const groups = groupMessages([
    messageOf('a', noon),
    messageOf('b', noon + 1),
    messageOf('c', noon + 2, { author: 'bot' }),
    messageOf('d', noon + 3, { author: 'bot' }),
    messageOf('e', noon + 6 * minute, { author: 'bot' }),
  ]);
  expect(groups.map(({ messages }) => messages.map(({ id }) => id).join(''))).toEqual(['ab', 'cd', 'e']);
  expect(groups.map(({ startsDay }) => startsDay)).toEqual([true, false, false]);
});

test('grouping keeps every message once and in order', () => {
  const messages = fc.array(
    fc.record({ gap: fc.integer({ min: 0, max: 20 * minute }), author: fc.constantFrom('user', 'bot', 'channel') }),
  );
  fc.assert(
    fc.property(messages, (said) => {
      let at = noon;
      const all = said.map(({ gap, author }, index) =>
        messageOf(String(index), (at += gap), { author: author as 'user' }),
      );
      expect(groupMessages(all).flatMap((group) => group.messages)).toEqual(all);
    }),
  );
});

test('messages that were paged in come first, and none is shown twice', () => {
  const older = { messages: [messageOf('a', 1), messageOf('b', 2)], hasMore: false };
  const all = messagesOf(
    [messageOf('b', 2), messageOf('c', 3), messageOf('x', 4, { conversationId: 'other' })],
    older,
    'c1/u1',
  );
  expect(all.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('the conversation on screen is the one that was chosen, else the newest of the channel', () => {
  const conversation = (id: string, startedAt: number) => ({ id, channelId: 'c1', userId: id, startedAt });
  const all = [conversation('old', 1), conversation('new', 2), { ...conversation('foreign', 9), channelId: 'c2' }];
  expect(currentConversation(all, 'c1', { conversations: {} })?.id).toBe('new');
  expect(currentConversation(all, 'c1', { conversations: { c1: 'old' } })?.id).toBe('old');
  expect(currentConversation(all, 'c1', { conversations: { c1: 'foreign' } })?.id).toBe('new');
  expect(currentConversation([], 'c1', { conversations: {} })).toBeNull();
});

test('of two turns that wait, the one whose time runs out first is answered first', () => {
  const turn = (exchangeId: number, until: number) => ({
    exchangeId,
    channelId: 'c1',
    conversationId: 'v',
    since: 0,
    until,
  });
  expect(waitingTurn([turn(1, 20), turn(2, 10)], 'v')?.exchangeId).toBe(2);
  expect(waitingTurn([turn(1, 20)], 'another')).toBeNull();
});

test('under a message of the user stands what went wrong with its exchange, and nothing when all is well', () => {
  const message = messageOf('hi', 1);
  expect(troubleOf(message, exchangeOf(1), inEnglish)).toBeNull();
  expect(troubleOf(message, exchangeOf(1, { outcome: { state: 'pending' } }), inEnglish)).toEqual({ state: 'waiting' });
  const refused = exchangeOf(1, { outcome: { state: 'answered', status: 401 }, note: 'The signature does not match.' });
  expect(troubleOf(message, refused, inEnglish)).toMatchObject({
    sentence: 'Answered 401. The signature does not match.',
  });
  const timeout = exchangeOf(1, {
    outcome: { state: 'failed', fault: fault('target.timeout', { host: 'h', seconds: 5 }) },
  });
  expect(troubleOf(message, timeout, inEnglish)).toMatchObject({
    state: 'failed',
    next: expect.stringContaining('time limit'),
  });
  expect(troubleOf(messageOf('hi', 1, { author: 'bot' }), refused, inEnglish)).toBeNull();
});

test('what is said of an exchange is said once, under the first message that it carried', () => {
  const groups = groupMessages([
    messageOf('started', noon, { exchangeId: 1, author: 'channel' }),
    messageOf('hi', noon, { exchangeId: 1 }),
    messageOf('sorry', noon, { exchangeId: 1, author: 'bot' }),
    messageOf('later', noon, { exchangeId: 2, author: 'bot' }),
  ]);
  expect([...firstOfExchange(groups)]).toEqual(['hi', 'later']);
});

test('an answer by hand is parted by empty lines, and never loses a word', () => {
  expect(splitByHand('one\nstill one\n\n  \ntwo')).toEqual(['one\nstill one', 'two']);
  const words = (texts: readonly string[]) => texts.join(' ').split(/\s+/).filter(Boolean);
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', '\n', '\n\n', ' '), { maxLength: 120 }), (pieces) => {
      const parts = splitByHand(pieces.join(''));
      expect(parts.length).toBeLessThanOrEqual(20);
      expect(words(parts)).toEqual(words([pieces.join('')]));
    }),
  );
});

test('the time that is left never goes below nothing or above all', () => {
  expect(timeLeft(1500, 1000, 16_000)).toEqual({ seconds: 15, share: 14.5 / 15 });
  expect(timeLeft(20_000, 1000, 16_000)).toEqual({ seconds: 0, share: 0 });
  expect(timeLeft(0, 1000, 16_000).share).toBe(1);
});

test('bars of phases stay within their lane, on one scale for all of the exchanges', () => {
  const phase = fc.record({
    name: fc.string(),
    from: fc.float({ min: -500, max: 1000, noNaN: true }),
    to: fc.float({ min: -500, max: 1000, noNaN: true }),
  });
  const exchange = fc.record({
    phases: fc.array(phase),
    summary: fc.record({
      openedAt: fc.integer({ min: 0, max: 1000 }),
      duration: fc.option(fc.float({ min: 0, max: 500, noNaN: true })),
    }),
  });
  fc.assert(
    fc.property(fc.array(exchange, { minLength: 1 }), (exchanges) => {
      for (const { start, width } of phaseBars(exchanges).flatMap(({ bars }) => bars)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(start + width).toBeLessThanOrEqual(1.000001);
      }
    }),
  );
  const at = (openedAt: number) => ({
    summary: { openedAt, duration: 10 },
    phases: [{ name: 'wait', from: 0, to: 10 }],
  });
  expect(phaseBars([at(100), at(110)]).map(({ bars }) => bars[0])).toEqual([
    { name: 'wait', from: 0, took: 10, start: 0, width: 0.5 },
    { name: 'wait', from: 10, took: 10, start: 0.5, width: 0.5 },
  ]);
});

test('things to try begin with hi and help, and there are few of them', () => {
  expect(tryWords(demoBot).slice(0, 2)).toEqual(['hi', 'help']);
  expect(tryWords(demoBot)).toHaveLength(5);
  expect(tryWords(undefined)).toEqual(['hi', 'help']);
});

test('news is what others said and what was refused, not what was there before', () => {
  const before = sessionOf({
    messages: [messageOf('a', 1, { author: 'bot' })],
    exchanges: [exchangeOf(1, { verdict: 'refused' })],
  });
  const pending = exchangeOf(2, { verdict: 'refused', outcome: { state: 'answered', status: 401 }, note: 'No token.' });
  const now = sessionOf({
    messages: [...before.messages, messageOf('b', 2), messageOf('c', 3, { author: 'bot' })],
    exchanges: [...before.exchanges, pending],
  });
  expect(newsOf(before, now, inEnglish)).toBe('c POST 401, refused. No token.');
  expect(newsOf(now, now, inEnglish)).toBe('');
});
