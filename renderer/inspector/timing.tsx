import { formatClock, formatDay, formatDuration } from '#renderer/kit/format.ts';
import { phaseBars } from '#renderer/store/phase-bars.ts';
import type { Exchange } from '#shared/exchange/exchange.ts';
import styles from './timing.module.css';

/** Where the time went: each stretch as a bar on one scale, with its numbers. */
export const Timing = ({ exchange }: { readonly exchange: Exchange }) => {
  const { summary, phases } = exchange;
  const bars = phaseBars(phases, summary.duration);
  return (
    <div className={styles.timing}>
      <dl className={styles.facts}>
        <dt>Opened</dt>
        <dd>
          {formatDay(summary.openedAt)}, {formatClock(summary.openedAt)}
        </dd>
        <dt>Took</dt>
        <dd>{summary.duration === null ? 'still open' : formatDuration(summary.duration)}</dd>
        <dt>Other side</dt>
        <dd className={styles.wire}>{summary.remote === '' ? 'never connected' : summary.remote}</dd>
      </dl>
      {bars.length === 0 ? (
        <p className={styles.none}>The stretches of time are known when the exchange is over.</p>
      ) : (
        <table className={styles.phases} aria-label="Phases">
          <thead>
            <tr>
              <th scope="col">Phase</th>
              <th scope="col">
                <span className="only-heard">Bar</span>
              </th>
              <th scope="col" className={styles.number}>
                From
              </th>
              <th scope="col" className={styles.number}>
                Took
              </th>
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={`${bar.name} ${String(bar.from)}`}>
                <th scope="row">{bar.name}</th>
                <td className={styles.lane}>
                  <span
                    className={styles.bar}
                    style={{ left: `${String(bar.start * 100)}%`, width: `${String(bar.width * 100)}%` }}
                  />
                </td>
                <td className={styles.number}>{formatDuration(bar.from)}</td>
                <td className={styles.number}>{formatDuration(bar.took)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
};
