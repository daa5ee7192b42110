import { diffJson, type JsonChange } from '#shared/compare/json-diff.ts';
import { ignored, type IgnoreRules } from '#shared/compare/ignored.ts';
import type { ScannedJson } from '#shared/text/json-node.ts';

/** How many differences a rule leaves out: `ids`, `times`, a place in JSON or the name of a header. */
export type LeftOut = { readonly rule: string; readonly count: number };

/** What differs between two JSON texts by some rules, and what these leave out. */
export type RuledDiff = {
  readonly changes: readonly JsonChange[];
  readonly isCut: boolean;
  readonly leftOut: readonly LeftOut[];
};

/** Compares two JSON texts, and tells of each rule how many differences more there would be without it. */
export const diffByRules = (before: ScannedJson, after: ScannedJson, rules: IgnoreRules): RuledDiff => {
  const diff = (by: IgnoreRules) => diffJson(before, after, ignored(by));
  const everywhere = diff({ ...rules, pointers: [] });
  const places = rules.pointers.map((pointer) => ({
    rule: pointer,
    covers: ignored({ ...rules, pointers: [pointer] }).pointer,
    count: 0,
  }));
  const changes = everywhere.changes.filter(({ inside, pointer }) => {
    const place = places.find(({ covers }) => [...inside, pointer].some(covers));
    if (place) place.count += 1;
    return !place;
  });
  const without = (rule: 'ids' | 'times'): readonly LeftOut[] => {
    if (!rules[rule]) return [];
    const more = diff({ ...rules, [rule]: false }).changes.length;
    return [{ rule, count: Math.max(0, more - changes.length) }];
  };
  return {
    changes,
    isCut: everywhere.isCut,
    leftOut: [...without('ids'), ...without('times'), ...places.map(({ rule, count }) => ({ rule, count }))],
  };
};
