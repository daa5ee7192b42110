import { Search } from 'lucide-react';
import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { useCatalogue, usePage } from '#renderer/store/context.tsx';
import { commandFinds } from '#renderer/store/palette/command-finds.ts';
import { fileFinds } from '#renderer/store/palette/file-finds.ts';
import type { Find } from '#renderer/store/palette/find.ts';
import { searchFinds } from '#renderer/store/palette/search-finds.ts';
import { sessionFinds } from '#renderer/store/palette/session-finds.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { PaletteList } from './palette-list.tsx';
import styles from './palette.module.css';

/** A field and the list of what it finds: a combobox whose list is always open (APG, combobox pattern). */
export const PaletteSearch = ({ choose }: { readonly choose: (find: Find) => void }) => {
  const { store, actions, screen } = usePage();
  const catalogue = useCatalogue();
  const words = useWords();
  const { palette } = words;
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  // What there is when it opens: the list does not change under the fingers of a person who chooses.
  const [{ finds, recent }] = useState(() => {
    const bench = { state: store.getState(), actions, catalogue, screen };
    return {
      finds: [commandFinds, sessionFinds, fileFinds].flatMap((source) => source(bench, words)),
      recent: bench.state.view.remembered.recent,
    };
  });
  const groups = useMemo(() => searchFinds(finds, typed, recent), [finds, typed, recent]);
  const hits = groups.flatMap((group) => group.hits);
  const optionId = (place: number) => `${listId}-${String(place)}`;
  const move = (event: KeyboardEvent) => {
    // Enter that ends a composed syllable chooses nothing.
    if (event.nativeEvent.isComposing) return;
    const hit = hits[at];
    if (event.key === 'Enter' && hit) choose(hit.find);
    const target = movedTo(event.key, at, hits.length);
    if (target === null && event.key !== 'Enter') return;
    event.preventDefault();
    if (target === null) return;
    setAt(target);
    document.getElementById(optionId(target))?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      <div className={styles.field}>
        <Search size={16} aria-hidden />
        <input
          type="text"
          role="combobox"
          aria-label={palette.title}
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={hits.length > 0 ? optionId(at) : undefined}
          placeholder={palette.placeholder}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={move}
        />
      </div>
      <PaletteList id={listId} groups={groups} at={at} optionId={optionId} choose={choose} />
      {hits.length === 0 && (
        <div className={styles.none} role="status">
          <p>{palette.none(typed.trim())}</p>
          <p className={styles.soft}>{palette.noneNext}</p>
        </div>
      )}
      <footer className={styles.help} aria-hidden>
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {palette.moves}
        </span>
        <span>
          <kbd>Enter</kbd> {palette.runs}
        </span>
        <span>
          <kbd>Esc</kbd> {palette.closes}
        </span>
      </footer>
    </>
  );
};

const movedTo = (key: string, from: number, count: number): number | null => {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (from + 1) % count;
    case 'ArrowUp':
      return (from - 1 + count) % count;
    case 'PageDown':
      return Math.min(from + 8, count - 1);
    case 'PageUp':
      return Math.max(from - 8, 0);
    default:
      return null;
  }
};
