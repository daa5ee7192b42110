import { diffHeaders, type HeaderPair } from '#shared/compare/header-diff.ts';
import { ignored, nothingIgnored, type IgnoreRules } from '#shared/compare/ignored.ts';
import type { BodyPart, Exchange } from '#shared/exchange/exchange.ts';
import type { LeftOut } from './left-out.ts';

/** A part of the first line in both; null where there is none. */
export type FactPair = {
  readonly fact: 'method' | 'origin' | 'target' | 'status';
  readonly before: string | null;
  readonly after: string | null;
};

/** What differs between two heads. `count`: what counts of it. */
export type HeadDiff = {
  readonly facts: readonly FactPair[];
  readonly headers: readonly HeaderPair[];
  readonly count: number;
  readonly leftOut: readonly LeftOut[];
};

/**
 * Whether two lines differ in what they say, or only in how they are written: the case of a name says nothing (RFC 9110 §5.1), nor does
 * the order of different names (§5.3).
 */
export const standingOf = ({ before, after, differs }: HeaderPair): 'same' | 'written-otherwise' | 'differs' => {
  if (!before || !after || differs.includes('value')) return 'differs';
  return differs.length > 0 ? 'written-otherwise' : 'same';
};

type Side = Pick<Exchange, 'target' | 'request' | 'response'> & {
  readonly summary: Pick<Exchange['summary'], 'method' | 'origin'>;
};

const factsOf = (before: Side, after: Side, part: BodyPart): readonly FactPair[] => {
  const fact = (fact: FactPair['fact'], of: (side: Side) => string | null): FactPair => ({
    fact,
    before: of(before),
    after: of(after),
  });
  if (part === 'response')
    return [fact('status', ({ response }) => response && `${String(response.status)} ${response.reason}`.trim())];
  // What was received does not tell where it was sent to.
  const haveOrigins = before.summary.origin !== '' && after.summary.origin !== '';
  return [
    fact('method', ({ summary }) => summary.method),
    ...(haveOrigins ? [fact('origin', ({ summary }) => summary.origin)] : []),
    fact('target', ({ target }) => target),
  ];
};

/** Compares the first lines and the headers of two exchanges. Facts that are the same are left away. */
export const headDiff = (before: Side, after: Side, part: BodyPart, rules: IgnoreRules): HeadDiff => {
  const facts = factsOf(before, after, part).filter((each) => each.before !== each.after);
  const headers = diffHeaders(before[part]?.headers ?? [], after[part]?.headers ?? [], ignored(rules));
  const differing = headers.filter((pair) => standingOf(pair) === 'differs');
  const counting = differing.filter(({ isIgnored }) => !isIgnored);
  const out = differing.filter(({ isIgnored }) => isIgnored).map((pair) => ruleOf(pair, rules));
  return {
    facts,
    headers,
    count: facts.length + counting.length,
    leftOut: [...new Set(out)].map((rule) => ({ rule, count: out.filter((each) => each === rule).length })),
  };
};

/** Which rule it is that leaves a pair of headers out. */
const ruleOf = ({ before, after }: HeaderPair, rules: IgnoreRules): string => {
  const name = (after ?? before)?.name ?? '';
  const named = rules.headers.find((each) => each.trim().toLowerCase() === name.toLowerCase());
  if (named !== undefined) return named;
  const { text } = ignored({ ...nothingIgnored, ids: rules.ids });
  return text(before?.value ?? '') === text(after?.value ?? '') ? 'ids' : 'times';
};

/** The same rule is told once, with all that it leaves out. */
export const joinLeftOut = (...lists: readonly (readonly LeftOut[])[]): readonly LeftOut[] => {
  const counts = new Map<string, number>();
  for (const { rule, count } of lists.flat()) counts.set(rule, (counts.get(rule) ?? 0) + count);
  return [...counts].map(([rule, count]) => ({ rule, count }));
};
