import { useId, type ReactNode } from 'react';
import styles from './choices.module.css';

export type Choice<Value extends string> = {
  readonly value: Value;
  readonly title: string;
  /** Below the title, in fewer letters. */
  readonly detail?: ReactNode;
  /** At the right: how much it is. */
  readonly aside?: string;
};

type ChoicesProps<Value extends string> = {
  readonly legend: string;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
  /** The focus begins here. */
  readonly isFirst?: boolean;
};

/** One of several, all of them in sight. */
export const Choices = <Value extends string>(props: ChoicesProps<Value>) => {
  const { legend, value, choices, onChange, isFirst = false } = props;
  const name = useId();
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={styles.choice}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            autoFocus={isFirst && choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span className={styles.words}>
            <span>{choice.title}</span>
            {choice.detail !== undefined && <span className={styles.detail}>{choice.detail}</span>}
          </span>
          {choice.aside !== undefined && <span className={styles.aside}>{choice.aside}</span>}
        </label>
      ))}
    </fieldset>
  );
};
