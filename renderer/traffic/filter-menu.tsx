import { Bookmark, Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { IconButton } from '#renderer/kit/button.tsx';
import { MenuContent } from '#renderer/kit/menu-content.tsx';
import menu from '#renderer/kit/menu.module.css';
import { useActions, useBench, useSession } from '#renderer/store/context.tsx';
import { useWords } from '#renderer/words/use-words.tsx';

/** The searches that were saved under a name. */
export const FilterMenu = ({ isWrong }: { readonly isWrong: boolean }) => {
  const actions = useActions();
  const { search: words } = useWords();
  const text = useBench(({ view }) => view.search.trim());
  const filters = useSession(({ shelf }) => shelf.filters);
  const isReadOnly = useSession(({ openedBundle }) => openedBundle !== null);
  const isSaved = filters.some(({ query }) => query === text);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <IconButton label={words.filters} icon={<Bookmark size={14} aria-hidden />} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <MenuContent align="end">
          {filters.length === 0 && <DropdownMenu.Label className={menu.label}>{words.noFilters}</DropdownMenu.Label>}
          {filters.map(({ id, name, query }) => (
            <DropdownMenu.Item key={id} className={menu.item} onSelect={() => actions.typeSearch(query)}>
              <span className={menu.mark}>{query === text && <Check size={14} aria-hidden />}</span>
              <span className={menu.words}>{name}</span>
              <span className={menu.hint}>{query}</span>
            </DropdownMenu.Item>
          ))}
          {!isReadOnly && (
            <>
              <DropdownMenu.Separator className={menu.separator} />
              <DropdownMenu.Item
                className={menu.item}
                disabled={text === '' || isWrong || isSaved}
                onSelect={() => actions.showDialog({ kind: 'save-filter' })}
              >
                <span className={menu.words}>{words.saveFilter}</span>
              </DropdownMenu.Item>
              <DropdownMenu.Item
                className={menu.item}
                disabled={filters.length === 0}
                onSelect={() => actions.showDialog({ kind: 'edit-filters' })}
              >
                <span className={menu.words}>{words.editFilters}</span>
              </DropdownMenu.Item>
            </>
          )}
        </MenuContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
};
