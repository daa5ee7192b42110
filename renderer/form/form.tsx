import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { faultText } from '#renderer/store/say-fault.ts';
import { issueSentence } from '#renderer/store/say-issue.ts';
import { isAt } from '#renderer/store/settings-form.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { useSaveKey } from './use-save-key.ts';
import type { Submission } from './use-submission.ts';
import styles from './form.module.css';

type FormProps = {
  readonly submission: Submission;
  /** Where this form shows issues beside a field, by JSON Pointer. */
  readonly pointers: readonly string[];
  /** What the button that sends it says. */
  readonly verb: string;
  readonly cancel: () => void;
  /** What the button that leaves it says. */
  readonly leave?: string;
  /** Nothing was written: there is nothing to send and nothing to leave. */
  readonly isUnchanged?: boolean;
  /** Somebody else changed what is being written. */
  readonly isOutrun?: boolean;
  /** What stands in it takes the whole room, and scrolls by itself. */
  readonly isWhole?: boolean;
  /** Stands across from the buttons that every form has. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
};

/** Fields that scroll, why they were refused, and the buttons. The first field that is wrong takes the focus. */
export const Form = (props: FormProps) => {
  const { submission, pointers, verb, cancel, leave, isUnchanged = false, isOutrun = false, isWhole = false } = props;
  const { aside, children } = props;
  const words = useWords();
  const { refused, isBusy, attempts, submit } = submission;
  const form = useRef<HTMLFormElement>(null);
  const whole = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempts > 0) (form.current ?? whole.current)?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [attempts]);
  const isMarked = refused !== null && (refused.code === 'unreadable' || (refused.issues ?? []).length > 0);
  const elsewhere = (refused?.issues ?? []).filter(({ path }) => !pointers.some((each) => isAt(path, each)));
  const save = useSaveKey();
  const told = refused && (
    <p className={styles.refused} role="alert">
      <ToneIcon tone="bad" />
      <span>
        {[
          isMarked ? words.form.marked : faultText(refused, words),
          ...elsewhere.map((issue) => issueSentence(issue, words)),
        ].join(' ')}
      </span>
    </p>
  );
  const outrun = isOutrun && (
    <p className={styles.outrun} role="status">
      <ToneIcon tone="attention" />
      <span>{words.form.outrun}</span>
    </p>
  );
  const foot = (
    <footer className={styles.foot}>
      {aside}
      <span className={styles.space} />
      <Button onClick={cancel} disabled={isUnchanged}>
        {leave ?? words.form.cancel}
      </Button>
      <Button ref={save} type="submit" look="primary" disabled={isBusy || isUnchanged}>
        {verb}
      </Button>
    </footer>
  );
  return isWhole ? (
    // What takes the whole room may show forms of others, and a form has none in it.
    <div ref={whole} className={styles.form}>
      <div className={styles.whole}>{children}</div>
      {outrun}
      {told}
      <form onSubmit={submit} noValidate>
        {foot}
      </form>
    </div>
  ) : (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.scroller}>{children}</div>
      {outrun}
      {told}
      {foot}
    </form>
  );
};

type FieldGroupProps = {
  readonly name: string;
  readonly isNamed?: boolean;
  /** Of the name, where it is not that of the page. */
  readonly lang?: string | undefined;
  readonly children: ReactNode;
};

/** Fields that belong together; a name that goes without saying is only heard. */
export const FieldGroup = ({ name, isNamed = true, lang, children }: FieldGroupProps) => (
  <fieldset className={styles.group}>
    {name !== '' && (
      <legend lang={lang} className={isNamed ? styles.legend : 'only-heard'}>
        {name}
      </legend>
    )}
    {children}
  </fieldset>
);
