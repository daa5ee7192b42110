/** Whether a row stands before another one (negative) or behind it, by their ids. */
export const byPlace = (one: string, other: string): number => {
  const [first = [], second = []] = [one, other].map((each) => each.split('>').map(Number));
  const at = first.findIndex((place, index) => place !== second[index]);
  if (at < 0) return first.length - second.length;
  return (first[at] ?? 0) - (second[at] ?? -1);
};

/** Of ids of rows in the order of the text, the next one behind this row or before it, around the ends; null where there is none. */
export const steppedId = (ids: readonly string[], from: string | null, by: 1 | -1): string | null => {
  const next =
    from === null
      ? undefined
      : by > 0
        ? ids.find((id) => byPlace(id, from) > 0)
        : ids.findLast((id) => byPlace(id, from) < 0);
  return next ?? (by > 0 ? ids[0] : ids.at(-1)) ?? null;
};
