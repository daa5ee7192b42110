import { encodedForms, shortestSought } from '#shared/export/encoded-forms.ts';
import { looseReadings } from '#shared/export/loose-readings.ts';
import type { PrivateKind } from '#shared/export/personal-field.ts';
import { Sought } from '#shared/export/sought.ts';

/** One line of the review: what stands in the place of a value, how often, and where. */
export type ReviewLine = {
  /** What stands there now; empty where something was left out and nothing stands in its place. */
  readonly placeholder: string;
  /** What kind of thing it was; `left-out` where something went and nothing stands for it. */
  readonly kind: PrivateKind | 'left-out';
  /** The same in a few words: `secret`, `clientSecret of Demo`. */
  readonly what: string;
  readonly count: number;
  /** The first places. */
  readonly places: readonly string[];
  /** What it was, for the person who decides whether this may be shared, and for nobody else; null for a secret and for what went. */
  readonly was: string | null;
};

type Entry = {
  readonly value: string;
  readonly kind: PrivateKind;
  readonly what: string;
  /** Null until it is met: what is only known has no number. */
  placeholder: string | null;
};

/** A line of the review as it grows. */
type Noted = Omit<ReviewLine, 'count' | 'places'> & { count: number; readonly places: Set<string> };

const mostPlaces = 20;

/** What is shorter is replaced only where it is a whole field. */
const shortestReplaced = 3;

/** The values that must not be shared and what stands for each: the same value has the same placeholder everywhere. */
export class Placeholders {
  /** False: only secrets are replaced. */
  readonly coversPersons: boolean;
  readonly #entries = new Map<string, Entry>();
  readonly #counts = new Map<PrivateKind, number>();
  /** Those that stand in what is exported already, out of a bundle that was imported: they are of somebody else. */
  readonly #taken = new Set<string>();
  readonly #long = new Sought(shortestSought);
  readonly #short = new Sought(shortestReplaced);
  readonly #forms = new Sought(shortestSought);
  #learned = 0;
  #review = new Map<string, Noted>();

  constructor(coversPersons: boolean) {
    this.coversPersons = coversPersons;
  }

  /** Grows with everything that is learned: what was written before that has to be written again. */
  get learned(): number {
    return this.#learned;
  }

  /** Whether a value can still be read in a text, in whatever form. */
  readonly standsIn = (text: string): boolean =>
    this.#forms.foundIn(text, true).size > 0 ||
    looseReadings(text).some((each) => this.#long.foundIn(each.toLowerCase(), true).size > 0);

  /** From now on this value is private. */
  readonly learn = (kind: PrivateKind, value: string, what: string = kind): void => {
    const key = value.toLowerCase();
    // Out of a bundle that was imported: it stands for something already.
    if (this.#entries.has(key) || isPlaceholder(value)) return;
    this.#entries.set(key, { value, kind, what, placeholder: null });
    this.#learned += 1;
    if (key.length >= shortestReplaced) this.#search(key).add(key);
    if (value.length >= shortestSought) for (const form of encodedForms(value)) this.#forms.add(form);
  };

  /** What stands for this value, which is learned where it is new; counted as one place where it was replaced. */
  readonly put = (kind: PrivateKind, value: string, place: string): string => {
    this.learn(kind, value);
    const entry = this.#entries.get(value.toLowerCase());
    if (!entry) return value;
    const placeholder = (entry.placeholder ??= this.#next(entry));
    const was = entry.kind === 'secret' ? null : entry.value;
    this.#note({ placeholder, kind: entry.kind, what: entry.what, was }, place);
    return placeholder;
  };

  /** Notes the placeholders that stand in a text as it came: nothing else may be called like that. */
  readonly keepTaken = (text: string): void => {
    if (!text.includes('hidden-')) return;
    for (const [found] of text.matchAll(/hidden-[a-z-]+-\d+/g)) {
      if (this.#taken.has(found)) continue;
      this.#taken.add(found);
      for (const entry of this.#entries.values())
        if (entry.placeholder?.startsWith(found)) {
          entry.placeholder = null;
          this.#learned += 1;
        }
    }
  };

  /** The text with every known value replaced. A short one only where it stands alone, so that no other word is torn apart. */
  readonly replaceKnown = (text: string, place: string): string => {
    const lower = text.toLowerCase();
    const found = [...this.#long.foundIn(lower), ...this.#short.foundIn(lower)];
    if (found.length === 0) return text;
    const alternatives = found
      .toSorted((a, b) => b.length - a.length)
      .map((key) => {
        const pattern = key.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
        return key.length >= shortestSought ? pattern : String.raw`(?<![\p{L}\p{N}])${pattern}(?![\p{L}\p{N}])`;
      });
    return text.replaceAll(new RegExp(alternatives.join('|'), 'giu'), (match) => {
      const entry = this.#entries.get(match.toLowerCase());
      return entry ? this.put(entry.kind, entry.value, place) : match;
    });
  };

  /** Something that went without a placeholder: a signature, a body that cannot be looked into. */
  readonly noteGone = (what: string, place: string): void =>
    this.#note({ placeholder: '', kind: 'left-out', what, was: null }, place);

  /** What was replaced since the last time this was asked. */
  readonly takeReview = (): readonly ReviewLine[] => {
    const lines = [...this.#review.values()].map(({ places, ...line }) => ({ ...line, places: [...places] }));
    this.#review = new Map();
    return lines;
  };

  readonly #next = ({ kind, value }: Entry): string => {
    for (;;) {
      const number = (this.#counts.get(kind) ?? 0) + 1;
      this.#counts.set(kind, number);
      if (!this.#taken.has(`hidden-${kind}-${String(number)}`)) return written(kind, number, value);
    }
  };

  readonly #search = (key: string): Sought => (key.length >= shortestSought ? this.#long : this.#short);

  readonly #note = (told: Omit<ReviewLine, 'count' | 'places'>, place: string): void => {
    const key = `${told.placeholder}\n${told.what}`;
    const line = this.#review.get(key) ?? { ...told, count: 0, places: new Set<string>() };
    line.count += 1;
    if (line.places.size < mostPlaces) line.places.add(place);
    this.#review.set(key, line);
  };
}

const isPlaceholder = (text: string): boolean =>
  /^hidden-[a-z-]+-\d+(?:@hidden\.invalid|\.[A-Za-z0-9]{1,5})?$/.test(text);

const written = (kind: PrivateKind, number: number, value: string): string => {
  if (kind === 'email') return `hidden-email-${String(number)}@hidden.invalid`;
  const extension = kind === 'file' ? (/\.[A-Za-z0-9]{1,5}$/.exec(value)?.[0] ?? '') : '';
  return `hidden-${kind}-${String(number)}${extension}`;
};
