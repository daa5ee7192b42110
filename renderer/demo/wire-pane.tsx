import { useEffect, useState } from 'react';
import { classes } from '#renderer/kit/classes.ts';
import { Skeleton } from '#renderer/kit/skeleton.tsx';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { faultOf } from '#renderer/store/attempt.ts';
import { useActions } from '#renderer/store/context.tsx';
import { shownExchange, type Demo } from '#renderer/store/demo/demo.ts';
import { prettyJson } from '#renderer/store/pretty-json.ts';
import { faultText } from '#renderer/store/say-fault.ts';
import { statusStanding, statusWord, verdictSentence, verdictWord } from '#renderer/store/traffic-rows.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Fault } from '#shared/contract/fault.ts';
import type { ShownSide, ShownWire } from '#shared/audience/shown-wire.ts';
import { parseJson } from '#shared/text/parse-json.ts';
import styles from './panes.module.css';

/** The exchange that carried what was said last: what was asked, what was answered, and whether it was trusted. */
export const WirePane = ({ demo }: { readonly demo: Demo }) => {
  const { demo: words } = useWords();
  const exchangeId = shownExchange(demo);
  return (
    <section className={styles.wire} aria-label={words.wire.title}>
      {exchangeId === null ? <p className={styles.soft}>{words.wire.none}</p> : <Wire exchangeId={exchangeId} />}
    </section>
  );
};

type Read = { readonly id: number; readonly wire: ShownWire | null; readonly fault: Fault | null };

const Wire = ({ exchangeId }: { readonly exchangeId: number }) => {
  const actions = useActions();
  const words = useWords();
  const [read, setRead] = useState<Read | null>(null);
  useEffect(() => {
    let isWanted = true;
    const take = (news: Omit<Read, 'id'>) => isWanted && setRead({ id: exchangeId, ...news });
    actions.readShownWire(exchangeId).then(
      (wire) => take({ wire, fault: null }),
      (error: unknown) => take({ wire: null, fault: faultOf(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, [exchangeId, actions]);
  // What was shown before stays until there is something newer: nothing flickers in front of an audience.
  if (!read) return <Skeleton lines={6} label={words.demo.reading} />;
  if (read.fault) return <p className={styles.soft}>{faultText(read.fault, words)}</p>;
  return read.wire && <WireShown wire={read.wire} />;
};

const WireShown = ({ wire }: { readonly wire: ShownWire }) => {
  const words = useWords();
  const { standing } = verdictWord(wire.verdict, words);
  const sentence = verdictSentence(wire.verdict, wire.because, words);
  return (
    <>
      <header className={styles.line}>
        <code className={styles.address}>
          <strong>{wire.method}</strong> {wire.address}
        </code>
        <span className={classes(styles.status, styles[statusStanding(wire)])}>{statusWord(wire, words)}</span>
        {wire.duration !== null && <span className={styles.soft}>{words.format.duration(wire.duration)}</span>}
      </header>
      <p className={classes(styles.verdict, styles[standing])}>
        <ToneIcon tone={standing} size={24} />
        <span>
          <strong>{sentence.word}</strong> <span lang="en">{sentence.rest}</span>
        </span>
      </p>
      <Side title={words.demo.wire.request} side={wire.request} />
      {wire.response ? (
        <Side title={words.demo.wire.response} side={wire.response} />
      ) : (
        <p className={styles.soft}>{words.demo.wire.noResponse}</p>
      )}
    </>
  );
};

const Side = ({ title, side }: { readonly title: string; readonly side: ShownSide }) => {
  const { wire: words } = useWords().demo;
  const isJson = !side.isCut && parseJson(side.body).ok;
  return (
    <section aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      {side.body === '' ? (
        <p className={styles.soft}>{words.noBody}</p>
      ) : (
        <pre className={styles.body} tabIndex={0} aria-label={title}>
          {isJson ? prettyJson(side.body) : side.body}
        </pre>
      )}
      {side.isCut && <p className={styles.soft}>{words.cut}</p>}
      <details>
        <summary className={styles.soft}>{words.headers(title)}</summary>
        <dl className={styles.headers} translate="no">
          {side.headers.map(([name, value], at) => (
            <div key={at}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
};
