import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';

/** The object there, or an empty one: the vendor's JSON is read loosely. */
export const objectIn = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});

/** The list there, or an empty one. */
export const listIn = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : [];

/** The text there, or an empty one. A number counts as its digits: ids come either way. */
export const textIn = (value: Json | undefined): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** The object without the fields that have no value. */
export const withoutEmpty = (value: Readonly<Record<string, Json | undefined>>): JsonObject =>
  Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, Json] => entry[1] !== undefined && entry[1] !== ''),
  );
