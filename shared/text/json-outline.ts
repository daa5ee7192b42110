import type { JsonNode, ScannedJson } from '#shared/text/json-node.ts';
import { pointerNames, pointerTo } from '#shared/text/json-pointer.ts';
import { decodedString } from '#shared/text/json-tokens.ts';

/** The name of a member as it is meant, without quotation marks and escapes; null for what has none. */
export const nameOf = ({ source }: ScannedJson, { key }: JsonNode): string | null =>
  key && decodedString(source.slice(key.from, key.to));

/** What stands under it, as it came: numbers with all their digits, strings with their quotation marks. */
export const sourceOf = ({ source }: ScannedJson, { from, to }: JsonNode): string => source.slice(from, to);

/** The nodes from the outermost to this one. */
const wayTo = ({ nodes }: ScannedJson, node: JsonNode): readonly JsonNode[] => {
  const way: JsonNode[] = [];
  for (let at: JsonNode | undefined = node; at; at = nodes[at.parent]) way.push(at);
  return way.toReversed();
};

/** Names and item numbers from the outermost value to this one. */
const stepsTo = (scanned: ScannedJson, node: JsonNode): readonly (string | number)[] =>
  wayTo(scanned, node).flatMap((each) => nameOf(scanned, each) ?? each.item ?? []);

/** Its JSON Pointer (RFC 6901): empty for the whole value. Of members with the same name all have the same one. */
export const jsonPointerOf = (scanned: ScannedJson, node: JsonNode): string =>
  stepsTo(scanned, node)
    .map((step) => pointerTo('', String(step)))
    .join('');

/** Its JSONPath as a normalized path (RFC 9535 §2.7): `$['from']['id'][0]`. */
export const jsonPathOf = (scanned: ScannedJson, node: JsonNode): string =>
  `$${stepsTo(scanned, node)
    .map((step) => (typeof step === 'number' ? `[${String(step)}]` : `['${quotedName(step)}']`))
    .join('')}`;

const shortEscapes: Readonly<Record<string, string>> = {
  "'": String.raw`\'`,
  '\\': String.raw`\\`,
  '\b': String.raw`\b`,
  '\t': String.raw`\t`,
  '\n': String.raw`\n`,
  '\f': String.raw`\f`,
  '\r': String.raw`\r`,
};

const quotedName = (name: string): string =>
  name.replaceAll(
    // oxlint-disable-next-line no-control-regex -- RFC 9535 §2.7: they are what has to be escaped.
    /['\\\u0000-\u001f]/g,
    (sign) => shortEscapes[sign] ?? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The values that stand in this one directly, in order. */
export const childrenOf = ({ nodes }: ScannedJson, { index, end }: JsonNode): readonly JsonNode[] => {
  const children: JsonNode[] = [];
  for (let at = index + 1; at < end;) {
    const child = nodes[at];
    if (!child) break;
    children.push(child);
    at = child.end;
  }
  return children;
};

/**
 * What a JSON Pointer leads to, or as far as the way goes: `isThere` is false where something on it is missing. Of members with the same
 * name it is the last one, as parsers have it. Null where there is no value at all.
 */
export const nodeAtPointer = (
  scanned: ScannedJson,
  pointer: string,
): { readonly node: JsonNode; readonly isThere: boolean } | null => {
  let [node] = scanned.nodes;
  if (!node) return null;
  for (const name of pointerNames(pointer)) {
    const children = childrenOf(scanned, node);
    const next: JsonNode | undefined =
      node.kind === 'array'
        ? children.find(({ item }) => String(item) === name)
        : children.findLast((each) => nameOf(scanned, each) === name);
    if (!next) return { node, isThere: false };
    node = next;
  }
  return { node, isThere: true };
};

/** The innermost value around this place of the text, its name counted in; null where there is none. */
export const nodeAtOffset = ({ nodes }: ScannedJson, at: number): JsonNode | null => {
  let [low, high] = [0, nodes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(nodes[middle]) <= at) low = middle + 1;
    else high = middle;
  }
  let node = nodes[low - 1];
  while (node && node.to < at) node = nodes[node.parent];
  return node ?? null;
};

const startOf = (node: JsonNode | undefined): number => node?.key?.from ?? node?.from ?? 0;
