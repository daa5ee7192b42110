import { JsonField, SecretField, SelectField, SwitchField, TextField } from '#renderer/kit/fields.tsx';
import { Certainty } from './certainty.tsx';
import { oddityOf, type Field } from '#renderer/store/settings-form.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { assertNever } from '#shared/text/assert-never.ts';

type SettingFieldProps = {
  readonly field: Field;
  readonly written: string | boolean | undefined;
  readonly isSecretSet: boolean;
  readonly note: string | null;
  readonly issues: readonly string[];
  /** Of its title and description. */
  readonly lang: string | undefined;
  readonly onChange: (written: string | boolean | undefined) => void;
};

/** One setting, drawn from its schema. */
export const SettingField = ({ field, written, isSecretSet, note, issues, lang, onChange }: SettingFieldProps) => {
  const { form: words } = useWords();
  const text = typeof written === 'string' ? written : '';
  const shared = {
    label: field.title,
    hint: field.description,
    lang,
    issues,
    oddity: oddityOf(field, written, words) ?? note,
    isRequired: field.isRequired,
    mark: field.isAssumed && <Certainty status="assumed" />,
  };
  switch (field.kind) {
    case 'text':
      return <TextField {...shared} isWire value={text} onChange={onChange} />;
    case 'number':
      return (
        <TextField
          {...shared}
          isNumber
          unit={field.unit?.name ?? ''}
          placeholder={field.isNullable ? words.off : ''}
          value={text}
          onChange={onChange}
        />
      );
    case 'secret':
      return (
        <SecretField
          {...shared}
          isSet={isSecretSet}
          written={typeof written === 'string' ? written : null}
          onChange={(secret) => onChange(secret ?? undefined)}
        />
      );
    case 'switch':
      return <SwitchField {...shared} isOn={written === true} onChange={onChange} />;
    case 'choice':
      return <SelectField {...shared} value={text} options={field.choices} onChange={onChange} />;
    case 'json':
      return <JsonField {...shared} value={text} onChange={onChange} />;
    default:
      return assertNever(field.kind);
  }
};
