import { ChevronDown, ChevronUp, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { ChoiceBar } from '#renderer/kit/choice-bar.tsx';
import { IconButton } from '#renderer/kit/button.tsx';
import { CopyButton } from '#renderer/kit/copy-button.tsx';
import { ToneWord } from '#renderer/kit/tone.tsx';
import { useCommand } from '#renderer/store/commands/use-commands.ts';
import { useActions } from '#renderer/store/context.tsx';
import { bodyKey } from '#renderer/store/inspect/places.ts';
import type { RowNotes } from '#renderer/store/inspect/row-notes.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { BodyLookProps } from './body-look.tsx';
import { FindBar } from './find-bar.tsx';
import { useWanted, type Finder } from './use-finder.ts';
import styles from './body-view.module.css';

type BodyBarProps = BodyLookProps & {
  readonly notes: RowNotes;
  /** Null where nothing can be looked for. */
  readonly finder: (Finder & { readonly isCut: boolean }) | null;
  /** Goes to the next finding or the one before. */
  readonly stepNote?: (by: 1 | -1) => void;
  readonly children?: ReactNode;
};

/** What stays in reach above a body: how it is looked at, what is looked for in it, the way to its findings. */
export const BodyBar = ({ exchange, part, shown, total, look, notes, finder, stepNote, children }: BodyBarProps) => {
  const actions = useActions();
  const { body: words, format } = useWords();
  const { written } = useWanted(part);
  const find = useCommand('find-in-body');
  const key = bodyKey(exchange.summary.id, part);
  return (
    <div className={styles.sticky} data-sticks="top">
      <div className={styles.bar}>
        <h3 className={styles.title}>{words.title}</h3>
        <span className={styles.size}>{format.bytes(total)}</span>
        {notes.ids.length > 0 && stepNote && (
          <span className={styles.findings} role="group" aria-label={words.findings.count(notes.ids.length)}>
            <ToneWord tone="attention" word={format.count(notes.ids.length)} />
            <IconButton
              label={words.findings.previous}
              keys="Shift+F8"
              icon={<ChevronUp size={14} aria-hidden />}
              onClick={() => stepNote(-1)}
            />
            <IconButton
              label={words.findings.next}
              keys="F8"
              icon={<ChevronDown size={14} aria-hidden />}
              onClick={() => stepNote(1)}
            />
          </span>
        )}
        <span className={styles.space} />
        {shown.looks.length > 1 && (
          <ChoiceBar
            label={words.showAs}
            choices={shown.looks.map((each) => ({ value: each, title: words.looks[each] }))}
            chosen={look}
            choose={(chosen) => actions.changePlace(key, { look: chosen })}
          />
        )}
        <span className={styles.tools}>
          {children}
          {finder && (
            <IconButton
              label={words.find.open}
              keys={find.keys}
              icon={<Search size={14} aria-hidden />}
              aria-expanded={written !== null}
              onClick={() => {
                if (written === null) actions.findInBody(part, '');
                requestAnimationFrame(() => document.querySelector<HTMLElement>(`#find-in-${part}`)?.focus());
              }}
            />
          )}
          {shown.text !== '' && <CopyButton text={shown.exact} label={words.copy[part]} />}
        </span>
      </div>
      {written !== null && (
        <FindBar
          part={part}
          written={written}
          finder={finder ?? nothing}
          isCut={finder?.isCut ?? false}
          canFind={finder !== null}
        />
      )}
    </div>
  );
};

const nothing: Finder = { count: 0, at: -1, step: () => undefined };
