import { EyeOff } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { classes } from '#renderer/kit/classes.ts';
import { standingOf, type FactPair, type HeadDiff } from '#renderer/store/compare/head-diff.ts';
import { namedPieces } from '#renderer/store/compare/word-pieces.ts';
import { useActions, useBench } from '#renderer/store/context.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import type { HeaderPair } from '#shared/compare/header-diff.ts';
import { HeadValue } from './head-value.tsx';
import { WayMark } from './way.tsx';
import styles from './diff.module.css';

type HeadDiffViewProps = {
  readonly diff: HeadDiff;
  /** What is masked of it; null: nothing. */
  readonly veil: readonly string[] | null;
};

/** The first line and the headers of two messages: what differs, and all of them where that is asked for. */
export const HeadDiffView = ({ diff, veil }: HeadDiffViewProps) => {
  const { headers: words } = useWords().compare;
  const [areAllShown, showAll] = useState(false);
  const different = diff.headers.filter((pair) => standingOf(pair) !== 'same');
  const same = diff.headers.length - different.length;
  const shown = areAllShown ? diff.headers : different;
  return (
    <>
      {diff.facts.length > 0 && (
        <table className={styles.pairs}>
          <tbody>
            {diff.facts.map((pair) => (
              <Fact key={pair.fact} pair={pair} veil={veil} />
            ))}
          </tbody>
        </table>
      )}
      <section aria-label={words.title}>
        <header className={styles.title}>
          <h3>{words.title}</h3>
          {same > 0 && different.length > 0 && (
            <Button look="quiet" aria-expanded={areAllShown} onClick={() => showAll(!areAllShown)}>
              {areAllShown ? words.hideSame : words.same(same)}
            </Button>
          )}
        </header>
        {shown.length === 0 ? (
          <p className={styles.same}>{words.allSame}</p>
        ) : (
          <table className={styles.pairs} aria-label={areAllShown ? words.all : words.differ}>
            <Columns />
            <tbody>
              {shown.map((pair, index) => (
                <HeaderRow key={index} pair={pair} veil={veil} />
              ))}
            </tbody>
          </table>
        )}
      </section>
    </>
  );
};

const Columns = () => {
  const { compare: words } = useWords();
  return (
    <thead>
      <tr>
        <th scope="col">{words.headers.name}</th>
        <th scope="col">{words.before}</th>
        <th scope="col">{words.after}</th>
      </tr>
    </thead>
  );
};

type FactProps = Pick<HeadDiffViewProps, 'veil'> & { readonly pair: FactPair };

const Fact = ({ pair: { fact, before, after }, veil }: FactProps) => {
  const { facts: words } = useWords().compare;
  const [was, is] = useMemo(() => namedPieces('', before, after, veil), [before, after, veil]);
  return (
    <tr data-difference tabIndex={-1}>
      <th scope="row" className={styles.fact}>
        {words[fact]}
      </th>
      <HeadValue value={before} pieces={was} side="before" />
      <HeadValue value={after} pieces={is} side="after" />
    </tr>
  );
};

type HeaderRowProps = Pick<HeadDiffViewProps, 'veil'> & { readonly pair: HeaderPair };

const HeaderRow = ({ pair, veil }: HeaderRowProps) => {
  const actions = useActions();
  const { headers: words } = useWords().compare;
  const ignoring = useBench(({ view }) => view.remembered.ignoring.headers);
  const { before, after, isIgnored } = pair;
  const name = (after ?? before)?.name ?? '';
  const [was, is] = useMemo(
    () => namedPieces(name, before?.value ?? null, after?.value ?? null, veil),
    [name, before, after, veil],
  );
  const standing = standingOf(pair);
  const counts = standing === 'differs' && !isIgnored;
  return (
    <tr {...(counts ? { 'data-difference': true, tabIndex: -1 } : {})} className={classes(!counts && styles.quiet)}>
      <th scope="row">
        <span translate="no">{name}</span>
        {counts && <HeaderWay pair={pair} />}
        {standing === 'written-otherwise' && (
          <span className={styles.hint}>
            {pair.differs
              .map((each) => (each === 'case' ? words.otherCase(before?.name ?? '') : words.otherPlace))
              .join(', ')}
          </span>
        )}
        {standing === 'differs' && isIgnored && <span className={styles.hint}>{words.leftOut}</span>}
        {counts && (
          <IconButton
            className={styles.act}
            label={words.leaveOut(name)}
            icon={<EyeOff size={14} aria-hidden />}
            onClick={() => actions.ignore({ headers: [...ignoring, name] })}
          />
        )}
      </th>
      <HeadValue value={before?.value ?? null} pieces={was} side="before" />
      <HeadValue value={after?.value ?? null} pieces={is} side="after" />
    </tr>
  );
};

/** What is seen anyway is not said: that both have a value, and another one. */
const HeaderWay = ({ pair: { before, after } }: { readonly pair: HeaderPair }) => {
  const { ways } = useWords().compare.headers;
  if (!before) return <WayMark way="added" word={ways.added} />;
  if (!after) return <WayMark way="removed" word={ways.removed} />;
  return <WayMark way="changed" word={ways.value} />;
};
