import type { BenchSettings } from '#shared/session/state.ts';
import { languageOf, localeOf, type Language } from '#shared/session/language.ts';
import { english } from './english/english.ts';
import { formatsOf } from './formats.ts';
import { korean, koreanTranslations } from './korean/korean.ts';
import type { Dictionary, Translations, Words } from './words.ts';

type Spoken = { readonly dictionary: Dictionary; readonly translations: Translations | null };

const spoken: Readonly<Record<Language, Spoken>> = {
  en: { dictionary: english, translations: null },
  ko: { dictionary: korean, translations: koreanTranslations },
};

/** The words of the language that was chosen; `preferred` is what the system of the person prefers (tags, best first). */
export const wordsIn = (chosen: BenchSettings['language'], preferred: readonly string[]): Words => {
  const language = languageOf(chosen, preferred);
  const { dictionary, translations } = spoken[language];
  return { ...dictionary, language, translations, format: formatsOf(localeOf(language, preferred), dictionary.units) };
};
