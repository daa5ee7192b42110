import { Plus, X } from 'lucide-react';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { classes } from '#renderer/kit/classes.ts';
import fields from '#renderer/kit/fields.module.css';
import { fieldsIn, withField, withNewField, withoutField } from '#renderer/store/editor/form-text.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './header-rows.module.css';

type FormFieldsProps = { readonly text: string; readonly onChange: (text: string) => void };

/** The fields of an urlencoded form, decoded; what is not touched stays encoded as it was. */
export const FormFields = ({ text, onChange }: FormFieldsProps) => {
  const { form: words } = useWords().editor.body;
  const pairs = fieldsIn(text);
  const input = classes(fields.input, fields.wire);
  return (
    <>
      {pairs.length === 0 && <p className={styles.none}>{words.none}</p>}
      <ul className={styles.rows} aria-label={words.list}>
        {pairs.map((pair, at) => (
          <li key={at} className={styles.row}>
            <span />
            <input
              type="text"
              aria-label={words.name(at + 1)}
              autoComplete="off"
              spellCheck={false}
              className={input}
              value={pair.name}
              onChange={({ target }) => onChange(withField(text, pair, target.value, pair.value))}
            />
            <input
              type="text"
              data-takes-variables
              aria-label={words.value(at + 1)}
              autoComplete="off"
              spellCheck={false}
              className={input}
              value={pair.value}
              onChange={({ target }) => onChange(withField(text, pair, pair.name, target.value))}
            />
            <IconButton
              label={words.remove(pair.name)}
              icon={<X size={14} aria-hidden />}
              onClick={() => onChange(withoutField(text, pair))}
            />
          </li>
        ))}
      </ul>
      <div>
        <Button look="quiet" icon={<Plus size={14} aria-hidden />} onClick={() => onChange(withNewField(text))}>
          {words.add}
        </Button>
      </div>
    </>
  );
};
