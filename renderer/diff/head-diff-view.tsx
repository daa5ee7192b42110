import { EyeOff } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { classes } from '#renderer/kit/classes.ts';
import { ThreeParts } from '#renderer/kit/three-parts.tsx';
import { standingOf, type FactPair, type HeadDiff } from '#renderer/store/compare/head-diff.ts';
import { credentialsOfHeader } from '#renderer/store/inspect/credentials.ts';
import { useActions, useBench } from '#renderer/store/context.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import { redact } from '#shared/channel/redact.ts';
import type { HeaderPair } from '#shared/compare/header-diff.ts';
import type { Piece } from '#shared/compare/word-diff.ts';
import { bearerToken, decodeJwt } from '#shared/trust/jwt.ts';
import { Pieces, useWordPieces } from './pieces.tsx';
import { WayMark } from './way.tsx';
import styles from './diff.module.css';

/** The first line and the headers of two messages: what differs, and all of them where that is asked for. */
export const HeadDiffView = ({ diff }: { readonly diff: HeadDiff }) => {
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
              <Fact key={pair.fact} pair={pair} />
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
                <HeaderRow key={index} pair={pair} />
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

const Fact = ({ pair: { fact, before, after } }: { readonly pair: FactPair }) => {
  const { facts: words } = useWords().compare;
  const [was, is] = useWordPieces(before, after);
  return (
    <tr data-difference tabIndex={-1}>
      <th scope="row" className={styles.fact}>
        {words[fact]}
      </th>
      <Value value={before} pieces={was} side="before" />
      <Value value={after} pieces={is} side="after" />
    </tr>
  );
};

const HeaderRow = ({ pair }: { readonly pair: HeaderPair }) => {
  const actions = useActions();
  const { headers: words } = useWords().compare;
  const ignoring = useBench(({ view }) => view.remembered.ignoring.headers);
  const { before, after, isIgnored } = pair;
  const name = (after ?? before)?.name ?? '';
  const [was, is] = useWordPieces(before?.value ?? null, after?.value ?? null);
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
      <Value name={name} value={before?.value ?? null} pieces={was} side="before" />
      <Value name={name} value={after?.value ?? null} pieces={is} side="after" />
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

type ValueProps = {
  /** Of the header; of the first line there is none. */
  readonly name?: string;
  readonly value: string | null;
  readonly pieces: readonly Piece[];
  readonly side: 'before' | 'after';
};

/** A token keeps its hues; what differs in it is told claim by claim. Of credentials it is told only that they differ. */
const Value = ({ name = '', value, pieces, side }: ValueProps) => {
  const { compare: words } = useWords();
  const token = value === null ? null : bearerToken(value);
  const isToken = token !== null && decodeJwt(token).header.json !== null;
  const secrets = credentialsOfHeader([name, value ?? '']);
  return (
    <td translate="no">
      {value === null ? (
        <span className={styles.absent}>{words.absent}</span>
      ) : isToken ? (
        <>
          {value.slice(0, value.length - token.length)}
          <ThreeParts text={redact(token, secrets)} />
        </>
      ) : value !== null && secrets.length > 0 ? (
        redact(value, secrets)
      ) : (
        <Pieces pieces={pieces} side={side} />
      )}
    </td>
  );
};
