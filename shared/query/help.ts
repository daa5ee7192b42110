import { fields } from '#shared/query/fields.ts';

/** One line of the help: what is written, what it takes (nothing where it takes nothing), what it finds, and an example. */
export type HelpLine = {
  readonly name: string;
  readonly takes: string;
  readonly what: string;
  readonly example: string;
};

/** Everything that a query can hold: first what has no field, then the fields. */
export const queryHelp: readonly HelpLine[] = [
  {
    name: 'word',
    takes: '',
    what: 'Words that begin so, in a head or a body; where none does, the letters anywhere.',
    example: 'card',
  },
  { name: '"words"', takes: '', what: 'These words in this order.', example: '"card lost"' },
  { name: '-term', takes: 'any term', what: 'What the term does not find.', example: '-status:200' },
  { name: 'field:a,b', takes: 'several values', what: 'What has one of them.', example: 'status:401,403' },
  ...fields.map(({ name, takes, what, example }) => ({ name, takes, what, example })),
];
