import { X } from 'lucide-react';
import { useId, useRef, useState, type FormEvent } from 'react';
import { classes } from '#renderer/kit/classes.ts';
import { Button } from '#renderer/kit/button.tsx';
import fields from '#renderer/kit/fields.module.css';
import { useEscape } from '#renderer/kit/use-escape.ts';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import type { LeftOut } from '#renderer/store/compare/left-out.ts';
import { ruleOfText, withoutRule } from '#renderer/store/compare/rules.ts';
import { useActions, useBench } from '#renderer/store/context.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './ignore-bar.module.css';

/** What does not count in comparisons, with how much that is here; it can be changed, and stays so. */
export const IgnoreBar = ({ leftOut }: { readonly leftOut: readonly LeftOut[] }) => {
  const actions = useActions();
  const { ignoring: words } = useWords().compare;
  const rules = useBench(({ view }) => view.remembered.ignoring);
  const [isAdding, setAdding] = useState(false);
  const countOf = (rule: string): number => leftOut.find((each) => each.rule === rule)?.count ?? 0;
  const sum = leftOut.reduce((all, { count }) => all + count, 0);
  const named = [...rules.pointers, ...rules.headers];
  return (
    <section className={styles.bar} aria-label={words.label}>
      <span className={styles.title}>{words.title}</span>
      {(['ids', 'times'] as const).map((rule) => (
        <button
          key={rule}
          type="button"
          className={styles.rule}
          aria-pressed={rules[rule]}
          title={words.hints[rule]}
          onClick={() => actions.ignore({ [rule]: !rules[rule] })}
        >
          {words[rule]}
          {rules[rule] && <span className={styles.count}>{countOf(rule)}</span>}
        </button>
      ))}
      {named.map((rule) => (
        <button
          key={rule}
          type="button"
          className={classes(styles.rule, styles.named)}
          aria-label={words.remove(rule)}
          onClick={() => actions.ignore(withoutRule(rules, rule))}
        >
          <code>{rule}</code>
          <span className={styles.count}>{countOf(rule)}</span>
          <X size={12} aria-hidden />
        </button>
      ))}
      {isAdding ? (
        <AddRule close={() => setAdding(false)} />
      ) : (
        <Button look="quiet" onClick={() => setAdding(true)}>
          {words.more}
        </Button>
      )}
      <span className={styles.sum} role="status">
        {sum > 0 ? words.sum(sum) : ''}
      </span>
    </section>
  );
};

const AddRule = ({ close }: { readonly close: () => void }) => {
  const actions = useActions();
  const { ignoring: words } = useWords().compare;
  const rules = useBench(({ view }) => view.remembered.ignoring);
  const [text, setText] = useState('');
  const [isWrong, setWrong] = useState(false);
  const issueId = useId();
  const form = useRef<HTMLFormElement>(null);
  useEscape(form, () => {
    close();
    return true;
  });
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const rule = ruleOfText(rules, text);
    if (!rule) return setWrong(true);
    actions.ignore(rule);
    close();
  };
  return (
    <form ref={form} className={styles.adding} onSubmit={add}>
      <input
        type="text"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it stands where the button was that asked for it.
        autoFocus
        aria-label={words.add}
        aria-invalid={isWrong}
        aria-describedby={issueId}
        placeholder={words.addHint}
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        className={classes(fields.input, fields.wire)}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setWrong(false);
        }}
      />
      <Button type="submit">{words.addVerb}</Button>
      <span id={issueId} className={fields.issue} role="alert">
        {isWrong && (
          <>
            <ToneIcon tone="bad" size={14} /> {words.wrongPlace}
          </>
        )}
      </span>
    </form>
  );
};
