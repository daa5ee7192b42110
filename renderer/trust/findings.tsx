import { Zap } from 'lucide-react';
import { ToneWord, type Tone } from '#renderer/kit/tone.tsx';
import { isDefectRule } from '#renderer/store/defects.ts';
import type { Finding, Severity } from '#shared/exchange/finding.ts';
import { Source } from './checks.tsx';
import styles from './trust.module.css';

const tones: Readonly<Record<Severity, { readonly tone: Tone; readonly word: string }>> = {
  error: { tone: 'bad', word: 'Error' },
  warning: { tone: 'attention', word: 'Warning' },
  info: { tone: 'note', word: 'Note' },
};

/** What else was noticed about the exchange. */
export const FindingList = ({ findings }: { readonly findings: readonly Finding[] }) => (
  <section aria-label="Findings">
    <h3 className={styles.heading}>Findings</h3>
    <ul className={styles.checks}>
      {findings.map((finding, index) => (
        <li key={index} className={styles.check}>
          <span className={styles.severity}>
            {isDefectRule(finding.rule) ? (
              <span className={styles.defect}>
                <Zap size={14} aria-hidden /> Defect
              </span>
            ) : (
              <ToneWord {...tones[finding.severity]} />
            )}
          </span>
          <div className={styles.checkWords}>
            <p>{finding.summary}</p>
            <p className={styles.source}>
              {finding.at !== undefined && <span>at {finding.at}</span>}
              <code>{finding.rule}</code>
            </p>
            <Source status={finding.status} source={finding.source} />
          </div>
        </li>
      ))}
    </ul>
  </section>
);
