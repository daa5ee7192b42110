import { useMemo, useState } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { Skeleton } from '#renderer/kit/skeleton.tsx';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { useBench } from '#renderer/store/context.tsx';
import { firstBytes, type ReadBody } from '#renderer/store/inspect/inspect-actions.ts';
import { bodyKey, firstPlace } from '#renderer/store/inspect/places.ts';
import { shownBody } from '#renderer/store/inspect/shown-body.ts';
import { useVeil } from '#renderer/store/inspect/use-veil.ts';
import { veiledBody } from '#renderer/store/inspect/veil.ts';
import { faultText } from '#renderer/store/say-fault.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { BodyPart, Exchange } from '#shared/exchange/exchange.ts';
import { BodyLook } from './body-look.tsx';
import { useBody } from './use-body.ts';
import styles from './body-view.module.css';

/** More than this is not looked at as a text: hex shows all of it. */
const mostBytes = 8 * firstBytes;

type BodyViewProps = { readonly exchange: Exchange; readonly part: BodyPart };

/** A body: taken apart, as the text that came, or its bytes. What is long comes in slices. */
export const BodyView = ({ exchange, part }: BodyViewProps) => {
  const words = useWords();
  const [length, setLength] = useState(firstBytes);
  const read = useBody(exchange, part, length);
  if (read.state === 'failed')
    return (
      <p className={styles.note} role="alert">
        <ToneIcon tone="bad" size={14} /> {faultText(read.fault, words)}
      </p>
    );
  if (read.state === 'reading') return <Skeleton lines={4} label={words.body.reading} />;
  return <Read exchange={exchange} part={part} body={read.body} readMore={setLength} />;
};

type ReadProps = BodyViewProps & { readonly body: ReadBody; readonly readMore: (length: number) => void };

const Read = ({ exchange, part, body, readMore }: ReadProps) => {
  const words = useWords();
  const head = exchange[part];
  const veil = useVeil(exchange);
  const read = useMemo(() => (head ? shownBody(body, head, words) : null), [body, head, words]);
  const shown = useMemo(() => (read && veil ? veiledBody(read, veil) : read), [read, veil]);
  const key = bodyKey(exchange.summary.id, part);
  const chosen = useBench(({ view }) => view.places.bodies.get(key) ?? firstPlace).look;
  if (!shown) return null;
  const look = chosen !== null && shown.looks.includes(chosen) ? chosen : (shown.looks[0] ?? 'hex');
  const isMore = !body.unpacked && !shown.picture && !shown.isWhole && look !== 'hex';
  return (
    <>
      <BodyLook exchange={exchange} part={part} shown={shown} total={body.total} look={look} />
      {isMore && (
        <More read={body.bytes.length} total={body.total} contentType={shown.contentType} readMore={readMore} />
      )}
    </>
  );
};

type MoreProps = {
  readonly read: number;
  readonly total: number;
  readonly contentType: string;
  readonly readMore: (length: number) => void;
};

/** The way to what is not shown yet: a slice at a time, or all of it where it is JSON that can be taken apart only as a whole. */
const More = ({ read, total, contentType, readMore }: MoreProps) => {
  const { body: words, format } = useWords();
  const next = Math.min(firstBytes, total - read);
  const canBeWhole = total <= mostBytes && /json/i.test(contentType);
  return (
    <div className={styles.more}>
      <span>{words.onlyPart(format.bytes(read), format.bytes(total))}</span>
      {read < mostBytes && <Button onClick={() => readMore(read + next)}>{words.more(format.bytes(next))}</Button>}
      {canBeWhole && <Button onClick={() => readMore(total)}>{words.readWhole(format.bytes(total))}</Button>}
    </div>
  );
};
