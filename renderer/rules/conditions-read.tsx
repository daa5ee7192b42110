import { classes } from '#renderer/kit/classes.ts';
import fields from '#renderer/kit/fields.module.css';
import { conditionTexts, type Condition } from '#renderer/store/rules/conditions.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './rule-fields.module.css';

type ConditionsReadProps = { readonly conditions: readonly Condition[]; readonly without: string };

/** When a rule counts that can only be read: those of one kind together, as a sentence. */
export const ConditionsRead = ({ conditions, without }: ConditionsReadProps) => {
  const { rules: words } = useWords();
  return (
    <div className={fields.field}>
      <span className={classes(fields.naming, fields.label)}>{words.when}</span>
      {conditions.length === 0 ? (
        <p className={styles.always}>{without}</p>
      ) : (
        <ul className={styles.read}>
          {conditionTexts(conditions, words).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </div>
  );
};
