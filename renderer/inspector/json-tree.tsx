import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { ContextActions } from '#renderer/kit/actions-menu.tsx';
import { useMenu } from '#renderer/store/commands/use-menu.ts';
import { useActions, usePage } from '#renderer/store/context.tsx';
import type { RowNotes } from '#renderer/store/inspect/row-notes.ts';
import { isOpen, isOpenable, withRow } from '#renderer/store/inspect/tree-moves.ts';
import { valueMenu } from '#renderer/store/commands/value-menu.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { SchemaHint } from '#shared/schema/schema-hints.ts';
import type { JsonRow } from '#renderer/store/json-rows.ts';
import { heightsOf, rowAtHeight } from './tree-heights.ts';
import { TreeLine } from './tree-line.tsx';
import { bringIntoSight, useSight } from './use-sight.ts';
import { useTreeKeys } from './use-tree-keys.ts';
import type { Tree } from './use-tree.ts';
import { useWidth } from './use-width.ts';
import styles from './json-tree.module.css';

export type JsonTreeProps = {
  readonly tree: Tree;
  readonly notes: RowNotes;
  /** The rows in which what is looked for was found. */
  readonly hits: ReadonlySet<string>;
  /** What the search of the traffic has found, in lower case. */
  readonly lights: readonly string[];
  readonly hintOf: (row: JsonRow) => SchemaHint | null;
  /** What is looked for, in lower case. */
  readonly wanted: string;
  readonly label: string;
  /** What says more about the row that the keyboard is on. */
  readonly describedBy: string;
};

/** JSON as a tree, of which only what is in sight is drawn. */
export const JsonTree = ({ tree, notes, hits, lights, hintOf, wanted, label, describedBy }: JsonTreeProps) => {
  const { body: words } = useWords();
  const actions = useActions();
  const { screen } = usePage();
  const prefix = useId();
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const width = useWidth(box);
  const { rows, at, view, change, goTo } = tree;
  const heights = useMemo(() => heightsOf(rows, notes, width), [rows, notes, width]);
  const sight = useSight(box);
  const onKeyDown = useTreeKeys(tree);
  const menu = useMenu(valueMenu);
  const from = rowAtHeight(rows, heights, sight.from);
  const last = Math.min(rows.length, rowAtHeight(rows, heights, sight.to) + 1);
  const active = rows[at];
  const isDrawn = active !== undefined && at >= from && at < last;
  const valueAt = useMemo(() => active && { key: tree.key, row: active, view }, [tree.key, active, view]);
  useEffect(() => actions.noteValue(valueAt ?? null), [actions, valueAt]);
  useEffect(() => () => actions.noteValue(null), [actions]);
  useInSight(box, at, heights);

  const rowOf = ({ target }: MouseEvent): JsonRow | undefined => {
    const line = target instanceof Element ? target.closest('[data-row]') : null;
    return line ? rows[Number(line.getAttribute('data-row'))] : undefined;
  };
  const onClick = (event: MouseEvent): void => {
    const row = rowOf(event);
    if (!row) return;
    goTo(row.id);
    const isToggle = event.target instanceof Element && event.target.closest('[data-toggle]') !== null;
    if (isToggle && isOpenable(row)) change(withRow(view, row, !isOpen(row)));
  };
  const onContextMenu = (event: MouseEvent): void => {
    const row = rowOf(event) ?? active;
    if (row) {
      goTo(row.id);
      actions.noteValue({ key: tree.key, row, view });
    } else event.preventDefault();
  };
  const onKeys = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'F10' && event.shiftKey && active) {
      event.preventDefault();
      const line = document.querySelector(`#${CSS.escape(`${prefix}${active.id}`)}`);
      const place = line?.getBoundingClientRect();
      if (line && place) line.dispatchEvent(menuAt(place));
    } else onKeyDown(event);
  };
  return (
    <ContextActions label={words.tree.menu} entries={menu}>
      <div
        ref={setBox}
        role="tree"
        tabIndex={0}
        className={styles.tree}
        style={{ height: heights.total }}
        aria-label={label}
        aria-activedescendant={isDrawn ? `${prefix}${active.id}` : undefined}
        onKeyDown={onKeys}
        onClick={onClick}
        onContextMenu={onContextMenu}
        onDoubleClick={(event) => {
          const row = rowOf(event);
          if (row && isOpenable(row)) change(withRow(view, row, !isOpen(row)));
        }}
        onFocus={() => {
          if (at < 0 && rows[0]) goTo(rows[0].id);
        }}
        onCopy={(event) => {
          // What is marked with the mouse is what is meant to be copied.
          if (getSelection()?.isCollapsed === false) return;
          event.preventDefault();
          void actions.copyOfValue('value', screen.copy);
        }}
      >
        {rows.slice(from, last).map((row, offset) => (
          <TreeLine
            key={row.id}
            domId={`${prefix}${row.id}`}
            place={from + offset}
            top={heights.topOf(from + offset)}
            width={width}
            row={row}
            notes={notes.byRow.get(row.id) ?? noNotes}
            hint={hintOf(row)}
            lights={hits.has(row.id) ? [wanted] : lights}
            isActive={row === active}
            isHit={hits.has(row.id)}
            describedBy={row === active ? describedBy : undefined}
          />
        ))}
      </div>
    </ContextActions>
  );
};

const noNotes = [] as const;

const menuAt = ({ left, bottom }: DOMRect): MouseEvent['nativeEvent'] =>
  new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: left + 40, clientY: bottom });

/** Scrolls the row that the keyboard is on into sight whenever it is another one. */
const useInSight = (box: HTMLElement | null, at: number, { topOf }: ReturnType<typeof heightsOf>): void => {
  const seen = useRef(at);
  useEffect(() => {
    if (!box || at < 0 || at === seen.current) return;
    seen.current = at;
    bringIntoSight(box, { from: topOf(at), to: topOf(at + 1) });
  }, [box, at, topOf]);
};
