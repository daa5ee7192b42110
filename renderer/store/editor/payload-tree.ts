import type { ShownPayload } from '#shared/shelf/saved-payload.ts';

/** A line of the tree: a folder, or a request that was saved. `level` counts from 1; `at` and `of` are its place among its siblings. */
export type TreeRow = { readonly level: number; readonly at: number; readonly of: number } & (
  | {
      readonly kind: 'folder';
      readonly path: string;
      readonly name: string;
      readonly isOpen: boolean;
      readonly count: number;
    }
  | { readonly kind: 'payload'; readonly payload: ShownPayload }
);

const inOrder = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** Where a folder stands in: empty for the outermost. */
export const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

const isWithin = (folder: string, path: string): boolean => folder === path || folder.startsWith(`${path}/`);

/** Every folder that there is, with those that only hold other folders. */
export const foldersOf = (payloads: readonly ShownPayload[]): readonly string[] => {
  const all = new Set<string>();
  for (const { folder } of payloads) for (let path = folder; path !== ''; path = parentOf(path)) all.add(path);
  return [...all].toSorted(inOrder.compare);
};

/** The tree as lines: folders first, then requests, each by its name; what is in a folded folder is left out. */
export const treeRows = (payloads: readonly ShownPayload[], folded: ReadonlySet<string>): readonly TreeRow[] => {
  const folders = foldersOf(payloads);
  const rows: TreeRow[] = [];
  const add = (path: string, level: number): void => {
    const inside = folders.filter((each) => parentOf(each) === path);
    const here = payloads.filter(({ folder }) => folder === path);
    const sorted = here.toSorted((one, other) => inOrder.compare(one.name, other.name));
    const of = inside.length + sorted.length;
    for (const [at, folder] of inside.entries()) {
      const isOpen = !folded.has(folder);
      const count = payloads.filter((each) => isWithin(each.folder, folder)).length;
      const name = folder.slice(path === '' ? 0 : path.length + 1);
      rows.push({ kind: 'folder', path: folder, name, level, at, of, isOpen, count });
      if (isOpen) add(folder, level + 1);
    }
    for (const [at, payload] of sorted.entries())
      rows.push({ kind: 'payload', payload, level, at: inside.length + at, of });
  };
  add('', 1);
  return rows;
};

/** What tells one line of the tree from the others. */
export const rowKey = (row: TreeRow): string =>
  row.kind === 'folder' ? `folder ${row.path}` : `payload ${row.payload.id}`;

/** The payloads of a folder, each with where it lies when the folder is called otherwise. */
export const renamedFolder = (
  payloads: readonly ShownPayload[],
  path: string,
  next: string,
): readonly { readonly id: string; readonly folder: string }[] =>
  payloads
    .filter(({ folder }) => isWithin(folder, path))
    .map(({ id, folder }) => ({ id, folder: `${next}${folder.slice(path.length)}`.replace(/^\//, '') }));
