import { Braces, ChevronRight } from 'lucide-react';
import { memo } from 'react';
import { classes } from '#renderer/kit/classes.ts';
import { LitText } from '#renderer/kit/lit-text.tsx';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import type { RowNote } from '#renderer/store/inspect/row-notes.ts';
import { siblingsOf, spokenValue, valueWords } from '#renderer/store/inspect/row-words.ts';
import { isOpen, isOpenable } from '#renderer/store/inspect/tree-moves.ts';
import type { JsonRow } from '#renderer/store/json-rows.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { SchemaHint } from '#shared/schema/schema-hints.ts';
import { indentOf, mostIndents, noteHeight, noteLines } from './tree-heights.ts';
import styles from './json-tree.module.css';

type TreeLineProps = {
  readonly domId: string;
  readonly place: number;
  readonly top: number;
  readonly width: number;
  readonly row: JsonRow;
  readonly notes: readonly RowNote[];
  readonly hint: SchemaHint | null;
  readonly lights: readonly string[];
  readonly isActive: boolean;
  readonly isHit: boolean;
  /** Where more is said of it. */
  readonly describedBy: string | undefined;
};

/** A value of the tree in one line as it came, and below it what is to be said of it. */
export const TreeLine = memo(
  ({ domId, place, top, width, row, notes, hint, lights, isActive, isHit, describedBy }: TreeLineProps) => {
    const { body: words } = useWords();
    const { node, scanned, depth, nested, times } = row;
    const key = node.key && scanned.source.slice(node.key.from, node.key.to);
    const hasFold = isOpenable(row);
    return (
      <div
        id={domId}
        data-row={place}
        role="treeitem"
        aria-level={depth + 1}
        aria-setsize={siblingsOf(row)}
        aria-posinset={node.place + 1}
        aria-expanded={hasFold ? isOpen(row) : undefined}
        aria-selected={isActive}
        aria-label={spokenValue(row, notes, words)}
        aria-describedby={describedBy}
        className={classes(styles.row, isActive && styles.active, isHit && styles.hit)}
        style={{ transform: `translateY(${String(top)}px)`, paddingLeft: indentOf(depth) + 4 }}
      >
        <span className={styles.line}>
          <span className={styles.fold} data-toggle={hasFold || undefined}>
            {hasFold && <ChevronRight size={12} aria-hidden className={isOpen(row) ? styles.turned : undefined} />}
          </span>
          {depth > mostIndents && <span className={styles.level}>{words.tree.level(depth)}</span>}
          {key !== null && (
            <span className={styles.key} translate="no">
              <LitText text={key} words={lights} />
            </span>
          )}
          {node.item !== null && key === null && <span className={styles.item}>{node.item}</span>}
          {(key !== null || node.item !== null) && <span className={styles.colon}>:</span>}
          {nested !== 'none' && (
            <span className={styles.nested} data-toggle>
              <Braces size={11} aria-hidden />
              {words.tree.nested(times)}
            </span>
          )}
          {nested !== 'open' && (
            <span className={classes(styles.value, styles[node.kind])} translate="no">
              <LitText text={valueWords(row, words)} words={lights} />
            </span>
          )}
          {node.kind === 'array' && node.children > 0 && row.fold === 'open' && (
            <span className={styles.count}>{node.children}</span>
          )}
          {hint && (
            <span className={styles.hint} lang="en">
              {hint.title}
            </span>
          )}
        </span>
        {notes.map((note, index) => (
          <span
            key={index}
            className={styles.note}
            style={{ height: noteLines(note.sentence, width, depth) * noteHeight }}
            lang={note.finding ? 'en' : undefined}
            title={note.sentence}
          >
            <ToneIcon tone={note.tone} size={13} />
            <span>{note.sentence}</span>
          </span>
        ))}
      </div>
    );
  },
);
TreeLine.displayName = 'TreeLine';
