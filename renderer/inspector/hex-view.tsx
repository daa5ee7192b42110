import { useEffect, useRef, useState } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { classes } from '#renderer/kit/classes.ts';
import type { ByteSource, ShownBytes } from '#renderer/store/inspect/byte-source.ts';
import { hexLine, hexLineBytes, hexPageBytes, shortLineBytes } from '#renderer/store/hex-lines.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { bringIntoSight, useSight } from './use-sight.ts';
import { useWidth } from './use-width.ts';
import styles from './hex-view.module.css';

const lineHeight = 20;
/** Of a byte, with its letter and its share of the offset. */
const lineWidth = 35;
const smallWidth = 30;
/** With less room than this, in pixels, the letters are smaller; with still less a line holds half as much. */
const roomForAll = 570;
const roomForSmall = 480;
/** Browsers draw no element that is higher than some millions of pixels: more bytes are shown a part at a time. */
const partBytes = 4 * 1024 * 1024;

type HexViewProps = {
  /** Must be the same one for the same bytes. */
  readonly source: ByteSource;
  readonly label: string;
};

/** The bytes with their offsets: only the lines in sight are drawn, only their pages are read. */
export const HexView = ({ source, label }: HexViewProps) => {
  const { total } = source;
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const [start, setStart] = useState(0);
  const [frame, setFrame] = useState<HTMLDivElement | null>(null);
  const width = useWidth(frame);
  const perLine = width > 0 && width < roomForSmall ? shortLineBytes : hexLineBytes;
  const isSmall = perLine === hexLineBytes && width > 0 && width < roomForAll;
  const pageOf = (line: number): number => Math.floor((line * perLine) / hexPageBytes);
  const sight = useSight(box);
  const firstOfPart = start / perLine;
  const count = Math.ceil(Math.min(partBytes, total - start) / perLine);
  const from = Math.max(0, Math.min(count, Math.floor(sight.from / lineHeight)));
  const to = Math.max(from, Math.min(count, Math.ceil(sight.to / lineHeight)));
  const pages = usePages(source, pageOf(firstOfPart + from), pageOf(firstOfPart + Math.max(from, to - 1)));
  const goTo = (offset: number): void => {
    const part = Math.floor(Math.max(0, Math.min(total - 1, offset)) / partBytes) * partBytes;
    setStart(part);
    const line = Math.floor((offset - part) / perLine) * lineHeight;
    requestAnimationFrame(() => box && bringIntoSight(box, { from: line, to: line + lineHeight }));
  };
  return (
    <>
      {total > hexPageBytes && <Jump total={total} start={start} goTo={goTo} />}
      <div
        ref={setFrame}
        className={classes(styles.hex, isSmall && styles.small)}
        tabIndex={0}
        role="group"
        aria-label={label}
        translate="no"
      >
        <div
          ref={setBox}
          className={styles.track}
          style={{ height: count * lineHeight, minWidth: perLine * (isSmall ? smallWidth : lineWidth) }}
        >
          {Array.from({ length: to - from }, (_, offset) => {
            const index = firstOfPart + from + offset;
            const page = pages.get(pageOf(index));
            const within = (index * perLine) % hexPageBytes;
            const line = hexLine(index * perLine, page?.subarray(within, within + perLine) ?? null, total, perLine);
            return (
              <div
                key={index}
                className={styles.line}
                style={{ transform: `translateY(${String((from + offset) * lineHeight)}px)` }}
              >
                <span className={styles.offset}>{line.offset}</span>
                <span>{line.hex}</span>
                <span className={styles.letters}>{line.letters}</span>
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
};

type JumpProps = { readonly total: number; readonly start: number; readonly goTo: (offset: number) => void };

/** The way to an offset, in hex as the offsets stand there; and through the parts of what is very long. */
const Jump = ({ total, start, goTo }: JumpProps) => {
  const { raw: words, format } = useWords();
  const [written, write] = useState('');
  const offset = /^(?:0x)?[0-9a-f]{1,10}$/i.test(written.trim()) ? Number.parseInt(written.trim(), 16) : null;
  return (
    <form
      className={styles.jump}
      onSubmit={(event) => {
        event.preventDefault();
        if (offset !== null && offset < total) goTo(offset);
      }}
    >
      <label>
        {words.offset}{' '}
        <input
          value={written}
          placeholder={words.offsetExample}
          onChange={({ target }) => write(target.value)}
          spellCheck={false}
        />
      </label>
      <Button type="submit" disabled={offset === null || offset >= total}>
        {words.goTo}
      </Button>
      {total > partBytes && (
        <>
          <span>{words.part(format.bytes(start), format.bytes(Math.min(total, start + partBytes)))}</span>
          <Button disabled={start === 0} onClick={() => goTo(start - partBytes)}>
            {words.before}
          </Button>
          <Button disabled={start + partBytes >= total} onClick={() => goTo(start + partBytes)}>
            {words.next}
          </Button>
        </>
      )}
    </form>
  );
};

/** The pages from `first` to `last`, as they come; those already read stay. */
const usePages = (source: ByteSource, first: number, last: number): ReadonlyMap<number, ShownBytes> => {
  const [pages, setPages] = useState<ReadonlyMap<number, ShownBytes>>(new Map());
  const asked = useRef(new Set<number>());
  useEffect(() => {
    for (let page = first; page <= last; page += 1) {
      if (asked.current.has(page)) continue;
      asked.current.add(page);
      source.read(page * hexPageBytes, hexPageBytes).then(
        (bytes) => setPages((before) => new Map(before).set(page, bytes)),
        // A page that could not be read is asked for again when it next comes into sight.
        () => asked.current.delete(page),
      );
    }
  }, [source, first, last]);
  return pages;
};
