import { Badge, ToneWord, type Tone } from '#renderer/kit/tone.tsx';
import type { FactStatus } from '#shared/exchange/finding.ts';
import type { Check, CheckResult } from '#shared/trust/verdict.ts';
import styles from './trust.module.css';

const results: Readonly<Record<CheckResult, { readonly tone: Tone; readonly word: string }>> = {
  pass: { tone: 'good', word: 'Pass' },
  warn: { tone: 'attention', word: 'Warn' },
  fail: { tone: 'bad', word: 'Fail' },
  'not-applicable': { tone: 'none', word: 'n/a' },
};

/** Each check in the order in which the platform decides, with how sure it is that the platform does. */
export const CheckList = ({ checks }: { readonly checks: readonly Check[] }) => (
  <section aria-label="Checks">
    <h3 className={styles.heading}>Checks, in the order of the platform</h3>
    <ul className={styles.checks}>
      {checks.map((check) => (
        <li key={check.id} className={styles.check}>
          <span className={styles.result}>
            <ToneWord {...results[check.result]} />
          </span>
          <div className={styles.checkWords}>
            <p>
              <strong>{check.title}</strong> <span className={styles.soft}>{check.detail}</span>
            </p>
            <Source status={check.status} source={check.source} />
          </div>
        </li>
      ))}
    </ul>
  </section>
);

type SourceProps = { readonly status: FactStatus | undefined; readonly source: string | undefined };

/** How sure a fact about the platform is, and where it is from. */
export const Source = ({ status, source }: SourceProps) =>
  status === undefined && source === undefined ? null : (
    <p className={styles.source}>
      {status !== undefined && <Badge tone={status === 'assumed' ? 'attention' : 'unknown'}>{status}</Badge>}
      {source !== undefined && <span>{source}</span>}
    </p>
  );
