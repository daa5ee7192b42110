import { differences, type Stretch } from '#shared/compare/myers.ts';
import { longestRising } from '#shared/compare/rising.ts';

/** Items of two lists that are the same one, by their places; `isMoved` where it stands elsewhere among those that stayed. */
export type ItemPair = { readonly at: number; readonly otherAt: number; readonly isMoved: boolean };

/** An item of a list: what makes it this one, and what may stand in its place. */
export type Item = { readonly identity: string; readonly kind: string };

/**
 * Which items of two lists belong together: those with the same identity, in the way that leaves most of them where they are; then those
 * of the same kind that stand in the place of one another. The others were added or removed.
 */
export const pairItems = (items: readonly Item[], others: readonly Item[]): readonly ItemPair[] => {
  const isSame = (at: number, otherAt: number): boolean => items[at]?.identity === others[otherAt]?.identity;
  const found = differences(items.length, others.length, isSame, 500);
  const stayed = found ? between(found, items.length) : [];
  const moved = byIdentity(
    restOf(
      items,
      stayed.map(({ at }) => at),
    ),
    restOf(
      others,
      stayed.map(({ otherAt }) => otherAt),
    ),
  );
  const rising = found ? new Set<number>() : longestRising(moved.map(({ at }) => at));
  const paired = [...stayed, ...moved.map((each) => ({ ...each, isMoved: !rising.has(each.at) }))];
  return [...paired, ...inPlaceOfOneAnother(items, others, paired)].toSorted(
    (one, other) => one.otherAt - other.otherAt,
  );
};

/** What lies between the stretches that differ is the same. */
const between = (stretches: readonly Stretch[], length: number): readonly ItemPair[] => {
  const pairs: ItemPair[] = [];
  let [at, otherAt] = [0, 0];
  for (const { from, to, otherTo } of [...stretches, { from: length, to: length, otherTo: 0 }]) {
    for (; at < from; at += 1, otherAt += 1) pairs.push({ at, otherAt, isMoved: false });
    [at, otherAt] = [to, otherTo];
  }
  return pairs;
};

type Placed = { readonly at: number; readonly item: Item };

const restOf = (items: readonly Item[], taken: readonly number[]): readonly Placed[] => {
  const isTaken = new Set(taken);
  return items.flatMap((item, at) => (isTaken.has(at) ? [] : [{ at, item }]));
};

/** The first with an identity belongs to the first with it on the other side, the second to the second. By the order of the others. */
const byIdentity = (items: readonly Placed[], others: readonly Placed[]): readonly Omit<ItemPair, 'isMoved'>[] => {
  const waiting = new Map<string, number[]>();
  for (const { at, item } of items.toReversed()) {
    const same = waiting.get(item.identity);
    if (same) same.push(at);
    else waiting.set(item.identity, [at]);
  }
  return others.flatMap(({ at: otherAt, item }) => {
    const at = waiting.get(item.identity)?.pop();
    return at === undefined ? [] : [{ at, otherAt }];
  });
};

/** What is left between the same two neighbours, one by one, as far as the kinds agree. */
const inPlaceOfOneAnother = (
  items: readonly Item[],
  others: readonly Item[],
  paired: readonly ItemPair[],
): readonly ItemPair[] => {
  const stayed = paired.filter(({ isMoved }) => !isMoved).toSorted((one, other) => one.at - other.at);
  const free = restOf(
    items,
    paired.map(({ at }) => at),
  );
  const otherFree = restOf(
    others,
    paired.map(({ otherAt }) => otherAt),
  );
  const pairs: ItemPair[] = [];
  let [index, otherIndex] = [0, 0];
  for (const { at, otherAt } of [...stayed, { at: items.length, otherAt: others.length }]) {
    const gap: Placed[] = [];
    const otherGap: Placed[] = [];
    for (let each = free[index]; each && each.at < at; each = free[(index += 1)]) gap.push(each);
    for (let each = otherFree[otherIndex]; each && each.at < otherAt; each = otherFree[(otherIndex += 1)])
      otherGap.push(each);
    for (const [place, each] of gap.entries()) {
      const other = otherGap[place];
      if (other?.item.kind === each.item.kind) pairs.push({ at: each.at, otherAt: other.at, isMoved: false });
    }
  }
  return pairs;
};
