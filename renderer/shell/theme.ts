import type { BenchSettings } from '#shared/session/state.ts';

/** Sets the theme on the document, and follows the system where that is the choice. Returns how to stop. */
export const followTheme = (theme: BenchSettings['theme']): (() => void) => {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const draw = () => {
    const isDark = theme === 'dark' || (theme === 'system' && system.matches);
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
  };
  draw();
  system.addEventListener('change', draw);
  return () => system.removeEventListener('change', draw);
};
