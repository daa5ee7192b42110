import { ChevronDown, Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { classes } from '#renderer/kit/classes.ts';
import { useNextFocus } from '#renderer/kit/next-focus.ts';
import fields from '#renderer/kit/fields.module.css';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { conditionKinds, nextKey, type Condition, type ConditionKind } from '#renderer/store/rules/conditions.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './rule-fields.module.css';

type ConditionListProps = {
  readonly conditions: readonly Condition[];
  /** What a rule without one does. */
  readonly without: string;
  readonly issues: readonly string[];
  readonly onChange: (conditions: readonly Condition[]) => void;
};

/** More than these are not read through: what the rule does stays in sight. */
const manyConditions = 10;
const firstOnes = 8;

/** When a rule counts: when any one of these holds. */
export const ConditionList = ({ conditions, without, issues, onChange }: ConditionListProps) => {
  const { rules: words } = useWords();
  const id = useId();
  const [isWhole, setWhole] = useState(false);
  const hasAll = isWhole || issues.length > 0 || conditions.length <= manyConditions;
  const shown = hasAll ? conditions : conditions.slice(0, firstOnes);
  const { place, focusNext } = useNextFocus<HTMLDivElement>();
  const change = (key: string, changed: Partial<Condition>) =>
    onChange(conditions.map((each) => (each.key === key ? { ...each, ...changed } : each)));
  return (
    <fieldset className={classes(fields.field, styles.conditions)}>
      <legend className="only-heard">{words.when}</legend>
      <span className={classes(fields.naming, fields.label)} aria-hidden>
        {words.when}
      </span>
      <div ref={place} className={styles.conditionList}>
        {conditions.length === 0 && <p className={styles.always}>{without}</p>}
        {shown.map((condition, index) => (
          <div key={condition.key} className={styles.condition} data-condition={index}>
            <select
              aria-label={words.condition(index + 1)}
              className={fields.input}
              value={condition.kind}
              onChange={(event) => change(condition.key, { kind: event.target.value as ConditionKind })}
            >
              {conditionKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {words.conditions[kind]}
                </option>
              ))}
            </select>
            <input
              type="text"
              aria-label={words.conditionWords(index + 1)}
              aria-invalid={issues.length > 0 && condition.text.trim() === ''}
              aria-describedby={`${id}-issues`}
              autoComplete="off"
              spellCheck={false}
              placeholder={words.conditionHints[condition.kind]}
              className={fields.input}
              value={condition.text}
              onChange={(event) => change(condition.key, { text: event.target.value })}
            />
            <IconButton
              label={words.removeCondition(index + 1)}
              icon={<X size={14} aria-hidden />}
              onClick={() => {
                focusNext(removalOf(index), removalOf(index - 1), ':scope > button');
                onChange(conditions.filter(({ key }) => key !== condition.key));
              }}
            />
          </div>
        ))}
        {!hasAll && (
          <Button
            look="quiet"
            icon={<ChevronDown size={14} aria-hidden />}
            onClick={() => {
              focusNext(`[data-condition="${String(firstOnes)}"] select`);
              setWhole(true);
            }}
          >
            {words.moreConditions(conditions.length - firstOnes)}
          </Button>
        )}
        <div id={`${id}-issues`} className={styles.broad}>
          {issues.map((issue) => (
            <p key={issue} className={fields.issue}>
              <ToneIcon tone="bad" size={14} /> {issue}
            </p>
          ))}
        </div>
        <Button
          look="quiet"
          icon={<Plus size={14} aria-hidden />}
          onClick={() => {
            focusNext(`[data-condition="${String(conditions.length)}"] input`);
            setWhole(true);
            onChange([...conditions, { key: nextKey(), kind: 'has', text: '' }]);
          }}
        >
          {conditions.length === 0 ? words.onlyWhen : words.orWhen}
        </Button>
      </div>
    </fieldset>
  );
};

const removalOf = (index: number): string => `[data-condition="${String(index)}"] button`;
