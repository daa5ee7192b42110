import type { Ignored } from '#shared/compare/ignored.ts';
import { createClasses } from '#shared/compare/json-classes.ts';
import { stepsInside, type Sides, type Step } from '#shared/compare/json-steps.ts';
import type { JsonNode, ScannedJson } from '#shared/text/json-node.ts';
import { jsonPointerOf, sourceOf } from '#shared/text/json-outline.ts';
import { scanJson } from '#shared/text/json-scan.ts';
import { decodedString } from '#shared/text/json-tokens.ts';
import { nestedJson } from '#shared/text/nested-json.ts';

/** One thing that is not the same in two JSON texts. */
export type JsonChange = {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  /** Where it is now; of something removed, where it was. JSON Pointer (RFC 6901). */
  readonly pointer: string;
  /** Of what is inside strings that hold JSON on both sides: where those are now, the outermost first. */
  readonly inside: readonly string[];
  /** Of something moved: where it was. */
  readonly fromPointer?: string;
  /** The values as they came, numbers with all their digits. What was added has no `from`, what was removed no `to`. */
  readonly from?: string;
  readonly to?: string;
  /** The values in their texts, or in the texts inside; null where there is none. */
  readonly before: JsonNode | null;
  readonly after: JsonNode | null;
};

/** `isCut`: there are more changes than anybody reads. */
export type JsonDiff = { readonly changes: readonly JsonChange[]; readonly isCut: boolean };

const mostChanges = 5000;

/**
 * What changed between two JSON texts, in the order of the second one. Objects are compared by the names of their members, whose order does
 * not count; items of lists by an id, else by their value, else by their place. What went from one object or list to another has moved.
 * Works on texts that are broken as far as they can be read, and without recursion. What `ignored` leaves out is not told.
 */
export const diffJson = (before: ScannedJson, after: ScannedJson, ignored: Ignored): JsonDiff => {
  const classesOf = createClasses(ignored.text);
  const sides: Sides = { before, after, classes: classesOf(before), otherClasses: classesOf(after) };
  const changes: JsonChange[] = [];
  let isCut = false;
  const steps: Step[] = [...stepsInside(null, sides)].toReversed();
  for (let step = steps.pop(); step && !isCut; step = steps.pop()) {
    const inside = stepsInside(step, sides);
    // One by one: there may be more of them than a call can have arguments.
    for (const each of inside.toReversed()) steps.push(each);
    const change = changeOf(step, inside.length > 0, sides);
    if (!change || ignored.pointer(change.pointer)) continue;
    isCut = changes.length === mostChanges;
    if (!isCut) changes.push(change);
  }
  const told = withMoves(changes, sides).flatMap((each) => changesInside(each, ignored));
  return { changes: told.slice(0, mostChanges), isCut: isCut || told.length > mostChanges };
};

/** A string that holds JSON before and after has not changed as a whole: what in it has. Each layer is shorter than the one around it. */
const changesInside = (change: JsonChange, ignored: Ignored): readonly JsonChange[] => {
  if (change.kind !== 'changed' || change.before?.kind !== 'string' || change.after?.kind !== 'string') return [change];
  const [before, after] = [change.from ?? '', change.to ?? ''].map((source) => nestedJson(decodedString(source)));
  if (typeof before !== 'string' || typeof after !== 'string') return [change];
  const inner = (by: Ignored): JsonDiff => diffJson(scanJson(before), scanJson(after), by);
  const { changes } = inner(ignored);
  // It is laid out in another way, and says the same: the string is another one all the same.
  if (changes.length === 0 && inner({ ...ignored, pointer: () => false }).changes.length === 0) return [change];
  return changes.map((each) => ({ ...each, inside: [change.pointer, ...each.inside] }));
};

const isEqual = ({ before, after }: Step, { classes, otherClasses }: Sides): boolean =>
  before !== null && after !== null && classes[before.index] === otherClasses[after.index];

const changeOf = (step: Step, hasInside: boolean, sides: Sides): JsonChange | null => {
  const { kind, before, after } = step;
  if (kind === 'moved') return changed(kind, before, after, sides);
  if (before && after) return hasInside || isEqual(step, sides) ? null : changed('changed', before, after, sides);
  return before ? changed('removed', before, null, sides) : changed('added', null, after, sides);
};

const changed = (
  kind: JsonChange['kind'],
  before: JsonNode | null,
  after: JsonNode | null,
  sides: Sides,
): JsonChange => {
  const fromPointer = before && jsonPointerOf(sides.before, before);
  return {
    kind,
    inside: [],
    pointer: after ? jsonPointerOf(sides.after, after) : (fromPointer ?? ''),
    ...(kind === 'moved' && fromPointer !== null ? { fromPointer } : {}),
    ...(before ? { from: sourceOf(sides.before, before) } : {}),
    ...(after ? { to: sourceOf(sides.after, after) } : {}),
    before,
    after,
  };
};

/** A number or a word that is gone here and new there is chance; so much text is the same one. */
const isTelling = ({ from, to, children }: JsonNode): boolean => children > 0 || to - from >= 12;

/** What was removed in one place and added in another is one thing that moved. */
const withMoves = (changes: readonly JsonChange[], sides: Sides): readonly JsonChange[] => {
  const gone = new Map<number | undefined, JsonChange[]>();
  for (const each of changes.toReversed())
    if (each.kind === 'removed' && each.before && isTelling(each.before)) {
      const same = gone.get(sides.classes[each.before.index]);
      if (same) same.push(each);
      else gone.set(sides.classes[each.before.index], [each]);
    }
  const taken = new Set<JsonChange>();
  const told = changes.map((each) => {
    if (each.kind !== 'added' || !each.after) return each;
    const from = gone.get(sides.otherClasses[each.after.index])?.pop();
    if (!from) return each;
    taken.add(from);
    return changed('moved', from.before, each.after, sides);
  });
  return told.filter((each) => !taken.has(each));
};
