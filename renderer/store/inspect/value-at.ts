import { writtenPointers } from '#shared/schema/placed-findings.ts';
import { nameOf, sourceOf } from '#shared/text/json-outline.ts';
import { pathsOf, pointersOf, type JsonRow, type TreeView } from '../json-rows.ts';
import { changeView, type BenchStore } from '../store.ts';
import { tell, type Spoken } from '../told.ts';

/** The value of a body that the keyboard is on, in which tree, and how that is looked at. */
export type ValueAt = { readonly key: string; readonly row: JsonRow; readonly view: TreeView };

/** Puts a text where it can be pasted from; false where that is not allowed. */
type Copy = (text: string) => Promise<boolean>;
type Copied = { readonly text: string; readonly says: Spoken };

/** What is copied of a value, and what is said of that. */
const copies = {
  /** As it came: a text with its quotation marks. */
  value: ({ scanned, node }) => ({ text: sourceOf(scanned, node), says: ({ body }) => body.copied.value }),
  key: ({ scanned, node }) => ({ text: nameOf(scanned, node) ?? '', says: ({ body }) => body.copied.key }),
  pointer: (row) => {
    const text = writtenPointers(pointersOf(row));
    return { text, says: ({ body }) => body.copied.pointer(text) };
  },
  path: (row) => {
    const text = writtenPointers(pathsOf(row));
    return { text, says: ({ body }) => body.copied.path(text) };
  },
} as const satisfies Readonly<Record<string, (row: JsonRow) => Copied>>;

export const createValueActions = (store: BenchStore) => ({
  noteValue: (valueAt: ValueAt | null): void => changeView(store, { valueAt }),
  /** Copies something of the value that the keyboard is on. */
  copyOfValue: async (what: keyof typeof copies, by: Copy): Promise<void> => {
    const row = store.getState().view.valueAt?.row;
    if (!row) return;
    const { text, says } = copies[what](row);
    if (await by(text)) tell(store, { says });
    else tell(store, { tone: 'bad', says: ({ kit }) => `${kit.couldNotCopy}.` });
  },
});
