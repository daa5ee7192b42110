import { ToneWord } from '#renderer/kit/tone.tsx';
import type { CheckPair, VerdictDiff } from '#renderer/store/compare/verdict-diff.ts';
import { verdictSentence, verdictWord } from '#renderer/store/traffic-rows.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Exchange } from '#shared/exchange/exchange.ts';
import type { CheckResult, Verdict } from '#shared/trust/verdict.ts';
import { ChangeTable } from './change-table.tsx';
import shared from './diff.module.css';
import styles from './trust-diff.module.css';

type TrustDiffProps = {
  readonly before: Exchange;
  readonly after: Exchange;
  readonly diff: VerdictDiff;
  /** What is masked in what the tokens claim; null: nothing. */
  readonly veil: readonly string[] | null;
};

/** Two verdicts, the checks that came out otherwise, and what differs in what the tokens claim. */
export const TrustDiffView = ({ before, after, diff, veil }: TrustDiffProps) => {
  const { compare: words } = useWords();
  return (
    <div className={shared.parts}>
      <div className={styles.verdicts}>
        <Side title={words.before} verdict={before.verdict} />
        <Side title={words.after} verdict={after.verdict} />
      </div>
      {diff.checks.length > 0 ? (
        <Checks pairs={diff.checks} />
      ) : (
        before.verdict.checks.length > 0 && <p className={styles.soft}>{words.verdict.sameChecks}</p>
      )}
      <ChangeTable title={words.verdict.claims} name={words.verdict.claim} changes={diff.claims} veil={veil} />
    </div>
  );
};

const Side = ({ title, verdict }: { readonly title: string; readonly verdict: Verdict }) => {
  const words = useWords();
  const { standing } = verdictWord(verdict.state, words);
  const { word, rest } = verdictSentence(verdict.state, verdict.because, words);
  return (
    <section aria-label={title} className={styles.side}>
      <h3>{title}</h3>
      <p className={styles.because}>
        <ToneWord tone={standing} word={word} /> <span lang="en">{rest}</span>
      </p>
    </section>
  );
};

const tones = { pass: 'good', warn: 'attention', fail: 'bad', 'not-applicable': 'none' } as const satisfies Readonly<
  Record<CheckResult, string>
>;

const Checks = ({ pairs }: { readonly pairs: readonly CheckPair[] }) => {
  const { compare: words } = useWords();
  const { results, notMade, ...said } = words.verdict;
  const cell = (check: CheckPair['before']) =>
    check ? (
      <>
        <ToneWord tone={tones[check.result]} word={results[check.result]} />
        <p lang="en">{check.detail}</p>
      </>
    ) : (
      <span className={styles.soft}>{notMade}</span>
    );
  return (
    <table className={styles.checks} aria-label={said.checks}>
      <thead>
        <tr>
          <th scope="col">{said.check}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {pairs.map(({ title, before, after }) => (
          <tr key={title} data-difference tabIndex={-1}>
            <th scope="row" lang="en">
              {title}
            </th>
            <td>{cell(before)}</td>
            <td>{cell(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
