import type { Finding } from '#shared/exchange/finding.ts';
import { mediaTypeOf, queryOf, readForm } from '#shared/exchange/form-body.ts';
import { readJsonBody } from '#shared/exchange/json-body.ts';
import type { RawRequest } from '#shared/exchange/raw-http.ts';
import { isJsonObject, type Json } from '#shared/text/json.ts';
import type { Fact } from '#shared/platforms/fact.ts';
import { facts, findingOf } from './facts.ts';

/** The fields of a request, however they came. */
export type Fields = ReadonlyMap<string, string>;

/** How the fields of a request came. */
export type FieldEncoding = 'form' | 'multipart' | 'json' | 'query';

export type FieldReading = {
  readonly fields: Fields;
  readonly encoding: FieldEncoding;
  readonly findings: readonly Finding[];
};

const textOfValue = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

const encodingFacts: { readonly [encoding in FieldEncoding]: Fact } = {
  form: facts.formEncoded,
  multipart: facts.multipart,
  json: facts.jsonEncoded,
  query: facts.getQuery,
};

/**
 * Reads the fields of a WebHook or a JSON API request from a form of either kind, from JSON or from the query. The body counts over
 * the query, which belongs to the address. Refuses nothing: a body that cannot be read is an error finding.
 */
export const readFields = async (request: RawRequest, feature: 'webhook' | 'json-api'): Promise<FieldReading> => {
  const query = [...queryOf(request.target)];
  if (request.body.byteLength === 0)
    return { fields: new Map(query), encoding: 'query', findings: noteOf('query', feature) };
  const type = mediaTypeOf(request);
  if (type === 'application/x-www-form-urlencoded' || type === 'multipart/form-data') {
    const encoding = type === 'multipart/form-data' ? 'multipart' : 'form';
    const { fields, problem } = await readForm(request);
    const findings =
      problem === undefined
        ? noteOf(encoding, feature)
        : [findingOf('error', `${feature}.body`, encodingFacts[encoding], problem, 'body')];
    return { fields: new Map([...query, ...fields]), encoding, findings };
  }
  const { value, oddities } = readJsonBody(request);
  const fact = feature === 'webhook' ? facts.webhookBody : facts.jsonEncoded;
  const odd = oddities.map(({ kind, sentence, at }) =>
    findingOf(
      value === undefined && kind !== 'media-type' ? 'error' : 'warning',
      `${feature}.body.${kind}`,
      fact,
      sentence,
      at,
    ),
  );
  if (value === undefined) return { fields: new Map(query), encoding: 'json', findings: odd };
  if (!isJsonObject(value))
    return {
      fields: new Map(query),
      encoding: 'json',
      findings: [
        ...odd,
        findingOf('error', `${feature}.body.object`, fact, 'The body is JSON, but not an object with fields.', 'body'),
      ],
    };
  const fields = Object.entries(value).map(([name, each]) => [name, textOfValue(each)] as const);
  return { fields: new Map([...query, ...fields]), encoding: 'json', findings: [...noteOf('json', feature), ...odd] };
};

/** JSON and GET are what the docs suggest and what nobody has seen. */
const noteOf = (encoding: FieldEncoding, feature: 'webhook' | 'json-api'): readonly Finding[] => {
  if (feature === 'webhook' || encoding === 'form') return [];
  const sentence: { readonly [each in Exclude<FieldEncoding, 'form'>]: string } = {
    multipart: 'The fields came as a multipart form.',
    json: 'The fields came as JSON; the live product was seen to send a form. Read both, or a real request finds no user_id.',
    query: 'The fields came in the query, as with GET.',
  };
  return [findingOf('info', `json-api.encoding.${encoding}`, encodingFacts[encoding], sentence[encoding])];
};
