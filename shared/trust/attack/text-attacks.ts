import { prepared, type TextAttack } from '#shared/trust/attack/text-attack.ts';
import { textPlaceAttacks } from '#shared/trust/attack/text-place-attacks.ts';
import { valueAttacks } from '#shared/trust/attack/text-value-attacks.ts';
import { withText, without } from '#shared/trust/attack/place.ts';

const asText = (change: (expected: string) => string): TextAttack['make'] => {
  return ({ control, credential: { spot, expected, name } }) => {
    const text = change(expected);
    if (text === expected) return { skipped: `The ${name} of this channel stays the same that way.` };
    return prepared(withText(control, spot, text));
  };
};

const swapCase = (text: string): string => (text === text.toLowerCase() ? text.toUpperCase() : text.toLowerCase());

const notATrim: TextAttack['make'] = (textCase) =>
  textCase.credential.spot.in === 'header'
    ? { skipped: 'White space at the end of a header value is not part of it (RFC 9110 §5.5).' }
    : asText((text) => `${text} `)(textCase);

const exactly = 'Refused: it has to be the same, character by character.';
/** The battery against texts that are compared as they stand. */
export const textAttacks: readonly TextAttack[] = [
  {
    id: 'missing',
    title: 'Missing',
    tries: 'The request without it.',
    expects: 'Refused: nothing says who sends it.',
    secretOnly: false,
    make: ({ control, credential }) => prepared(without(control, credential.spot)),
  },
  {
    id: 'empty',
    title: 'Empty',
    tries: 'Its place, with nothing in it.',
    expects: 'Refused: nothing says who sends it.',
    secretOnly: false,
    make: asText(() => ''),
  },
  {
    id: 'wrong',
    title: 'Wrong',
    tries: 'Another text of the same length.',
    expects: exactly,
    secretOnly: false,
    make: asText((text) => (/^\d+$/.test(text) ? '9'.repeat(text.length) : 'x'.repeat(text.length))),
  },
  {
    id: 'case',
    title: 'Another case',
    tries: 'The right text in upper or lower case only.',
    expects: exactly,
    secretOnly: true,
    make: asText(swapCase),
  },
  {
    id: 'prefix',
    title: 'The first character',
    tries: 'The first character of the right text.',
    expects: exactly,
    secretOnly: true,
    make: asText((text) => text.slice(0, 1)),
  },
  {
    id: 'cut',
    title: 'Cut off',
    tries: 'The right text without its last character.',
    expects: exactly,
    secretOnly: true,
    make: asText((text) => text.slice(0, -1)),
  },
  {
    id: 'longer',
    title: 'Longer',
    tries: 'The right text with one more character behind it.',
    expects: exactly,
    secretOnly: true,
    make: asText((text) => `${text}x`),
  },
  {
    id: 'white-space',
    title: 'White space',
    tries: 'The right text with a space behind it.',
    expects: exactly,
    secretOnly: true,
    make: notATrim,
  },
  {
    id: 'pattern',
    title: 'A pattern',
    tries: 'A pattern that matches every text.',
    expects: exactly,
    secretOnly: true,
    make: asText(() => '.*'),
  },
  {
    id: 'wildcard',
    title: 'A wildcard',
    tries: 'The character that stands for any text in a search.',
    expects: exactly,
    secretOnly: true,
    make: asText(() => '%'),
  },
  {
    id: 'undefined',
    title: 'The word undefined',
    tries: 'The word that a careless template writes where it has no value.',
    expects: exactly,
    secretOnly: true,
    make: asText(() => 'undefined'),
  },
  ...valueAttacks,
  ...textPlaceAttacks,
];
