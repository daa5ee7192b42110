import { useWords } from '#renderer/words/use-words.tsx';
import type { FormField } from '#shared/exchange/message.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import styles from './form-content.module.css';

type FormControlProps = {
  readonly field: FormField;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly wiring: {
    readonly id: string;
    readonly disabled: boolean;
    readonly required: boolean;
    readonly 'aria-invalid': boolean;
    readonly 'aria-describedby': string;
  };
};

/** The control that a field of a bot's form asks for. */
export const FormControl = ({ field, value, onChange, wiring }: FormControlProps) => {
  const { form: words } = useWords().conversation;
  switch (field.type) {
    case 'text':
      return <Line type="text" value={value} onChange={onChange} wiring={wiring} />;
    case 'number':
      return <Line type="text" inputMode="decimal" value={value} onChange={onChange} wiring={wiring} />;
    case 'email':
      return <Line type="email" value={value} onChange={onChange} wiring={wiring} />;
    case 'phone':
      return <Line type="tel" value={value} onChange={onChange} wiring={wiring} />;
    case 'date':
      return <Line type="date" value={value} onChange={onChange} wiring={wiring} />;
    case 'long-text':
      return (
        <textarea
          {...wiring}
          rows={3}
          className={styles.long}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'choice':
      return (
        <select {...wiring} className={styles.control} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{words.choose}</option>
          {(field.options ?? []).map((option) => (
            <option key={option.value} value={option.value}>
              {option.title}
            </option>
          ))}
        </select>
      );
    case 'yes-no':
      return (
        <input
          {...wiring}
          type="checkbox"
          className={styles.tick}
          checked={value === 'yes'}
          onChange={(event) => onChange(event.target.checked ? 'yes' : 'no')}
        />
      );
    default:
      return assertNever(field.type);
  }
};

type LineProps = Omit<FormControlProps, 'field'> & {
  readonly type: 'text' | 'email' | 'tel' | 'date';
  readonly inputMode?: 'decimal';
};

const Line = ({ type, inputMode, value, onChange, wiring }: LineProps) => (
  <input
    {...wiring}
    type={type}
    inputMode={inputMode}
    autoComplete="off"
    className={styles.control}
    value={value}
    onChange={(event) => onChange(event.target.value)}
  />
);
