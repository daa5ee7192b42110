import { Zap } from 'lucide-react';
import { ToneWord, type Tone } from '#renderer/kit/tone.tsx';
import { isDefectRule } from '#renderer/store/defects.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Finding, Severity } from '#shared/exchange/finding.ts';
import { Source } from './checks.tsx';
import styles from './trust.module.css';

const tones: Readonly<Record<Severity, Tone>> = { error: 'bad', warning: 'attention', info: 'note' };

/** What else was noticed about the exchange. */
export const FindingList = ({ findings }: { readonly findings: readonly Finding[] }) => {
  const { findings: words } = useWords().trust;
  return (
    <section aria-label={words.title}>
      <h3 className={styles.heading}>{words.title}</h3>
      <ul className={styles.checks}>
        {findings.map((finding, index) => (
          <li key={index} className={styles.check}>
            <span className={styles.severity}>
              {isDefectRule(finding.rule) ? (
                <span className={styles.defect}>
                  <Zap size={14} aria-hidden /> {words.defect}
                </span>
              ) : (
                <ToneWord tone={tones[finding.severity]} word={words.severities[finding.severity]} />
              )}
            </span>
            <div className={styles.checkWords}>
              <p lang="en">{finding.summary}</p>
              <p className={styles.source}>
                {finding.at !== undefined && <span>{words.at(finding.at)}</span>}
                <code>{finding.rule}</code>
              </p>
              <Source status={finding.status} source={finding.source} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
};
