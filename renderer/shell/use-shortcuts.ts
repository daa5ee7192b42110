import { useEffect } from 'react';
import { commandOf } from '#renderer/store/commands/registry.ts';
import { useRun } from '#renderer/store/commands/use-commands.ts';
import { usePage } from '#renderer/store/context.tsx';
import type { Transport } from '#renderer/transport/choose-transport.ts';

/** Obeys the keyboard and the native menu: both ask for commands. */
export const useShortcuts = (onMenu: Transport['onMenu']): void => {
  const { screen } = usePage();
  const run = useRun();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const isInDialog = document.querySelector('[role=dialog],[role=alertdialog]') !== null;
      const isIn = (selector: string) => event.target instanceof Element && event.target.closest(selector) !== null;
      const id = commandOf(event, { isWriting: isWriting(event.target), isInDialog, isMac: screen.isMac, isIn });
      if (!id) return;
      event.preventDefault();
      run(id);
    };
    document.addEventListener('keydown', onKeyDown);
    const stopMenu = onMenu(run);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      stopMenu();
    };
  }, [screen, run, onMenu]);
};

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
