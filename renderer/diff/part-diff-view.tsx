import type { PartDiff } from '#renderer/store/compare/use-part-diff.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { BodyDiffView } from './body-diff-view.tsx';
import { HeadDiffView } from './head-diff-view.tsx';

/** The requests or the responses of two exchanges against each other: first line, headers, body. */
export const PartDiffView = ({ diff }: { readonly diff: PartDiff }) => {
  const { body: words } = useWords().compare;
  const { head, before, after, body, look } = diff;
  return (
    <>
      <HeadDiffView diff={head} />
      <BodyDiffView title={words.title} before={before} after={after} comparison={body} onLook={look} />
    </>
  );
};
