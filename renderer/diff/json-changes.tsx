import { EyeOff } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { classes } from '#renderer/kit/classes.ts';
import type { ShownChange } from '#renderer/store/compare/veiled-diff.ts';
import { wordPieces } from '#renderer/store/compare/word-pieces.ts';
import { useActions, useBench } from '#renderer/store/context.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import { mask } from '#shared/channel/redact.ts';
import type { Piece } from '#shared/compare/word-diff.ts';
import { Pieces } from './pieces.tsx';
import { WayMark } from './way.tsx';
import styles from './diff.module.css';

/** As many as a person looks through before asking for more. */
const atOnce = 100;

/** What differs in two JSON texts, one place after the other, with both values. */
export const JsonChanges = ({ changes }: { readonly changes: readonly ShownChange[] }) => {
  const { json: words } = useWords().compare;
  const [shown, setShown] = useState(atOnce);
  const left = changes.length - shown;
  return (
    <>
      <ol className={styles.changes} aria-label={words.list}>
        {changes.slice(0, shown).map((change, index) => (
          <Change key={`${change.kind} ${change.inside.join()} ${change.pointer} ${String(index)}`} change={change} />
        ))}
      </ol>
      {left > 0 && (
        <Button className={styles.more} onClick={() => setShown(shown + atOnce)}>
          {words.more(Math.min(left, atOnce))}
        </Button>
      )}
    </>
  );
};

const Change = ({ change }: { readonly change: ShownChange }) => {
  const { kind, pointer, fromPointer, inside, from, to } = change;
  const actions = useActions();
  const { json: words } = useWords().compare;
  const ignoring = useBench(({ view }) => view.remembered.ignoring.pointers);
  const place = pointer === '' ? words.whole : pointer;
  const isMoved = kind === 'moved';
  const [was, is] = useMemo(() => change.pieces ?? wordPieces(change.from ?? null, change.to ?? null), [change]);
  // A rule is written as the place is called: one that is masked has no name.
  const canBeLeftOut = pointer !== '' && !pointer.includes(mask);
  return (
    <li className={styles.change} data-difference tabIndex={-1}>
      <div className={styles.place}>
        <WayMark way={kind} word={words.kinds[kind]} />
        {inside.map((each) => (
          <code key={each} className={styles.inside}>
            {each} ›
          </code>
        ))}
        <code className={styles.pointer}>{place}</code>
        {fromPointer !== undefined && <span className={styles.hint}>{words.movedFrom(fromPointer)}</span>}
        {canBeLeftOut && (
          <IconButton
            className={styles.act}
            label={words.leaveOut(pointer)}
            icon={<EyeOff size={14} aria-hidden />}
            onClick={() => actions.ignore({ pointers: [...ignoring, pointer] })}
          />
        )}
      </div>
      <div className={styles.values}>
        {from !== undefined && !isMoved && <Value source={from} pieces={was} side="before" />}
        {to !== undefined && <Value source={to} pieces={isMoved ? [{ text: to, isOther: false }] : is} side="after" />}
      </div>
    </li>
  );
};

/** A longer value is cut until somebody wants to see all of it. */
const longest = 600;

type ValueProps = {
  readonly source: string;
  readonly pieces: readonly Piece[];
  readonly side: 'before' | 'after';
};

const Value = ({ source, pieces, side }: ValueProps) => {
  const { compare: words, format } = useWords();
  const [isWhole, showWhole] = useState(false);
  const isLong = source.length > longest;
  // What was compared word by word is cut where it is the same; of anything else the beginning is shown.
  const isBeginning = isLong && !isWhole && pieces.length === 1;
  const shown = isBeginning ? pieces.map(({ isOther }) => ({ text: source.slice(0, longest), isOther })) : pieces;
  return (
    <div className={classes(styles.value, styles[side])}>
      <span className="only-heard">{words[side]}</span>
      <code>
        <Pieces pieces={shown} side={side} isWhole={isWhole || isBeginning} />
        {isBeginning && '…'}
      </code>
      {isLong && !isWhole && (
        <Button look="quiet" onClick={() => showWhole(true)}>
          {words.json.showAll(format.count(source.length))}
        </Button>
      )}
    </div>
  );
};
