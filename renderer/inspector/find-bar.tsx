import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { IconButton } from '#renderer/kit/button.tsx';
import { useActions } from '#renderer/store/context.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import type { BodyPart } from '#shared/exchange/exchange.ts';
import type { Finder } from './use-finder.ts';
import styles from './body-view.module.css';

type FindBarProps = {
  readonly part: BodyPart;
  readonly written: string;
  readonly finder: Finder;
  /** More places were found than are gone through. */
  readonly isCut: boolean;
  /** False where the bytes are looked at, and not a text. */
  readonly canFind: boolean;
};

/** Looks for words in a body: how often they are there, and the way from one place to the next. */
export const FindBar = ({ part, written, finder, isCut, canFind }: FindBarProps) => {
  const actions = useActions();
  const { body, format } = useWords();
  const { find: words } = body;
  const putAway = ({ currentTarget }: { readonly currentTarget: HTMLElement }): void => {
    const scroller = currentTarget.closest<HTMLElement>('[data-scroller]');
    actions.findInBody(part, null);
    (scroller?.querySelector<HTMLElement>('[role=tree], .cm-content') ?? scroller)?.focus({ preventScroll: true });
  };
  const { count, at, step } = finder;
  const told = !canFind
    ? words.notInHex
    : written === ''
      ? ''
      : count === 0
        ? words.none
        : words.count(format.count(at + 1), `${format.count(count)}${isCut ? '+' : ''}`);
  return (
    <div className={styles.find} role="search" aria-label={words.label}>
      <input
        id={`find-in-${part}`}
        type="text"
        className={styles.findField}
        aria-label={words.label}
        autoComplete="off"
        spellCheck={false}
        value={written}
        onChange={(event) => actions.findInBody(part, event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') putAway(event);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <span className={styles.findCount} role="status">
        {told}
      </span>
      <IconButton
        label={words.previous}
        keys="Shift+Enter"
        icon={<ArrowUp size={14} aria-hidden />}
        disabled={count === 0}
        onClick={() => step(-1)}
      />
      <IconButton
        label={words.next}
        keys="Enter"
        icon={<ArrowDown size={14} aria-hidden />}
        disabled={count === 0}
        onClick={() => step(1)}
      />
      <IconButton label={words.close} keys="Esc" icon={<X size={14} aria-hidden />} onClick={putAway} />
    </div>
  );
};
