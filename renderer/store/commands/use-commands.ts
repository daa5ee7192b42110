import { useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import { useWords } from '#renderer/words/use-words.tsx';
import { useCatalogue, usePage } from '../context.tsx';
import { keysText, spokenKeys } from './keys.ts';
import { commands, isOffered, isTooMuch, type CommandId } from './registry.ts';

/** Runs a command by its name, where it is possible now. */
export const useRun = (): ((id: CommandId) => void) => {
  const { store, actions, screen } = usePage();
  const catalogue = useCatalogue();
  return useCallback(
    (id) => {
      const bench = { state: store.getState(), catalogue, actions, screen };
      if (isOffered(id, bench)) void commands[id].run(bench);
    },
    [store, actions, catalogue, screen],
  );
};

/** A command as a menu item shows it; a button spreads what it needs of it. */
export const useCommand = (id: CommandId) => {
  const { store, screen } = usePage();
  const catalogue = useCatalogue();
  const words = useWords();
  const run = useRun();
  const isPossible = useStore(store, (state) => isOffered(id, { state, catalogue }));
  const isForbidden = useStore(store, (state) => isTooMuch(id, { state, catalogue }));
  const isOn = useStore(store, (state) => commands[id].isOn?.({ state, catalogue }) ?? null);
  return useMemo(() => {
    const { keys } = commands[id];
    const title = words.commands.titles[id];
    return {
      title,
      /** For an icon button: its name, its keys, and what it does. */
      button: {
        label: title.replace(/…$/, ''),
        keys: keys === null ? '' : keysText(keys, screen.isMac),
        'aria-keyshortcuts': keys === null ? undefined : spokenKeys(keys, screen.isMac),
        disabled: !isPossible && !isForbidden,
        why: isForbidden ? words.commands.notInBundle : '',
        'aria-pressed': isOn ?? undefined,
        onClick: () => run(id),
      },
      /** As they stand on the keyboard, in one piece; empty where there are none. */
      keys: keys === null ? '' : keysText(keys, screen.isMac),
      isPossible,
      /** Null where it stands for no state. */
      isOn,
      run: () => run(id),
    };
  }, [id, words, screen, isPossible, isForbidden, isOn, run]);
};
