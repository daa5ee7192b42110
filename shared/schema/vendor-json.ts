import { Type, type TProperties, type TSchema } from 'typebox';

/**
 * How the JSON of a vendor is described: every value with a title for people, most with a sentence. Members that are not listed are none of
 * our business. Marks: `assumed: true` where no public page has it; `examples` for texts of an open list; `contentSchema` for JSON
 * inside a text (JSON Schema 2020-12 §8.5 of Validation).
 */
type More = Readonly<Record<string, unknown>>;

const words = (title: string, description: string, more: More): More => ({
  title,
  ...(description === '' ? {} : { description }),
  ...more,
});

/** A member, or a whole, that no public page has: it was concluded from the rest. */
export const assumed = { assumed: true } as const;

export const text = (title: string, description = '', more: More = {}): TSchema =>
  Type.String(words(title, description, more));

/** A text of which some values are known, and others may be. */
export const openText = (title: string, examples: readonly string[], description = '', more: More = {}): TSchema =>
  Type.String(words(title, description, { examples, ...more }));

/** A text that is one of these, and nothing else. */
export const choice = (title: string, values: readonly string[], description = '', more: More = {}): TSchema =>
  Type.Union(
    values.map((value) => Type.Literal(value)),
    words(title, description, more),
  );

/** A text that tells one kind of object from the others. */
export const word = (value: string, title: string): TSchema => Type.Literal(value, { title });

/** A text that is none of these: of a kind that is not described. */
export const otherWord = (title: string, known: readonly string[]): TSchema =>
  Type.String({ title, pattern: `^(?!(?:${known.join('|')})$)`, must: `be ${known.join(', ')} or another word` });

export const number = (title: string, description = '', more: More = {}): TSchema =>
  Type.Number(words(title, description, more));

export const flag = (title: string, description = '', more: More = {}): TSchema =>
  Type.Boolean(words(title, description, more));

export const anything = (title: string, description = '', more: More = {}): TSchema =>
  Type.Unknown(words(title, description, more));

export const oneOf = (title: string, options: readonly TSchema[], description = '', more: More = {}): TSchema =>
  Type.Union([...options], words(title, description, more));

export const list = (title: string, items: TSchema, description = '', more: More = {}): TSchema =>
  Type.Array(items, words(title, description, more));

type Members = { readonly required?: TProperties; readonly optional?: TProperties };

/** An object: members that have to be there, and members that may be. What is in both has to be there. */
export const object = (
  title: string,
  { required = {}, optional = {} }: Members,
  description = '',
  more: More = {},
): TSchema =>
  Type.Object(
    {
      ...required,
      ...Object.fromEntries(
        Object.entries(optional)
          .filter(([name]) => !Object.hasOwn(required, name))
          .map(([name, schema]) => [name, Type.Optional(schema)]),
      ),
    },
    words(title, description, more),
  );
