import type { BenchSettings } from '#shared/session/state.ts';

const dark = '(prefers-color-scheme: dark)';
const more = '(prefers-contrast: more)';

/** The set of tokens (kit/tokens.css) of a choice: high contrast comes on paper and on black, as the system is light or dark. */
const tokensOf = (theme: BenchSettings['theme'], isDark: boolean, wantsMore: boolean): string => {
  if (theme === 'light' || theme === 'dark') return theme;
  const ground = isDark ? 'dark' : 'light';
  return theme === 'contrast' || wantsMore ? `contrast-${ground}` : ground;
};

/** Sets the theme on the document, and follows the system where it has a say. Returns how to stop. */
export const followTheme = (theme: BenchSettings['theme']): (() => void) => {
  const queries = [matchMedia(dark), matchMedia(more)];
  const draw = () => {
    const [isDark = false, wantsMore = false] = queries.map(({ matches }) => matches);
    document.documentElement.dataset['theme'] = tokensOf(theme, isDark, wantsMore);
  };
  draw();
  for (const query of queries) query.addEventListener('change', draw);
  return () => {
    for (const query of queries) query.removeEventListener('change', draw);
  };
};
