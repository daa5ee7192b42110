const keys = new WeakMap<object, string>();
let lastKey = 0;

/** What tells an item of a list from the others while it is edited, though it has no name of its own. */
export const keyOf = (item: object): string => {
  const known = keys.get(item);
  if (known !== undefined) return known;
  lastKey += 1;
  keys.set(item, String(lastKey));
  return String(lastKey);
};

/** An item that stands in the place of another one is the same one, changed. */
export const inPlaceOf = <Item extends object>(before: object, item: Item): Item => {
  keys.set(item, keyOf(before));
  return item;
};
