import { useState } from 'react';
import { Button } from '#renderer/kit/button.tsx';
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
export const CheckList = ({ checks }: { readonly checks: readonly Check[] }) => {
  const [showsSources, setShowsSources] = useState(false);
  return (
    <section aria-label="Checks">
      <header className={styles.head}>
        <h3>Checks, in the order of the platform</h3>
        <Button look="quiet" aria-pressed={showsSources} onClick={() => setShowsSources(!showsSources)}>
          {showsSources ? 'Hide sources' : 'Show sources'}
        </Button>
      </header>
      <ul className={styles.checks}>
        {checks.map((check) => (
          <li key={check.id} className={styles.check} data-result={check.result}>
            <span className={styles.result}>
              <ToneWord {...results[check.result]} />
            </span>
            <div className={styles.checkWords}>
              <p>
                <strong>{check.title}</strong> <span className={styles.soft}>{check.detail}</span>
              </p>
              {(showsSources || isNotable(check)) && check.source !== undefined && (
                <p className={styles.source}>{check.source}</p>
              )}
            </div>
            {check.status !== undefined && <StatusBadge status={check.status} source={check.source} />}
          </li>
        ))}
      </ul>
    </section>
  );
};

const isNotable = ({ result }: Check): boolean => result === 'warn' || result === 'fail';

const StatusBadge = ({ status, source }: { readonly status: FactStatus; readonly source: string | undefined }) => (
  <span className={styles.sure} title={source}>
    <Badge tone={status === 'assumed' ? 'attention' : 'unknown'}>{status}</Badge>
  </span>
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
