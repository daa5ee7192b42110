import type { BenchSettings } from '#shared/session/state.ts';

/** A language that the bench speaks. */
export type Language = Exclude<BenchSettings['language'], 'system'>;

const spoken: Readonly<Record<Language, true>> = { en: true, ko: true };
const isSpoken = (code: string): code is Language => Object.hasOwn(spoken, code);

/** What a language tag (BCP 47) begins with: `ko-KR` is `ko`. */
const codeOf = (tag: string): string => tag.toLowerCase().split('-', 1)[0] ?? '';

/** The language to speak: the chosen one, or of those that the system prefers (tags, best first) the first that we speak. */
export const languageOf = (chosen: BenchSettings['language'], preferred: readonly string[]): Language =>
  chosen === 'system' ? (preferred.map(codeOf).find(isSpoken) ?? 'en') : chosen;

/** Systems name languages in ways of their own too (`en-US@posix`): Intl throws at what is no tag (BCP 47). */
const isTag = (text: string): boolean => /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(text);

/** The person's own variety of a language, by which dates and numbers are written: `en-GB`. Without one, the language itself. */
export const localeOf = (language: Language, preferred: readonly string[]): string =>
  preferred.find((tag) => codeOf(tag) === language && isTag(tag)) ?? language;
