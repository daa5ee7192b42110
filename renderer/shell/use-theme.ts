import { useEffect } from 'react';
import { useBench } from '#renderer/store/context.tsx';
import { followTheme } from './theme.ts';

/** Draws the page in the theme that the person chose; until the session has come, in the one of the last visit. */
export const useTheme = (): void => {
  const theme = useBench(({ view }) => view.remembered.theme);
  useEffect(() => followTheme(theme), [theme]);
};
