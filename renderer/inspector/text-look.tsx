import { useMemo, type KeyboardEvent, type ReactNode } from 'react';
import { useBench } from '#renderer/store/context.tsx';
import { bodyKey } from '#renderer/store/inspect/places.ts';
import type { RowNotes } from '#renderer/store/inspect/row-notes.ts';
import { hitsIn } from '#renderer/store/inspect/text-hits.ts';
import { steppedId } from '#renderer/store/inspect/row-order.ts';
import { useActions } from '#renderer/store/context.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import { scanJson } from '#shared/text/json-scan.ts';
import { BodyBar } from './body-bar.tsx';
import type { BodyLookProps } from './body-look.tsx';
import { CodeLater } from './code-later.tsx';
import type { TextNote } from './code-marks.ts';
import { useFinder, useWanted } from './use-finder.ts';
import styles from './body-view.module.css';

type TextLookProps = BodyLookProps & {
  /** What is shown of it: as it came, or laid out. */
  readonly text: string;
  readonly label: string;
  readonly notes: RowNotes;
  readonly lights: readonly string[];
  readonly told: ReactNode;
};

/** A body as text, foldable where it is JSON; what is said of its values stands below their lines. */
export const TextLook = ({ text, label, lights, told, ...shared }: TextLookProps) => {
  const { body: words } = useWords();
  const actions = useActions();
  const { exchange, part, shown, notes } = shared;
  const key = bodyKey(exchange.summary.id, part);
  const at = useBench(({ view }) => view.places.bodies.get(key)?.at ?? null);
  const { words: wanted } = useWanted(part);
  const found = useMemo(() => hitsIn(text, wanted === '' ? [] : [wanted]), [text, wanted]);
  const lit = useMemo(() => hitsIn(text, lights).ranges, [text, lights]);
  const finder = useFinder(found.ranges.length, wanted);
  const noted = useMemo(() => textNotes(text, notes), [text, notes]);
  const stepNote = (by: 1 | -1): void => {
    const next = steppedId(notes.ids, at, by);
    if (next !== null) actions.changePlace(key, { at: next });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'F8') return;
    event.preventDefault();
    stepNote(event.shiftKey ? -1 : 1);
  };
  const isLaidOut = text !== shown.text;
  return (
    <div onKeyDown={onKeyDown}>
      <BodyBar {...shared} finder={{ ...finder, isCut: found.isCut }} stepNote={stepNote} />
      {told}
      {isLaidOut && <p className={styles.hint}>{words.laidOut}</p>}
      <CodeLater
        text={text}
        label={label}
        isJson={shown.json !== null}
        hits={found.ranges}
        hit={finder.at}
        lights={lit}
        notes={noted}
        noteAt={noted.find(({ id }) => id === at)?.at ?? null}
      />
    </div>
  );
};

/** Where in this text each note belongs: to the value in it, or to the text that the value is inside of. */
const textNotes = (text: string, { ids, byRow }: RowNotes): readonly TextNote[] => {
  if (ids.length === 0) return [];
  const { nodes } = scanJson(text);
  return ids.flatMap((id) => {
    const at = nodes[Number(id.split('>')[0])]?.from ?? 0;
    return (byRow.get(id) ?? []).map(({ tone, sentence, finding }) => ({
      id,
      at,
      tone,
      sentence,
      language: finding ? 'en' : '',
    }));
  });
};
