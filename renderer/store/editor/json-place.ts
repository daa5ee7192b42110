import type { JsonNode, ScannedJson } from '#shared/text/json-node.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { childrenOf, jsonPointerOf, nameOf, nodeAtOffset, sourceOf } from '#shared/text/json-outline.ts';
import { pointerTo } from '#shared/text/json-pointer.ts';
import { decodedString } from '#shared/text/json-tokens.ts';
import type { Json, JsonObject } from '#shared/text/json.ts';

/** Where in a JSON text somebody writes: a name in the object at `pointer`, or the value there. `from` to `to` is what is replaced. */
export type JsonPlace = {
  readonly kind: 'name' | 'value';
  readonly pointer: string;
  readonly from: number;
  readonly to: number;
  /** Of a name: a colon and a value follow it already. */
  readonly hasValue: boolean;
};

/** The place at an offset of a text, which may be broken: somebody is writing it. Null where nothing can be offered. */
export const placeAt = (scanned: ScannedJson, at: number): JsonPlace | null => {
  const { source } = scanned;
  if (scanned.nodes.length === 0) return { kind: 'value', pointer: '', from: at, to: at, hasValue: false };
  const node = nodeAtOffset(scanned, at);
  if (!node) return null;
  const { key } = node;
  if (key && at > key.from && at <= key.to) {
    const isClosed = key.to - key.from > 1 && source.charAt(key.to - 1) === '"';
    const to = isClosed ? key.to : at;
    const hasValue = node.kind !== 'error' || /^\s*:/.test(source.slice(to, to + 100));
    return { kind: 'name', pointer: parentPointer(scanned, node), from: key.from, to, hasValue };
  }
  if (node.kind === 'object' || node.kind === 'array') return placeInside(scanned, node, at);
  if (at < node.from || at > node.to) return null;
  return {
    kind: 'value',
    pointer: jsonPointerOf(scanned, node),
    from: node.from,
    to: closedEnd(source, node, at),
    hasValue: true,
  };
};

const parentPointer = (scanned: ScannedJson, { parent }: JsonNode): string => {
  const node = scanned.nodes[parent];
  return node ? jsonPointerOf(scanned, node) : '';
};

/** A string that is being written goes to the end of its line: what is behind the cursor there belongs to others. */
const closedEnd = (source: string, { kind, from, to }: JsonNode, at: number): number =>
  kind === 'string' && !(to - from > 1 && source.charAt(to - 1) === '"') ? at : to;

/** Between the brackets: a name or an item may begin behind the opening one and behind a comma, a value behind a colon. */
const placeInside = (scanned: ScannedJson, node: JsonNode, at: number): JsonPlace | null => {
  if (at <= node.from || (at >= node.to && isClosed(scanned, node))) return null;
  const before = scanned.source
    .slice(Math.max(0, at - 1000), at)
    .trimEnd()
    .at(-1);
  const pointer = jsonPointerOf(scanned, node);
  const opens = before === ',' || before === (node.kind === 'object' ? '{' : '[');
  if (!opens) return null;
  if (node.kind === 'object') return { kind: 'name', pointer, from: at, to: at, hasValue: false };
  const index = childrenOf(scanned, node).filter(({ from }) => from < at).length;
  return { kind: 'value', pointer: pointerTo(pointer, String(index)), from: at, to: at, hasValue: false };
};

const isClosed = ({ source }: ScannedJson, { kind, to }: JsonNode): boolean =>
  source.charAt(to - 1) === (kind === 'object' ? '}' : ']');

/**
 * As much of the value as is on the way to a place, read from a text that may be broken: it tells which kind of object that is. A member
 * whose name is being written is not there yet.
 */
export const valueAround = (scanned: ScannedJson, at: number, { kind }: Pick<JsonPlace, 'kind'>): Json | undefined => {
  let value: Json | undefined;
  let inner: JsonNode | null = null;
  for (let node = nodeAtOffset(scanned, at); node; node = scanned.nodes[node.parent] ?? null) {
    const isBeingNamed = kind === 'name' && inner === null && node.key !== null && at <= node.key.to;
    value = isBeingNamed ? undefined : shallow(scanned, node, inner, value);
    inner = node;
  }
  return value;
};

const shallow = (scanned: ScannedJson, node: JsonNode, inner: JsonNode | null, innerValue: Json | undefined): Json => {
  if (node.kind === 'array') {
    const items: Json[] = [];
    if (inner && inner.item !== null) items[inner.item] = innerValue ?? null;
    return items;
  }
  if (node.kind !== 'object') return scalar(scanned, node);
  const members: Record<string, Json> = Object.create(null) as Record<string, Json>;
  for (const each of childrenOf(scanned, node)) {
    const name = nameOf(scanned, each) ?? '';
    if (each.index === inner?.index) {
      if (innerValue !== undefined) members[name] = innerValue;
    } else members[name] = each.children > 0 ? emptyOf(each) : scalar(scanned, each);
  }
  return members satisfies JsonObject;
};

const emptyOf = ({ kind }: JsonNode): Json => (kind === 'array' ? [] : {});

const scalar = (scanned: ScannedJson, node: JsonNode): Json => {
  const source = sourceOf(scanned, node);
  switch (node.kind) {
    case 'string':
      return decodedString(source);
    case 'number':
      return Number(source);
    case 'boolean':
      return source === 'true';
    case 'object':
    case 'array':
      return emptyOf(node);
    case 'null':
    case 'error':
      return null;
    default:
      return assertNever(node.kind);
  }
};
