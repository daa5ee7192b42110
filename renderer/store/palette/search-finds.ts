import fuzzysort from 'fuzzysort';
import type { Find, FindKind } from './find.ts';

/** A find with the places of the letters that were typed, in its title and in what stands beside it. */
export type Hit = {
  readonly find: Find;
  readonly inTitle: ReadonlySet<number>;
  readonly inDetail: ReadonlySet<number>;
};

/** Hits of one kind, the best first. */
export type HitGroup = { readonly kind: FindKind; readonly hits: readonly Hit[] };

const mostOfAKind = 20;
/** Who types the beginning of a name means it: “cha” is a channel of that name before a command about channels. */
const beginning = 1.2;
const nowhere: ReadonlySet<number> = new Set();
const plain = (find: Find): Hit => ({ find, inTitle: nowhere, inDetail: nowhere });

/** Without a word: what was chosen last, and every command. */
const offered = (finds: readonly Find[], recent: readonly string[]): readonly HitGroup[] => {
  const lately = recent.flatMap((id) => finds.filter((each) => each.id === id));
  const rest = finds.filter(({ kind, id }) => kind === 'command' && !recent.includes(id));
  return [
    { kind: 'recent', hits: lately.map(plain) },
    { kind: 'command', hits: rest.map(plain) },
  ];
};

/** What was chosen lately comes before what fits as well. */
const lately = (id: string, recent: readonly string[]): number => (recent.includes(id) ? 1.1 : 1);

/** What fits the letters that were typed, by kind: the kind of the best hit first. */
export const searchFinds = (finds: readonly Find[], typed: string, recent: readonly string[]): readonly HitGroup[] => {
  const words = typed.trim();
  if (words === '') return offered(finds, recent).filter(({ hits }) => hits.length > 0);
  const isBegun = (find: Find): boolean => find.title.toLowerCase().startsWith(words.toLowerCase());
  const found = fuzzysort.go(words, finds, {
    keys: ['title', 'detail', 'also'],
    threshold: 0.3,
    limit: 200,
    // What only stands beside it counts less. Its own score is that of all keys together, for words that are found in two of them.
    scoreFn: (found) => Math.max(found[0]?.score ?? 0, found.score * 0.6) * (isBegun(found.obj) ? beginning : 1),
  });
  const hits = found
    .toSorted((one, other) => other.score * lately(other.obj.id, recent) - one.score * lately(one.obj.id, recent))
    .map((each) => ({
      find: each.obj,
      inTitle: new Set(each[0]?.indexes),
      inDetail: new Set(each[1]?.indexes),
    }));
  const kinds = [...new Set(hits.map(({ find }) => find.kind))];
  return kinds.map((kind) => ({ kind, hits: hits.filter(({ find }) => find.kind === kind).slice(0, mostOfAKind) }));
};
