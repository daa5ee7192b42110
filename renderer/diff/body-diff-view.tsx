import { Button } from '#renderer/kit/button.tsx';
import { ChoiceBar } from '#renderer/kit/choice-bar.tsx';
import { Skeleton } from '#renderer/kit/skeleton.tsx';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import type { BodyLook } from '#renderer/store/compare/body-side.ts';
import { mostCompared, type BodySource } from '#renderer/store/compare/compare-actions.ts';
import type { BodyDiff } from '#renderer/store/compare/compare-bodies.ts';
import type { Packing } from '#renderer/store/compare/packing.ts';
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
      <div className={styles.sides}>
        <Side side={before} packing={diff?.packings[0] ?? null} name={words.compare.before} />
        <Side side={after} packing={diff?.packings[1] ?? null} name={words.compare.after} />
      </div>
      {diff && <Found diff={diff} length={longest} />}
    </Titled>
  );
};

type TitledProps = { readonly title: string; readonly beside?: React.ReactNode; readonly children: React.ReactNode };

const Titled = ({ title, beside, children }: TitledProps) => (
  <section aria-label={title} className={styles.parts}>
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

type SideProps = { readonly side: BodySource; readonly packing: Packing | null; readonly name: string };

/** What there is to say of one of the bodies. */
const Side = ({ side, packing, name }: SideProps) => {
  const { body, compare, format } = useWords();
  const { ofSide, packings } = compare.body;
  const isCut = side !== null && 'head' in side && side.head.isTruncated;
  const sentence =
    packing && packings[packing.state](packing.encoding, format.bytes(packing.packed), format.bytes(packing.size));
  return (
    <>
      {isCut && <Note>{ofSide(name, body.cut(format.bytes(side.head.bodyBytes)))}</Note>}
      {sentence !== null && packing?.state === 'unpacked' && <p className={styles.hint}>{ofSide(name, sentence)}</p>}
      {sentence !== null && packing?.state !== 'unpacked' && <Note>{ofSide(name, sentence)}</Note>}
    </>
  );
};

const Found = ({ diff, length }: { readonly diff: BodyDiff; readonly length: number }) => {
  const words = useWords();
  const { body: said } = words.compare;
  const plain = plainWords(diff, length, words);
  return (
    <>
      {diff.look === 'json' &&
        diff.areBroken.map(
          (isBroken, at) =>
            isBroken && (
              <Note key={at}>{said.ofSide(at === 0 ? words.compare.before : words.compare.after, said.broken)}</Note>
            ),
        )}
      {plain !== null && <p className={styles.same}>{plain}</p>}
      {diff.look === 'text' && diff.isLaidOut && diff.count > 0 && <p className={styles.hint}>{said.laidOut}</p>}
      {'hunks' in diff && !diff.isExact && <Note>{said.inexact}</Note>}
      {diff.look === 'json' && diff.count > 0 && <JsonChanges changes={diff.changes} />}
      {diff.look === 'text' && diff.count > 0 && <TextDiff stretches={diff.stretches} />}
      {'hunks' in diff && diff.count > 0 && <ByteDiff hunks={diff.hunks} />}
      {diff.isCut && <Note>{said.cut}</Note>}
    </>
  );
};

/** Where nothing is to be shown, it is said why; null where there is. */
const plainWords = (diff: BodyDiff, length: number, { compare, format }: Words): string | null => {
  const { body: said } = compare;
  if (diff.sameness === 'whole') return said.sameBytes(format.bytes(length));
  if (diff.count > 0) return null;
  if (diff.sameness !== 'none') return diff.sameness === 'unpacked' ? said.sameUnpacked : said.samePart;
  if (diff.look === 'json') return diff.leftOut.some(({ count }) => count > 0) ? compare.sameButLeftOut : said.sameJson;
  if (diff.look !== 'text') return said.samePart;
  if (!diff.isSameText) return compare.sameButLeftOut;
  return diff.isLaidOut ? said.sameLaidOut : said.sameText;
};
