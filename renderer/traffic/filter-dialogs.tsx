import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { Sheet } from '#renderer/kit/sheet.tsx';
import { useActions, useBench, useSession } from '#renderer/store/context.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import type { SavedFilter } from '#shared/shelf/shelf.ts';
import styles from './filter-dialogs.module.css';

const longestName = 100;

/** Saves a search under a name, and edits those that were saved. */
export const FilterDialogs = () => {
  const actions = useActions();
  const kind = useBench(({ view }) => view.dialog?.kind);
  const close = () => actions.showDialog(null);
  if (kind === 'save-filter') return <SaveFilter close={close} />;
  return kind === 'edit-filters' ? <EditFilters close={close} /> : null;
};

const SaveFilter = ({ close }: { readonly close: () => void }) => {
  const actions = useActions();
  const { search: words } = useWords();
  const query = useBench(({ view }) => view.search.trim());
  const [name, setName] = useState('');
  return (
    <Sheet title={words.saveFilter.replace('…', '')} close={close}>
      <form
        className={styles.save}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '') return;
          close();
          void actions.saveFilter({ name: name.trim(), query });
        }}
      >
        <code className={styles.query}>{query}</code>
        <input
          autoFocus
          className={styles.name}
          aria-label={words.name}
          placeholder={words.name}
          value={name}
          maxLength={longestName}
          onChange={(event) => setName(event.target.value)}
        />
        <div className={styles.answers}>
          <Button look="primary" type="submit" disabled={name.trim() === ''}>
            {words.save}
          </Button>
        </div>
      </form>
    </Sheet>
  );
};

const EditFilters = ({ close }: { readonly close: () => void }) => {
  const { search: words } = useWords();
  const filters = useSession(({ shelf }) => shelf.filters);
  return (
    <Sheet title={words.filters} close={close}>
      <ul className={styles.filters}>
        {filters.length === 0 && <li className={styles.none}>{words.noFilters}</li>}
        {filters.map((filter) => (
          <FilterLine key={filter.id} filter={filter} />
        ))}
      </ul>
    </Sheet>
  );
};

const FilterLine = ({ filter }: { readonly filter: SavedFilter }) => {
  const actions = useActions();
  const { search: words } = useWords();
  const [name, setName] = useState(filter.name);
  const rename = () => {
    const wanted = name.trim();
    if (wanted === '') setName(filter.name);
    else if (wanted !== filter.name) void actions.saveFilter({ ...filter, name: wanted });
  };
  return (
    <li className={styles.filter}>
      <input
        className={styles.name}
        aria-label={words.name}
        value={name}
        maxLength={longestName}
        onChange={(event) => setName(event.target.value)}
        onBlur={rename}
        onKeyDown={({ key, nativeEvent }) => key === 'Enter' && !nativeEvent.isComposing && rename()}
      />
      <code className={styles.query}>{filter.query}</code>
      <IconButton
        label={words.removeFilter(filter.name)}
        icon={<Trash2 size={14} aria-hidden />}
        onClick={() => void actions.removeFilter(filter)}
      />
    </li>
  );
};
