import { useMemo } from 'react';
import type { MenuEntry } from '#renderer/kit/actions-menu.tsx';
import type { Words } from '#renderer/words/words.ts';
import { useCatalogue, usePage } from '../context.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import { keysText } from './keys.ts';
import { commands, isOffered, isTooMuch, type CommandId } from './registry.ts';

type Item =
  | CommandId
  | 'line'
  | { readonly title: keyof Words['commands']['menus']; readonly items: readonly CommandId[] };

/** What can be done with an exchange: the same on a row of the traffic and in the head of the inspector. */
const exchangeMenu: readonly Item[] = [
  { title: 'send', items: ['send-as-is', 'send-signed-anew'] },
  'compare-exchanges',
  'compare-with-original',
  'line',
  'pin-exchange',
  'note-exchange',
  {
    title: 'colour',
    items: [
      'colour-red',
      'colour-orange',
      'colour-yellow',
      'colour-green',
      'colour-blue',
      'colour-purple',
      'colour-none',
    ],
  },
  'line',
  'find-trace',
  { title: 'find', items: ['find-user', 'find-status', 'find-verdict'] },
];

/** Makes the entries of the menu for the state of the moment, when it opens. */
export const useExchangeMenu = (): (() => readonly MenuEntry[]) => {
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
      exchangeMenu.map((item, place): MenuEntry => {
        if (item === 'line') return { kind: 'line', key: `line ${String(place)}` };
        if (typeof item === 'string') return entryOf(item);
        const { title, items } = item;
        return { kind: 'menu', key: title, title: words.commands.menus[title], entries: items.map(entryOf) };
      });
  }, [store, actions, screen, catalogue, words]);
};
