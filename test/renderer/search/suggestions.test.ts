import { expect, test } from 'vitest';
import { knownValues } from '#renderer/store/search/known-values.ts';
import { suggestionsFor, withSearch } from '#renderer/store/search/suggestions.ts';
import { platforms } from '#shared/platforms/registry.ts';
import { channelOf } from '../examples.ts';

const known = {
  platforms: [{ id: 'acme', name: 'Acme' }],
  channels: [{ id: 'c1', name: 'Acme demo' }],
  users: ['u-42', 'u-7'],
  defects: [],
  rules: [],
  headers: ['content-type'],
};
const filters = [{ id: 'f', name: 'Refused', query: 'verdict:refused' }];
const offered = { known, filters, recent: ['card lost', 'verdict:refused'] };
const at = (text: string, cursor = text.length) => suggestionsFor(text, cursor, offered);

test('an empty search offers what was saved, what was looked for lately, and the fields', () => {
  const [filter, recent, ...rest] = at('');
  expect(filter).toMatchObject({ kind: 'filter', label: 'Refused', what: 'verdict:refused', text: 'verdict:refused' });
  expect(recent).toMatchObject({ kind: 'recent', label: 'card lost', text: 'card lost' });
  expect(rest[0]).toMatchObject({ kind: 'field', label: 'status:', text: 'status:', cursor: 7 });
});

test('a field that is begun is completed, and what follows it stays', () => {
  expect(at('us card', 2)).toEqual([
    expect.objectContaining({ label: 'user:', text: 'user: card', cursor: 5, kind: 'field' }),
  ]);
});

test('a value is completed in quotes where it needs them, and a new term can begin behind it', () => {
  expect(at('channel:ac')[0]).toMatchObject({ kind: 'value', text: 'channel:"Acme demo" ', cursor: 20 });
  expect(at('user:u-4,u-7', 8)[0]).toMatchObject({ text: 'user:u-42,u-7', cursor: 9 });
});

test('between two terms nothing is offered until something is written, and what stands there is not offered again', () => {
  expect(at('user:u-42 ')).toEqual([]);
  expect(at('user:u-42').map(({ label }) => label)).toEqual([]);
});

test('what was looked for is remembered once, the last one first', () => {
  expect(withSearch(['a', 'b'], 'b')).toEqual(['b', 'a']);
  expect(withSearch(['a'], '')).toEqual(['a']);
  expect(
    withSearch(
      Array.from({ length: 20 }, (_, index) => String(index)),
      'new',
    ),
  ).toHaveLength(20);
});

test('known are the platforms of the channels, the newest users first, and the headers of their examples', () => {
  const [platform] = platforms;
  const values = knownValues(
    {
      channels: [channelOf({ platformId: platform?.id ?? '' })],
      conversations: ['u1', 'u2', 'u1'].map((userId, startedAt) => ({
        id: `c1/${userId}${String(startedAt)}`,
        channelId: 'c1',
        userId,
        startedAt,
      })),
      ruleHits: [],
    },
    platforms,
  );
  expect(values.platforms).toEqual([{ id: platform?.id, name: platform?.name }]);
  expect(values.users).toEqual(['u1', 'u2']);
  expect(values.headers).toContain('authorization');
});
