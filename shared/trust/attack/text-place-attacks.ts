import { bodyObject, withHeader, withMembers, without, withQuery, withText } from '#shared/trust/attack/place.ts';
import { prepared, type TextAttack } from '#shared/trust/attack/text-attack.ts';
import type { TextCredential } from '#shared/trust/trust-model.ts';

const inPlace = 'Refused: it counts only where the platform puts it.';

/** The last member of a JSON Pointer, the name of a header or parameter: as it would be called elsewhere. */
const callName = ({ spot, setting }: TextCredential): string =>
  spot.in === 'body' ? (spot.pointer.split('/').at(-1) ?? setting) : spot.in === 'query' ? spot.name : setting;

const headersFor = ({ spot }: TextCredential): readonly (readonly [name: string, before: string])[] =>
  (
    [
      ['X-Token', ''],
      ['X-Verify-Token', ''],
      ['X-Api-Key', ''],
      ['Authorization', 'Bearer '],
    ] as const
  ).filter(([name]) => spot.in !== 'header' || spot.name.toLowerCase() !== name.toLowerCase());

/** The right text where nobody ought to look for it. */
export const textPlaceAttacks: readonly TextAttack[] = [
  {
    id: 'in-query',
    title: 'In the query',
    tries: 'The right text in the query, and none in its place.',
    expects: inPlace,
    secretOnly: true,
    make: ({ control, credential }) =>
      credential.spot.in === 'query'
        ? { skipped: 'That is its place.' }
        : prepared(
            withQuery(
              without(control, credential.spot),
              [...new Set([callName(credential), 'token'])].map((name) => [name, credential.expected]),
            ),
          ),
  },
  {
    id: 'in-header',
    title: 'In another header',
    tries: 'The right text in headers of other names, and none in its place.',
    expects: inPlace,
    secretOnly: true,
    make: ({ control, credential }) =>
      /^[\x20-\x7e]*$/.test(credential.expected)
        ? prepared(
            headersFor(credential).reduce(
              (made, [name, before]) => withHeader(made, name, `${before}${credential.expected}`),
              without(control, credential.spot),
            ),
          )
        : { skipped: 'A header cannot hold its characters.' },
  },
  {
    id: 'in-body',
    title: 'In the body',
    tries: 'The right text in the JSON body, and none in its place.',
    expects: inPlace,
    secretOnly: true,
    make: ({ control, credential }) => {
      if (credential.spot.in === 'body') return { skipped: 'That is its place.' };
      if (!bodyObject(control)) return { skipped: 'The request has no JSON body.' };
      const { expected } = credential;
      return prepared(
        withMembers(without(control, credential.spot), { [callName(credential)]: expected, token: expected }),
      );
    },
  },
  {
    id: 'swapped',
    title: 'Swapped',
    tries: 'What goes with it in its place, and it in the place of that.',
    expects: 'Refused: each has its own place.',
    secretOnly: true,
    make: ({ control, credential, others }) => {
      const other = others.find((each) => each.expected !== '' && each.expected !== credential.expected);
      if (!other) return { skipped: 'Nothing goes with it.' };
      return prepared(withText(withText(control, credential.spot, other.expected), other.spot, credential.expected));
    },
  },
];
