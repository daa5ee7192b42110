import type { Words } from '#renderer/words/words.ts';
import type { Exchange } from '#shared/exchange/exchange.ts';
import { replayHow } from '#shared/exchange/replay.ts';
import type { Check } from '#shared/trust/verdict.ts';
import { claimChanges, lessonOf, outcomeWords, tokenOf, type Change } from '../replay-diff.ts';

/** A check that came out otherwise; null where it was not made. */
export type CheckPair = { readonly title: string; readonly before: Check | null; readonly after: Check | null };

/** How two verdicts differ: in a sentence, in their checks, and in what the tokens claim. */
export type VerdictDiff = {
  readonly sentence: string;
  readonly checks: readonly CheckPair[];
  readonly claims: readonly Change[];
  readonly count: number;
};

/** Whether the second one is the first one, sent once more: either twin of it. */
export const isReplayOf = ({ summary: before }: Exchange, { summary: after }: Exchange): boolean =>
  after.replayOf !== null && [before.id, before.twinId].includes(after.replayOf);

const sentenceOf = (before: Exchange, after: Exchange, words: Words): string => {
  if (isReplayOf(before, after))
    return lessonOf(before.summary, after.summary, replayHow(after.findings) ?? 'as-is', words);
  const [was, is] = [before, after].map(({ summary }) => outcomeWords(summary, words));
  const { verdict } = words.compare;
  if (was === is) return verdict.same(was ?? '');
  return verdict.differ(before.summary.id, was ?? '', after.summary.id, is ?? '');
};

const checkPairs = (before: readonly Check[], after: readonly Check[]): readonly CheckPair[] => {
  const ids = [...new Set([...before, ...after].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const [was, is] = [before, after].map((checks) => checks.find((each) => each.id === id) ?? null);
    return was?.result === is?.result
      ? []
      : [{ title: (is ?? was)?.title ?? id, before: was ?? null, after: is ?? null }];
  });
};

export const verdictDiff = (before: Exchange, after: Exchange, words: Words): VerdictDiff => {
  const checks = checkPairs(before.verdict.checks, after.verdict.checks);
  const tokens = [tokenOf(before), tokenOf(after)] as const;
  const claims = tokens[0] && tokens[1] ? claimChanges(tokens[0], tokens[1]) : [];
  const differs = before.verdict.state === after.verdict.state ? 0 : 1;
  return { sentence: sentenceOf(before, after, words), checks, claims, count: differs + checks.length + claims.length };
};
