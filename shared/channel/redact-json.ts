import { redact } from '#shared/channel/redact.ts';
import { isJsonObject, type Json } from '#shared/text/json.ts';

/** The value with every one of the secrets masked in each of its strings and names, as `redact` does it. */
export const redactJson = (value: Json, secrets: readonly string[]): Json => {
  if (typeof value === 'string') return redact(value, secrets);
  if (Array.isArray(value)) return value.map((each: Json) => redactJson(each, secrets));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [redact(name, secrets), redactJson(each, secrets)]),
  );
};
