import type { FaultCode } from '#shared/contract/fault.ts';
import type { Language } from '#shared/session/language.ts';
import type { BenchSettings } from '#shared/session/state.ts';
import type { english } from './english/english.ts';
import type { Formats } from './formats.ts';

/** The same keys, with any text: what English happens to say is no type. */
type AnyText<Part> = Part extends string
  ? string
  : Part extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Key in keyof Part]: AnyText<Part[Key]> };

/** Every string of the page, by area. English is the model: another language has the same keys, no more and no less. */
export type Dictionary = AnyText<typeof english>;

/** A setting of the bench as a form shows it; `choices` by their value. */
export type SettingWords = {
  readonly title: string;
  readonly description?: string;
  readonly unit?: string;
  readonly choices?: Readonly<Record<string, string>>;
};

/** Two sentences for each of these codes; `{x}` is filled in with the values of the fault. */
export type FaultWords<Codes = Readonly<Record<FaultCode, unknown>>> = {
  readonly [Code in keyof Codes]: { readonly message: string; readonly next: string };
};

/** What comes with English words of its own, because the command line says it too, in another language. */
export type Translations = {
  readonly faults: FaultWords;
  readonly settings: Readonly<Record<keyof BenchSettings, SettingWords>>;
  /** The groups of the settings, by their English names. */
  readonly settingGroups: Readonly<Record<string, string>>;
  /** The reasons in faults that are words of ours, by the English ones. */
  readonly reasons: Readonly<Record<string, string>>;
  /** What is wrong with an input: the English predicate, and the same with what it names, or null where that is not known. */
  readonly issues: readonly (readonly [english: RegExp, say: (value: string) => string | null])[];
  /** The presets of tokens, by their ids. */
  readonly presets: Readonly<Record<string, { readonly title: string; readonly summary: string }>>;
  /** The phases of an exchange, by their English names. */
  readonly phases: Readonly<Record<string, string>>;
};

/** What a screen speaks with: the words of one language, and how numbers and moments are written in it. */
export type Words = Dictionary & {
  readonly language: Language;
  /** Null where what comes with English words is right as it comes. */
  readonly translations: Translations | null;
  readonly format: Formats;
};
