import { Switch } from 'radix-ui';
import { classes } from './classes.ts';
import { FieldFrame, type FieldProps } from './field-frame.tsx';
import styles from './fields.module.css';

type TextFieldProps = FieldProps & {
  readonly value: string;
  readonly isWire?: boolean;
  readonly isNumber?: boolean;
  /** What a number counts; read out with what the field is for. */
  readonly unit?: string;
  /** What being empty means. */
  readonly placeholder?: string;
  /** The id of a list of what may be written. */
  readonly list?: string;
  readonly onChange: (value: string) => void;
};

export const TextField = ({ value, isWire, isNumber, placeholder, list, onChange, ...frame }: TextFieldProps) => (
  <FieldFrame {...frame}>
    {(wiring) => (
      <input
        {...wiring}
        type="text"
        inputMode={isNumber ? 'numeric' : undefined}
        required={frame.isRequired}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        list={list}
        className={classes(styles.input, (isWire || isNumber) && styles.wire, isNumber && styles.short)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </FieldFrame>
);

type LongFieldProps = TextFieldProps & { readonly rows?: number };

/** Several lines; as it was on the wire, where that is what they are. */
export const LongField = ({ value, isWire, placeholder, rows = 2, onChange, ...frame }: LongFieldProps) => (
  <FieldFrame {...frame}>
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
  </FieldFrame>
);

export const JsonField = (props: TextFieldProps) => <LongField {...props} isWire />;

type SelectFieldProps = FieldProps & {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly title: string }[];
  readonly onChange: (value: string) => void;
};

export const SelectField = ({ value, options, onChange, ...frame }: SelectFieldProps) => (
  <FieldFrame {...frame}>
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
  </FieldFrame>
);

type SwitchFieldProps = FieldProps & { readonly isOn: boolean; readonly onChange: (isOn: boolean) => void };

export const SwitchField = ({ isOn, onChange, ...frame }: SwitchFieldProps) => (
  <FieldFrame {...frame}>
    {({ id, ...wiring }) => (
      <Switch.Root {...wiring} id={id} className={styles.switch} checked={isOn} onCheckedChange={onChange}>
        <Switch.Thumb className={styles.thumb} />
      </Switch.Root>
    )}
  </FieldFrame>
);
