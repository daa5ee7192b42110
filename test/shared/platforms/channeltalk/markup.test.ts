import fc from 'fast-check';
import { expect, test } from 'vitest';
import '#test/property-seed.ts';
import type { Span } from '#shared/exchange/message.ts';
import { readMarkup, writeMarkup } from '#shared/platforms/channeltalk/markup.ts';

const words = fc.string({ minLength: 1, unit: 'binary' });
const plain = words.map((text): Span => ({ text }));
const marked = fc
  .record({ text: words, isBold: fc.boolean(), isItalic: fc.boolean(), url: fc.option(fc.webUrl()) })
  .filter(({ isBold, isItalic, url }) => isBold || isItalic || url !== null)
  .map(({ text, isBold, isItalic, url }): Span => ({
    text,
    ...(isBold ? { isBold } : {}),
    ...(isItalic ? { isItalic } : {}),
    ...(url === null ? {} : { url }),
  }));

/** Plain stretches side by side have nothing between them that could be read. */
const joined = (spans: readonly Span[]): readonly Span[] =>
  spans.reduce<readonly Span[]>((all, span) => {
    const last = all.at(-1);
    const arePlain = last && [last, span].every((each) => Object.keys(each).length === 1);
    return arePlain ? [...all.slice(0, -1), { text: last.text + span.text }] : [...all, span];
  }, []);

test('what is written as markup is read as the same stretches', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(plain, marked)), (spans) => {
      expect(readMarkup(writeMarkup(spans))).toEqual({ ok: true, spans: joined(spans) });
    }),
  );
});

test('any text is read or has a place where it goes wrong', () => {
  const pieces = fc.constantFrom(
    '<',
    '>',
    'b',
    '/',
    '<b>',
    '</b>',
    '<i>',
    '</i>',
    '&lt;',
    '<link type="url" value="u">',
    '</link>',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(pieces), (parts) => {
      const text = parts.join('');
      const read = readMarkup(text);
      if (read.ok) expect(read.spans.every((each) => each.text !== '')).toBe(true);
      else expect(read.at).toBeLessThanOrEqual(text.length);
    }),
  );
});

test.each([
  [
    '<b>bold</b> and <i>slanted</i>',
    [{ text: 'bold', isBold: true }, { text: ' and ' }, { text: 'slanted', isItalic: true }],
  ],
  [
    '<link type="url" value="https://a.example/?x=1&amp;y=2">here</link>',
    [{ text: 'here', url: 'https://a.example/?x=1&y=2' }],
  ],
  ['<link type="manager" value="20002">@Kim</link>!', [{ text: '@Kim', isBold: true }, { text: '!' }]],
  ['1 &lt; 2 &amp;lt; 3', [{ text: '1 < 2 &lt; 3' }]],
])('%s is read', (text, spans) => {
  expect(readMarkup(text)).toEqual({ ok: true, spans });
});

test.each([
  ['1 < 2', 2],
  ['a > b', 2],
  ['<br>', 0],
  ['<b>open', 7],
  ['<b><i>crossed</b></i>', 13],
  ['closed</b>', 6],
])('%s is no markup, and it is told where', (text, at) => {
  expect(readMarkup(text)).toMatchObject({ ok: false, at });
});
