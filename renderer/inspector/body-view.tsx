import { useMemo, useState } from 'react';
import { CopyButton } from '#renderer/kit/copy-button.tsx';
import { Skeleton } from '#renderer/kit/skeleton.tsx';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { prettyJson } from '#renderer/store/pretty-json.ts';
import { bodyShape } from '#renderer/store/body-shape.ts';
import { faultText } from '#renderer/store/say-fault.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { BodyPart } from '#shared/exchange/exchange.ts';
import { CodeLater } from './code-later.tsx';
import { HexView } from './hex-view.tsx';
import { useBody } from './use-body.ts';
import styles from './body-view.module.css';

/** More than this is not read as text at once: hex shows all of it. */
const textLimit = 1024 * 1024;

type BodyViewProps = {
  readonly id: number;
  readonly part: BodyPart;
  readonly total: number;
  readonly contentType: string | undefined;
  readonly encoding: string | undefined;
  readonly note: string | null;
};
type Look = 'json' | 'text' | 'hex';

/** A body: JSON laid out for reading, the text that came, or its bytes. */
export const BodyView = ({ id, part, total, contentType, encoding, note }: BodyViewProps) => {
  const words = useWords();
  const { inspector: said } = words;
  const read = useBody(id, part, Math.min(total, textLimit));
  const bytes = read.state === 'read' ? read.bytes : null;
  const shape = useMemo(
    () => (bytes ? bodyShape(bytes, { contentType, encoding, isWhole: bytes.length === total }, said.notes) : null),
    [bytes, contentType, encoding, total, said],
  );
  const [chosen, choose] = useState<Look | null>(null);
  if (read.state === 'failed')
    return (
      <p className={styles.note}>
        <ToneIcon tone="bad" size={14} /> {faultText(read.fault, words)}
      </p>
    );
  if (!shape) return <Skeleton lines={4} label={said.readingBody} />;
  const looks: readonly Look[] =
    shape.kind === 'json' ? ['json', 'text', 'hex'] : shape.kind === 'text' ? ['text', 'hex'] : ['hex'];
  const look = chosen !== null && looks.includes(chosen) ? chosen : (looks[0] ?? 'hex');
  const notes = [...(note === null ? [] : [note]), ...shape.notes];
  return (
    <>
      <div className={styles.bar}>
        <h3>{said.body}</h3>
        <span className={styles.size}>{words.format.bytes(total)}</span>
        <div className={styles.looks} role="group" aria-label={said.showBodyAs}>
          {looks.map((each) => (
            <button key={each} type="button" aria-pressed={look === each} onClick={() => choose(each)}>
              {said.looks[each]}
            </button>
          ))}
        </div>
        {shape.kind !== 'binary' && <CopyButton text={shape.text} label={said.copyBody[part]} />}
      </div>
      {notes.map((each) => (
        <p key={each} className={styles.note}>
          <ToneIcon tone="attention" size={14} /> {each}
        </p>
      ))}
      {look === 'json' && <Pretty text={shape.text} />}
      {look === 'text' && <pre className={styles.text}>{shape.text}</pre>}
      {look === 'hex' && <HexView id={id} part={part} total={total} />}
    </>
  );
};

const Pretty = ({ text }: { readonly text: string }) => {
  const { inspector: words } = useWords();
  const pretty = useMemo(() => prettyJson(text), [text]);
  return (
    <>
      {pretty !== text && <p className={styles.hint}>{words.laidOut}</p>}
      <CodeLater text={pretty} label={words.bodyAsJson} />
    </>
  );
};
