import type { Words } from '#renderer/words/words.ts';
import { nameOf, sourceOf } from '#shared/text/json-outline.ts';
import { decodedString } from '#shared/text/json-tokens.ts';
import type { JsonRow } from '../json-rows.ts';
import type { RowNote } from './row-notes.ts';

/** Longer values are cut where they stand in a line. */
const mostShown = 400;
/** So many names say what an object is. */
const mostNames = 4;

/** What stands in a row for its value, as it came: cut where it is long; of objects and lists what they hold. */
export const valueWords = ({ scanned, node, fold }: JsonRow, words: Words['body']): string => {
  const { kind, children } = node;
  if (kind !== 'object' && kind !== 'array') {
    const source = scanned.source.slice(node.from, Math.min(node.to, node.from + mostShown));
    return node.to - node.from > mostShown ? `${source}…` : source;
  }
  const [open, close] = kind === 'object' ? ['{', '}'] : ['[', ']'];
  if (children === 0) return `${open}${close}`;
  if (fold === 'open') return open;
  const inside = kind === 'object' ? namesIn(scanned, node) : words.tree.items(children);
  return `${open} ${inside} ${close}`;
};

const namesIn = (scanned: JsonRow['scanned'], node: JsonRow['node']): string => {
  const names: string[] = [];
  for (let at = node.index + 1; at < node.end && names.length < mostNames;) {
    const child = scanned.nodes[at];
    if (!child) break;
    names.push((nameOf(scanned, child) ?? '').slice(0, 40));
    at = child.end;
  }
  return node.children > names.length ? `${names.join(', ')}, …` : names.join(', ');
};

/** What a row is called: its name or its number; null for the whole body. */
export const rowName = ({ scanned, node }: JsonRow, words: Words['body']): string | null =>
  nameOf(scanned, node) ?? (node.item === null ? null : words.tree.item(node.item));

/** A row as it is read out: name, kind and value, what a string holds, what is to be said of it. */
export const spokenValue = (row: JsonRow, notes: readonly RowNote[], words: Words['body']): string => {
  const { node, scanned, nested, times } = row;
  const { tree } = words;
  const name = rowName(row, words) ?? (row.inside.length > 0 ? tree.inside : tree.whole);
  const value =
    node.kind === 'object'
      ? tree.members(node.children)
      : node.kind === 'array'
        ? tree.items(node.children)
        : nested !== 'none'
          ? tree.nested(times)
          : plainValue(sourceOf(scanned, node));
  return [`${name}, ${tree.kinds[node.kind]}: ${value}`, ...notes.map(({ sentence }) => sentence)].join('. ');
};

const plainValue = (source: string): string => (source.startsWith('"') ? decodedString(source) : source).slice(0, 200);

/** How many values stand beside a row, itself counted in. */
export const siblingsOf = ({ scanned, node }: JsonRow): number => {
  const parent = scanned.nodes[node.parent];
  return parent ? parent.children : 1;
};
