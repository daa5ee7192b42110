import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { RecentFile } from '#shared/contract/shell.ts';

/** As many as a menu holds well. */
const most = 10;

export type RecentFiles = {
  /** The last one first. */
  readonly all: () => readonly RecentFile[];
  /** Null where there is none of that id. */
  readonly pathOf: (id: string) => string | null;
  readonly add: (path: string) => void;
  readonly remove: (path: string) => void;
  readonly clear: () => void;
};

type Listeners = {
  /** The list is another one. */
  readonly onChange: () => void;
  /** A file was opened, for the first time or again. */
  readonly onAdd: (path: string) => void;
};

/** The files that were opened lately, kept in the data folder. */
export const createRecentFiles = (folder: string, { onChange, onAdd }: Listeners): RecentFiles => {
  const file = join(folder, 'recent-files.json');
  let paths = readPaths(file);
  const change = (next: readonly string[]): void => {
    if (next.length === paths.length && next.every((path, place) => path === paths[place])) return;
    paths = next;
    keepPaths(file, paths);
    onChange();
  };
  return {
    all: () => paths.map((path) => ({ id: idOf(path), name: basename(path), folder: dirname(path) })),
    pathOf: (id) => paths.find((path) => idOf(path) === id) ?? null,
    add: (path) => {
      onAdd(path);
      change([path, ...paths.filter((each) => each !== path)].slice(0, most));
    },
    remove: (path) => change(paths.filter((each) => each !== path)),
    clear: () => change([]),
  };
};

/** The same at every start, and nothing that names a path. */
const idOf = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 16);

/** A list that cannot be read is no reason not to start: it begins anew. */
const readPaths = (file: string): readonly string[] => {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(kept) ? kept.filter((each): each is string => typeof each === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
};

const keepPaths = (file: string, paths: readonly string[]): void => {
  const draft = `${file}.${String(process.pid)}.tmp`;
  try {
    writeFileSync(draft, JSON.stringify(paths), { mode: 0o600 });
    renameSync(draft, file);
  } catch {
    // The next file that is opened tries again.
  }
};
