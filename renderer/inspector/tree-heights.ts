import type { RowNotes } from '#renderer/store/inspect/row-notes.ts';
import type { JsonRow } from '#renderer/store/json-rows.ts';

export const lineHeight = 22;
/** Of a line of a note. */
export const noteHeight = 18;
const indent = 14;
/** Deeper rows stand no further to the right, and tell their level. */
export const mostIndents = 12;

export const indentOf = (depth: number): number => Math.min(depth, mostIndents) * indent;

/** Lines that a sentence takes: about so many letters go into one. */
const linesOf = (sentence: string, width: number, depth: number): number => {
  const room = Math.max(140, width - indentOf(depth) - 60);
  return Math.max(1, Math.min(4, Math.ceil((sentence.length * 6.4) / room)));
};

/** How high each row is, and where it begins: one more place than rows, the last one is the end. */
export type Heights = { readonly topOf: (index: number) => number; readonly total: number };

/** All of it is arithmetic: nothing is measured, so a tree of half a million rows costs what a short one does. */
export const heightsOf = (rows: readonly JsonRow[], notes: RowNotes, width: number): Heights => {
  if (notes.ids.length === 0) return { topOf: (index) => index * lineHeight, total: rows.length * lineHeight };
  const tops = new Float64Array(rows.length + 1);
  for (const [index, { id, depth }] of rows.entries()) {
    const told = notes.byRow.get(id) ?? [];
    const more = told.reduce((all, { sentence }) => all + linesOf(sentence, width, depth), 0);
    tops[index + 1] = (tops[index] ?? 0) + lineHeight + more * noteHeight;
  }
  return { topOf: (index) => tops[index] ?? 0, total: tops[rows.length] ?? 0 };
};

export const noteLines = linesOf;

/** The row at this height, or the nearest one. */
export const rowAtHeight = (rows: readonly JsonRow[], { topOf }: Heights, at: number): number => {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (topOf(middle + 1) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
};
