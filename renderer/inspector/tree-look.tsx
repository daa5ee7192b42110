import { ListCollapse, ListTree } from 'lucide-react';
import { useCallback, useEffect, useId, useMemo, type KeyboardEvent, type ReactNode } from 'react';
import type { TSchema } from 'typebox';
import { IconButton } from '#renderer/kit/button.tsx';
import { hintOfRow } from '#renderer/store/inspect/json-hints.ts';
import { bodyKey } from '#renderer/store/inspect/places.ts';
import type { RowNotes } from '#renderer/store/inspect/row-notes.ts';
import { steppedId } from '#renderer/store/inspect/row-order.ts';
import { allClosed, allOpened } from '#renderer/store/inspect/tree-moves.ts';
import type { JsonRow } from '#renderer/store/json-rows.ts';
import { rowsWith } from '#renderer/store/json-search.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { ScannedJson } from '#shared/text/json-node.ts';
import { BodyBar } from './body-bar.tsx';
import type { BodyLookProps } from './body-look.tsx';
import { JsonTree } from './json-tree.tsx';
import { useFinder, useWanted } from './use-finder.ts';
import { useTree } from './use-tree.ts';
import { ValueDetails } from './value-details.tsx';

type TreeLookProps = BodyLookProps & {
  readonly json: ScannedJson;
  readonly schema: TSchema | null;
  readonly notes: RowNotes;
  readonly lights: readonly string[];
  readonly told: ReactNode;
};

/** JSON as a tree, with what is said of its values beside them, and what is looked for gone through. */
export const TreeLook = ({ json, schema, lights, told, ...shared }: TreeLookProps) => {
  const { body: words } = useWords();
  const { exchange, part, notes } = shared;
  const tree = useTree(json, bodyKey(exchange.summary.id, part));
  const { show, change, view, rows, at } = tree;
  const { words: wanted } = useWanted(part);
  const found = useMemo(() => rowsWith(json, wanted), [json, wanted]);
  const hits = useMemo(() => new Set(found.ids), [found]);
  const finder = useFinder(found.ids.length, wanted);
  const hit = found.ids[finder.at];
  const hintOf = useCallback((row: JsonRow) => hintOfRow(schema, row), [schema]);
  useShown(hit, show);
  const stepNote = (by: 1 | -1): void => {
    const next = steppedId(notes.ids, rows[at]?.id ?? null, by);
    if (next !== null) show(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'F8') return;
    event.preventDefault();
    stepNote(event.shiftKey ? -1 : 1);
  };
  const active = rows[at];
  const [top] = rows;
  const detailsId = useId();
  return (
    <div onKeyDown={onKeyDown}>
      <BodyBar {...shared} finder={{ ...finder, isCut: found.isCut }} stepNote={stepNote}>
        <IconButton
          label={words.tree.openAll}
          keys="*"
          icon={<ListTree size={14} aria-hidden />}
          disabled={!top}
          onClick={() => top && change(allOpened(top, view))}
        />
        <IconButton
          label={words.tree.closeAll}
          icon={<ListCollapse size={14} aria-hidden />}
          disabled={!top}
          onClick={() => top && change(allClosed(top, view))}
        />
      </BodyBar>
      {told}
      <JsonTree
        tree={tree}
        notes={notes}
        hits={hits}
        lights={lights}
        wanted={wanted}
        hintOf={hintOf}
        label={words.tree.label}
        describedBy={detailsId}
      />
      {active && <ValueDetails id={detailsId} row={active} hint={hintOf(active)} />}
    </div>
  );
};

/** Shows the place that was gone to, whenever it is another one. */
const useShown = (id: string | undefined, show: (id: string) => void): void => {
  useEffect(() => {
    if (id !== undefined) show(id);
    // The way there changes with everything that is opened: only another place is to be gone to.
    // oxlint-disable-next-line react/exhaustive-deps -- see above.
  }, [id]);
};
