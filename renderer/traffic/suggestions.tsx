import { Bookmark, History } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useEffect, useRef, type RefObject } from 'react';
import { classes } from '#renderer/kit/classes.ts';
import type { Suggestion } from '#renderer/store/search/suggestions.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './suggestions.module.css';

type SuggestionsProps = {
  readonly id: string;
  readonly field: RefObject<HTMLElement | null>;
  readonly suggestions: readonly Suggestion[];
  readonly active: number;
  readonly take: (suggestion: Suggestion) => void;
};

/** What can be written in the search, below it. The focus stays in the field. */
export const Suggestions = ({ id, field, suggestions, active, take }: SuggestionsProps) => {
  const { search: words } = useWords();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <Popover.Portal>
      <Popover.Content
        ref={list}
        id={id}
        role="listbox"
        aria-label={words.suggestions}
        className={styles.suggestions}
        align="start"
        sideOffset={4}
        collisionPadding={8}
        onOpenAutoFocus={(event) => event.preventDefault()}
        onCloseAutoFocus={(event) => event.preventDefault()}
        onInteractOutside={(event) => {
          if (event.target instanceof Node && field.current?.contains(event.target)) event.preventDefault();
        }}
        onEscapeKeyDown={(event) => event.preventDefault()}
      >
        {suggestions.map((each, index) => (
          <div
            key={`${each.kind} ${each.label}`}
            id={`${id}-${String(index)}`}
            role="option"
            aria-selected={index === active}
            className={classes(styles.suggestion, index === active && styles.active)}
            // Before the field loses the focus.
            onPointerDown={(event) => {
              event.preventDefault();
              take(each);
            }}
          >
            {each.kind === 'filter' && <Bookmark size={13} aria-hidden />}
            {each.kind === 'recent' && <History size={13} aria-hidden />}
            <span className={styles.label}>{each.label}</span>
            <span className={styles.what}>{each.kind === 'recent' ? words.recent : each.what}</span>
          </div>
        ))}
      </Popover.Content>
    </Popover.Portal>
  );
};
