import { useState, type KeyboardEvent } from 'react';
import { useActions, useSession } from '#renderer/store/context.tsx';
import { parentOf, rowKey, treeRows, type TreeRow } from '#renderer/store/editor/payload-tree.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { domIdOf, isOpened, PayloadRow } from './payload-row.tsx';
import { RenameSheet } from './rename-sheet.tsx';
import styles from './payload-tree.module.css';

/** The requests that were saved, in their folders: a tree (APG, tree view pattern). */
export const PayloadTree = ({ place }: { readonly place: string }) => {
  const actions = useActions();
  const { payloads: words } = useWords();
  const payloads = useSession(({ shelf }) => shelf.payloads);
  const [folded, fold] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState<string | null>(null);
  const [naming, name] = useState<TreeRow | null>(null);
  const rows = treeRows(payloads, folded);
  const cursor = rows.find((row) => rowKey(row) === at) ?? rows.find((row) => isOpened(row, place)) ?? rows[0];
  const setFolded = (path: string, isFolded: boolean): void => {
    const next = new Set(folded);
    if (isFolded) next.add(path);
    else next.delete(path);
    fold(next);
  };
  const act = (row: TreeRow): void => {
    setAt(rowKey(row));
    if (row.kind === 'folder') setFolded(row.path, row.isOpen);
    else void actions.editRequest({ kind: 'payload', id: row.payload.id });
  };
  const goTo = (row: TreeRow | undefined): void => {
    if (!row) return;
    setAt(rowKey(row));
    document.getElementById(domIdOf(row))?.focus();
  };
  /** The focus goes on before its line is gone; not to a folder that goes with it. */
  const remove = (row: TreeRow): void => {
    if (row.kind !== 'payload') return;
    const index = rows.indexOf(row);
    const near = [...rows.slice(index + 1), ...rows.slice(0, index).toReversed()];
    goTo(near.find((each) => each.kind === 'payload' || each.count > 1 || !row.payload.folder.startsWith(each.path)));
    void actions.removePayload(row.payload.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!cursor || event.altKey || event.ctrlKey || event.metaKey) return;
    const index = rows.indexOf(cursor);
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => goTo(rows[index + 1]),
      ArrowUp: () => goTo(rows[index - 1]),
      Home: () => goTo(rows[0]),
      End: () => goTo(rows.at(-1)),
      ArrowRight: () => {
        if (cursor.kind !== 'folder') return;
        if (cursor.isOpen) goTo(rows[index + 1]);
        else setFolded(cursor.path, false);
      },
      ArrowLeft: () => {
        if (cursor.kind === 'folder' && cursor.isOpen) return setFolded(cursor.path, true);
        const around = cursor.kind === 'folder' ? parentOf(cursor.path) : cursor.payload.folder;
        goTo(rows.find((row) => row.kind === 'folder' && row.path === around));
      },
      Enter: () => act(cursor),
      ' ': () => act(cursor),
      F2: () => name(cursor),
      Delete: () => remove(cursor),
    };
    const move = moves[event.key];
    if (!move || (event.target as Element).getAttribute('role') !== 'treeitem') return;
    event.preventDefault();
    move();
  };
  return (
    <>
      {rows.length === 0 ? (
        <p className={styles.none}>{words.none}</p>
      ) : (
        <div role="tree" aria-label={words.title} className={styles.tree} tabIndex={-1} onKeyDown={onKeyDown}>
          {rows.map((row) => (
            <PayloadRow
              key={rowKey(row)}
              row={row}
              isShown={isOpened(row, place)}
              isCursor={row === cursor}
              focus={() => setAt(rowKey(row))}
              act={() => act(row)}
              name={() => name(row)}
              remove={() => remove(row)}
            />
          ))}
        </div>
      )}
      {naming && <RenameSheet row={naming} close={() => name(null)} />}
    </>
  );
};
