import { Plus, X } from 'lucide-react';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { classes } from '#renderer/kit/classes.ts';
import fields from '#renderer/kit/fields.module.css';
import { useNextFocus } from '#renderer/kit/next-focus.ts';
import { fieldsIn, withField, withNewField, withoutField } from '#renderer/store/editor/form-text.ts';
import { isSecretHeader } from '#renderer/store/editor/secret-header.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './header-rows.module.css';

type FormFieldsProps = {
  readonly text: string;
  /** The credentials in it are not shown. */
  readonly isVeiled: boolean;
  readonly onChange: (text: string) => void;
};

const rowAt = (at: number): string => `:scope > li:nth-child(${String(at + 1)})`;

/** The fields of an urlencoded form, decoded; what is not touched stays encoded as it was. */
export const FormFields = ({ text, isVeiled, onChange }: FormFieldsProps) => {
  const { form: words } = useWords().editor.body;
  const pairs = fieldsIn(text);
  const { place, focusNext } = useNextFocus<HTMLUListElement>();
  const input = classes(fields.input, fields.wire);
  return (
    <>
      {pairs.length === 0 && <p className={styles.none}>{words.none}</p>}
      <ul ref={place} className={styles.rows} aria-label={words.list}>
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
              className={classes(input, isVeiled && isSecretHeader(pair, []) && fields.masked)}
              value={pair.value}
              onChange={({ target }) => onChange(withField(text, pair, pair.name, target.value))}
            />
            <IconButton
              label={words.remove(pair.name)}
              data-removes
              icon={<X size={14} aria-hidden />}
              onClick={() => {
                focusNext(`${rowAt(at)} [data-removes]`, `${rowAt(at - 1)} [data-removes]`);
                onChange(withoutField(text, pair));
              }}
            />
          </li>
        ))}
      </ul>
      <div>
        <Button
          look="quiet"
          icon={<Plus size={14} aria-hidden />}
          onClick={() => {
            focusNext(`${rowAt(pairs.length)} input`);
            onChange(withNewField(text));
          }}
        >
          {words.add}
        </Button>
      </div>
    </>
  );
};
