import { useId, type ComponentProps, type ReactNode } from 'react';
import { ToneIcon } from './tone.tsx';
import styles from './fields.module.css';

type Mend = { readonly title: string; readonly act: () => void };

export type FieldProps = {
  readonly label: string;
  readonly hint?: string;
  /** Of the label and the hint, where it is not that of the page. */
  readonly lang?: string | undefined;
  /** What is wrong with what was written. */
  readonly issues?: readonly string[];
  /** What is unusual about it, though allowed. */
  readonly oddity?: string | null;
  /** Takes away what is odd. */
  readonly mend?: Mend | null;
  readonly isRequired?: boolean;
  /** Stands beside the label: what is to be known of the field at a glance. */
  readonly mark?: ReactNode;
};

type Wiring = { readonly id: string; readonly 'aria-describedby': string; readonly 'aria-invalid': boolean };
type FrameProps = FieldProps & {
  readonly unit?: string;
  /** What is to be heard of its whole: label, control and notes. */
  readonly bounds?: Pick<ComponentProps<'div'>, 'onBlur'>;
  readonly children: (wiring: Wiring) => ReactNode;
};

/** A label, a control, and below it what is wrong, what is odd, or what it is for. */
export const FieldFrame = (props: FrameProps) => {
  const { label, hint = '', lang, unit = '', issues = [], oddity = null, mend = null, mark, bounds, children } = props;
  const id = useId();
  const noteId = `${id}-note`;
  const unitId = `${id}-unit`;
  const hasUnit = unit !== '';
  const control = children({
    id,
    'aria-describedby': hasUnit ? `${unitId} ${noteId}` : noteId,
    'aria-invalid': issues.length > 0,
  });
  return (
    <div className={styles.field} {...bounds}>
      <div className={styles.naming}>
        <label htmlFor={id} lang={lang} className={styles.label}>
          {label}
        </label>
        {mark}
      </div>
      <div className={styles.control}>
        {hasUnit ? (
          <div className={styles.measured}>
            {control}
            <span id={unitId}>{unit}</span>
          </div>
        ) : (
          control
        )}
        <div id={noteId}>
          {issues.map((issue) => (
            <p key={issue} className={styles.issue}>
              <ToneIcon tone="bad" size={14} /> {issue}
            </p>
          ))}
          {oddity !== null && issues.length === 0 && (
            <p className={styles.oddity}>
              <ToneIcon tone="attention" size={14} />
              <span>{oddity}</span>
              {mend && (
                <button
                  type="button"
                  className={styles.mend}
                  onClick={() => {
                    mend.act();
                    // The button goes with what was odd.
                    document.getElementById(id)?.focus();
                  }}
                >
                  {mend.title}
                </button>
              )}
            </p>
          )}
          {hint !== '' && (
            <p lang={lang} className={styles.hint}>
              {hint}
            </p>
          )}
        </div>
      </div>
    </div>
  );
};
