import { Repeat2 } from 'lucide-react';
import { useId, useState, type FormEvent } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { classes } from '#renderer/kit/classes.ts';
import fields from '#renderer/kit/fields.module.css';
import { useActions } from '#renderer/store/context.tsx';
import { readRepeat, usualRepeat, type RepeatDraft } from '#renderer/store/editor/repeat-draft.ts';
import { issuesAt } from '#renderer/store/settings-form.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { FieldIssues } from './field-issues.tsx';
import styles from './repeat.module.css';

type RepeatFormProps = { readonly place: string; readonly started: () => void };

/** How often the request is sent, how fast, and how many of it may be on their way at once. */
export const RepeatForm = ({ place, started }: RepeatFormProps) => {
  const actions = useActions();
  const words = useWords();
  const { burst: said } = words;
  const [draft, setDraft] = useState<RepeatDraft>(usualRepeat);
  const [isBusy, setBusy] = useState(false);
  const read = readRepeat(draft, said);
  const issues = read.ok ? [] : read.issues;
  const start = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!read.ok) return;
    setBusy(true);
    if (await actions.startBurst(place, read.terms)) started();
    setBusy(false);
  };
  const field = (name: keyof RepeatDraft, more: { readonly placeholder?: string; readonly hint?: string } = {}) => (
    <Field
      label={said[name]}
      value={draft[name]}
      issues={issuesAt(issues, `/${name}`, words)}
      {...more}
      onChange={(value) => setDraft({ ...draft, [name]: value })}
    />
  );
  return (
    <form className={styles.form} aria-label={said.title} onSubmit={(event) => void start(event)}>
      {field('count', { hint: said.countHint })}
      {field('perSecond', { placeholder: said.asFast })}
      {field('atOnce')}
      <Button type="submit" disabled={isBusy || !read.ok} icon={<Repeat2 size={14} aria-hidden />}>
        {read.ok ? said.start(read.terms.count) : said.startPlain}
      </Button>
    </form>
  );
};

type FieldProps = {
  readonly label: string;
  readonly value: string;
  readonly issues: readonly string[];
  readonly placeholder?: string;
  readonly hint?: string;
  readonly onChange: (value: string) => void;
};

const Field = ({ label, value, issues, placeholder, hint, onChange }: FieldProps) => {
  const id = useId();
  return (
    <span className={styles.field} title={hint}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        aria-invalid={issues.length > 0}
        aria-describedby={`${id}-issues`}
        placeholder={placeholder}
        className={classes(fields.input, fields.wire, placeholder !== undefined && styles.roomy)}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      <FieldIssues id={`${id}-issues`} issues={issues} />
    </span>
  );
};
