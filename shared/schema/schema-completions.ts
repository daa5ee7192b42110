import type { TSchema } from 'typebox';
import { isJsonObject, type Json } from '#shared/text/json.ts';
import { optionsOf, partsOf, schemasAt, type SchemaParts } from './schema-places.ts';

/** A name that may be written into an object, and what it is. */
export type KeyCompletion = {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly isRequired: boolean;
  /** No public page has it. */
  readonly isAssumed: boolean;
  /** What to begin its value with, as JSON text: `""`, `{}`, `[]`, `0`, `false`, or the only value that it can have. */
  readonly begins: string;
};

/** A value that may be written in a place, as JSON text, and what it is. */
export type ValueCompletion = { readonly source: string; readonly title: string };

/** The names that the object at this place (JSON Pointer) may have and does not have yet, those that it needs first. */
export const keyCompletions = (schema: TSchema, value: Json | undefined, pointer: string): readonly KeyCompletion[] => {
  const { schemas, value: at } = schemasAt(schema, value, pointer);
  const present = isJsonObject(at) ? at : {};
  const found = new Map<string, KeyCompletion>();
  for (const option of schemas.flatMap((each) => optionsOf(each, at))) {
    const { properties = {}, required = [] } = partsOf(option);
    for (const [name, property] of Object.entries(properties))
      if (!Object.hasOwn(present, name) && !found.has(name))
        found.set(name, completionOf(name, property, required.includes(name)));
  }
  return [...found.values()].toSorted((one, other) => Number(other.isRequired) - Number(one.isRequired));
};

const completionOf = (name: string, schema: TSchema, isRequired: boolean): KeyCompletion => {
  const { title = name, description = '', assumed = false } = partsOf(schema);
  return { name, title, description, isRequired, isAssumed: assumed, begins: beginningOf(schema) };
};

const beginnings: Readonly<Record<string, string>> = {
  string: '""',
  object: '{}',
  array: '[]',
  number: '0',
  integer: '0',
  boolean: 'false',
  null: 'null',
};

const beginningOf = (schema: TSchema): string => {
  const { anyOf, allOf, const: literal, type = '' } = partsOf(schema);
  if (literal !== undefined) return JSON.stringify(literal);
  const [first] = anyOf ?? allOf ?? [];
  return first ? beginningOf(first) : (beginnings[type] ?? 'null');
};

/** The values that are known for this place: literals, the words of a list, true and false. */
export const valueCompletions = (
  schema: TSchema,
  value: Json | undefined,
  pointer: string,
): readonly ValueCompletion[] => {
  // What is being written there says nothing yet about what it is to be.
  const { schemas } = schemasAt(schema, value, pointer);
  const all = schemas.flatMap((each) => optionsOf(each, undefined)).flatMap(valuesOf);
  return [...new Map(all.map((each) => [each.source, each])).values()];
};

const valuesOf = (schema: TSchema): readonly ValueCompletion[] => {
  const parts = partsOf(schema);
  const { const: literal, enum: words = [], examples = [], anyOf = [], type, title = '' } = parts;
  const known: readonly Json[] = [
    ...(literal === undefined ? [] : [literal]),
    ...words,
    ...examples,
    ...(type === 'boolean' ? [true, false] : []),
    ...defaultOf(parts),
  ];
  return [
    ...known.map((each) => ({ source: JSON.stringify(each), title })),
    ...anyOf.flatMap(valuesOf).map((each) => ({ ...each, title: each.title || title })),
  ];
};

const defaultOf = ({ default: initial }: SchemaParts): readonly Json[] => (initial === undefined ? [] : [initial]);
