import { useMemo } from 'react';
import type { MenuEntry } from '#renderer/kit/actions-menu.tsx';
import type { Words } from '#renderer/words/words.ts';
import { useCatalogue, usePage } from '../context.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import { keysText } from './keys.ts';
import { commands, isOffered, isTooMuch, type CommandId } from './registry.ts';

/** A line of a menu: a command, a line between two groups, or a menu in the menu. */
export type MenuItem =
  | CommandId
  | 'line'
  | { readonly title: keyof Words['commands']['menus']; readonly items: readonly CommandId[] };

/** Makes the entries of the menu for the state of the moment, when it opens. */
export const useMenu = (items: readonly MenuItem[]): (() => readonly MenuEntry[]) => {
  const { store, actions, screen } = usePage();
  const catalogue = useCatalogue();
  const words = useWords();
  return useMemo(() => {
    const entryOf = (id: CommandId): MenuEntry => {
      const situation = { state: store.getState(), catalogue };
      const { keys, isOn, run } = commands[id];
      return {
        kind: 'item',
        key: id,
        title: words.commands.titles[id],
        keys: keys === null ? '' : keysText(keys, screen.isMac),
        swatch: /^colour-(?!none)/.test(id) ? id.replace('colour', 'mark') : undefined,
        isOn: isOn?.(situation) ?? null,
        isPossible: isOffered(id, situation),
        why: isTooMuch(id, situation) ? words.commands.notInBundle : '',
        run: () => void run({ ...situation, actions, screen }),
      };
    };
    return () =>
      items.map((item, place): MenuEntry => {
        if (item === 'line') return { kind: 'line', key: `line ${String(place)}` };
        if (typeof item === 'string') return entryOf(item);
        return {
          kind: 'menu',
          key: item.title,
          title: words.commands.menus[item.title],
          entries: item.items.map(entryOf),
        };
      });
  }, [store, actions, screen, catalogue, words, items]);
};
