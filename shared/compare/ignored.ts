import { Type, type Static } from 'typebox';
import { pointerNames } from '#shared/text/json-pointer.ts';

/** What does not count when two exchanges are compared. */
export const IgnoreRules = Type.Object(
  {
    pointers: Type.Array(Type.String({ minLength: 1, maxLength: 500, pattern: '^/', must: 'begin with a slash' }), {
      maxItems: 200,
      title: 'Places in JSON',
      description: 'JSON Pointers with all that is below them. * is any one name or item, ** any number of them.',
    }),
    headers: Type.Array(Type.String({ minLength: 1, maxLength: 200 }), {
      maxItems: 200,
      title: 'Headers',
      description: 'By their names, whatever their case.',
    }),
    ids: Type.Boolean({ title: 'Ids', description: 'UUIDs, ULIDs, ids of 24 hex digits, and signed tokens (JWT).' }),
    times: Type.Boolean({
      title: 'Times',
      description: 'ISO 8601, HTTP dates, and seconds or milliseconds since 1970.',
    }),
  },
  { additionalProperties: false },
);
export type IgnoreRules = Static<typeof IgnoreRules>;

export const nothingIgnored: IgnoreRules = { pointers: [], headers: [], ids: false, times: false };

/** The rules as questions. */
export type Ignored = {
  /** Whether this place in JSON, or one around it, is left out. */
  readonly pointer: (pointer: string) => boolean;
  readonly header: (name: string) => boolean;
  /** The text with what does not count replaced by a word: two texts that differ only in that become the same. */
  readonly text: (text: string) => string;
};

// Each looks at a character a bounded number of times: bodies are hostile.
const idPatterns: readonly RegExp[] = [
  /\beyJ[\w-]{4,}\.[\w-]+\.[\w-]*/g,
  /(?<![\da-f])[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}(?![\da-f])/gi,
  /\b[0-7][\dA-HJKMNP-TV-Z]{25}\b/g,
  /\b[\da-f]{24}\b/gi,
];

const timePatterns: readonly RegExp[] = [
  /\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?/gi,
  /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT\b/g,
  // Seconds and milliseconds from 2001 to 2096.
  /(?<![\w.-])[1-3]\d{9}(?:\d{3})?(?![\w]|\.\d)/g,
];

/** Makes the questions of a set of rules. */
export const ignored = ({ pointers, headers, ids, times }: IgnoreRules): Ignored => {
  const patterns = pointers.map(pointerNames);
  const names = new Set(headers.map((each) => each.trim().toLowerCase()));
  const replaced = [
    ...(ids ? idPatterns.map((pattern) => [pattern, '<id>'] as const) : []),
    ...(times ? timePatterns.map((pattern) => [pattern, '<time>'] as const) : []),
  ];
  return {
    pointer: (pointer) => patterns.length > 0 && isCovered(pointerNames(pointer), patterns),
    header: (name) => names.has(name.toLowerCase()),
    text: (text) => replaced.reduce((before, [pattern, word]) => before.replaceAll(pattern, word), text),
  };
};

const isCovered = (names: readonly string[], patterns: readonly (readonly string[])[]): boolean =>
  patterns.some((pattern) => covers(pattern, names));

/** How many names of the pattern have led to each place: one set after the other, so that no pattern is tried twice. */
const covers = (pattern: readonly string[], names: readonly string[]): boolean => {
  let reached = behindAnyNumber(pattern, new Set([0]));
  for (const name of names) {
    if (reached.has(pattern.length)) return true;
    const next = new Set<number>();
    for (const at of reached) {
      const wanted = pattern[at];
      if (wanted === '**') next.add(at);
      else if (wanted === '*' || wanted === name) next.add(at + 1);
    }
    reached = behindAnyNumber(pattern, next);
  }
  return reached.has(pattern.length);
};

const behindAnyNumber = (pattern: readonly string[], reached: Set<number>): Set<number> => {
  for (const at of reached) if (pattern[at] === '**') reached.add(at + 1);
  return reached;
};
