import { Search, X } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { IconButton } from '#renderer/kit/button.tsx';
import { useActions, useBench, useCatalogue, useSession } from '#renderer/store/context.tsx';
import { knownValues } from '#renderer/store/search/known-values.ts';
import { suggestionsFor, type Suggestion } from '#renderer/store/search/suggestions.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { QueryProblem } from '#shared/query/problem.ts';
import { FilterMenu } from './filter-menu.tsx';
import { QueryHelp } from './query-help.tsx';
import { QueryText } from './query-text.tsx';
import { Suggestions } from './suggestions.tsx';
import styles from './search-box.module.css';

/** Milliseconds without a key after which it is searched. */
const patience = 150;

type SearchBoxProps = { readonly problems: readonly QueryProblem[] };

/** One field for everything that can be looked for, with what can be written there. */
export const SearchBox = ({ problems }: SearchBoxProps) => {
  const actions = useActions();
  const { search: words } = useWords();
  const text = useBench(({ view }) => view.search);
  const field = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const offered = useSuggestions(input);
  const { suggestions, active } = offered;
  const isWrong = problems.length > 0;
  useEffect(() => {
    if (isWrong) return undefined;
    const timer = setTimeout(() => actions.search(text), patience);
    return () => clearTimeout(timer);
  }, [text, isWrong, actions]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (offered.obey(event)) {
      event.preventDefault();
    } else if (event.key === 'Enter') {
      if (!isWrong) actions.searchNow(text);
    } else if (event.key === 'Escape' && text !== '') {
      event.preventDefault();
      offered.close();
      actions.typeSearch('');
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      document.querySelector<HTMLElement>('#traffic-list')?.focus();
    }
  };
  return (
    <Popover.Root open={offered.isOpen} onOpenChange={(opens) => !opens && offered.close()}>
      <Popover.Anchor asChild>
        <div ref={field} className={styles.search} role="search">
          <Search size={14} aria-hidden />
          <QueryText ref={input} text={text} problems={problems}>
            <input
              ref={input}
              type="text"
              id="traffic-search"
              className={styles.input}
              role="combobox"
              aria-label={words.label}
              aria-autocomplete="list"
              aria-expanded={offered.isOpen}
              aria-controls={offered.isOpen ? listId : undefined}
              aria-activedescendant={active >= 0 && offered.isOpen ? `${listId}-${String(active)}` : undefined}
              aria-invalid={isWrong}
              aria-describedby="traffic-search-news"
              placeholder={words.hint}
              value={text}
              spellCheck={false}
              autoComplete="off"
              maxLength={1000}
              onChange={(event) => {
                actions.typeSearch(event.target.value);
                if (event.target.value.trim() === '') offered.close();
                else offered.open();
              }}
              onSelect={offered.noteCursor}
              onClick={offered.open}
              onKeyDown={onKeyDown}
              onBlur={() => {
                offered.close();
                if (!isWrong) actions.rememberSearch(text);
              }}
            />
          </QueryText>
          {text !== '' && (
            <IconButton
              label={words.clear}
              icon={<X size={14} aria-hidden />}
              onClick={() => {
                actions.typeSearch('');
                input.current?.focus();
              }}
            />
          )}
          <FilterMenu isWrong={isWrong} />
          <QueryHelp />
        </div>
      </Popover.Anchor>
      <Suggestions
        id={listId}
        field={field}
        suggestions={suggestions}
        active={active}
        take={(suggestion) => offered.take(suggestion)}
      />
    </Popover.Root>
  );
};

/** What can be written at the cursor, and which of it the keyboard is on; -1: on none. */
const useSuggestions = (input: React.RefObject<HTMLInputElement | null>) => {
  const actions = useActions();
  const { platforms } = useCatalogue();
  const text = useBench(({ view }) => view.search);
  const recent = useBench(({ view }) => view.remembered.searches);
  const filters = useSession(({ shelf }) => shelf.filters);
  const channels = useSession((session) => session.channels);
  const conversations = useSession((session) => session.conversations);
  const ruleHits = useSession((session) => session.ruleHits);
  const [cursor, setCursor] = useState(0);
  const [isAsked, setAsked] = useState(false);
  const [active, setActive] = useState(-1);
  const wanted = useRef<number | null>(null);
  const suggestions = useMemo(() => {
    if (!isAsked) return [];
    const known = knownValues({ channels, conversations, ruleHits }, platforms);
    return suggestionsFor(text, Math.min(cursor, text.length), { known, filters, recent });
  }, [isAsked, text, cursor, channels, conversations, ruleHits, platforms, filters, recent]);
  // The cursor goes behind what was taken, as soon as that stands there.
  useLayoutEffect(() => {
    const at = wanted.current;
    if (at === null || input.current?.value !== text) return;
    input.current.setSelectionRange(at, at);
    wanted.current = null;
  }, [input, text]);
  const noteCursor = () => setCursor(input.current?.selectionStart ?? 0);
  const open = () => {
    noteCursor();
    setActive(-1);
    setAsked(true);
  };
  const close = () => setAsked(false);
  const isOpen = isAsked && suggestions.length > 0;
  const take = (suggestion: Suggestion | undefined) => {
    if (!suggestion) return;
    wanted.current = suggestion.cursor;
    actions.typeSearch(suggestion.text);
    setCursor(suggestion.cursor);
    setActive(-1);
    // Behind a field its values are offered at once.
    setAsked(suggestion.kind === 'field');
  };
  /** Whether the key was for the suggestions. */
  const obey = ({ key, ctrlKey }: KeyboardEvent): boolean => {
    if (key === ' ' && ctrlKey) open();
    else if (!isOpen) {
      if (key !== 'ArrowDown' || text !== '') return false;
      open();
    } else if (key === 'ArrowDown') setActive((active + 1) % suggestions.length);
    else if (key === 'ArrowUp') setActive(active <= 0 ? suggestions.length - 1 : active - 1);
    else if (key === 'Enter' && active >= 0) take(suggestions[active]);
    else if (key === 'Escape') close();
    else if (key === 'Enter') {
      close();
      return false;
    } else return false;
    return true;
  };
  return { suggestions, active, isOpen, open, close, noteCursor, take, obey };
};
