import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completions, type KnownValues } from '#shared/query/completions.ts';
import { readQuery } from '#shared/query/read-query.ts';

const known: KnownValues = {
  platforms: [
    { id: 'kore', name: 'Kore.ai' },
    { id: 'channeltalk', name: 'Channel Talk' },
  ],
  channels: [{ id: 'kore-demo', name: 'Kore.ai demo' }],
  users: ['u-42', 'u 43'],
  defects: ['callback.late'],
  rules: ['greeting'],
  headers: ['x-quick-reply'],
};

/** The text with the cursor where the bar stands, and what is offered there. */
const at = (marked: string) => {
  const cursor = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { from, to, items, kind } = completions(text, cursor, known);
  return { kind, replaced: text.slice(from, to), texts: items.map((each) => each.text) };
};

test('names of fields are offered for what was begun, and all of them where nothing was', () => {
  expect(at('ver|')).toEqual({ kind: 'field', replaced: 'ver', texts: ['verdict:'] });
  expect(at('status:401 -pa|')).toEqual({ kind: 'field', replaced: 'pa', texts: ['path:'] });
  expect(at('sta|tus:401')).toEqual({ kind: 'field', replaced: 'status:', texts: ['status:'] });
  expect(at('|').texts).toContain('req.body:');
  expect(at('status:401 |').replaced).toBe('');
});

test('values are offered for the field that they stand behind', () => {
  expect(at('verdict:re|')).toEqual({ kind: 'value', replaced: 're', texts: ['refused'] });
  expect(at('platform:kore,chan|').texts).toEqual(['channeltalk']);
  expect(at('platform:talk|').texts).toEqual(['channeltalk']);
  expect(at('channel:"kor|')).toEqual({ kind: 'value', replaced: '"kor', texts: ['"Kore.ai demo"'] });
  expect(at('user:|').texts).toEqual(['u-42', '"u 43"']);
  expect(at('status:|').texts).toContain('>=400');
  expect(at('nothing:|').texts).toEqual([]);
});

test('what is offered is a query, and nothing that is typed makes it fail', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('v', 'status', 'channel', 'u', ':', '"', ',', '-', '=', '>4', ' '),
        maxLength: 24,
      }),
      fc.nat(24),
      (text, place) => {
        const cursor = Math.min(place, text.length);
        const { from, to } = completions(text, cursor, known);
        expect(from <= cursor && cursor <= to && to <= text.length).toBe(true);
      },
    ),
  );
  for (const field of ['channel', 'user', 'verdict', 'since', 'size', 'header', 'status'])
    for (const text of at(`${field}:|`).texts) expect(readQuery(`${field}:${text}`).problems).toEqual([]);
});
