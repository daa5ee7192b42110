import { bytesOf } from '#shared/exchange/body.ts';
import type { HeaderLines, RawResponse } from '#shared/exchange/raw-http.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { parseJson } from '#shared/text/parse-json.ts';
import { wellFormed } from '#shared/text/well-formed.ts';

/** The object under a name, or an empty one. */
export const objectAt = (object: JsonObject, name: string): JsonObject =>
  isJsonObject(object[name]) ? object[name] : {};

/** The objects of the array under a name. What is none is left out. */
export const objectsAt = (object: JsonObject, name: string): readonly JsonObject[] =>
  arrayOf(object[name]).filter(isJsonObject);

/** The text under a name, or empty. */
export const textAt = (object: JsonObject, name: string): string =>
  typeof object[name] === 'string' ? object[name] : '';

export const arrayOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

/** An id that is a text with something in it, or a number; null otherwise. */
export const idOf = (value: Json | undefined): string | null => {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? wellFormed(value) : null;
};

/** An object from a text that is one as JSON, or null. */
export const objectOf = (text: string): JsonObject | null => {
  if (!text.trimStart().startsWith('{')) return null;
  const parsed = parseJson(text);
  return parsed.ok && isJsonObject(parsed.value) ? parsed.value : null;
};

/** A response whose body is plain text. */
export const textResponse = (status: number, text: string, headers: HeaderLines = []): RawResponse => {
  const body = bytesOf(text);
  return {
    status,
    reason: '',
    headers: [
      ...headers,
      ...(text === '' ? [] : [['Content-Type', 'text/plain; charset=utf-8'] as const]),
      ['Content-Length', String(body.byteLength)],
    ],
    body,
  };
};
