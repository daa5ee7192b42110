import { GitCompare, PanelRight } from 'lucide-react';
import { Button } from '#renderer/kit/button.tsx';
import { classes } from '#renderer/kit/classes.ts';
import { ToneWord, toneClass } from '#renderer/kit/tone.tsx';
import { useActions } from '#renderer/store/context.tsx';
import { outcomeSentence, standingOf, statusStanding, statusWord } from '#renderer/store/traffic-rows.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import styles from './result.module.css';

type OutcomeProps = { readonly summary: ExchangeSummary; /** What it stands beside. */ readonly beside: number | null };

/** What became of it: status, time, verdict; and where there is more of it. */
export const Outcome = ({ summary, beside }: OutcomeProps) => {
  const actions = useActions();
  const words = useWords();
  const { result: said } = words.editor;
  const standing = standingOf(summary, words);
  const sentence = outcomeSentence(summary, words) || summary.note;
  const inspect = (): void => {
    actions.showDialog(null);
    actions.inspectExchange(summary.id);
  };
  const compare = (): void => {
    if (beside === null) return;
    actions.showDialog({
      kind: 'compare',
      one: { exchangeId: beside, messageId: null },
      other: { exchangeId: summary.id, messageId: null },
    });
  };
  return (
    <div>
      <div className={styles.outcome} role="status">
        <span className={classes(styles.status, toneClass(statusStanding(summary)))}>{statusWord(summary, words)}</span>
        {summary.duration !== null && <span className={styles.soft}>{words.format.duration(summary.duration)}</span>}
        {summary.responseBytes !== null && (
          <span className={styles.soft}>{words.format.bytes(summary.responseBytes)}</span>
        )}
        <ToneWord tone={standing.standing} word={standing.word} />
        <span className={styles.tools}>
          <Button look="quiet" icon={<PanelRight size={14} aria-hidden />} onClick={inspect}>
            {said.inspect}
          </Button>
          {beside !== null && (
            <Button look="quiet" icon={<GitCompare size={14} aria-hidden />} onClick={compare}>
              {said.compare}
            </Button>
          )}
        </span>
      </div>
      {sentence !== '' && <p className={styles.soft}>{sentence}</p>}
    </div>
  );
};
