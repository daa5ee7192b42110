import { useRef, type KeyboardEvent } from 'react';
import {
  allOpened,
  isOpen,
  isOpenable,
  movedRow,
  rowAround,
  rowNamed,
  withRow,
} from '#renderer/store/inspect/tree-moves.ts';
import type { Tree } from './use-tree.ts';

/** Letters that are typed faster than this, in milliseconds, belong together. */
const pause = 700;

/** What the keyboard does in a tree (ARIA Authoring Practices, Tree View); a letter goes to the next name that begins with it. */
export const useTreeKeys = (tree: Tree) => {
  const typed = useRef({ letters: '', at: 0 });
  const { rows, at, view, change, goTo } = tree;
  const row = rows[Math.max(0, at)];
  const goToPlace = (place: number): void => {
    const next = rows[place];
    if (next) goTo(next.id);
  };

  const fold = (key: string): boolean => {
    if (!row) return false;
    if (key === 'ArrowRight') {
      if (isOpenable(row) && !isOpen(row)) change(withRow(view, row, true));
      else if (isOpen(row)) goToPlace(at + 1);
    } else if (key === 'ArrowLeft') {
      if (isOpenable(row) && isOpen(row)) change(withRow(view, row, false));
      else goToPlace(rowAround(rows, at));
    } else if (key === 'Enter' || key === ' ') {
      if (isOpenable(row)) change(withRow(view, row, !isOpen(row)));
    } else if (key === '*') change(allOpened(row, view));
    else return false;
    return true;
  };

  const type = ({ key, timeStamp }: KeyboardEvent): boolean => {
    if (key.length !== 1) return false;
    const { letters, at: before } = typed.current;
    const all = timeStamp - before < pause ? `${letters}${key}` : key;
    typed.current = { letters: all, at: timeStamp };
    // The same letter again goes on to the next one.
    const isSame = all === key.repeat(all.length);
    goToPlace(rowNamed(rows, all.length === 1 || isSame ? at + 1 : Math.max(0, at), isSame ? key : all));
    return true;
  };

  return (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = movedRow(rows, at, event.key);
    if (to !== null) goToPlace(to);
    else if (!fold(event.key) && !type(event)) return;
    event.preventDefault();
  };
};
