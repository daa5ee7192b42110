import { memo, useMemo } from 'react';
import { classes } from '#renderer/kit/classes.ts';
import type { ColumnId } from '#renderer/store/columns.ts';
import { useCatalogue, useSession } from '#renderer/store/context.tsx';
import { defectTitles } from '#renderer/store/defects.ts';
import { spokenRow } from '#renderer/store/listing/spoken-row.ts';
import { useLights } from '#renderer/store/search/lights.ts';
import { defectsOfLine } from '#renderer/store/traffic-rows.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { TrafficLine } from '#shared/contract/commands/row-commands.ts';
import type { Mark } from '#shared/exchange/mark.ts';
import { ColumnCells, CompactCells } from './row-cells.tsx';
import styles from './row.module.css';

export type RowProps = {
  readonly domId: string;
  /** Counted from the first line of the list on. */
  readonly place: number;
  readonly top: number | undefined;
  /** Null while it is being read. */
  readonly line: TrafficLine | null;
  readonly mark: Mark | null;
  readonly isSelected: boolean;
  readonly isCursor: boolean;
  /** In a tree, the rows of a conversation are a level below it. */
  readonly level: 1 | 2 | null;
  readonly at: number;
  readonly of: number;
  /** Null where there is no room for columns. */
  readonly columns: readonly ColumnId[] | null;
};

/** One line of the traffic. */
export const Row = memo(({ domId, place, top, line, isSelected, isCursor, level, at, of, ...rest }: RowProps) => {
  const { traffic: words } = useWords();
  const spoken = useSpoken(line, rest.mark);
  const lit = useLights();
  return (
    <div
      id={domId}
      data-place={place}
      role={level === null ? 'option' : 'treeitem'}
      aria-level={level ?? undefined}
      aria-selected={isSelected}
      aria-setsize={of}
      aria-posinset={at + 1}
      aria-label={spoken?.name ?? words.reading}
      title={spoken?.title}
      style={top === undefined ? undefined : { top }}
      className={classes(
        styles.row,
        top !== undefined && styles.placed,
        rest.columns && styles.columns,
        level === 2 && styles.below,
        spoken?.isWithheld && styles.withheld,
        isSelected && styles.selected,
        isCursor && styles.cursor,
      )}
    >
      {!spoken ? (
        <span className={styles.reading} />
      ) : rest.columns ? (
        <ColumnCells row={spoken} lit={lit} columns={rest.columns} />
      ) : (
        <CompactCells row={spoken} lit={lit} />
      )}
      {spoken && (
        <span aria-hidden data-more className={styles.more}>
          ···
        </span>
      )}
    </div>
  );
});
Row.displayName = 'Row';

const useSpoken = (line: TrafficLine | null, mark: Mark | null) => {
  const words = useWords();
  const { platforms } = useCatalogue();
  const channel = useSession(({ channels }) => channels.find((each) => each.id === line?.exchange.channelId));
  return useMemo(() => {
    if (!line) return null;
    const platform = platforms.find((each) => each.id === channel?.platformId);
    const defects = defectTitles(defectsOfLine(line), platform);
    return spokenRow(line, { channelName: channel?.name ?? null, defects, mark }, words);
  }, [line, mark, channel, platforms, words]);
};
