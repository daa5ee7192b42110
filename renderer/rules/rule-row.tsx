import { GripVertical, Zap } from 'lucide-react';
import { classes } from '#renderer/kit/classes.ts';
import type { useReorder } from '#renderer/kit/reorder.ts';
import { Badge, ToneIcon, ToneWord } from '#renderer/kit/tone.tsx';
import { conditionTexts } from '#renderer/store/rules/conditions.ts';
import type { RuleDraft } from '#renderer/store/rules/rule-draft.ts';
import { ruleTitle, saysText, whenText } from '#renderer/store/rules/rule-words.ts';
import type { TryResult } from '#renderer/store/rules/try-rules.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Words } from '#renderer/words/words.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import styles from './rule-row.module.css';

type Order = ReturnType<typeof useReorder>;

type RuleRowProps = {
  readonly rule: RuleDraft;
  readonly place: number;
  readonly isBot: boolean;
  readonly isChosen: boolean;
  readonly isWrong: boolean;
  readonly hits: number;
  readonly firedLast: boolean;
  readonly result: TryResult | null;
  readonly choose: () => void;
  readonly item?: ReturnType<Order['item']>;
  readonly handle?: ReturnType<Order['handle']>;
};

/** One rule of the list: what it is called, when it counts, what it does, and how often it did. */
export const RuleRow = (props: RuleRowProps) => {
  const { rule, place, isBot, isChosen, isWrong, hits, firedLast, result, choose, item, handle } = props;
  const words = useWords();
  const { rules: said, kit } = words;
  return (
    <li
      {...item}
      className={classes(styles.row, isChosen && styles.current, rule.isOff && styles.off)}
      data-result={result ?? undefined}
    >
      {handle ? (
        <span {...handle} className={styles.grip} title={kit.reorder.drag}>
          <GripVertical size={14} aria-hidden />
        </span>
      ) : (
        <span className={styles.grip} />
      )}
      <button
        type="button"
        data-holds-place
        className={styles.choose}
        aria-current={isChosen ? 'true' : undefined}
        aria-description={handle ? kit.reorder.keys : undefined}
        onClick={choose}
      >
        <span className={styles.line}>
          <span className={styles.name} translate={rule.name === '' ? undefined : 'no'}>
            {ruleTitle(rule, place, words)}
          </span>
          {isWrong && <ToneIcon tone="bad" size={14} />}
          {rule.isOff && <Badge tone="none">{said.off}</Badge>}
          {firedLast && (
            <span className={styles.fired} title={said.firedLast}>
              <Zap size={12} aria-hidden />
              <span className="only-heard">{said.firedLast}</span>
            </span>
          )}
          {hits > 0 && (
            <span className={styles.hits} title={said.hits(hits)}>
              <span aria-hidden>{words.format.count(hits)}</span>
              <span className="only-heard">{said.hits(hits)}</span>
            </span>
          )}
        </span>
        {/* Where it does not match, the reason says it once more. */}
        {result !== 'no' && <span className={styles.soft}>{whenText(rule, isBot, words)}</span>}
        <Result result={result} why={whyNot(rule, isBot, words)} fallback={saysText(rule, words)} />
      </button>
    </li>
  );
};

type ResultProps = { readonly result: TryResult | null; readonly why: string; readonly fallback: string };

/** While something is tried: what this rule makes of it; else what it says. */
const Result = ({ result, why, fallback }: ResultProps) => {
  const { tryIt } = useWords().rules;
  switch (result) {
    case 'answers':
      return <ToneWord tone="good" word={tryIt.answers} />;
    case 'no':
      return <span className={styles.soft}>{why}</span>;
    case 'off':
      return <span className={styles.soft}>{tryIt.off}</span>;
    case 'later':
    case null:
      return (
        <span className={styles.soft} translate="no">
          {fallback}
        </span>
      );
    default:
      return assertNever(result);
  }
};

const whyNot = ({ conditions }: RuleDraft, isBot: boolean, { rules }: Words): string =>
  conditions.length === 0 && isBot ? rules.never : rules.tryIt.no(conditionTexts(conditions, rules).join(', '));
