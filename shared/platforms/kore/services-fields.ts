import { mediaTypeOf, readForm, type FormBody } from '#shared/exchange/form-body.ts';
import { readJsonBody } from '#shared/exchange/json-body.ts';
import type { RawRequest } from '#shared/exchange/raw-http.ts';
import { isJsonObject } from '#shared/text/json.ts';

/** The fields of a body that clients send as JSON or as a form. */
export type Fields = {
  /** The first value of this name as a text; empty where there is none. */
  readonly text: (name: string) => string;
  readonly has: (name: string) => boolean;
  /** One sentence where the body could not be read at all; then there are no fields. */
  readonly problem: string | null;
};

/** The fields of a form that was read. */
export const fieldsOf = (pairs: FormBody['fields'], problem: string | null = null): Fields => {
  const valueOf = (name: string): string | undefined => pairs.find(([each]) => each === name)?.[1];
  return { text: (name) => valueOf(name) ?? '', has: (name) => valueOf(name) !== undefined, problem };
};

/** Reads the fields of a form, or the texts, numbers and truth values of a JSON object; by the Content-Type, JSON where it names no form. */
export const readFields = async (request: Pick<RawRequest, 'headers' | 'body'>): Promise<Fields> => {
  const type = mediaTypeOf(request);
  if (type === 'application/x-www-form-urlencoded' || type === 'multipart/form-data') {
    const { fields, problem } = await readForm(request);
    return fieldsOf(fields, problem ?? null);
  }
  const { value, oddities } = readJsonBody(request);
  if (!isJsonObject(value)) return fieldsOf([], oddities.at(-1)?.sentence ?? 'The body is JSON, but not an object.');
  return fieldsOf(
    Object.entries(value).flatMap(([name, each]) =>
      typeof each === 'string' || typeof each === 'number' || typeof each === 'boolean' ? [[name, String(each)]] : [],
    ),
  );
};
