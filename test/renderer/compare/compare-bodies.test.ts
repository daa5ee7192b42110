import { expect, test } from 'vitest';
import { compareBodies } from '#renderer/store/compare/compare-bodies.ts';
import type { BodyLook, BodySide } from '#renderer/store/compare/body-side.ts';
import { compareJob } from '#renderer/store/compare/compare-job.ts';
import { nothingIgnored, type IgnoreRules } from '#shared/compare/ignored.ts';
import { bytesOf } from '#shared/exchange/body.ts';

const side = (body: string | Uint8Array, over: Partial<BodySide> = {}): BodySide => ({
  bytes: typeof body === 'string' ? bytesOf(body) : body,
  contentType: 'application/json',
  unpacked: null,
  isWhole: true,
  ...over,
});
const compared = (before: BodySide, after: BodySide, rules: Partial<IgnoreRules> = {}, look: BodyLook | null = null) =>
  compareBodies({ before, after, look, rules: { ...nothingIgnored, ...rules }, veil: null });

const order = (id: string, at: string, items: string): BodySide =>
  side(`{"orderId":"${id}","at":"${at}","total":12.50,"items":[${items}]}`);
const [tea, cup, pot] = ['tea', 'cup', 'pot'].map((name) => `{"id":"${name}","title":"A ${name} for one"}`);
const before = order('0b7f0d6e-1d0a-4f0e-9b59-0c9b8f1d2a33', '2026-01-31T12:00:00Z', `${tea},${cup},${pot}`);
const after = order('9a1c2f4e-77aa-4c1b-8a55-1f0e6d5c4b3a', '2026-02-01T08:30:00Z', `${pot},${tea},${cup}`);

test('two orders differ in their ids, their times and an item that moved', () => {
  const diff = compared(before, after);
  expect(diff).toMatchObject({
    look: 'json',
    sameness: 'none',
    count: 3,
    looks: ['json', 'text', 'bytes'],
    leftOut: [],
  });
  expect(
    diff.look === 'json' && diff.changes.map(({ kind, pointer, fromPointer }) => [kind, pointer, fromPointer]),
  ).toEqual([
    ['changed', '/orderId', undefined],
    ['changed', '/at', undefined],
    ['moved', '/items/0', '/items/2'],
  ]);
});

test('what is left out is counted by the rule that leaves it out', () => {
  const diff = compared(before, after, { ids: true, times: true, pointers: ['/items/*', '/nowhere'] });
  expect(diff).toMatchObject({
    count: 0,
    leftOut: [
      { rule: 'ids', count: 1 },
      { rule: 'times', count: 1 },
      { rule: '/items/*', count: 1 },
      { rule: '/nowhere', count: 0 },
    ],
  });
});

test('the same bytes are the same; the same JSON in other bytes is not', () => {
  expect(compared(before, before)).toMatchObject({ sameness: 'whole', count: 0 });
  const [one, other] = [side('{"a":1,"b":[]}'), side('{ "b": [], "a": 1 }')];
  expect(compared(one, other)).toMatchObject({ sameness: 'none', look: 'json', count: 0 });
  expect(compared(one, other, {}, 'bytes').count).toBeGreaterThan(0);
});

test('JSON is laid out to be compared as text, and its numbers stay as they came', () => {
  const diff = compared(side('{"n":1.0,"id":1}'), side('{"n":1.00,"id":1}'), {}, 'text');
  expect(diff).toMatchObject({ look: 'text', isLaidOut: true, count: 1 });
  const lines = diff.look === 'text' ? diff.stretches.flatMap(({ pairs }) => pairs) : [];
  expect(lines.map((pair) => pair.after?.pieces.map(({ text }) => text).join(''))).toContain('  "n": 1.00,');
});

test('lines that differ in what is left out are the same as text too', () => {
  expect(compared(before, after, { ids: true, times: true }, 'text').count).toBe(2);
  expect(compared(before, after, { ids: true, times: true, pointers: ['/items/*'] }, 'text').count).toBe(2);
});

test('what is no text is compared as bytes, whatever was asked for', () => {
  const image = side(Uint8Array.from([0x89, 0x50, 0, 1, 2]), { contentType: 'image/png' });
  const other = side(Uint8Array.from([0x89, 0x50, 0, 9, 2]), { contentType: 'image/png' });
  const diff = compared(image, other, {}, 'json');
  expect(diff).toMatchObject({ look: 'bytes', looks: ['bytes'], count: 1 });
  expect(diff.look === 'bytes' && diff.hunks[0]?.after[0]?.differs).toEqual([false, false, false, true, false]);
  expect(compared(side('{}', { unpacked: { ok: false, why: 'broken', encoding: 'gzip' } }), side('{}')).looks).toEqual([
    'bytes',
  ]);
});

test('a body against none is all added', () => {
  const diff = compared(side('', { contentType: undefined }), side('{"a":1}'));
  expect(diff.look === 'json' && diff.changes.map(({ kind, pointer }) => [kind, pointer])).toEqual([['added', '']]);
});

test('broken JSON is compared as far as it can be read', () => {
  expect(compared(side('{"a":1,"b":'), side('{"a":2,"b":'))).toMatchObject({ look: 'json', count: 1 });
});

test('small bodies are compared without a thread of their own', async () => {
  const abort = new AbortController();
  const bodies = { before, after, look: null, rules: nothingIgnored, veil: null };
  expect((await compareJob(bodies, abort.signal)).count).toBe(3);
});
