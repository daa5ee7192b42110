import { Check } from 'lucide-react';
import { useId, useRef, useState, type FormEvent } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { useActions, useBench } from '#renderer/store/context.tsx';
import { emptyValues, problemsOf } from '#renderer/store/form-values.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Content, FormField } from '#shared/exchange/message.ts';
import { FormControl } from './form-control.tsx';
import type { Say } from './say.ts';
import styles from './form-content.module.css';

type FormContentProps = {
  readonly content: Extract<Content, { kind: 'form' }>;
  readonly place: string;
  readonly say: Say;
};

/** A form that a bot sent: filled in and sent once, as the user. */
export const FormContent = ({ content, place, say }: FormContentProps) => {
  const actions = useActions();
  const { form: words } = useWords().conversation;
  const sent = useBench(({ view }) => view.sentForms[place]);
  const [written, write] = useState(() => emptyValues(content));
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const form = useRef<HTMLFormElement>(null);
  const values = sent ?? written;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (sent || !say) return;
    const found = problemsOf(content, written, words);
    setProblems(found);
    const first = content.fields.findIndex(({ id }) => found[id] !== undefined);
    if (first >= 0) {
      form.current?.querySelectorAll<HTMLElement>('input, select, textarea')[first]?.focus();
      return;
    }
    actions.keepForm(place, written);
    say({ kind: 'form', formId: content.formId, title: content.title, values: written });
  };
  return (
    <form ref={form} className={styles.form} aria-label={content.title} noValidate onSubmit={submit}>
      <p className={styles.title}>{content.title}</p>
      {content.fields.map((field) => (
        <Row
          key={field.id}
          field={field}
          value={values[field.id] ?? ''}
          problem={problems[field.id] ?? null}
          isDisabled={sent !== undefined || !say}
          onChange={(value) => {
            write({ ...written, [field.id]: value });
            setProblems({ ...problems, [field.id]: '' });
          }}
        />
      ))}
      {sent ? (
        <p className={styles.sent} role="status">
          <Check size={14} aria-hidden /> {words.sent}
        </p>
      ) : (
        <Button type="submit" look="primary" disabled={!say}>
          {content.submit || words.send}
        </Button>
      )}
    </form>
  );
};

type RowProps = {
  readonly field: FormField;
  readonly value: string;
  readonly problem: string | null;
  readonly isDisabled: boolean;
  readonly onChange: (value: string) => void;
};

const Row = ({ field, value, problem, isDisabled, onChange }: RowProps) => {
  const id = useId();
  const { form: words } = useWords().conversation;
  const isWrong = problem !== null && problem !== '';
  return (
    <div className={styles.row}>
      <label htmlFor={id}>
        {field.label}
        {!field.isRequired && <span className={styles.optional}> {words.optional}</span>}
      </label>
      <FormControl
        field={field}
        value={value}
        onChange={onChange}
        wiring={{
          id,
          disabled: isDisabled,
          required: field.isRequired,
          'aria-invalid': isWrong,
          'aria-describedby': `${id}-problem`,
        }}
      />
      <p id={`${id}-problem`} className={styles.problem}>
        {isWrong && (
          <>
            <ToneIcon tone="bad" size={14} /> {problem}
          </>
        )}
      </p>
    </div>
  );
};
