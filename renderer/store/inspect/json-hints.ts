import type { TSchema } from 'typebox';
import { contentSchemasAt, hintAt, type SchemaHint } from '#shared/schema/schema-hints.ts';
import type { ScannedJson } from '#shared/text/json-node.ts';
import type { Json } from '#shared/text/json.ts';
import { pointersOf, type JsonRow } from '../json-rows.ts';

/** What a text is as a value, parsed once; undefined where it is no JSON. */
const values = new WeakMap<ScannedJson, { readonly value: Json | undefined }>();

/** The value of a JSON text, as parsers have it. */
export const valueOf = (scanned: ScannedJson): Json | undefined => {
  const known = values.get(scanned);
  if (known) return known.value;
  const value = parsed(scanned.source);
  values.set(scanned, { value });
  return value;
};

const parsed = (source: string): Json | undefined => {
  try {
    return JSON.parse(source) as Json;
  } catch {
    return undefined;
  }
};

/** What the vendor says of the value of a row; null where nothing is said. */
export const hintOfRow = (schema: TSchema | null, row: JsonRow): SchemaHint | null => {
  const pointers = pointersOf(row);
  const texts = [...row.inside.map(({ scanned }) => scanned), row.scanned];
  let described = schema;
  for (const [index, pointer] of pointers.entries()) {
    const text = texts[index];
    if (!described || !text) return null;
    if (index === pointers.length - 1) return hintAt(described, valueOf(text), pointer);
    described = contentSchemasAt(described, valueOf(text), pointer)[0] ?? null;
  }
  return null;
};
