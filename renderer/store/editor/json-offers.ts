import type { TSchema } from 'typebox';
import { keyCompletions, valueCompletions } from '#shared/schema/schema-completions.ts';
import type { Variable } from '#shared/sending/variables.ts';
import type { ScannedJson } from '#shared/text/json-node.ts';
import { scanJson } from '#shared/text/json-scan.ts';
import { blankVariables } from './json-blanks.ts';
import { placeAt, valueAround, type JsonPlace } from './json-place.ts';

/** Something that may be written at a place of a JSON text: what is inserted, and where the cursor stands then. */
export type JsonOffer = {
  readonly label: string;
  /** What is compared with what is written so far. */
  readonly match: string;
  readonly detail: string;
  readonly description: string;
  readonly isRequired: boolean;
  readonly insert: string;
  /** In `insert`, where one goes on writing. */
  readonly cursor: number;
};

export type JsonOffers = { readonly from: number; readonly to: number; readonly offers: readonly JsonOffer[] };

type Known = { readonly schema: TSchema | null; readonly variables: readonly Variable[] | null };

/** What may be written at this place, by how the vendor describes the body and by the variables that there are. */
export const jsonOffers = (text: string, at: number, { schema, variables }: Known): JsonOffers | null => {
  const scanned = scanJson(blankVariables(text, variables !== null));
  const place = placeAt(scanned, at);
  if (!place) return null;
  const offers = [
    ...(schema ? schemaOffers(schema, scanned, place, at) : []),
    ...(place.kind === 'value' && variables ? variables.map(variableOffer) : []),
  ];
  return offers.length === 0 ? null : { from: place.from, to: place.to, offers };
};

const schemaOffers = (schema: TSchema, scanned: ScannedJson, place: JsonPlace, at: number): readonly JsonOffer[] => {
  const value = valueAround(scanned, at, place);
  if (place.kind === 'value')
    return valueCompletions(schema, value, place.pointer).map(({ source, title }) => ({
      label: source,
      match: source,
      detail: title,
      description: '',
      isRequired: false,
      insert: source,
      cursor: source.length,
    }));
  return keyCompletions(schema, value, place.pointer).map(({ name, title, description, isRequired, begins }) => {
    const written = JSON.stringify(name);
    const insert = place.hasValue ? written : `${written}: ${begins}`;
    return {
      label: name,
      match: written,
      detail: title,
      description,
      isRequired,
      insert,
      // Between the quotation marks or brackets of what it begins with.
      cursor: !place.hasValue && /^(?:""|\{\}|\[\])$/.test(begins) ? insert.length - 1 : insert.length,
    };
  });
};

const variableOffer = ({ name, title }: Variable): JsonOffer => {
  const insert = `"{{${name}}}"`;
  return {
    label: `{{${name}}}`,
    match: insert,
    detail: title,
    description: '',
    isRequired: false,
    insert,
    cursor: insert.length,
  };
};
