import { Button } from '#renderer/kit/button.tsx';
import { classes } from '#renderer/kit/classes.ts';
import { ToneWord, toneClass } from '#renderer/kit/tone.tsx';
import { useActions } from '#renderer/store/context.tsx';
import { veiledTarget } from '#renderer/store/inspect/veil.ts';
import { standingOf, statusStanding, statusWord } from '#renderer/store/traffic-rows.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Exchange } from '#shared/exchange/exchange.ts';
import styles from './compare-sheet.module.css';

type SideHeadProps = {
  readonly title: string;
  readonly exchange: Exchange;
  /** Whether its credentials are shown. */
  readonly areRevealed: boolean;
  readonly chooseAnother: () => void;
};

/** One side of the comparison: what it was and what became of it. */
export const SideHead = ({ title, exchange, areRevealed, chooseAnother }: SideHeadProps) => {
  const { summary } = exchange;
  const actions = useActions();
  const words = useWords();
  const { sides: said } = words.compare;
  const standing = standingOf(summary, words);
  const target = areRevealed ? exchange.target : veiledTarget(summary.target);
  const show = (): void => {
    actions.showDialog(null);
    actions.inspectExchange(summary.id);
  };
  return (
    <section className={styles.side} aria-label={title}>
      <div className={styles.line}>
        <span className={styles.which}>{title}</span>
        <button type="button" className={styles.number} title={words.replay.show(summary.id)} onClick={show}>
          {said.exchange(summary.id)}
        </button>
        <span className={styles.time}>{words.format.clock(summary.openedAt)}</span>
        <span className={classes(styles.status, toneClass(statusStanding(summary)))}>{statusWord(summary, words)}</span>
        <ToneWord tone={standing.standing} word={standing.word} />
        <Button look="quiet" className={styles.another} onClick={chooseAnother}>
          {said.choose}
        </Button>
      </div>
      <p translate="no" className={styles.target} title={`${summary.origin}${target}`}>
        {summary.method} {target}
      </p>
    </section>
  );
};
