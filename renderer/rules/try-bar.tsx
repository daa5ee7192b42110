import fields from '#renderer/kit/fields.module.css';
import type { RuleBook } from '#renderer/store/rules/rule-book.ts';
import { ruleTitle } from '#renderer/store/rules/rule-words.ts';
import type { Tried, TryKind, TryResult } from '#renderer/store/rules/try-rules.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './rules.module.css';

type TryBarProps = {
  readonly tried: Tried;
  readonly onChange: (tried: Tried) => void;
  readonly book: RuleBook;
  readonly results: readonly TryResult[] | null;
  readonly isBot: boolean;
  readonly choose: (place: number) => void;
};

const kinds: readonly TryKind[] = ['text', 'press', 'event'];

/** Something that a user might do, to see which rule would answer; the list says of each why. */
export const TryBar = ({ tried, onChange, book, results, isBot, choose }: TryBarProps) => {
  const words = useWords();
  const { tryIt } = words.rules;
  const first = results?.indexOf('answers') ?? -1;
  const rule = first >= 0 ? book.rules[first] : book.fallback;
  const answer = rule ? tryIt.news(ruleTitle(rule, first, words)) : isBot ? '' : tryIt.botAnswers;
  return (
    <div className={styles.try} role="search" aria-label={tryIt.label}>
      <select
        aria-label={tryIt.kind}
        className={fields.input}
        value={tried.kind}
        onChange={(event) => onChange({ ...tried, kind: event.target.value as TryKind })}
      >
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {tryIt.kinds[kind]}
          </option>
        ))}
      </select>
      <div className={styles.tryField}>
        <input
          type="text"
          aria-label={tryIt.label}
          title={tryIt.hint}
          placeholder={tryIt.placeholder}
          autoComplete="off"
          spellCheck={false}
          data-takes-escape={tried.text !== '' || undefined}
          value={tried.text}
          onChange={(event) => onChange({ ...tried, text: event.target.value })}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            // Enter would save the rules that stand around it.
            if (event.key === 'Enter') event.preventDefault();
            if (event.key === 'Enter' && results && rule) choose(first);
            if (event.key === 'Escape' && tried.text !== '') onChange({ ...tried, text: '' });
          }}
        />
      </div>
      <p className="only-heard" role="status">
        {results ? answer : ''}
      </p>
    </div>
  );
};
