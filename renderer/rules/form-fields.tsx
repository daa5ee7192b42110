import { ItemList } from '#renderer/kit/item-list.tsx';
import { LongField, SwitchField, TextField } from '#renderer/kit/fields.tsx';
import { blankField } from '#renderer/store/rules/blank-content.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Content, FormField } from '#shared/exchange/message.ts';
import { SmallChoice, SmallField } from './small-field.tsx';
import styles from './rule-fields.module.css';

type Form = Extract<Content, { kind: 'form' }>;
type FormFieldsProps = { readonly content: Form; readonly onChange: (content: Form) => void };

/** A form that the bot sends: its words and its fields. */
export const FormFields = ({ content, onChange }: FormFieldsProps) => {
  const { contents: words } = useWords();
  return (
    <>
      <TextField label={words.title} value={content.title} onChange={(title) => onChange({ ...content, title })} />
      <TextField
        label={words.formId}
        hint={words.formIdHint}
        isWire
        value={content.formId}
        onChange={(formId) => onChange({ ...content, formId })}
      />
      <ItemList
        label={words.fields}
        items={content.fields}
        nameOf={(place) => words.field(place + 1)}
        addWords={words.addField}
        blank={blankField}
        onChange={(fields) => onChange({ ...content, fields })}
      >
        {(field, change) => <OneField field={field} onChange={change} />}
      </ItemList>
      <TextField label={words.submit} value={content.submit} onChange={(submit) => onChange({ ...content, submit })} />
    </>
  );
};

type OneFieldProps = { readonly field: FormField; readonly onChange: (field: FormField) => void };

const OneField = ({ field, onChange }: OneFieldProps) => {
  const { contents: words } = useWords();
  const types = Object.entries(words.types).map(([value, title]) => ({ value, title }));
  return (
    <>
      <div className={styles.line}>
        <SmallField label={words.label} value={field.label} onChange={(label) => onChange({ ...field, label })} />
        <SmallField label={words.formId} isWire value={field.id} onChange={(id) => onChange({ ...field, id })} />
        <SmallChoice
          label={words.type}
          value={field.type}
          options={types}
          onChange={(type) => onChange(ofType(field, type as FormField['type']))}
        />
      </div>
      {field.type === 'choice' && (
        <LongField
          label={words.options}
          hint={words.optionsHint}
          value={optionLines(field)}
          onChange={(lines) => onChange({ ...field, options: readOptions(lines) })}
        />
      )}
      <SwitchField
        label={words.isRequired}
        isOn={field.isRequired}
        onChange={(isRequired) => onChange({ ...field, isRequired })}
      />
    </>
  );
};

/** Only a choice has choices. */
const ofType = ({ id, label, isRequired, options }: FormField, type: FormField['type']): FormField => ({
  id,
  label,
  isRequired,
  type,
  ...(type === 'choice' ? { options: options ?? [] } : {}),
});

const optionLines = ({ options = [] }: FormField): string =>
  options.map(({ title, value }) => (title === value ? title : `${title} = ${value}`)).join('\n');

const readOptions = (lines: string): NonNullable<FormField['options']> =>
  lines === ''
    ? []
    : lines.split('\n').map((line) => {
        const [, title = line, value = line] = /^(.*?)\s=\s(.*)$/.exec(line) ?? [];
        return { title, value };
      });
