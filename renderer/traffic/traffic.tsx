import { useVirtualizer } from '@tanstack/react-virtual';
import { Columns2, Search, Trash2, X } from 'lucide-react';
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { IconButton } from '#renderer/kit/button.tsx';
import { Skeleton } from '#renderer/kit/skeleton.tsx';
import { useCommand } from '#renderer/store/commands/use-commands.ts';
import { useActions, useBench, useCatalogue, useSession } from '#renderer/store/context.tsx';
import { defectTitles } from '#renderer/store/defects.ts';
import { trafficRows, type TrafficRow } from '#renderer/store/traffic-rows.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { Row } from './row.tsx';
import styles from './traffic.module.css';

const rowHeight = 28;

/** Every exchange, newest first; what is older than the session is read when the list is scrolled to it. */
export const Traffic = () => {
  const actions = useActions();
  const clear = useCommand('clear-traffic');
  const wide = useCommand('wide-traffic');
  const { traffic: words, format } = useWords();
  const exchanges = useSession((session) => session.exchanges);
  const total = useSession((session) => session.exchangeCount);
  const found = useBench(({ view }) => view.found);
  const older = useBench(({ view }) => view.older);
  const rows = useMemo(
    () => (found ? trafficRows(found.exchanges) : trafficRows(exchanges, older.exchanges)),
    [exchanges, older.exchanges, found],
  );
  const oldest = rows.at(-1)?.ids.toSorted((one, other) => one - other)[0];
  const hasMore = found ? found.hasMore : older.hasMore && exchanges.length + older.exchanges.length < total;
  return (
    <section className={styles.traffic} aria-label={words.title}>
      <header className={styles.head}>
        <h2>{words.title}</h2>
        <span className={styles.count}>{total > 0 ? format.count(total) : ''}</span>
        {wide.isPossible && <IconButton {...wide.button} icon={<Columns2 size={14} aria-hidden />} />}
        <IconButton {...clear.button} icon={<Trash2 size={14} aria-hidden />} />
      </header>
      <SearchField />
      {rows.length > 0 ? (
        <List
          rows={rows}
          hasMore={hasMore}
          readMore={() => void actions.readOlderExchanges(oldest)}
          key={found?.matching ?? ''}
        />
      ) : found?.isReading ? (
        <Skeleton lines={6} label={words.searching} />
      ) : (
        <p className={styles.empty}>{found ? words.noneHas(found.matching) : words.none}</p>
      )}
    </section>
  );
};

const SearchField = () => {
  const actions = useActions();
  const { traffic: words } = useWords();
  const search = useBench(({ view }) => view.search);
  useEffect(() => {
    const timer = setTimeout(() => void actions.search(search), 200);
    return () => clearTimeout(timer);
  }, [search, actions]);
  return (
    <div className={styles.search} role="search">
      <Search size={14} aria-hidden />
      <input
        type="text"
        id="traffic-search"
        aria-label={words.search}
        placeholder={words.searchHint}
        value={search}
        spellCheck={false}
        onChange={(event) => actions.typeSearch(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && search !== '') actions.typeSearch('');
        }}
      />
      {search !== '' && (
        <IconButton
          label={words.clearSearch}
          icon={<X size={14} aria-hidden />}
          onClick={() => actions.typeSearch('')}
        />
      )}
    </div>
  );
};

type ListProps = { readonly rows: readonly TrafficRow[]; readonly hasMore: boolean; readonly readMore: () => void };

const optionId = (row: TrafficRow): string => `traffic-${String(row.exchange.id)}`;

const List = ({ rows, hasMore, readMore }: ListProps) => {
  const actions = useActions();
  const { traffic: words } = useWords();
  const selectedId = useBench(({ view }) => view.exchangeId);
  const channels = useSession((session) => session.channels);
  const { platforms } = useCatalogue();
  const scroller = useRef<HTMLDivElement>(null);
  const selected = rows.findIndex((row) => selectedId !== null && row.ids.includes(selectedId));
  // oxlint-disable-next-line react/incompatible-library -- what it returns is used here only, and nothing is memoized from it.
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.exchange.id ?? index,
    overscan: 12,
    initialRect: { width: 320, height: 600 },
  });
  const items = virtual.getVirtualItems();
  const lastSeen = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && lastSeen >= rows.length - 20) readMore();
  }, [hasMore, lastSeen, rows.length, readMore]);

  const active = rows[selected];
  const move = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && active) actions.inspectExchange(active.exchange.id);
    const target = movedTo(event.key, selected, rows.length);
    const row = target === null ? undefined : rows[target];
    if (!row || target === null) return;
    event.preventDefault();
    actions.selectExchange(row.exchange.id);
    virtual.scrollToIndex(target);
  };
  return (
    <div
      ref={scroller}
      id="traffic-list"
      className={styles.list}
      role="listbox"
      tabIndex={0}
      aria-label={words.list}
      aria-activedescendant={active && items.some((item) => item.index === selected) ? optionId(active) : undefined}
      onKeyDown={move}
    >
      <div className={styles.track} style={{ height: virtual.getTotalSize() }} role="presentation">
        {items.map((item) => {
          const row = rows[item.index];
          const channel = row && channels.find((each) => each.id === row.exchange.channelId);
          const platform = channel && platforms.find((each) => each.id === channel.platformId);
          return row ? (
            <Row
              key={item.key}
              id={optionId(row)}
              row={row}
              channelName={channel?.name ?? null}
              defects={defectTitles(row.defect, platform).join(', ')}
              isSelected={item.index === selected}
              place={item.index + 1}
              count={rows.length}
              offset={item.start}
              onSelect={() => actions.inspectExchange(row.exchange.id)}
            />
          ) : null;
        })}
      </div>
    </div>
  );
};

const movedTo = (key: string, from: number, count: number): number | null => {
  switch (key) {
    case 'ArrowDown':
      return Math.min(from + 1, count - 1);
    case 'ArrowUp':
      return Math.max(from - 1, 0);
    case 'PageDown':
      return Math.min(from + 10, count - 1);
    case 'PageUp':
      return Math.max(from - 10, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
};
