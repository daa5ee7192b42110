import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aroundLit, litParts } from '#renderer/kit/lit-parts.ts';

const marked = (text: string, words: readonly string[]) =>
  litParts(text, words)
    .map((part) => (part.isLit ? `[${part.text}]` : part.text))
    .join('');

test('every place of a word is lit, whatever its case; of two at one place the longer one', () => {
  expect(marked('Card lost, card', ['card'])).toBe('[Card] lost, [card]');
  expect(marked('cardholder', ['card', 'cardhold'])).toBe('[cardhold]er');
  expect(marked('nothing', ['card', ''])).toBe('nothing');
});

test('lit or not, the text stays as it is', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.string({ maxLength: 3 }), { maxLength: 3 }),
      (text, words) => {
        expect(
          litParts(text, words)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      },
    ),
  );
});

test('a place that would be out of sight is brought near the beginning', () => {
  expect(aroundLit(`/${'a'.repeat(40)}/card`, ['card'])).toBe(`…${'a'.repeat(9)}/card`);
  expect(aroundLit('/card', ['card'])).toBe('/card');
  expect(aroundLit(`/${'a'.repeat(40)}`, ['card'])).toBe(`/${'a'.repeat(40)}`);
});
