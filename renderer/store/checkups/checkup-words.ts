import type { Words } from '#renderer/words/words.ts';
import { countOf, type Findings } from './checkup.ts';

/** What was found, in a word or two: the worst of it. */
export const foundWord = (
  found: Findings,
  { checkup }: Pick<Words, 'checkup'>,
): { readonly tone: 'bad' | 'attention' | 'good'; readonly word: string } => {
  const [failed, doubtful] = [countOf(found, 'fail'), countOf(found, 'warn')];
  if (failed > 0) return { tone: 'bad', word: checkup.problems(failed) };
  return doubtful > 0 ? { tone: 'attention', word: checkup.doubts(doubtful) } : { tone: 'good', word: checkup.allFine };
};
