import { useState } from 'react';
import { classes } from '#renderer/kit/classes.ts';
import fields from '#renderer/kit/fields.module.css';
import { Skeleton } from '#renderer/kit/skeleton.tsx';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { useExchange } from '#renderer/store/compare/use-exchange.ts';
import { useActions, useBench, useSession } from '#renderer/store/context.tsx';
import type { SentOnce, Writing } from '#renderer/store/editor/writing.ts';
import { outcomeWords } from '#renderer/store/replay-diff.ts';
import { faultText } from '#renderer/store/say-fault.ts';
import { exchangeNow } from '#renderer/store/selectors.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { Beside } from './beside.tsx';
import { BurstView } from './burst-view.tsx';
import { LedTo } from './led-to.tsx';
import { Outcome } from './outcome.tsx';
import { PlainParts } from './plain-part.tsx';
import styles from './result.module.css';

type ResultProps = { readonly place: string; readonly writing: Writing };

/** What came back for what was sent from here, beside what it was before. */
export const Result = ({ place, writing }: ResultProps) => {
  const { result: words } = useWords().editor;
  const isBursting = useSession(({ bursts }) => bursts.some(({ id }) => id === writing.burstId));
  const sent = writing.sends.find(({ exchangeId }) => exchangeId === writing.shownId) ?? writing.sends.at(-1);
  return (
    <section className={styles.result} aria-label={words.title}>
      {writing.burstId !== null && <BurstView place={place} burstId={writing.burstId} />}
      {sent ? (
        <>
          <Sends place={place} sends={writing.sends} shownId={sent.exchangeId} />
          <Shown key={sent.exchangeId} writing={writing} sent={sent} />
        </>
      ) : isBursting ? null : (
        <div className={styles.nothing}>
          <p className={styles.nothingTitle}>{words.nothing}</p>
          <p>{words.nothingHint}</p>
        </div>
      )}
    </section>
  );
};

type SendsProps = { readonly place: string; readonly sends: readonly SentOnce[]; readonly shownId: number };

const Sends = ({ place, sends, shownId }: SendsProps) => {
  const { result: words } = useWords().editor;
  return (
    <div className={styles.sends} role="group" aria-label={words.sends}>
      {sends.toReversed().map(({ exchangeId }) => (
        <Send key={exchangeId} place={place} id={exchangeId} isShown={exchangeId === shownId} />
      ))}
    </div>
  );
};

type SendProps = { readonly place: string; readonly id: number; readonly isShown: boolean };

const Send = ({ place, id, isShown }: SendProps) => {
  const actions = useActions();
  const words = useWords();
  const sent = useBench((state) => exchangeNow(state, id));
  const twin = useBench((state) => exchangeNow(state, sent?.twinId ?? null));
  const told = twin ?? sent;
  return (
    <button type="button" className={styles.send} aria-pressed={isShown} onClick={() => actions.showSend(place, id)}>
      {words.editor.result.sent(id, told ? outcomeWords(told, words) : '')}
    </button>
  );
};

const Shown = ({ writing, sent }: { readonly writing: Writing; readonly sent: SentOnce }) => {
  const words = useWords();
  const { result: said } = words.editor;
  const original = writing.madeOf;
  const earlier = writing.sends
    .filter(({ exchangeId }) => exchangeId < sent.exchangeId)
    .map(({ exchangeId }) => exchangeId);
  const [beside, put] = useState<number | null>(original ?? earlier.at(-1) ?? null);
  const before = useExchange(beside, null);
  // Of twins the one on the same side; alone the received one, because that is the one with the verdict.
  const side = before?.state === 'read' ? before.exchange.summary.direction : 'inbound';
  const after = useExchange(sent.exchangeId, side);
  const others = [...(original === null ? [] : [original]), ...earlier.toReversed()];
  if (after?.state === 'failed')
    return (
      <p className={styles.failed} role="alert">
        <ToneIcon tone="bad" size={14} /> {faultText(after.fault, words)}
      </p>
    );
  if (after?.state !== 'read') return <Skeleton lines={4} label={said.waiting} />;
  const { exchange } = after;
  return (
    <div className={styles.shown}>
      <Outcome summary={exchange.summary} beside={beside} />
      <LedTo summary={exchange.summary} />
      {others.length > 0 && (
        <label className={styles.besideChoice}>
          {said.beside}
          <select
            className={classes(fields.input, styles.select)}
            value={beside ?? ''}
            onChange={({ target }) => put(target.value === '' ? null : Number(target.value))}
          >
            {others.map((id) => (
              <option key={id} value={id}>
                {id === original ? said.original(id) : said.earlier(id)}
              </option>
            ))}
            <option value="">{said.besideNothing}</option>
          </select>
        </label>
      )}
      {before?.state === 'read' ? (
        <Beside before={before.exchange} after={exchange} />
      ) : (
        <>
          {before?.state === 'failed' && <p className={styles.soft}>{said.gone}</p>}
          <PlainParts exchange={exchange} />
        </>
      )}
    </div>
  );
};
