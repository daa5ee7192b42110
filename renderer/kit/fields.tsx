import { Eye, EyeOff } from 'lucide-react';
import { Switch } from 'radix-ui';
import { useId, useState, type ReactNode } from 'react';
import { useWords } from '#renderer/words/use-words.tsx';
import { Button, IconButton } from './button.tsx';
import { classes } from './classes.ts';
import { ToneIcon } from './tone.tsx';
import styles from './fields.module.css';

type FieldProps = {
  readonly label: string;
  readonly hint?: string;
  /** Of the label and the hint, where it is not that of the page. */
  readonly lang?: string | undefined;
  /** What is wrong with what was written. */
  readonly issues?: readonly string[];
  /** What is unusual about it, though allowed. */
  readonly oddity?: string | null;
  readonly isRequired?: boolean;
  /** Stands beside the label: what is to be known of the field at a glance. */
  readonly mark?: ReactNode;
};

type Wiring = { readonly id: string; readonly 'aria-describedby': string; readonly 'aria-invalid': boolean };
type FrameProps = FieldProps & { readonly unit?: string; readonly children: (wiring: Wiring) => ReactNode };

/** A label, a control, and below it what is wrong, what is odd, or what it is for. */
const Frame = ({ label, hint = '', lang, unit = '', issues = [], oddity = null, mark, children }: FrameProps) => {
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
    <div className={styles.field}>
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
              <ToneIcon tone="attention" size={14} /> {oddity}
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

type TextFieldProps = FieldProps & {
  readonly value: string;
  readonly isWire?: boolean;
  readonly isNumber?: boolean;
  /** What a number counts; read out with what the field is for. */
  readonly unit?: string;
  /** What being empty means. */
  readonly placeholder?: string;
  readonly onChange: (value: string) => void;
};

export const TextField = ({ value, isWire, isNumber, placeholder, onChange, ...frame }: TextFieldProps) => (
  <Frame {...frame}>
    {(wiring) => (
      <input
        {...wiring}
        type="text"
        inputMode={isNumber ? 'numeric' : undefined}
        required={frame.isRequired}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        className={classes(styles.input, (isWire || isNumber) && styles.wire, isNumber && styles.short)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Frame>
);

type LongFieldProps = TextFieldProps & { readonly rows?: number };

/** Several lines; as it was on the wire, where that is what they are. */
export const LongField = ({ value, isWire, placeholder, rows = 2, onChange, ...frame }: LongFieldProps) => (
  <Frame {...frame}>
    {(wiring) => (
      <textarea
        {...wiring}
        rows={Math.min(12, Math.max(rows, value.split('\n').length))}
        spellCheck={false}
        placeholder={placeholder}
        className={classes(styles.input, isWire && styles.wire, styles.long)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Frame>
);

export const JsonField = (props: TextFieldProps) => <LongField {...props} isWire />;

type SelectFieldProps = FieldProps & {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly title: string }[];
  readonly onChange: (value: string) => void;
};

export const SelectField = ({ value, options, onChange, ...frame }: SelectFieldProps) => (
  <Frame {...frame}>
    {(wiring) => (
      <select
        {...wiring}
        className={classes(styles.input, styles.select)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.title}
          </option>
        ))}
      </select>
    )}
  </Frame>
);

type SwitchFieldProps = FieldProps & { readonly isOn: boolean; readonly onChange: (isOn: boolean) => void };

export const SwitchField = ({ isOn, onChange, ...frame }: SwitchFieldProps) => (
  <Frame {...frame}>
    {({ id, ...wiring }) => (
      <Switch.Root {...wiring} id={id} className={styles.switch} checked={isOn} onCheckedChange={onChange}>
        <Switch.Thumb className={styles.thumb} />
      </Switch.Root>
    )}
  </Frame>
);

type SecretFieldProps = FieldProps & {
  readonly isSet: boolean;
  /** What is being written now; null leaves the secret as it is, '' forgets it. */
  readonly written: string | null;
  readonly onChange: (written: string | null) => void;
};

/** A secret goes in and never comes out: one that is there is only said to be there. */
export const SecretField = ({ isSet, written, onChange, ...frame }: SecretFieldProps) => {
  const { secret: words } = useWords().kit;
  const [isShown, setShown] = useState(false);
  const rests = isSet && (written === null || written === '');
  const [isReplacing, setReplacing] = useState(false);
  if (rests && !isReplacing)
    return (
      <Frame {...frame}>
        {({ id, ...wiring }) => (
          <div className={styles.secret}>
            <output id={id} {...wiring} className={styles.set}>
              {written === '' ? words.willBeForgotten : words.set}
            </output>
            <Button onClick={() => setReplacing(true)}>{words.replace}</Button>
            <Button look="quiet" onClick={() => onChange(written === '' ? null : '')}>
              {written === '' ? words.keep : words.forget}
            </Button>
          </div>
        )}
      </Frame>
    );
  return (
    <Frame {...frame}>
      {(wiring) => (
        <div className={styles.secret}>
          <input
            {...wiring}
            type={isShown ? 'text' : 'password'}
            autoComplete="new-password"
            spellCheck={false}
            className={classes(styles.input, styles.wire)}
            value={written ?? ''}
            onChange={(event) => onChange(event.target.value === '' && isSet ? null : event.target.value)}
          />
          <IconButton
            label={isShown ? words.hide(frame.label) : words.show(frame.label)}
            aria-pressed={isShown}
            icon={isShown ? <EyeOff size={14} aria-hidden /> : <Eye size={14} aria-hidden />}
            onClick={() => setShown(!isShown)}
          />
        </div>
      )}
    </Frame>
  );
};
