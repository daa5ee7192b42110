import { Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { useNextFocus } from '#renderer/kit/next-focus.ts';
import { withMoved } from '#renderer/kit/reorder.ts';
import { fallbackPlace, hitName, placeAfter, placeOfRule, type RuleBook } from '#renderer/store/rules/rule-book.ts';
import { copiedRule, type RuleDraft } from '#renderer/store/rules/rule-draft.ts';
import { ruleTitle } from '#renderer/store/rules/rule-words.ts';
import { isAt } from '#renderer/store/settings-form.ts';
import { tryRules, type Tried } from '#renderer/store/rules/try-rules.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { InputIssue } from '#shared/contract/fault.ts';
import { RuleForm, type Around } from './rule-form.tsx';
import { RuleList } from './rule-list.tsx';
import { TryBar } from './try-bar.tsx';
import styles from './rules.module.css';

type RuleEditorProps = {
  readonly book: RuleBook;
  /** Those of a bot, or the reply rules of a channel. */
  readonly isBot: boolean;
  /** Built in: to be read and not to be changed. */
  readonly isReadOnly: boolean;
  /** What the list is called, and what it says where it is empty. */
  readonly title: string;
  readonly none: string;
  readonly hits: ReadonlyMap<string, number>;
  readonly last: string | null;
  /** The rule to begin with, by its name. */
  readonly first?: string | undefined;
  readonly newRule: (number: number) => RuleDraft;
  readonly issues: readonly InputIssue[];
  /** Where a rule stands in the input of its command; -1 is the fallback. */
  readonly pointerOf: (place: number) => string;
  /** `place` is what is being corrected, as a pointer. */
  readonly onChange: (book: RuleBook, place: string) => void;
  readonly renderAround?: Around | undefined;
  readonly renderPreview: (rule: RuleDraft, place: number) => ReactNode;
};

/** The rules at the left, the one that is chosen with its fields, and beside it what it would look like. */
export const RuleEditor = (props: RuleEditorProps) => {
  const { book, isBot, isReadOnly, title, none, hits, last, first, newRule, issues, pointerOf, onChange } = props;
  const words = useWords();
  const { rules: said } = words;
  const { rules, fallback } = book;
  const [chosen, choose] = useState(() => placeOfRule(book, first));
  const [seen, see] = useState(issues);
  if (seen !== issues) {
    see(issues);
    const wrong = firstWrong(props);
    if (wrong !== null) choose(wrong);
  }
  const { place, focusNext } = useNextFocus<HTMLDivElement>();
  const [tried, tryIt] = useState<Tried>({ kind: 'text', text: '' });
  const results = tried.text.trim() === '' ? null : tryRules(rules, isBot, tried);
  const rule = chosen === fallbackPlace ? fallback : (rules[chosen] ?? null);
  const write = (next: readonly RuleDraft[], place = '') => onChange({ rules: next, fallback }, place);
  const add = () => {
    focusNext('[data-rule-fields] input');
    write([...rules, newRule(rules.length + 1)]);
    choose(rules.length);
  };
  const change = (changed: Partial<RuleDraft>, place: string) => {
    if (!rule) return;
    const pointer = `${pointerOf(chosen)}${place}`;
    if (chosen === fallbackPlace) onChange({ rules, fallback: { ...rule, ...changed } }, pointer);
    else write(rules.with(chosen, { ...rule, ...changed }), pointer);
  };
  return (
    <div ref={place} className={styles.editor}>
      <section className={styles.left} aria-label={title}>
        <TryBar tried={tried} onChange={tryIt} book={book} results={results} isBot={isBot} choose={choose} />
        <RuleList
          {...{ book, isBot, title, none, hits, last, results, issues, pointerOf, isReadOnly }}
          chosen={chosen}
          choose={choose}
          move={(from, to) => {
            write(withMoved(rules, from, to), pointerOf(0).replace(/\/\d+$/, ''));
            choose(placeAfter(chosen, from, to));
          }}
        />
        {!isReadOnly && (
          <div className={styles.add}>
            <Button look="quiet" icon={<Plus size={14} aria-hidden />} data-adds-rule onClick={add}>
              {said.add}
            </Button>
          </div>
        )}
      </section>
      {rule ? (
        <>
          <RuleForm
            key={chosen}
            rule={rule}
            title={ruleTitle(rule, chosen, words)}
            isBot={isBot}
            isReadOnly={isReadOnly}
            hits={hits.get(hitName(rule, chosen)) ?? 0}
            issues={issues}
            pointer={pointerOf(chosen)}
            renderAround={props.renderAround}
            onChange={change}
            onDuplicate={() => {
              focusNext('[data-rule-fields] input');
              const name = rule.name === '' ? '' : said.copyOf(rule.name).slice(0, 100);
              write(rules.toSpliced(chosen + 1, 0, copiedRule(rule, name)));
              choose(chosen + 1);
            }}
            onRemove={() => {
              focusNext('[data-holds-place][aria-current=true]', '[data-adds-rule]');
              write(rules.toSpliced(chosen, 1), pointerOf(0).replace(/\/\d+$/, ''));
              choose(Math.min(chosen, rules.length - 2));
            }}
          />
          <div className={styles.right}>{props.renderPreview(rule, chosen)}</div>
        </>
      ) : (
        <p className={styles.noneChosen}>{rules.length === 0 ? none : said.noneChosen}</p>
      )}
    </div>
  );
};

/** The place of the first rule in which something is wrong; null where nothing is, or it may be elsewhere. */
const firstWrong = ({ book, issues, pointerOf }: RuleEditorProps): number | null => {
  const isWrong = (place: number) => issues.some(({ path }) => isAt(path, pointerOf(place)));
  const found = book.rules.findIndex((_, place) => isWrong(place));
  if (found >= 0) return found;
  return book.fallback && isWrong(fallbackPlace) ? fallbackPlace : null;
};
