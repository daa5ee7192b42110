import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';

/** What holds for a request of a collection by where it stands: variables and the way to authorise, the innermost first. */
export type PostmanScope = {
  readonly variables: ReadonlyMap<string, string>;
  readonly auth: JsonObject | null;
};

export const outermostScope: PostmanScope = { variables: new Map(), auth: null };

/** The scope inside a collection or folder. */
export const scopeWithin = (outer: PostmanScope, { variable, auth }: JsonObject): PostmanScope => ({
  variables: new Map([...outer.variables, ...keyedTexts(variable)]),
  auth: isJsonObject(auth) ? auth : outer.auth,
});

/** Lists in a collection: those that are switched off left out, values as texts. */
export const keyedTexts = (value: Json | undefined): readonly (readonly [key: string, value: string])[] =>
  objectsIn(value).flatMap((each) => {
    const key = each['key'] ?? each['id'];
    return typeof key === 'string' && each['disabled'] !== true ? [[key, textOf(each['value'])] as const] : [];
  });

export const objectsIn = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? (value as readonly Json[]).filter(isJsonObject) : [];

/** A text; what is none as JSON, and nothing where there is nothing. */
export const textOf = (value: Json | undefined): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);

/** How often a variable may stand in the value of another, and how many characters may come of a text. */
const deepest = 5;
const longest = 10_000_000;

/** The text with every `{{variable}}` that has a value; the others stay. */
export const filled = (text: string, { variables }: PostmanScope): string => {
  let before = text;
  let room = longest;
  for (let depth = 0; depth < deepest && before.includes('{{'); depth += 1) {
    const after = before.replaceAll(/\{\{([^{}]{1,200})\}\}/g, (whole, name: string) => {
      const value = variables.get(name.trim());
      room -= value?.length ?? 0;
      return value === undefined || room < 0 ? whole : value;
    });
    if (after === before) break;
    before = after;
  }
  return before;
};

/** The names of variables that still stand in a text. */
export const unfilledIn = (text: string): readonly string[] => [
  ...new Set(Array.from(text.matchAll(/\{\{([^{}]{1,200})\}\}/g), ([, name = '']) => name.trim())),
];
