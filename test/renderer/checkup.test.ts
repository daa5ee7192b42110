import { expect, test } from 'vitest';
import { foundWord } from '#renderer/store/checkups/checkup-words.ts';
import { checkGroups, knownOddity, lookedAt } from '#renderer/store/checkups/checkup.ts';
import type { ChannelCheck } from '#shared/channel/channel-check.ts';
import { channelOf } from './examples.ts';
import { inEnglish } from './spoken.ts';

const check = (id: string, title: string, rest: Partial<ChannelCheck> = {}): ChannelCheck => ({
  id,
  title,
  result: 'pass',
  detail: `${title} is fine.`,
  next: '',
  ...rest,
});

test('checks stand in groups: the bench, the settings, and each address with its layers by their own names', () => {
  const groups = checkGroups([
    check('ends', 'Played ends'),
    check('fit', 'Settings together'),
    check('setting.secret', 'Secret'),
    check('address.api.dns', 'The API: of mine: name (DNS)'),
    check('reach.app', 'Reached by the vendor'),
    check('address.api.tcp', 'The API: of mine: connection (TCP)'),
  ]);
  expect(groups.map(({ kind, name, checks }) => [kind, name, checks.map(({ title }) => title)])).toEqual([
    ['here', '', ['Played ends', 'Reached by the vendor']],
    ['settings', '', ['Settings together', 'Secret']],
    ['address', 'The API: of mine', ['name (DNS)', 'connection (TCP)']],
  ]);
});

test('the worst that was found is said in a word', () => {
  const found = (...results: readonly ChannelCheck['result'][]) => ({
    at: 0,
    of: '',
    checks: results.map((result, index) => check(String(index), 'One', { result })),
  });
  expect(foundWord(found('pass', 'warn', 'fail', 'fail'), inEnglish)).toEqual({ tone: 'bad', word: '2 problems' });
  expect(foundWord(found('pass', 'warn'), inEnglish)).toEqual({ tone: 'attention', word: '1 to look at' });
  expect(foundWord(found('pass', 'not-applicable'), inEnglish).tone).toBe('good');
});

test('what is known to be odd about a setting is not said any more when the channel has changed', () => {
  const channel = channelOf({ settings: { a: 'x' } });
  const odd = check('setting.secret', 'Secret', {
    setting: 'secret',
    detail: 'Secret has white space behind it.',
    remedy: { kind: 'clean-setting', setting: 'secret' },
  });
  const found = { at: 0, of: lookedAt(channel), checks: [odd] };
  expect(knownOddity(found, channel, 'secret')).toBe('Secret has white space behind it.');
  expect(knownOddity(found, channel, 'other')).toBeNull();
  expect(knownOddity(found, { ...channel, settings: { a: 'y' } }, 'secret')).toBeNull();
});
