import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  outcomeSentence,
  shownExchangeId,
  standingOf,
  statusStanding,
  statusWord,
  trafficRows,
  verdictSentence,
} from '#renderer/store/traffic-rows.ts';
import { fault } from '#shared/contract/fault.ts';
import { troubleOf } from '#renderer/store/selectors.ts';
import { exchangeOf, messageOf } from './examples.ts';
import { inEnglish } from './spoken.ts';

const sent = (id: number, twinId: number | null) =>
  exchangeOf(id, { direction: 'outbound', end: 'app', twinId, verdict: 'unchecked' });

test('twins are one row that speaks of the one that was received', () => {
  const rows = trafficRows([sent(1, 2), exchangeOf(2, { twinId: 1 }), exchangeOf(3)]);
  expect(rows.map(({ exchange, isLoopback, ids }) => [exchange.id, isLoopback, ids])).toEqual([
    [3, false, [3]],
    [2, true, [2, 1]],
  ]);
});

test('twins are one row while only the received one knows of the other', () => {
  expect(trafficRows([sent(1, null), exchangeOf(2, { twinId: 1 })]).map(({ exchange }) => exchange.id)).toEqual([2]);
});

test('a twin whose other side is not kept any more is still a row', () => {
  expect(trafficRows([sent(5, 6)]).map(({ exchange, isLoopback }) => [exchange.id, isLoopback])).toEqual([[5, true]]);
});

test('no exchange is listed twice and none is lost, however the lists overlap', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 60 }));
  fc.assert(
    fc.property(ids, ids, (some, others) => {
      const rows = trafficRows(
        some.map((id) => exchangeOf(id)),
        others.map((id) => exchangeOf(id)),
      );
      const expected = [...new Set([...some, ...others])].toSorted((one, other) => other - one);
      expect(rows.map(({ exchange }) => exchange.id)).toEqual(expected);
    }),
  );
});

test('of twins the wanted side is shown; an exchange without a twin shows itself', () => {
  const received = exchangeOf(2, { twinId: 1 });
  expect([shownExchangeId(received, 'inbound'), shownExchangeId(received, 'outbound')]).toEqual([2, 1]);
  expect(shownExchangeId(sent(1, 2), 'inbound')).toBe(2);
  expect(shownExchangeId(exchangeOf(9), 'outbound')).toBe(9);
  expect(shownExchangeId(null, 'inbound')).toBeNull();
});

test('a verdict is a word, and findings ask for a look unless it was refused anyway', () => {
  const warned = { error: 0, warning: 1, info: 0 };
  expect(standingOf(exchangeOf(1), inEnglish)).toEqual({ word: 'trusted', standing: 'good' });
  expect(standingOf(exchangeOf(1, { findingCounts: warned }), inEnglish)).toEqual({
    word: 'trusted, with findings',
    standing: 'attention',
  });
  expect(standingOf(exchangeOf(1, { verdict: 'refused', findingCounts: warned }), inEnglish)).toEqual({
    word: 'refused',
    standing: 'bad',
  });
  expect(standingOf(exchangeOf(1, { outcome: { state: 'pending' } }), inEnglish).word).toBe('waiting');
});

test('every outcome has a word that fits the status column, and a sentence where it was no plain answer', () => {
  const refused = fault('target.refused', { host: '127.0.0.1:9' });
  const outcomes = [
    { state: 'pending' },
    { state: 'aborted' },
    { state: 'failed', fault: refused },
    { state: 'malformed', reason: 'HPE' },
  ] as const;
  for (const outcome of outcomes) {
    expect(statusWord({ outcome }, inEnglish).length).toBeLessThanOrEqual(4);
    expect(outcomeSentence({ outcome }, inEnglish)).toMatch(/\.$/);
  }
  expect(outcomeSentence({ outcome: { state: 'answered', status: 200 } }, inEnglish)).toBe('');
});

test('what was held back is not sent, which is neither good nor bad', () => {
  const held = exchangeOf(1, {
    direction: 'outbound',
    outcome: { state: 'failed', fault: fault('request.withheld', { reason: 'The webhook is blocked' }) },
    findingCounts: { error: 0, warning: 1, info: 0 },
  });
  expect(standingOf(held, inEnglish)).toEqual({ word: 'not sent', standing: 'none' });
  expect(statusStanding(held)).toBe('unknown');
  expect(outcomeSentence(held, inEnglish)).toContain('This request was not sent. The webhook is blocked.');
  expect(troubleOf(messageOf('hi', 1), held, inEnglish)).toEqual({
    state: 'withheld',
    sentence: 'This request was not sent. The webhook is blocked.',
  });
});

test('a line of traffic is marked with the defects of either twin, each once', () => {
  const twins = [{ ...sent(1, 2), defect: 'late, twice' }, exchangeOf(2, { twinId: 1, defect: 'late, twice' })];
  expect(trafficRows(twins).map(({ defect }) => defect)).toEqual(['late, twice']);
  expect(trafficRows([{ ...sent(1, 2), defect: 'late' }, exchangeOf(2, { twinId: 1 })])[0]?.defect).toBe('late');
  expect(trafficRows([exchangeOf(3, { defect: 'garbled' })])[0]?.defect).toBe('garbled');
});

test('a message of the bot that we could not deliver says so under its bubble', () => {
  const refused = exchangeOf(1, { direction: 'outbound', outcome: { state: 'answered', status: 500 }, note: 'No.' });
  expect(troubleOf(messageOf('hi', 1, { author: 'bot' }), refused, inEnglish)).toMatchObject({
    sentence: 'Answered 500. No.',
  });
  expect(troubleOf(messageOf('hi', 1, { author: 'channel' }), refused, inEnglish)).toBeNull();
});

test('a verdict whose reason begins with its word says it once', () => {
  expect(verdictSentence('refused', 'Refused: no token.', inEnglish)).toEqual({ word: 'Refused:', rest: 'no token.' });
  expect(verdictSentence('unchecked', 'Nobody looked.', inEnglish)).toEqual({
    word: 'Not checked.',
    rest: 'Nobody looked.',
  });
});
