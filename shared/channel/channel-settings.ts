import type { TObject } from 'typebox';
import { Value } from 'typebox/value';
import { secretFieldsOf } from '#shared/platforms/platform.ts';
import type { Json, JsonObject } from '#shared/text/json.ts';

/** Settings with the defaults of the platform's schema where nothing is given; a secret given as '' counts as not given. */
export const completeSettings = (schema: TObject, given: JsonObject): JsonObject => {
  const secretFields = secretFieldsOf(schema);
  const meant = Object.entries(given).filter(([field, value]) => !(secretFields.includes(field) && value === ''));
  return Value.Default(schema, Object.fromEntries(meant)) as JsonObject;
};

/** The settings that a file and a screen may hold: all but the secret ones. */
export const withoutSecrets = (schema: TObject, settings: JsonObject): JsonObject => {
  const secretFields = secretFieldsOf(schema);
  return Object.fromEntries(Object.entries(settings).filter(([field]) => !secretFields.includes(field)));
};

/** The secret settings that have a value, by their names. */
export const secretsIn = (schema: TObject, settings: JsonObject): Readonly<Record<string, string>> =>
  Object.fromEntries(
    secretFieldsOf(schema).flatMap((field) => {
      const value = settings[field];
      return typeof value === 'string' && value !== '' ? [[field, value] as const] : [];
    }),
  );

/** The settings that matter with the values of the others (`only: { field, is }`), and what each is called. */
export const settingsThatMatter = (
  schema: TObject,
  settings: JsonObject,
): readonly { readonly field: string; readonly title: string }[] =>
  Object.entries(schema.properties).flatMap(([field, property]) => {
    const { title, only } = property as { readonly title?: string; readonly only?: Only };
    const matters = !only || only.is.some((each) => each === settings[only.field]);
    return matters ? [{ field, title: title ?? field }] : [];
  });

type Only = { readonly field: string; readonly is: readonly Json[] };
