import { useEffect } from 'react';
import { moveFocus } from '#renderer/kit/move-focus.ts';
import { useReorder } from '#renderer/kit/reorder.ts';
import { fallbackPlace, hitName, type RuleBook } from '#renderer/store/rules/rule-book.ts';
import { ruleTitle } from '#renderer/store/rules/rule-words.ts';
import { isAt } from '#renderer/store/settings-form.ts';
import type { TryResult } from '#renderer/store/rules/try-rules.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { InputIssue } from '#shared/contract/fault.ts';
import { RuleRow } from './rule-row.tsx';
import styles from './rules.module.css';

type RuleListProps = {
  readonly book: RuleBook;
  readonly isBot: boolean;
  readonly isReadOnly: boolean;
  readonly title: string;
  readonly none: string;
  readonly hits: ReadonlyMap<string, number>;
  readonly last: string | null;
  /** What would become of the words that are tried; null where none are. */
  readonly results: readonly TryResult[] | null;
  readonly issues: readonly InputIssue[];
  readonly pointerOf: (place: number) => string;
  readonly chosen: number;
  readonly choose: (place: number) => void;
  readonly move: (from: number, to: number) => void;
};

/** The rules in the order in which they are asked; the one behind them counts where none did. */
export const RuleList = (props: RuleListProps) => {
  const { book, isBot, isReadOnly, title, none, hits, last, results, issues, pointerOf, chosen, choose, move } = props;
  const words = useWords();
  const { rules: said } = words;
  const { rules, fallback } = book;
  const { list, news, item, handle } = useReorder<HTMLOListElement>({
    keys: rules.map(({ key }) => key),
    nameOf: (place) => {
      const rule = rules[place];
      return rule ? ruleTitle(rule, place, words) : '';
    },
    move,
  });
  const answering = results?.indexOf('answers') ?? -1;
  useEffect(() => {
    list.current?.children[answering]?.scrollIntoView({ block: 'nearest' });
  }, [list, answering]);
  const answersElse = results !== null && !results.includes('answers');
  return (
    <div className={styles.scroller} onKeyDown={moveFocus}>
      {rules.length === 0 && <p className={styles.none}>{none}</p>}
      <ol ref={list} aria-label={title}>
        {rules.map((rule, place) => (
          <RuleRow
            key={rule.key}
            rule={rule}
            place={place}
            isBot={isBot}
            isChosen={place === chosen}
            isWrong={issues.some(({ path }) => isAt(path, pointerOf(place)))}
            hits={hits.get(hitName(rule, place)) ?? 0}
            firedLast={last !== null && hitName(rule, place) === last}
            result={results?.[place] ?? null}
            choose={() => choose(place)}
            {...(isReadOnly ? {} : { item: item(place), handle: handle(place) })}
          />
        ))}
      </ol>
      {fallback ? (
        <ol aria-label={said.fallback}>
          <RuleRow
            rule={fallback}
            place={fallbackPlace}
            isBot={isBot}
            isChosen={chosen === fallbackPlace}
            isWrong={issues.some(({ path }) => isAt(path, pointerOf(fallbackPlace)))}
            hits={hits.get(hitName(fallback, fallbackPlace)) ?? 0}
            firedLast={last === hitName(fallback, fallbackPlace)}
            result={answersElse ? 'answers' : null}
            choose={() => choose(fallbackPlace)}
          />
        </ol>
      ) : (
        <p className={styles.otherwise} data-answers={answersElse || undefined}>
          {said.otherwiseBot}
        </p>
      )}
      <div className="only-heard" role="status">
        {news}
      </div>
    </div>
  );
};
