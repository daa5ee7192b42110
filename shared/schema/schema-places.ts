import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { pointerNames } from '#shared/text/json-pointer.ts';
import { isJsonObject, type Json } from '#shared/text/json.ts';

/** The parts of a schema that have schemas or values inside. */
export type SchemaParts = {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
  readonly assumed?: boolean;
  readonly properties?: Readonly<Record<string, TSchema>>;
  readonly required?: readonly string[];
  readonly items?: TSchema;
  readonly anyOf?: readonly TSchema[];
  readonly allOf?: readonly TSchema[];
  readonly const?: Json;
  readonly enum?: readonly Json[];
  readonly examples?: readonly Json[];
  readonly default?: Json;
  /** Of a text that holds JSON: how that is described. */
  readonly contentSchema?: TSchema;
};

export const partsOf = (schema: TSchema): SchemaParts => schema;

/** Whether an object may be of this kind: no literal that it has is another one. What is not written yet excludes nothing. */
const mayBe = (schema: TSchema, value: Json | undefined): boolean => {
  const { properties, type, const: literal } = partsOf(schema);
  if (value === undefined) return true;
  if (literal !== undefined) return literal === value;
  if (properties === undefined) return type === undefined || type === 'object' || Value.Check(schema, value);
  if (!isJsonObject(value)) return false;
  return Object.entries(properties).every(
    ([name, each]) => !isLiteral(each) || !Object.hasOwn(value, name) || Value.Check(each, value[name]),
  );
};

const isLiteral = (schema: TSchema): boolean => {
  const { const: literal, anyOf = [] } = partsOf(schema);
  return literal !== undefined || (anyOf.length > 0 && anyOf.every(isLiteral));
};

/** The schema, or of a choice the options that the value may still be; all of them where it may be none. */
export const optionsOf = (schema: TSchema, value: Json | undefined): readonly TSchema[] => {
  const { anyOf, allOf } = partsOf(schema);
  if (allOf) return allOf.flatMap((each) => optionsOf(each, value));
  if (!anyOf || isLiteral(schema)) return [schema];
  const possible = anyOf.filter((each) => partsOf(each).anyOf !== undefined || mayBe(each, value));
  return (possible.length > 0 ? possible : anyOf).flatMap((each) => optionsOf(each, value));
};

/**
 * The schemas that apply where a JSON Pointer (RFC 6901) leads in a value, and what stands there. Several where a choice is open; none
 * where the schema says nothing. What is missing on the way does not end it.
 */
export const schemasAt = (
  schema: TSchema,
  value: Json | undefined,
  pointer: string,
): { readonly schemas: readonly TSchema[]; readonly value: Json | undefined } => {
  let schemas = [schema];
  let at = value;
  for (const name of pointerNames(pointer)) {
    const inside = schemas.flatMap((each) => optionsOf(each, at)).flatMap((each) => inner(each, name));
    schemas = [...new Set(inside)];
    at = memberOf(at, name);
  }
  return { schemas, value: at };
};

const inner = (schema: TSchema, name: string): readonly TSchema[] => {
  const { properties, items } = partsOf(schema);
  if (properties && Object.hasOwn(properties, name)) return properties[name] ? [properties[name]] : [];
  return items && /^\d{1,9}$/.test(name) ? [items] : [];
};

const memberOf = (value: Json | undefined, name: string): Json | undefined => {
  if (Array.isArray(value)) return (value as readonly Json[])[Number(name)];
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
};
