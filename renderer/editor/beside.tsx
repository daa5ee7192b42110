import { useMemo, useState } from 'react';
import { ChoiceBar } from '#renderer/kit/choice-bar.tsx';
import { IgnoreBar } from '#renderer/diff/ignore-bar.tsx';
import { PartDiffView } from '#renderer/diff/part-diff-view.tsx';
import { RevealButton } from '#renderer/diff/reveal-button.tsx';
import { joinLeftOut } from '#renderer/store/compare/head-diff.ts';
import { useCommonVeil } from '#renderer/store/compare/use-common-veil.ts';
import { usePartDiff, type PartDiff } from '#renderer/store/compare/use-part-diff.ts';
import { verdictDiff } from '#renderer/store/compare/verdict-diff.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Exchange } from '#shared/exchange/exchange.ts';
import styles from './result.module.css';

type BesideProps = { readonly before: Exchange; readonly after: Exchange };

/** What came back beside what came back before, and what was sent beside what was sent before. */
export const Beside = ({ before, after }: BesideProps) => {
  const words = useWords();
  const { compare, editor } = words;
  const [areRevealed, reveal] = useState(false);
  const veil = useCommonVeil(before, after, areRevealed);
  const response = usePartDiff(before, after, 'response', veil);
  const request = usePartDiff(before, after, 'request', veil);
  const [part, show] = useState<'response' | 'request'>('response');
  const { sentence } = useMemo(() => verdictDiff(before, after, words), [before, after, words]);
  const titled = ({ count, part: each }: PartDiff) => ({
    value: each,
    title: count === null ? compare.parts[each] : editor.result.counted(compare.parts[each], count),
  });
  return (
    <>
      <p className={styles.sentence}>{sentence}</p>
      <div className={styles.bar}>
        <ChoiceBar
          label={editor.result.part}
          choices={[titled(response), titled(request)]}
          chosen={part}
          choose={show}
        />
        <RevealButton areRevealed={areRevealed} reveal={reveal} />
      </div>
      <IgnoreBar leftOut={joinLeftOut(request.leftOut, response.leftOut)} />
      <PartDiffView diff={part === 'response' ? response : request} />
    </>
  );
};
