import type { TSchema } from 'typebox';
import type { FactStatus } from '#shared/exchange/finding.ts';
import type { Json } from '#shared/text/json.ts';
import { optionsOf, partsOf, schemasAt } from './schema-places.ts';

/** What a vendor says of a value, and how sure that is. */
export type SchemaHint = {
  readonly title: string;
  /** Empty where the title says all. */
  readonly description: string;
  readonly status: FactStatus | null;
  readonly source: string | null;
};

type Origin = { readonly status?: FactStatus; readonly source?: string };
const originOf = (schema: TSchema): Origin => schema;

/** What is said of the value that a JSON Pointer (RFC 6901) leads to, in a body of this schema; null where nothing is. */
export const hintAt = (schema: TSchema, value: Json | undefined, pointer: string): SchemaHint | null => {
  const { schemas, value: at } = schemasAt(schema, value, pointer);
  const told = [...schemas, ...schemas.flatMap((each) => optionsOf(each, at))].map(partsOf);
  const found = told.find(({ title }) => title !== undefined);
  if (!found) return null;
  const { title = '', description = '' } = found;
  const isAssumed = schemas.length > 0 && schemas.every((each) => partsOf(each).assumed === true);
  const origin = wholeOrigin(schema, value);
  return {
    title,
    description,
    status: isAssumed ? 'assumed' : (origin.status ?? null),
    source: origin.source ?? null,
  };
};

/** The origin of the whole description, or of the one kind of body that this one is. */
const wholeOrigin = (schema: TSchema, value: Json | undefined): Origin => {
  const own = originOf(schema);
  if (own.status !== undefined) return own;
  const [only, ...others] = optionsOf(schema, value);
  return only && others.length === 0 ? originOf(only) : {};
};

/** The schemas of the JSON that the text at this place holds (JSON Schema Validation 2020-12 §8.5); none where it is plain text. */
export const contentSchemasAt = (schema: TSchema, value: Json | undefined, pointer: string): readonly TSchema[] => {
  const { schemas, value: at } = schemasAt(schema, value, pointer);
  return schemas.flatMap((each) => optionsOf(each, at)).flatMap((each) => partsOf(each).contentSchema ?? []);
};
