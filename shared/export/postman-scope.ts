import { importLimits } from '#shared/export/import-limits.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';

/** Characters that may come of all texts of one collection together: variables in variables make much of little. */
const mostFilled = 2 * importLimits.bytes;

/** How much may still come of the texts of a collection. */
class Room {
  #left = mostFilled;

  get isOver(): boolean {
    return this.#left < 0;
  }

  readonly take = (characters: number): boolean => {
    if (!this.isOver) this.#left -= characters;
    return !this.isOver;
  };
}

/** What holds for a request of a collection by where it stands: variables and the way to authorise, the innermost first. */
export type PostmanScope = {
  readonly own: ReadonlyMap<string, string>;
  readonly outer: PostmanScope | null;
  readonly auth: JsonObject | null;
  readonly room: Pick<Room, 'isOver' | 'take'>;
};

/** The scope around one collection. */
export const outermostScope = (): PostmanScope => ({ own: new Map(), outer: null, auth: null, room: new Room() });

/** The scope inside a collection or folder. */
export const scopeWithin = (outer: PostmanScope, { variable, auth }: JsonObject): PostmanScope => ({
  own: new Map(keyedTexts(variable)),
  outer,
  auth: isJsonObject(auth) ? auth : outer.auth,
  room: outer.room,
});

/** The scope of what is written as it was sent: nothing in it is filled in. */
export const withoutVariables = (scope: PostmanScope): PostmanScope => ({ ...scope, own: new Map(), outer: null });

const valueIn = (scope: PostmanScope, name: string): string | undefined => {
  for (let each: PostmanScope | null = scope; each; each = each.outer) {
    const value = each.own.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
};

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

/** How often a variable may stand in the value of another, and how many characters may come of one text. */
const deepest = 5;
const longest = 10_000_000;

/** The text with every `{{variable}}` that has a value; the others stay, and the rest where it becomes too long. */
export const filled = (text: string, scope: PostmanScope): string => {
  let before = text;
  let left = longest;
  scope.room.take(text.length);
  for (let depth = 0; depth < deepest && before.includes('{{'); depth += 1) {
    const after = before.replaceAll(/\{\{([^{}]{1,200})\}\}/g, (whole, name: string) => {
      const value = valueIn(scope, name.trim());
      left -= value?.length ?? 0;
      return value === undefined || left < 0 || !scope.room.take(value.length) ? whole : value;
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
