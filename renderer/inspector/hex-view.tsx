import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { useActions } from '#renderer/store/context.tsx';
import { hexLine, hexLineBytes, hexPageBytes } from '#renderer/store/hex-lines.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { BodyPart } from '#shared/exchange/exchange.ts';
import styles from './body-view.module.css';

const lineHeight = 20;
const pageOf = (line: number): number => Math.floor((line * hexLineBytes) / hexPageBytes);
type HexViewProps = { readonly id: number; readonly part: BodyPart; readonly total: number };

/** The bytes with their offsets: only the lines in sight are drawn, only their pages are read. */
export const HexView = ({ id, part, total }: HexViewProps) => {
  const { inspector: words } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- what it returns is used here only, and nothing is memoized from it.
  const virtual = useVirtualizer({
    count: Math.ceil(total / hexLineBytes),
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 10,
    initialRect: { width: 600, height: 400 },
  });
  const items = virtual.getVirtualItems();
  const pages = usePages(id, part, pageOf(items[0]?.index ?? 0), pageOf(items.at(-1)?.index ?? 0));
  return (
    <div ref={scroller} className={styles.hex} tabIndex={0} role="group" aria-label={words.bodyAsHex}>
      <div className={styles.hexTrack} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start, key }) => {
          const page = pages.get(pageOf(index));
          const within = (index * hexLineBytes) % hexPageBytes;
          const line = hexLine(index * hexLineBytes, page?.subarray(within, within + hexLineBytes) ?? null, total);
          return (
            <div key={key} className={styles.hexLine} style={{ transform: `translateY(${String(start)}px)` }}>
              <span className={styles.offset}>{line.offset}</span>
              <span>{line.hex}</span>
              <span className={styles.letters}>{line.letters}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
};

/** The pages from `first` to `last`, as they come; those already read stay. */
const usePages = (id: number, part: BodyPart, first: number, last: number): ReadonlyMap<number, Uint8Array> => {
  const actions = useActions();
  const [pages, setPages] = useState<ReadonlyMap<number, Uint8Array>>(new Map());
  const asked = useRef(new Set<number>());
  useEffect(() => {
    for (let page = first; page <= last; page += 1) {
      if (asked.current.has(page)) continue;
      asked.current.add(page);
      actions.readBody(id, part, page * hexPageBytes, hexPageBytes).then(
        ({ bytes }) => setPages((before) => new Map(before).set(page, bytes)),
        // A page that could not be read is asked for again when it next comes into sight.
        () => asked.current.delete(page),
      );
    }
  }, [actions, id, part, first, last]);
  return pages;
};
