import { JsonField, SelectField, SwitchField, TextField } from '#renderer/kit/fields.tsx';
import { SecretField, type StoredSecret } from '#renderer/kit/secret-field.tsx';
import { oddIn } from '#renderer/store/hygiene-words.ts';
import { Certainty } from './certainty.tsx';
import { oddityOf, type Field } from '#renderer/store/settings-form.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { assertNever } from '#shared/text/assert-never.ts';

type SettingFieldProps = {
  readonly field: Field;
  readonly written: string | boolean | undefined;
  readonly isSecretSet: boolean;
  readonly stored?: StoredSecret | undefined;
  readonly note: string | null;
  readonly issues: readonly string[];
  /** Of its title and description. */
  readonly lang: string | undefined;
  readonly onChange: (written: string | boolean | undefined) => void;
};

/** One setting, drawn from its schema. */
export const SettingField = (props: SettingFieldProps) => {
  const { field, written, isSecretSet, stored, note, issues, lang, onChange } = props;
  const spoken = useWords();
  const { form: words } = spoken;
  const text = typeof written === 'string' ? written : '';
  const isPasted = field.kind === 'text' || field.kind === 'secret';
  const odd = isPasted ? oddIn(text, field.kind === 'secret', spoken) : null;
  const cleaned = odd?.cleaned ?? null;
  const shared = {
    label: field.title,
    hint: field.description,
    lang,
    issues,
    oddity: odd?.sentence ?? oddityOf(field, written, words) ?? note,
    mend: cleaned === null ? null : { title: words.clean, act: () => onChange(cleaned) },
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
          stored={stored}
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
