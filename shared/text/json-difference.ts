import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';

/** What has to be done to one JSON object to make another of it. */
export type Difference = {
  /** Members that are not there, or are otherwise. */
  readonly keep?: JsonObject;
  /** Names of members that do not belong there. */
  readonly drop?: readonly string[];
  /** What is to be done within the objects of these names. */
  readonly within?: { readonly [name: string]: Difference };
};

/** What makes `wanted` of `made`, null where nothing has to be done; the order of members does not count. `mayDrop`: whether a member of this path can be taken away. */
export const differenceOf = (
  wanted: JsonObject,
  made: JsonObject,
  mayDrop: (path: string) => boolean = () => true,
  path = '',
): Difference | null => {
  const keep: [string, Json][] = [];
  const within: [string, Difference][] = [];
  for (const [name, value] of Object.entries(wanted)) {
    const other = Object.hasOwn(made, name) ? made[name] : undefined;
    if (isJsonObject(value) && isJsonObject(other)) {
      const inner = differenceOf(value, other, mayDrop, `${path}/${name}`);
      if (inner) within.push([name, inner]);
    } else if (other === undefined || !isSame(value, other)) keep.push([name, value]);
  }
  const drop = Object.keys(made).filter((name) => !Object.hasOwn(wanted, name) && mayDrop(`${path}/${name}`));
  if (keep.length === 0 && within.length === 0 && drop.length === 0) return null;
  return {
    ...(keep.length > 0 ? { keep: Object.fromEntries(keep) } : {}),
    ...(drop.length > 0 ? { drop } : {}),
    ...(within.length > 0 ? { within: Object.fromEntries(within) } : {}),
  };
};

/** The object with the difference applied. */
export const withDifference = (made: JsonObject, { keep = {}, drop = [], within = {} }: Difference): JsonObject => {
  const members = new Map(Object.entries(made).filter(([name]) => !drop.includes(name)));
  for (const [name, inner] of Object.entries(within)) {
    const value = members.get(name);
    members.set(name, withDifference(isJsonObject(value) ? value : {}, inner));
  }
  for (const [name, value] of Object.entries(keep)) members.set(name, value);
  return Object.fromEntries(members);
};

/** Whether two values are the same, whatever the order of the members of an object. */
const isSame = (one: Json, other: Json): boolean => {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((each, index) => isSame(each as Json, other[index] as Json));
  if (!isJsonObject(one) || !isJsonObject(other)) return one === other;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => {
      const [here, there] = [one[name], Object.hasOwn(other, name) ? other[name] : undefined];
      return here !== undefined && there !== undefined && isSame(here, there);
    })
  );
};
