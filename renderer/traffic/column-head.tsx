import { useRef, type DragEvent, type KeyboardEvent, type PointerEvent } from 'react';
import { classes } from '#renderer/kit/classes.ts';
import {
  columnKinds,
  gridOf,
  widestColumn,
  withColumnAt,
  withColumnWidth,
  type ColumnId,
} from '#renderer/store/columns.ts';
import { useActions, useBench } from '#renderer/store/context.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './column-head.module.css';

/** The names of the columns; each can be dragged to another place, and its edge to another width. */
export const ColumnHead = ({ scrolled }: { readonly scrolled: number }) => {
  const actions = useActions();
  const { traffic: words } = useWords();
  const columns = useBench(({ view }) => view.remembered.columns);
  const dragged = useRef<ColumnId | null>(null);
  const drop = (event: DragEvent, place: number) => {
    event.preventDefault();
    if (dragged.current) actions.changeColumns(withColumnAt(columns, dragged.current, place));
    dragged.current = null;
  };
  return (
    <div className={styles.head} role="group" aria-label={words.columnNames}>
      <div
        className={styles.names}
        style={{ gridTemplateColumns: gridOf(columns), translate: `${String(-scrolled)}px` }}
      >
        {columns.map(({ id, width }, place) => (
          <div
            key={id}
            className={classes(styles.name, columnKinds[id].isNumber && styles.number)}
            draggable
            onDragStart={() => (dragged.current = id)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => drop(event, place)}
          >
            <span className={styles.word}>{words.columns[id]}</span>
            <Edge id={id} width={width} />
          </div>
        ))}
      </div>
    </div>
  );
};

/** Pixels by which a key moves an edge. */
const step = 8;

const Edge = ({ id, width }: { readonly id: ColumnId; readonly width: number }) => {
  const actions = useActions();
  const { traffic: words } = useWords();
  const columns = useBench(({ view }) => view.remembered.columns);
  const begun = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const resize = (to: number) => actions.changeColumns(withColumnWidth(columns, id, to));
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -step, ArrowRight: step, Home: -Infinity, End: Infinity }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    resize(width + by);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    // What the path takes is what it is left, not what it asks for.
    const drawn = event.currentTarget.parentElement?.offsetWidth ?? width;
    begun.current = { x: event.clientX, width: id === 'path' ? drawn : width };
  };
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={words.resizeColumn(words.columns[id])}
      aria-valuenow={width}
      aria-valuemin={columnKinds[id].least}
      aria-valuemax={widestColumn}
      className={styles.edge}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={({ clientX }) => begun.current && resize(begun.current.width + clientX - begun.current.x)}
      onPointerUp={() => (begun.current = null)}
      onDoubleClick={() => resize(columnKinds[id].width)}
    />
  );
};
