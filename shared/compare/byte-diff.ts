import { betweenEnds, differences, type Stretch } from '#shared/compare/myers.ts';

/** Two bodies byte by byte: what differs, in order. `isExact` is false where they differ too much to be told apart in detail. */
export type ByteDiff = { readonly stretches: readonly Stretch[]; readonly isExact: boolean };

/** So few bytes that are the same between two that are not are no more than chance. */
const chance = 3;

/** What differs between two bodies, as stretches of bytes; those with hardly anything in common between them are one. */
export const diffBytes = (one: Uint8Array, other: Uint8Array): ByteDiff => {
  const isSame = (at: number, otherAt: number): boolean => one[at] === other[otherAt];
  const found = differences(one.length, other.length, isSame);
  return found
    ? { stretches: joined(found), isExact: true }
    : { stretches: [betweenEnds(one.length, other.length, isSame)], isExact: false };
};

const joined = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const out: Stretch[] = [];
  for (const each of stretches) {
    const last = out.at(-1);
    if (last && each.from - last.to <= chance) out[out.length - 1] = { ...last, to: each.to, otherTo: each.otherTo };
    else out.push(each);
  }
  return out;
};
