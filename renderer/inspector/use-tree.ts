import { useCallback, useMemo } from 'react';
import { useActions, useBench } from '#renderer/store/context.tsx';
import { firstPlace } from '#renderer/store/inspect/places.ts';
import { foldedAtFirst, rowsOf, viewThatShows, type JsonRow, type TreeView } from '#renderer/store/json-rows.ts';
import type { ScannedJson } from '#shared/text/json-node.ts';

/** A body as a tree: what is open in it, and the row that the keyboard is on. */
export type Tree = {
  /** Which body it is of. */
  readonly key: string;
  readonly scanned: ScannedJson;
  readonly view: TreeView;
  readonly rows: readonly JsonRow[];
  /** The place of the row that the keyboard is on; -1 before it was on any. */
  readonly at: number;
  readonly change: (view: TreeView) => void;
  readonly goTo: (id: string) => void;
  /** Opens what is around a row and goes there. */
  readonly show: (id: string) => void;
};

/** The tree of a body as it was left, or as one of its size begins. */
export const useTree = (scanned: ScannedJson, key: string): Tree => {
  const actions = useActions();
  const place = useBench(({ view }) => view.places.bodies.get(key)) ?? firstPlace;
  const atFirst = useMemo<TreeView>(() => ({ folded: foldedAtFirst(scanned), opened: new Set() }), [scanned]);
  const view = place.tree ?? atFirst;
  const rows = useMemo(() => rowsOf(scanned, view), [scanned, view]);
  const at = useMemo(() => (place.at === null ? -1 : rows.findIndex(({ id }) => id === place.at)), [rows, place.at]);
  const change = useCallback((tree: TreeView) => actions.changePlace(key, { tree }), [actions, key]);
  const goTo = useCallback((id: string) => actions.changePlace(key, { at: id }), [actions, key]);
  const show = useCallback(
    (id: string) => {
      const isSeen = rows.some((each) => each.id === id);
      actions.changePlace(key, { at: id, ...(isSeen ? {} : { tree: viewThatShows(id, scanned, view) }) });
    },
    [actions, key, rows, scanned, view],
  );
  return { key, scanned, view, rows, at, change, goTo, show };
};
