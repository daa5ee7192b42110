import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BodyLook, BodySide } from '#renderer/store/compare/body-side.ts';
import { compareBodies, type BodyDiff } from '#renderer/store/compare/compare-bodies.ts';
import type { ShownHunk } from '#renderer/store/compare/veiled-diff.ts';
import { mask } from '#shared/channel/redact.ts';
import { nothingIgnored } from '#shared/compare/ignored.ts';
import { bytesOf } from '#shared/exchange/body.ts';

const side = (bytes: Uint8Array, contentType = 'application/json'): BodySide => ({
  bytes,
  contentType,
  unpacked: null,
  isWhole: true,
});
const looks: readonly BodyLook[] = ['json', 'text', 'bytes'];
const compared = (before: BodySide, after: BodySide, look: BodyLook | null, veil: readonly string[] | null = []) =>
  compareBodies({ before, after, look, rules: nothingIgnored, veil });
const texts = (before: string, after: string, look: BodyLook | null, veil: readonly string[] | null = []) =>
  compared(side(bytesOf(before)), side(bytesOf(after)), look, veil);

const lettersOf = (lines: ShownHunk['before']): string =>
  lines.flatMap(({ bytes }) => Array.from(bytes, (byte) => (byte < 0 ? '' : String.fromCodePoint(byte)))).join('');

/** All that a person could read of it, one text behind the other. */
const readable = (diff: BodyDiff): string => {
  if (diff.look === 'json')
    return diff.changes
      .flatMap(({ pointer, fromPointer, inside, from, to, pieces }) => [
        pointer,
        fromPointer,
        ...inside,
        from,
        to,
        ...(pieces ?? []).map((each) => each.map(({ text }) => text).join('')),
      ])
      .join('\n');
  if (diff.look === 'text')
    return diff.stretches
      .flatMap(({ pairs }) => pairs.flatMap(({ before, after }) => [before, after]))
      .map((line) => line?.pieces.map(({ text }) => text).join('') ?? '')
      .join('\n');
  return diff.hunks.flatMap(({ before, after }) => [lettersOf(before), lettersOf(after)]).join('\n');
};

/** Long enough to be one by chance nowhere, and with signs that JSON and forms write in their own ways. */
const secret = fc
  .tuple(fc.stringMatching(/^[\w/+]{6,20}$/), fc.stringMatching(/^[\w/+"\\]{0,12}$/))
  .map(([one, other]) => `cAnary${one}${other}`);

const placements: readonly ((secret: string, rest: string) => string)[] = [
  (value, rest) => JSON.stringify({ verifyToken: value, rest }),
  (value, rest) => JSON.stringify({ verifyToken: value, rest }, null, 2),
  // As PHP writes it.
  (value, rest) => JSON.stringify({ verifyToken: value, rest }).replaceAll('/', String.raw`\/`),
  (value, rest) => JSON.stringify({ rest, data: JSON.stringify({ accessToken: value }) }),
  (value, rest) => JSON.stringify({ rest, data: JSON.stringify({ deep: JSON.stringify({ password: value, rest }) }) }),
  (value, rest) => JSON.stringify({ rest, list: [{ id: rest, client_secret: value }], seen: value }),
  (value, rest) =>
    `payload=${encodeURIComponent(JSON.stringify({ token: value, rest }))}&rest=${encodeURIComponent(rest)}`,
  (value, rest) =>
    `--edge\r\nContent-Disposition: form-data; name="password"\r\n\r\n${value}\r\n--edge\r\n\r\n${rest}\r\n--edge--`,
];

const spelled = (value: string): readonly string[] => {
  const quoted = JSON.stringify(value).slice(1, -1);
  return [value, quoted, quoted.replaceAll('/', String.raw`\/`), encodeURIComponent(quoted)];
};

test('no credential is to be read in any look, and what differs is counted as if it were', () => {
  fc.assert(
    fc.property(
      secret,
      secret,
      fc.constantFrom(...placements),
      fc.constantFrom(...looks),
      fc.string({ maxLength: 12 }),
      (one, other, place, look, rest) => {
        const [before, after] = [place(one, rest), place(other, `${rest}!`)];
        const veiled = texts(before, after, look);
        const shown = readable(veiled);
        for (const each of [one, other].flatMap(spelled)) expect(shown).not.toContain(each);
        expect(veiled.count).toBe(texts(before, after, look, null).count);
      },
    ),
  );
});

test('what the addresses and headers of the two hold is masked wherever it stands', () => {
  for (const look of looks) {
    const shown = readable(
      texts('{"a":"of tellNoOne1"}', '{"a":"for tellNoOne2"}', look, ['tellNoOne1', 'tellNoOne2']),
    );
    expect(shown).not.toContain('tellNoOne');
    expect(shown).toContain('of ');
  }
});

test('two secrets that are not the same do not look the same', () => {
  const diff = texts('{"token":"first-secret"}', '{"token":"other-secret"}', 'json');
  expect(diff).toMatchObject({
    count: 1,
    changes: [{ kind: 'changed', pointer: '/token', from: `"${mask}"`, to: `"${mask}"` }],
  });
  const [change] = diff.look === 'json' ? diff.changes : [];
  for (const pieces of change?.pieces ?? []) expect(pieces).toContainEqual({ text: mask, isOther: true });
  const lines = texts('{"token":"first-secret"}', '{"token":"other-secret"}', 'text');
  const pairs = lines.look === 'text' ? lines.stretches.flatMap((each) => each.pairs) : [];
  const changed = pairs.filter(({ isSame }) => !isSame);
  expect(changed).toHaveLength(1);
  expect(changed[0]?.after?.pieces).toContainEqual({ text: mask, isOther: true });
});

test('a secret that is the same on both sides is masked, and does not differ', () => {
  const diff = texts('{"token":"same-secret"}\nold', '{"token":"same-secret"}\nnew', 'text');
  const pairs = diff.look === 'text' ? diff.stretches.flatMap((each) => each.pairs) : [];
  const masked = pairs.filter(({ before }) => before?.pieces.some(({ text }) => text.includes(mask)));
  expect(masked.map(({ isSame }) => isSame)).toEqual([true]);
});

test('bytes of a secret that differ are marked, and not shown', () => {
  const diff = texts('{"token":"first-secret"}', '{"token":"other-secret"}', 'bytes');
  const [line] = diff.look === 'bytes' ? (diff.hunks[0]?.before ?? []) : [];
  expect(Array.from(line?.bytes ?? []).slice(9)).toEqual([34, -1, -1, -1, -1, -1, -1]);
  expect(line?.differs.some(Boolean)).toBe(true);
});

test('a secret in bytes of two each is not shown either', () => {
  const wide = (text: string): Uint8Array =>
    Uint8Array.from(Array.from(text).flatMap((sign) => [sign.charCodeAt(0), 0]));
  const [before, after] = ['first-secret', 'other-secret'].map((token) =>
    side(wide(JSON.stringify({ token })), 'application/json; charset=utf-16le'),
  );
  if (!before || !after) throw new Error('There are two.');
  const shown = readable(compared(before, after, 'bytes')).replaceAll('\0', '');
  expect(shown).not.toMatch(/first|other/);
  expect(shown).toContain('token');
});

test('more secrets than anybody counts are masked, each where it stands', () => {
  const many = (word: string): string =>
    JSON.stringify(Array.from({ length: 200 }, (_, n) => ({ n, token: `${word}-${String(n).padStart(4, '0')}` })));
  for (const look of looks) expect(readable(texts(many('before'), many('later'), look))).not.toMatch(/before-|later-/);
});
