import { withQuery, withValue, without } from '#shared/trust/attack/place.ts';
import { prepared, type TextAttack } from '#shared/trust/attack/text-attack.ts';

/** A value in a JSON body that is no text. */
const asValue =
  (value: (expected: string) => Parameters<typeof withValue>[2]): TextAttack['make'] =>
  ({ control, credential: { spot, expected } }) =>
    spot.in === 'body'
      ? prepared(withValue(control, spot.pointer, value(expected)))
      : { skipped: 'Only a JSON body has values that are no text.' };

/** Kinds of values that a form parser may make of a name with brackets. */
const asParameter =
  (suffix: string, value: (expected: string) => string): TextAttack['make'] =>
  ({ control, credential: { spot, expected } }) =>
    spot.in === 'query'
      ? prepared(withQuery(without(control, spot), [[`${spot.name}${suffix}`, value(expected)]]))
      : { skipped: 'It does not stand in the query.' };

const bodyOrParameter =
  (inBody: TextAttack['make'], inQuery: TextAttack['make']): TextAttack['make'] =>
  (textCase) =>
    textCase.credential.spot.in === 'body' ? inBody(textCase) : inQuery(textCase);

const aText = 'Refused: it is no text, so it is not the one that is expected.';

/** What is no text in the place of one, for those who compare loosely or hand it to a database. */
export const valueAttacks: readonly TextAttack[] = [
  {
    id: 'list',
    title: 'A list',
    tries: 'A list with the right text in it, in the place of the text.',
    expects: aText,
    secretOnly: true,
    make: bodyOrParameter(
      asValue((text) => [text]),
      asParameter('[]', (text) => text),
    ),
  },
  {
    id: 'object',
    title: 'An object',
    tries: 'An object that a database would take as “not equal to nothing”.',
    expects: aText,
    secretOnly: true,
    make: bodyOrParameter(
      asValue(() => ({ $ne: '' })),
      asParameter('[$ne]', () => 'x'),
    ),
  },
  {
    id: 'true',
    title: 'true',
    tries: 'The value true in the place of the text.',
    expects: aText,
    secretOnly: true,
    make: asValue(() => true),
  },
  {
    id: 'null',
    title: 'null',
    tries: 'The value null in the place of the text.',
    expects: aText,
    secretOnly: true,
    make: asValue(() => null),
  },
  {
    id: 'zero',
    title: 'Zero',
    tries: 'The number 0, which some languages take as equal to a text.',
    expects: aText,
    secretOnly: true,
    make: asValue(() => 0),
  },
];
