import { ListFilter, X } from 'lucide-react';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { ToneWord, type Tone } from '#renderer/kit/tone.tsx';
import { useActions, useSession } from '#renderer/store/context.tsx';
import { faultText, sayFault } from '#renderer/store/say-fault.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { fault, type FaultCode } from '#shared/contract/fault.ts';
import type { Burst } from '#shared/sending/burst.ts';
import styles from './repeat.module.css';

const tones: Readonly<Record<Burst['state'], Tone>> = { running: 'busy', done: 'good', cancelled: 'none' };

/** How far a burst is, and what became of its requests. */
export const BurstView = ({ place, burstId }: { readonly place: string; readonly burstId: string }) => {
  const actions = useActions();
  const words = useWords();
  const { burst: said, format } = words;
  const burst = useSession(({ bursts }) => bursts.find(({ id }) => id === burstId));
  if (!burst) return null;
  const done = burst.answered + burst.failed;
  const isOver = burst.endedAt !== null;
  const show = (): void => {
    if (!burst.exchangeIds) return;
    actions.showDialog(null);
    actions.typeSearch(`id:${String(burst.exchangeIds.first)}..${String(burst.exchangeIds.last)}`);
  };
  return (
    <section className={styles.burst} aria-label={said.result}>
      <header className={styles.head}>
        <ToneWord tone={tones[burst.state]} word={said.states[burst.state]} />
        <span className={styles.soft}>{said.progress(format.count(done), format.count(burst.count))}</span>
        <span className={styles.tools}>
          {burst.state === 'running' && (
            <Button onClick={() => void actions.cancelBurst(burst.id)}>{said.cancel}</Button>
          )}
          {burst.exchangeIds && isOver && (
            <Button look="quiet" icon={<ListFilter size={14} aria-hidden />} onClick={show}>
              {said.show}
            </Button>
          )}
          {isOver && (
            <IconButton
              label={said.leave}
              icon={<X size={14} aria-hidden />}
              onClick={() => actions.leaveBurst(place)}
            />
          )}
        </span>
      </header>
      <progress className={styles.progress} aria-label={said.running} value={done} max={burst.count} />
      {burst.fault && <p className={styles.fault}>{said.stoppedBy(faultText(burst.fault, words))}</p>}
      <dl className={styles.figures}>
        <Figure title={said.sent} value={format.count(burst.sent)} />
        <Figure title={said.answered} value={format.count(burst.answered)} />
        <Figure title={said.failed} value={format.count(burst.failed)} />
        {burst.p50 !== null && <Figure title={said.median} value={format.duration(burst.p50)} />}
        {burst.p95 !== null && <Figure title={said.slow} value={format.duration(burst.p95)} />}
      </dl>
      <Outcomes burst={burst} />
    </section>
  );
};

const Figure = ({ title, value }: { readonly title: string; readonly value: string }) => (
  <div>
    <dt>{title}</dt>
    <dd>{value}</dd>
  </div>
);

const Outcomes = ({ burst }: { readonly burst: Burst }) => {
  const words = useWords();
  const { burst: said, format } = words;
  const statuses = Object.entries(burst.statuses);
  const faults = Object.entries(burst.faults);
  if (statuses.length + faults.length === 0) return null;
  return (
    <table className={styles.outcomes} aria-label={said.outcomes}>
      <thead>
        <tr>
          <th scope="col">{said.outcome}</th>
          <th scope="col" className={styles.number}>
            {said.times}
          </th>
        </tr>
      </thead>
      <tbody>
        {statuses.map(([status, count]) => (
          <tr key={status}>
            <th scope="row">
              <code>{status}</code>
            </th>
            <td className={styles.number}>{format.count(count)}</td>
          </tr>
        ))}
        {faults.map(([code, count]) => (
          <tr key={code}>
            <th scope="row">{faultName(code as FaultCode, burst, words)}</th>
            <td className={styles.number}>{format.count(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** What happened, with the host that all of them were sent to. */
const faultName = (code: FaultCode, { url }: Burst, words: ReturnType<typeof useWords>): string =>
  sayFault(fault(code, { host: url.replace(/^https?:\/\/([^/?#]*).*$/s, '$1') }), words).message;
