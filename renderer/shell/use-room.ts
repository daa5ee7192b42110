import { useLayoutEffect } from 'react';
import { useActions, useBench, usePage } from '#renderer/store/context.tsx';

/** Up to this width, in the pixels of the page, one part of the screen is drawn at a time. */
const narrow = 900;

/** Draws the page as large as the person chose, and notes whether its parts have room beside each other then. */
export const useRoom = (): void => {
  const actions = useActions();
  const { screen } = usePage();
  const zoom = useBench(({ view }) => view.remembered.zoom);
  useLayoutEffect(() => {
    screen.zoomTo(zoom);
    const note = () => actions.noteRoom(screen.width() <= narrow);
    note();
    // The shell changes its size later, and says so in this way.
    window.addEventListener('resize', note);
    return () => window.removeEventListener('resize', note);
  }, [actions, screen, zoom]);
};
