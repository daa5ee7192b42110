import { useEffect, useState } from 'react';
import { useActions } from '#renderer/store/context.tsx';
import type { TraceStep } from '#renderer/store/inspect/trace.ts';
import { phaseBars } from '#renderer/store/phase-bars.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Exchange } from '#shared/exchange/exchange.ts';
import { Heads } from './lane.tsx';
import { PhaseRow } from './phase-row.tsx';
import { TraceTiming } from './trace-timing.tsx';
import styles from './timing.module.css';

type TimingProps = { readonly exchange: Exchange; readonly steps: readonly TraceStep[] };

/** Where the time went: each stretch as a bar on one scale, of both twins; and the whole trace on one axis. */
export const Timing = ({ exchange, steps }: TimingProps) => {
  const { timing: words, format } = useWords();
  const { summary } = exchange;
  const twin = useTwin(exchange);
  const sides = twin
    ? [exchange, twin].toSorted((one, other) => one.summary.openedAt - other.summary.openedAt)
    : [exchange];
  const lanes = phaseBars(sides);
  const hasPhases = lanes.some(({ bars }) => bars.length > 0);
  return (
    <div className={styles.timing}>
      <dl className={styles.facts}>
        <dt>{words.opened}</dt>
        <dd>{words.openedAt(format.day(summary.openedAt), format.clock(summary.openedAt))}</dd>
        <dt>{words.took}</dt>
        <dd>{summary.duration === null ? words.stillOpen : format.duration(summary.duration)}</dd>
        <dt>{words.otherSide}</dt>
        <dd className={styles.wire}>{summary.remote === '' ? words.neverConnected : summary.remote}</dd>
      </dl>
      {!hasPhases ? (
        <p className={styles.none}>{words.notYet}</p>
      ) : (
        <table className={styles.phases} aria-label={words.phases}>
          <Heads name={words.phase} />
          {lanes.map(({ exchange: side, bars }) => (
            <tbody key={side.summary.id}>
              {lanes.length > 1 && (
                <tr>
                  <th scope="rowgroup" colSpan={4} className={styles.side}>
                    {words.sides[side.summary.direction]} <span className={styles.number}>#{side.summary.id}</span>
                  </th>
                </tr>
              )}
              {bars.map((bar) => (
                <PhaseRow key={`${bar.name} ${String(bar.from)}`} bar={bar} way={side.summary.direction} />
              ))}
            </tbody>
          ))}
        </table>
      )}
      {steps.length > 1 && <TraceTiming steps={steps} shownId={summary.id} />}
    </div>
  );
};

/** The same exchange as the other end had it; null where there is none, or it is not there yet. */
const useTwin = ({ summary: { twinId } }: Exchange): Exchange | null => {
  const actions = useActions();
  const [twin, setTwin] = useState<Exchange | null>(null);
  useEffect(() => {
    if (twinId === null) return undefined;
    let isWanted = true;
    const read = async () => {
      const asked = await actions.readAnother(twinId);
      if (isWanted && asked.ok) setTwin(asked.answer);
    };
    void read();
    return () => {
      isWanted = false;
    };
  }, [actions, twinId]);
  return twin?.summary.id === twinId ? twin : null;
};
