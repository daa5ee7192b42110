import type { JsonNode, ScannedJson } from '#shared/text/json-node.ts';
import { jsonPathOf, jsonPointerOf, nodeAtPointer, sourceOf } from '#shared/text/json-outline.ts';
import { scanJson } from '#shared/text/json-scan.ts';
import { decodedString } from '#shared/text/json-tokens.ts';
import { quotedJson } from '#shared/text/nested-json.ts';

/** A line of the tree: a value, and where it is when strings that hold JSON are opened in place. */
export type JsonRow = {
  /** The same whatever is folded: the index of its node, behind those of the strings that it is inside of. */
  readonly id: string;
  readonly scanned: ScannedJson;
  readonly node: JsonNode;
  readonly depth: number;
  /** `leaf`: there is nothing in it to fold. */
  readonly fold: 'leaf' | 'open' | 'folded';
  /** A string that holds JSON is `closed` until it is opened in place. */
  readonly nested: 'none' | 'closed' | 'open';
  /** How many times the JSON in a string was quoted; 0 where it holds none. */
  readonly times: number;
  /** The strings that it is inside of, the outermost first. */
  readonly inside: readonly Pick<JsonRow, 'scanned' | 'node'>[];
};

/** What is folded and what is opened, by the ids of rows. */
export type TreeView = { readonly folded: ReadonlySet<string>; readonly opened: ReadonlySet<string> };

export const wholeTree: TreeView = { folded: new Set(), opened: new Set() };

/** What a string holds where it holds JSON, taken apart, and how many times it was quoted there. */
type Inner = { readonly scanned: ScannedJson; readonly times: number };

/** JSON inside a string is read once, when its row is drawn for the first time. */
const inner = new WeakMap<JsonNode, Inner | null>();

/** What a string holds; null where that is no JSON. */
export const innerOf = (scanned: ScannedJson, node: JsonNode): Inner | null => {
  // Nearly every string begins otherwise: that is told without taking it apart.
  if (node.kind !== 'string' || !'{[\\ \t\n\r'.includes(scanned.source.charAt(node.from + 1))) return null;
  const known = inner.get(node);
  if (known !== undefined) return known;
  const quoted = quotedJson(decodedString(sourceOf(scanned, node)));
  const read = quoted && { scanned: scanJson(quoted.source), times: quoted.times };
  inner.set(node, read);
  return read;
};

/** A tree with more values than this begins with what is deeper folded. */
const mostAtFirst = 2000;

/** What is folded when a large body is first shown: everything below the level down to which so many rows are not too many. */
export const foldedAtFirst = ({ nodes }: ScannedJson): ReadonlySet<string> => {
  if (nodes.length <= mostAtFirst) return new Set();
  const levels: number[] = [];
  for (const { depth } of nodes) levels[depth] = (levels[depth] ?? 0) + 1;
  let shown = 0;
  const deepest = levels.findIndex((count) => (shown += count) > mostAtFirst);
  return new Set(
    nodes
      .filter(({ depth, children }) => depth === Math.max(0, deepest - 1) && children > 0)
      .map(({ index }) => String(index)),
  );
};

/** The rows that are to be seen, in order: what is folded hides what is in it. */
export const rowsOf = (scanned: ScannedJson, view: TreeView): readonly JsonRow[] => {
  const rows: JsonRow[] = [];
  addRows(rows, scanned, view, { prefix: '', depth: 0, inside: [] });
  return rows;
};

type Within = { readonly prefix: string; readonly depth: number; readonly inside: JsonRow['inside'] };

/** Strings inside strings nest, and so does this: each layer is shorter than the one around it. */
const addRows = (rows: JsonRow[], scanned: ScannedJson, view: TreeView, within: Within): void => {
  const { nodes } = scanned;
  for (let at = 0; at < nodes.length;) {
    const node = nodes[at];
    if (!node) break;
    const id = `${within.prefix}${String(at)}`;
    const isFolded = node.children > 0 && view.folded.has(id);
    const read = innerOf(scanned, node);
    const isOpen = read !== null && view.opened.has(id);
    const depth = within.depth + node.depth;
    rows.push({
      id,
      scanned,
      node,
      depth,
      fold: node.children === 0 ? 'leaf' : isFolded ? 'folded' : 'open',
      nested: read === null ? 'none' : isOpen ? 'open' : 'closed',
      times: read?.times ?? 0,
      inside: within.inside,
    });
    if (isOpen)
      addRows(rows, read.scanned, view, {
        prefix: `${id}>`,
        depth: depth + 1,
        inside: [...within.inside, { scanned, node }],
      });
    at = isFolded ? node.end : at + 1;
  }
};

/** Where a row is, as JSON Pointers (RFC 6901): the last one is inside the string that the one before leads to. */
export const pointersOf = ({ inside, scanned, node }: JsonRow): readonly string[] =>
  [...inside, { scanned, node }].map((each) => jsonPointerOf(each.scanned, each.node));

/** The same as normalized JSONPaths (RFC 9535 §2.7). */
export const pathsOf = ({ inside, scanned, node }: JsonRow): readonly string[] =>
  [...inside, { scanned, node }].map((each) => jsonPathOf(each.scanned, each.node));

/** The row of the value that these pointers lead to, one inside the string of the other; null where one leads to nothing. */
export const rowIdAt = (scanned: ScannedJson, pointers: readonly string[]): string | null => {
  let ids = '';
  let read: ScannedJson | null = scanned;
  for (const [index, pointer] of pointers.entries()) {
    const found: ReturnType<typeof nodeAtPointer> = read && nodeAtPointer(read, pointer);
    if (!read || !found?.isThere) return null;
    const node: JsonNode = found.node;
    ids += `${index === 0 ? '' : '>'}${String(node.index)}`;
    read = index === pointers.length - 1 ? read : (innerOf(read, node)?.scanned ?? null);
  }
  return ids === '' ? null : ids;
};

/** The view in which this row is to be seen: what is around it unfolded, and the strings that it is inside of opened. */
export const viewThatShows = (id: string, scanned: ScannedJson, view: TreeView): TreeView => {
  const folded = new Set(view.folded);
  const opened = new Set(view.opened);
  let read: ScannedJson | null = scanned;
  let prefix = '';
  for (const part of id.split('>')) {
    const node: JsonNode | undefined = read?.nodes[Number(part)];
    if (!read || !node) break;
    if (prefix !== '') opened.add(prefix.slice(0, -1));
    for (let at = read.nodes[node.parent]; at; at = read.nodes[at.parent])
      folded.delete(`${prefix}${String(at.index)}`);
    prefix += `${part}>`;
    read = innerOf(read, node)?.scanned ?? null;
  }
  return { folded, opened };
};
