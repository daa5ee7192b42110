import { useEffect, useRef } from 'react';
import { arePressed } from '#renderer/store/commands/keys.ts';
import { usePage } from '#renderer/store/context.tsx';

/** Ctrl+S, or ⌘S, presses a button that saves, wherever the focus is; not one in a part that is out of sight. */
export const useSaveKey = () => {
  const { screen } = usePage();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!arePressed('Mod+S', event, screen.isMac)) return;
      // Else the browser would save the page.
      event.preventDefault();
      if (button.current?.closest('[data-state=inactive]') === null) button.current.click();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [screen]);
  return button;
};
