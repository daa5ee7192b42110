import { useId } from 'react';
import { classes } from '#renderer/kit/classes.ts';
import fields from '#renderer/kit/fields.module.css';
import styles from './rule-fields.module.css';

type SmallFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly isWire?: boolean;
  readonly placeholder?: string;
  readonly onChange: (value: string) => void;
};

/** A field among others in one row of a list: its label stands over it. */
export const SmallField = ({ label, value, isWire, placeholder, onChange }: SmallFieldProps) => {
  const id = useId();
  return (
    <div className={styles.small}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        className={classes(fields.input, isWire && fields.wire)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
};

type SmallChoiceProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly title: string }[];
  /** Its place says what it is for: the label is only heard. */
  readonly isPlain?: boolean;
  readonly onChange: (value: string) => void;
};

export const SmallChoice = ({ label, value, options, isPlain = false, onChange }: SmallChoiceProps) => {
  const id = useId();
  return (
    <div className={styles.small}>
      <label htmlFor={id} className={isPlain ? 'only-heard' : undefined}>
        {label}
      </label>
      <select id={id} className={fields.input} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.title}
          </option>
        ))}
      </select>
    </div>
  );
};
