import type { PartDiff } from '#renderer/store/compare/use-part-diff.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { BodyDiffView } from './body-diff-view.tsx';
import { HeadDiffView } from './head-diff-view.tsx';
import styles from './diff.module.css';

/** The requests or the responses of two exchanges against each other: first line, headers, body. */
export const PartDiffView = ({ diff }: { readonly diff: PartDiff }) => {
  const { body: words } = useWords().compare;
  const { head, before, after, body, look, veil } = diff;
  return (
    <div className={styles.parts}>
      <HeadDiffView diff={head} veil={veil} />
      <BodyDiffView title={words.title} before={before} after={after} comparison={body} onLook={look} />
    </div>
  );
};
