import styles from './choice-bar.module.css';

type ChoiceBarProps<Value extends string> = {
  readonly label: string;
  readonly choices: readonly { readonly value: Value; readonly title: string }[];
  readonly chosen: Value;
  readonly choose: (value: Value) => void;
};

/** One of a few, all of them in sight. */
export const ChoiceBar = <Value extends string>({ label, choices, chosen, choose }: ChoiceBarProps<Value>) => (
  <div className={styles.bar} role="group" aria-label={label}>
    {choices.map(({ value, title }) => (
      <button key={value} type="button" aria-pressed={value === chosen} onClick={() => choose(value)}>
        {title}
      </button>
    ))}
  </div>
);
