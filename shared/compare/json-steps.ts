import type { Classes } from '#shared/compare/json-classes.ts';
import { pairItems, type Item } from '#shared/compare/items.ts';
import type { JsonNode, ScannedJson } from '#shared/text/json-node.ts';
import { childrenOf, nameOf } from '#shared/text/json-outline.ts';

/** Two texts, and for each of their values which others are equal to it. */
export type Sides = {
  readonly before: ScannedJson;
  readonly after: ScannedJson;
  readonly classes: Classes;
  readonly otherClasses: Classes;
};

/** Two values that belong together, or one that has no other. */
export type Step = {
  readonly kind: 'pair' | 'moved';
  readonly before: JsonNode | null;
  readonly after: JsonNode | null;
};

/** The names of members that tell one item of a list from another. */
const identifying: ReadonlySet<string> = new Set(['id', '_id', 'key', 'uuid', 'messageId']);

/** What belongs together inside two values, in the order of the second one; nothing where they are equal or have nothing inside to compare. */
export const stepsInside = (step: Step | null, sides: Sides): readonly Step[] => {
  if (!step) return rootSteps(sides);
  const { before, after } = step;
  if (!before || !after || sides.classes[before.index] === sides.otherClasses[after.index]) return [];
  if (before.kind === 'object' && after.kind === 'object') return memberSteps(before, after, sides);
  return before.kind === 'array' && after.kind === 'array'
    ? itemSteps(childrenOf(sides.before, before), childrenOf(sides.after, after), sides)
    : [];
};

/** A text has one value, or several behind each other where it is no JSON. */
const rootSteps = (sides: Sides): readonly Step[] =>
  itemSteps(rootsOf(sides.before), rootsOf(sides.after), sides, 'place');

const rootsOf = ({ nodes }: ScannedJson): readonly JsonNode[] => nodes.filter(({ parent }) => parent < 0);

const memberSteps = (before: JsonNode, after: JsonNode, sides: Sides): readonly Step[] => {
  const left = byName(sides.before, before);
  const right = byName(sides.after, after);
  const gone = [...left].filter(([name]) => !right.has(name));
  return [
    ...gone.map(([, node]): Step => ({ kind: 'pair', before: node, after: null })),
    ...[...right].map(([name, node]): Step => ({ kind: 'pair', before: left.get(name) ?? null, after: node })),
  ];
};

/** A name that comes again is told by its count: nothing is left out. */
const byName = (scanned: ScannedJson, node: JsonNode): ReadonlyMap<string, JsonNode> => {
  const members = new Map<string, JsonNode>();
  const counts = new Map<string, number>();
  for (const each of childrenOf(scanned, node)) {
    const name = nameOf(scanned, each) ?? '';
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    members.set(`${String(count)} ${name}`, each);
  }
  return members;
};

const itemSteps = (
  before: readonly JsonNode[],
  after: readonly JsonNode[],
  sides: Sides,
  by: 'identity' | 'place' = 'identity',
): readonly Step[] => {
  const toItem = (scanned: ScannedJson, classes: Classes) => (node: JsonNode) =>
    by === 'place' ? { identity: '', kind: '' } : itemOf(scanned, node, classes);
  const pairs = pairItems(
    before.map(toItem(sides.before, sides.classes)),
    after.map(toItem(sides.after, sides.otherClasses)),
  );
  const byOther = new Map(pairs.map((each) => [each.otherAt, each]));
  const isPaired = new Set(pairs.map(({ at }) => at));
  const steps: Step[] = [];
  let at = 0;
  const addGoneUpTo = (end: number): void => {
    for (; at < end; at += 1)
      if (!isPaired.has(at)) steps.push({ kind: 'pair', before: before[at] ?? null, after: null });
  };
  for (const [otherAt, node] of after.entries()) {
    const pair = byOther.get(otherAt);
    if (pair && !pair.isMoved) addGoneUpTo(pair.at);
    steps.push({ kind: pair?.isMoved ? 'moved' : 'pair', before: (pair && before[pair.at]) ?? null, after: node });
  }
  addGoneUpTo(before.length);
  return steps;
};

/** An object is told by its id, anything else by what it is. */
const itemOf = (scanned: ScannedJson, node: JsonNode, classes: Classes): Item => {
  const id = node.kind === 'object' ? idOf(scanned, node) : undefined;
  const identity =
    id === undefined ? `=${String(classes[node.index])}` : `${nameOf(scanned, id) ?? ''} ${String(classes[id.index])}`;
  return {
    identity,
    kind: node.children > 0 || node.kind === 'object' || node.kind === 'array' ? node.kind : 'scalar',
  };
};

const idOf = (scanned: ScannedJson, node: JsonNode): JsonNode | undefined =>
  childrenOf(scanned, node).find(
    (each) =>
      each.children === 0 &&
      each.kind !== 'object' &&
      each.kind !== 'array' &&
      identifying.has(nameOf(scanned, each) ?? ''),
  );
