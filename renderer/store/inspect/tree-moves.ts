import type { ScannedJson } from '#shared/text/json-node.ts';
import { nameOf } from '#shared/text/json-outline.ts';
import { innerOf, type JsonRow, type TreeView } from '../json-rows.ts';

type Rows = readonly JsonRow[];

/** Rows that one key goes over. */
const page = 20;

/** The row that a key leads to from this one, by its place; null where the key leads nowhere. */
export const movedRow = (rows: Rows, from: number, key: string): number | null => {
  const within = (to: number) => Math.max(0, Math.min(rows.length - 1, to));
  switch (key) {
    case 'ArrowDown':
      return within(from + 1);
    case 'ArrowUp':
      return within(from - 1);
    case 'PageDown':
      return within(from + page);
    case 'PageUp':
      return within(from - page);
    case 'Home':
      return 0;
    case 'End':
      return rows.length - 1;
    default:
      return null;
  }
};

/** The row around this one; -1 where there is none. */
export const rowAround = (rows: Rows, at: number): number => {
  const depth = rows[at]?.depth ?? 0;
  for (let before = at - 1; before >= 0; before -= 1) if ((rows[before]?.depth ?? 0) < depth) return before;
  return -1;
};

/** Whether something of the row can be seen or hidden: what stands in it, or the JSON in its string. */
export const isOpenable = ({ fold, nested }: JsonRow): boolean => fold !== 'leaf' || nested !== 'none';

export const isOpen = ({ fold, nested }: JsonRow): boolean => fold === 'open' || nested === 'open';

/** The view with this row opened or closed. */
export const withRow = ({ folded, opened }: TreeView, { id, nested }: JsonRow, shouldOpen: boolean): TreeView => {
  const change = (ids: ReadonlySet<string>, isIn: boolean): ReadonlySet<string> => {
    const after = new Set(ids);
    if (isIn) after.add(id);
    else after.delete(id);
    return after;
  };
  return nested === 'none'
    ? { folded: change(folded, !shouldOpen), opened }
    : { folded, opened: change(opened, shouldOpen) };
};

/** The next row whose name begins with these letters, from this one on and around; -1 where there is none. */
export const rowNamed = (rows: Rows, from: number, letters: string): number => {
  const wanted = letters.toLowerCase();
  for (let step = 0; step < rows.length; step += 1) {
    const at = (from + step) % rows.length;
    const row = rows[at];
    const name = row && (nameOf(row.scanned, row.node) ?? String(row.node.item ?? ''));
    if (name?.toLowerCase().startsWith(wanted)) return at;
  }
  return -1;
};

/** So many rows are opened with one key: below them, one level at a time. */
const mostOpened = 20_000;
/** So many strings are looked into with one key. */
const mostTexts = 200;

/** Everything in a row opened, level by level as far as there are not too many; strings that hold JSON too. */
export const allOpened = (row: JsonRow, view: TreeView): TreeView => {
  const folded = new Set(view.folded);
  const opened = new Set(view.opened);
  const budget = { rows: mostOpened, texts: mostTexts };
  openWithin(row.scanned, row.node.index, row.id, { folded, opened, budget });
  return { folded, opened };
};

type Opening = {
  readonly folded: Set<string>;
  readonly opened: Set<string>;
  readonly budget: { rows: number; texts: number };
};

const openWithin = (scanned: ScannedJson, index: number, id: string, opening: Opening): void => {
  const { folded, opened, budget } = opening;
  const { nodes } = scanned;
  const top = nodes[index];
  if (!top) return;
  const prefix = id.slice(0, id.length - String(index).length);
  const levels: number[] = [];
  for (let at = index; at < top.end; at += 1) {
    const level = (nodes[at]?.depth ?? 0) - top.depth;
    levels[level] = (levels[level] ?? 0) + 1;
  }
  const tooDeep = levels.findIndex((count) => (budget.rows -= count) < 0);
  for (let at = index; at < top.end; at += 1) {
    const node = nodes[at];
    if (!node) break;
    const nodeId = `${prefix}${String(at)}`;
    const isTooDeep = tooDeep >= 0 && node.depth - top.depth >= tooDeep - 1;
    if (node.children > 0 && isTooDeep && at !== index) folded.add(nodeId);
    else folded.delete(nodeId);
    const inside = budget.texts > 0 && !isTooDeep ? innerOf(scanned, node) : null;
    if (!inside) continue;
    budget.texts -= 1;
    opened.add(nodeId);
    openWithin(inside.scanned, 0, `${nodeId}>0`, opening);
  }
};

/** Everything in a row closed but the row itself. */
export const allClosed = ({ scanned, node, id }: JsonRow, view: TreeView): TreeView => {
  const folded = new Set(view.folded);
  const prefix = id.slice(0, id.length - String(node.index).length);
  for (let at = node.index + 1; at < node.end; at += 1)
    if ((scanned.nodes[at]?.children ?? 0) > 0) folded.add(`${prefix}${String(at)}`);
  const isWithin = (opened: string): boolean => {
    const at = opened.startsWith(prefix) ? Number.parseInt(opened.slice(prefix.length), 10) : -1;
    return at >= node.index && at < node.end;
  };
  return { folded, opened: new Set([...view.opened].filter((each) => !isWithin(each))) };
};
