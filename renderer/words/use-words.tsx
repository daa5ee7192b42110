import { createContext, useContext, useLayoutEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import type { BenchSettings } from '#shared/session/state.ts';
import type { Words } from './words.ts';
import { wordsIn } from './words-in.ts';

const Context = createContext<Words>(wordsIn('en', []));

/** The words that this part of the screen speaks with. */
export const useWords = (): Words => useContext(Context);

const watchPreferred = (tell: () => void) => {
  window.addEventListener('languagechange', tell);
  return () => window.removeEventListener('languagechange', tell);
};

type SpeakingProps = { readonly language: BenchSettings['language']; readonly children: ReactNode };

/** All below it speaks the language that was chosen, or that of the system; the document says which. */
export const Speaking = ({ language, children }: SpeakingProps) => {
  const preferred = useSyncExternalStore(watchPreferred, () => navigator.languages.join());
  const words = useMemo(() => wordsIn(language, preferred.split(',')), [language, preferred]);
  useLayoutEffect(() => {
    document.documentElement.lang = words.language;
  }, [words.language]);
  return <Context value={words}>{children}</Context>;
};
