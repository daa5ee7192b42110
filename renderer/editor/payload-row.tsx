import { ChevronRight } from 'lucide-react';
import { useState, type DragEvent } from 'react';
import { ActionsMenu, type MenuEntry } from '#renderer/kit/actions-menu.tsx';
import { classes } from '#renderer/kit/classes.ts';
import { useActions, useBench } from '#renderer/store/context.tsx';
import { rowKey, type TreeRow } from '#renderer/store/editor/payload-tree.ts';
import { isChanged, placeOf } from '#renderer/store/editor/writing.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './payload-tree.module.css';

/** What a line is called in the document. */
export const domIdOf = (row: TreeRow): string => `saved-${encodeURIComponent(rowKey(row))}`;
/** Whether it is the request that is written at this place. */
export const isOpened = (row: TreeRow, place: string): boolean =>
  row.kind === 'payload' && placeOf({ kind: 'payload', id: row.payload.id }) === place;

type RowProps = {
  readonly row: TreeRow;
  readonly isShown: boolean;
  readonly isCursor: boolean;
  /** The focus came to it. */
  readonly focus: () => void;
  readonly act: () => void;
  readonly name: () => void;
  readonly remove: () => void;
};

const dragged = 'application/x-hookbench-payload';

/** A line of the tree: what it is called, and a menu of what can be done with it. A saved request can be dragged to a folder. */
export const PayloadRow = ({ row, isShown, isCursor, focus, act, name, remove }: RowProps) => {
  const actions = useActions();
  const { payloads: words } = useWords();
  const [isOver, setOver] = useState(false);
  const writing = useBench(({ view }) =>
    row.kind === 'payload' ? view.requests[placeOf({ kind: 'payload', id: row.payload.id })] : undefined,
  );
  const folder = row.kind === 'folder' ? row.path : row.payload.folder;
  const title = row.kind === 'folder' ? row.name : row.payload.name;
  const isUnsaved = writing !== undefined && isChanged(writing);
  const onDrop = (event: DragEvent): void => {
    const id = event.dataTransfer.getData(dragged);
    setOver(false);
    if (id === '') return;
    event.preventDefault();
    void actions.movePayload(id, { folder });
  };
  return (
    <div
      id={domIdOf(row)}
      role="treeitem"
      aria-level={row.level}
      aria-posinset={row.at + 1}
      aria-setsize={row.of}
      aria-expanded={row.kind === 'folder' ? row.isOpen : undefined}
      aria-selected={isShown}
      aria-label={
        row.kind === 'folder' ? words.folderOf(row.name, row.count) : `${title}${isUnsaved ? `, ${words.unsaved}` : ''}`
      }
      tabIndex={isCursor ? 0 : -1}
      draggable={row.kind === 'payload'}
      className={classes(styles.row, isShown && styles.shown, isOver && styles.over)}
      style={{ paddingLeft: row.level * 14 - 6 }}
      onClick={act}
      onKeyDown={() => undefined}
      onFocus={({ target, currentTarget }) => target === currentTarget && focus()}
      onDragStart={(event) => row.kind === 'payload' && event.dataTransfer.setData(dragged, row.payload.id)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragged)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {row.kind === 'folder' ? (
        <ChevronRight size={14} aria-hidden className={classes(styles.turning, row.isOpen && styles.open)} />
      ) : (
        <span translate="no" className={styles.method}>
          {row.payload.method}
        </span>
      )}
      <span className={styles.name} title={row.kind === 'payload' ? row.payload.url : undefined}>
        {title}
      </span>
      {isUnsaved && <span className={styles.unsaved} />}
      {row.kind === 'folder' && <span className={styles.count}>{row.count}</span>}
      <span
        className={styles.menu}
        onClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => event.stopPropagation()}
      >
        <ActionsMenu
          label={words.actions(title)}
          entries={() => entriesOf(row, { actions, words, act, name, remove })}
        />
      </span>
    </div>
  );
};

type Doing = Pick<RowProps, 'act' | 'name' | 'remove'> & {
  readonly actions: ReturnType<typeof useActions>;
  readonly words: ReturnType<typeof useWords>['payloads'];
};

const item = (key: string, title: string, keys: string, run: () => void): MenuEntry => ({
  kind: 'item',
  key,
  title,
  keys,
  isOn: null,
  isPossible: true,
  why: '',
  run,
});

const entriesOf = (row: TreeRow, { actions, words, act, name, remove }: Doing): readonly MenuEntry[] => {
  if (row.kind === 'folder') return [item('rename', words.renameFolder, 'F2', name)];
  const { id, name: called } = row.payload;
  return [
    item('open', words.open, 'Enter', act),
    item('move', words.move, 'F2', name),
    item('copy', words.copy, '', () => void actions.copyPayload(id, words.copyOf(called))),
    { kind: 'line', key: 'line' },
    item('remove', words.remove, 'Delete', remove),
  ];
};
