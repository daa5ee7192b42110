import { useEffect, useMemo, useState } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { useActions } from '#renderer/store/context.tsx';
import { isTooLarge, type Picture } from '#renderer/store/inspect/picture.ts';
import type { ShownBody } from '#renderer/store/inspect/shown-body.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { BodyPart, Exchange } from '#shared/exchange/exchange.ts';
import { encodeBase64 } from '#shared/text/base64.ts';
import styles from './picture-view.module.css';

/** A larger file is not drawn. */
const mostBytes = 8 * 1024 * 1024;

type PictureViewProps = {
  readonly exchange: Exchange;
  readonly part: BodyPart;
  readonly shown: ShownBody;
  readonly total: number;
};

/** The picture that the bytes of a body are. */
export const PictureView = ({ exchange, part, shown, total }: PictureViewProps) => {
  const bytes = useWhole(exchange, part, shown, total);
  return shown.picture && <PictureFrame picture={shown.picture} bytes={bytes} size={total} />;
};

type PictureFrameProps = {
  readonly picture: Picture;
  /** Null until all of them are there. */
  readonly bytes: Uint8Array | null;
  readonly size: number;
};

/** A picture with its kind and its size. It is drawn from its bytes: nothing is fetched, and no script is in it. */
export const PictureFrame = ({ picture, bytes, size }: PictureFrameProps) => {
  const { picture: words, format } = useWords();
  const [isBroken, setBroken] = useState(false);
  const [isWanted, want] = useState(picture.mediaType !== 'image/gif' || !prefersStill());
  const { mediaType, width, height } = picture;
  const isLarge = isTooLarge(picture) || size > mostBytes;
  const source = useMemo(
    () => (bytes && !isLarge ? `data:${mediaType};base64,${encodeBase64(bytes)}` : null),
    [bytes, isLarge, mediaType],
  );
  const told = width > 0 ? words.told(mediaType, format.count(width), format.count(height)) : mediaType;
  return (
    <figure className={styles.figure}>
      {isLarge || isBroken ? (
        <p className={styles.note}>
          <ToneIcon tone="attention" size={14} /> {isLarge ? words.tooLarge : words.broken}
        </p>
      ) : !isWanted ? (
        <Button onClick={() => want(true)}>{words.moving}</Button>
      ) : (
        source && <img className={styles.picture} src={source} alt={told} onError={() => setBroken(true)} />
      )}
      <figcaption>{told}</figcaption>
    </figure>
  );
};

const prefersStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** All the bytes of a body, where not all of them came at first. */
const useWhole = (exchange: Exchange, part: BodyPart, shown: ShownBody, total: number): Uint8Array | null => {
  const actions = useActions();
  const [read, setRead] = useState<Uint8Array | null>(null);
  const isThere = shown.isWhole || total > mostBytes;
  useEffect(() => {
    if (isThere) return undefined;
    let isWanted = true;
    const finish = async () => {
      // Where that fails, its bytes are there all the same, in hex.
      const body = await actions.readBodyOf(exchange, part, total).catch(() => null);
      if (isWanted && body) setRead(body.bytes);
    };
    void finish();
    return () => {
      isWanted = false;
    };
  }, [actions, exchange, part, total, isThere]);
  return isThere ? shown.bytes : read;
};
