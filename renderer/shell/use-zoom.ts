import { useEffect } from 'react';
import { useBench, usePage } from '#renderer/store/context.tsx';

/** Draws the page as large as the person chose. */
export const useZoom = (): void => {
  const { screen } = usePage();
  const zoom = useBench(({ view }) => view.remembered.zoom);
  useEffect(() => screen.zoomTo(zoom), [screen, zoom]);
};
