import { phaseBars } from '#renderer/store/phase-bars.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Exchange } from '#shared/exchange/exchange.ts';
import styles from './timing.module.css';

/** Where the time went: each stretch as a bar on one scale, with its numbers. */
export const Timing = ({ exchange }: { readonly exchange: Exchange }) => {
  const { inspector, format, translations } = useWords();
  const { timing: words } = inspector;
  const { summary, phases } = exchange;
  const bars = phaseBars(phases, summary.duration);
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
      {bars.length === 0 ? (
        <p className={styles.none}>{words.notYet}</p>
      ) : (
        <table className={styles.phases} aria-label={words.phases}>
          <thead>
            <tr>
              <th scope="col">{words.phase}</th>
              <th scope="col">
                <span className="only-heard">{words.bar}</span>
              </th>
              <th scope="col" className={styles.number}>
                {words.from}
              </th>
              <th scope="col" className={styles.number}>
                {words.took}
              </th>
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={`${bar.name} ${String(bar.from)}`}>
                <th scope="row">{translations?.phases[bar.name] ?? bar.name}</th>
                <td className={styles.lane}>
                  <span
                    className={styles.bar}
                    style={{ left: `${String(bar.start * 100)}%`, width: `${String(bar.width * 100)}%` }}
                  />
                </td>
                <td className={styles.number}>{format.duration(bar.from)}</td>
                <td className={styles.number}>{format.duration(bar.took)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
};
