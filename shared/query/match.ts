import type { Facets } from '#shared/query/facets.ts';
import {
  holdsFor,
  isFacetTest,
  isOfFacets,
  type Filter,
  type RecordCondition,
  type Test,
} from '#shared/query/filter.ts';
import {
  bodyOf,
  indexedBytes,
  indexedText,
  requestHead,
  responseHead,
  type Searched,
} from '#shared/query/searched-text.ts';
import { hasWords, holdsFromWordOn, isOneWord, wordsIn } from '#shared/query/words.ts';
import { assertNever } from '#shared/text/assert-never.ts';

/** `words`: a text counts where it begins a word, as in the index. `substring`: it counts anywhere, also in the middle of one. */
export type SearchKind = 'words' | 'substring';

/** Bytes of each body that a search for substrings looks at: it has no index to keep small. */
const scannedBytes = 1024 * 1024;

export const searchedBytesOf = (kind: SearchKind): number => (kind === 'words' ? indexedBytes : scannedBytes);

/** Whether everything in the filter that facets decide holds for a row. */
export const passesFacets = (filter: Filter, facets: Facets): boolean =>
  filter.every((test) => !isFacetTest(test) || holdsFacetTest(test, facets));

/** Whether a row passes; `record` is asked only where the facets do not decide. */
export const passes = (filter: Filter, facets: Facets, record: () => Searched, kind: SearchKind = 'words'): boolean => {
  if (!passesFacets(filter, facets)) return false;
  return filter.every(isFacetTest) || passesRecord(filter, record(), kind);
};

/** Whether everything in the filter that facets do not decide holds for an exchange. */
export const passesRecord = (filter: Filter, searched: Searched, kind: SearchKind): boolean => {
  const text = new RecordText(searched, kind);
  return filter.every((test) => isFacetTest(test) || holdsTest(test, text));
};

const holdsTest = ({ isNegated, any }: Test, text: RecordText): boolean =>
  any.some((each) => !isOfFacets(each) && text.holds(each)) !== isNegated;

const holdsFacetTest = ({ isNegated, any }: Test, facets: Facets): boolean =>
  any.some((each) => isOfFacets(each) && holdsFor(each, facets)) !== isNegated;

/** The texts of one exchange in lower case, made when they are asked for. */
class RecordText {
  readonly #searched: Searched;
  readonly #kind: SearchKind;
  readonly #made = new Map<string, string>();
  #indexed: string | null = null;

  constructor(searched: Searched, kind: SearchKind) {
    this.#searched = searched;
    this.#kind = kind;
  }

  readonly holds = (condition: RecordCondition): boolean => {
    switch (condition.kind) {
      case 'words':
        return this.#hasWords(condition.text);
      case 'body':
        return condition.sides.some((side) => this.#isIn(this.#body(side), condition.text));
      case 'header':
        return condition.sides.some((side) =>
          (this.#searched.exchange[side]?.headers ?? []).some(
            ([name, value]) =>
              name.toLowerCase() === condition.name &&
              (condition.text === null || this.#isIn(value.toLowerCase(), condition.text)),
          ),
        );
      default:
        return assertNever(condition);
    }
  };

  readonly #hasWords = (text: string): boolean => {
    if (this.#kind === 'words' && isOneWord(text)) {
      this.#indexed ??= indexedText(this.#searched);
      return hasWords(this.#indexed, wordsIn(text));
    }
    const heads = [
      this.#once('request head', () => requestHead(this.#searched)),
      this.#once('response head', () => responseHead(this.#searched)),
    ];
    return [...heads, this.#body('request'), this.#body('response')].some((each) => this.#isIn(each, text));
  };

  readonly #isIn = (text: string, wanted: string): boolean =>
    this.#kind === 'words' ? holdsFromWordOn(text, wanted) : text.includes(wanted);

  readonly #body = (side: 'request' | 'response'): string =>
    this.#once(side, () => bodyOf(side, this.#searched, searchedBytesOf(this.#kind)));

  readonly #once = (name: string, make: () => string): string => {
    const before = this.#made.get(name);
    if (before !== undefined) return before;
    const text = make().toLowerCase();
    this.#made.set(name, text);
    return text;
  };
}
