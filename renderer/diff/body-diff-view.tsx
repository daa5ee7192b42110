import { Button } from '#renderer/kit/button.tsx';
import { ChoiceBar } from '#renderer/kit/choice-bar.tsx';
import { Skeleton } from '#renderer/kit/skeleton.tsx';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import type { BodyLook } from '#renderer/store/compare/body-side.ts';
import { mostCompared, type BodySource } from '#renderer/store/compare/compare-actions.ts';
import type { BodyDiff } from '#renderer/store/compare/compare-bodies.ts';
import type { BodyComparison } from '#renderer/store/compare/use-body-diff.ts';
import { faultText } from '#renderer/store/say-fault.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Words } from '#renderer/words/words.ts';
import { ByteDiff } from './byte-diff.tsx';
import { JsonChanges } from './json-changes.tsx';
import { TextDiff } from './text-diff.tsx';
import styles from './diff.module.css';

type BodyDiffViewProps = {
  readonly title: string;
  readonly before: BodySource;
  readonly after: BodySource;
  readonly comparison: BodyComparison;
  readonly onLook: (look: BodyLook) => void;
};

const lengthOf = (source: BodySource): number =>
  source === null ? 0 : 'head' in source ? source.head.bodyBytes : source.json.length;

/** Two bodies against each other: as JSON, as text or as bytes. */
export const BodyDiffView = ({ title, before, after, comparison, onLook }: BodyDiffViewProps) => {
  const words = useWords();
  const { body: said } = words.compare;
  const longest = Math.max(lengthOf(before), lengthOf(after));
  const diff = comparison.state === 'done' ? comparison.diff : null;
  if (longest === 0) return <Titled title={title}>{<p className={styles.same}>{said.neither}</p>}</Titled>;
  return (
    <Titled
      title={title}
      beside={
        diff && (
          <ChoiceBar
            label={said.lookAs}
            choices={diff.looks.map((value) => ({ value, title: said.looks[value] }))}
            chosen={diff.look}
            choose={onLook}
          />
        )
      }
    >
      {longest > mostCompared && <Note>{said.onlyFirst(words.format.bytes(mostCompared))}</Note>}
      {comparison.state === 'comparing' && <Skeleton lines={3} label={words.compare.comparing} />}
      {comparison.state === 'failed' && <Note>{faultText(comparison.fault, words)}</Note>}
      {comparison.state === 'cancelled' && (
        <p className={styles.note}>
          {words.compare.cancelled} <Button onClick={comparison.again}>{words.compare.again}</Button>
        </p>
      )}
      {diff && <Found diff={diff} length={longest} />}
    </Titled>
  );
};

type TitledProps = { readonly title: string; readonly beside?: React.ReactNode; readonly children: React.ReactNode };

const Titled = ({ title, beside, children }: TitledProps) => (
  <section aria-label={title}>
    <header className={styles.title}>
      <h3>{title}</h3>
      {beside}
    </header>
    {children}
  </section>
);

const Note = ({ children }: { readonly children: string }) => (
  <p className={styles.note}>
    <ToneIcon tone="attention" size={14} /> {children}
  </p>
);

const Found = ({ diff, length }: { readonly diff: BodyDiff; readonly length: number }) => {
  const words = useWords();
  const { body: said } = words.compare;
  const plain = plainWords(diff, length, words);
  return (
    <>
      {plain !== null && <p className={styles.same}>{plain}</p>}
      {diff.look === 'text' && diff.isLaidOut && diff.count > 0 && <p className={styles.hint}>{said.laidOut}</p>}
      {diff.look === 'bytes' && !diff.isExact && <Note>{said.inexact}</Note>}
      {diff.look === 'json' && diff.count > 0 && <JsonChanges changes={diff.changes} />}
      {diff.look === 'text' && diff.count > 0 && <TextDiff stretches={diff.stretches} />}
      {diff.look === 'bytes' && diff.count > 0 && <ByteDiff hunks={diff.hunks} />}
      {diff.isCut && <Note>{said.cut}</Note>}
    </>
  );
};

/** Where nothing is to be shown, it is said why; null where there is. */
const plainWords = (diff: BodyDiff, length: number, { compare, format }: Words): string | null => {
  const { body: said } = compare;
  if (diff.isSame) return said.sameBytes(format.bytes(length));
  if (diff.count > 0) return null;
  if (diff.look === 'json' && diff.leftOut.some(({ count }) => count > 0)) return compare.sameButLeftOut;
  return diff.look === 'json' ? said.sameJson : said.sameText;
};
