import { expect, test } from 'vitest';
import { find, type Find } from '#renderer/store/palette/find.ts';
import { searchFinds } from '#renderer/store/palette/search-finds.ts';

const named = (kind: Find['kind'], title: string, detail = ''): Find =>
  find({ id: `${kind} ${title}`, kind, title, detail, run: () => undefined });

const finds = [
  named('command', 'Bots…', 'Channels'),
  named('command', 'Next channel', 'Channels'),
  named('command', 'Add a channel…', 'Channels'),
  named('channel', 'Kore.ai demo', 'Kore.ai'),
  named('channel', 'Channel Talk demo', 'Channel Talk'),
];

const found = (typed: string) => searchFinds(finds, typed, []).flatMap(({ hits }) => hits.map((hit) => hit.find.title));

test('what begins with the letters that were typed comes before what holds them, and last what only stands among such things', () => {
  expect(found('cha')).toEqual(['Channel Talk demo', 'Next channel', 'Add a channel…', 'Bots…']);
  expect(found('next')).toEqual(['Next channel']);
});
