import { useState } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { Certainty } from '#renderer/form/certainty.tsx';
import { ToneWord, type Tone } from '#renderer/kit/tone.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import type { FactStatus } from '#shared/exchange/finding.ts';
import type { Check, CheckResult } from '#shared/trust/verdict.ts';
import styles from './trust.module.css';

const tones: Readonly<Record<CheckResult, Tone>> = {
  pass: 'good',
  warn: 'attention',
  fail: 'bad',
  'not-applicable': 'none',
};

/** Each check in the order in which the platform decides, with how sure it is that the platform does. */
export const CheckList = ({ checks }: { readonly checks: readonly Check[] }) => {
  const { checks: words } = useWords().trust;
  const [showsSources, setShowsSources] = useState(false);
  return (
    <section aria-label={words.label}>
      <header className={styles.head}>
        <h3>{words.title}</h3>
        <Button look="quiet" aria-pressed={showsSources} onClick={() => setShowsSources(!showsSources)}>
          {showsSources ? words.hideSources : words.showSources}
        </Button>
      </header>
      <ul className={styles.checks}>
        {checks.map((check) => (
          <li key={check.id} className={styles.check} data-result={check.result}>
            <span className={styles.result}>
              <ToneWord tone={tones[check.result]} word={words.results[check.result]} />
            </span>
            <div className={styles.checkWords}>
              <p lang="en">
                <strong>{check.title}:</strong> <span className={styles.soft}>{check.detail}</span>
              </p>
              {(showsSources || isNotable(check)) && check.source !== undefined && (
                <p lang="en" className={styles.source}>
                  {check.source}
                </p>
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
  <span className={styles.sure}>
    <Certainty status={status} source={source} />
  </span>
);

type SourceProps = { readonly status: FactStatus | undefined; readonly source: string | undefined };

/** How sure a fact about the platform is, and where it is from. */
export const Source = ({ status, source }: SourceProps) =>
  status === undefined && source === undefined ? null : (
    <p className={styles.source}>
      {status !== undefined && <Certainty status={status} />}
      {source !== undefined && <span lang="en">{source}</span>}
    </p>
  );
