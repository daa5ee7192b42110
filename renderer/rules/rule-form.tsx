import { Copy, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { SwitchField, TextField } from '#renderer/kit/fields.tsx';
import { fallbackKey, type RuleDraft } from '#renderer/store/rules/rule-draft.ts';
import { issuesAt } from '#renderer/store/settings-form.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { InputIssue } from '#shared/contract/fault.ts';
import { ConditionList } from './condition-list.tsx';
import { ConditionsRead } from './conditions-read.tsx';
import { SayField } from './say-field.tsx';
import { Wrongs } from './wrongs.tsx';
import form from './rule-fields.module.css';
import styles from './rules.module.css';

type Change = (changed: Partial<RuleDraft>, place: string) => void;

/** What else stands in the form of a rule: `wrongAt` says what is wrong at a place of it. */
export type Around = (rule: RuleDraft, wrongAt: (place: string) => readonly string[], change: Change) => ReactNode;

type RuleFormProps = {
  readonly rule: RuleDraft;
  readonly title: string;
  readonly isBot: boolean;
  readonly isReadOnly: boolean;
  readonly hits: number;
  readonly issues: readonly InputIssue[];
  /** Where the rule stands in the input of its command. */
  readonly pointer: string;
  readonly renderAround: Around | undefined;
  readonly onChange: Change;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
};

/** The fields of one rule. */
export const RuleForm = (props: RuleFormProps) => {
  const { rule, title, isBot, isReadOnly, hits, issues, pointer, renderAround, onChange, onDuplicate, onRemove } =
    props;
  const spoken = useWords();
  const { rules: words } = spoken;
  const isFallback = rule.key === fallbackKey;
  const wrongAt = (place: string) => issuesAt(issues, `${pointer}${place}`, spoken);
  // The fallback is nothing but its messages.
  const say = isFallback ? '' : '/say';
  const without = isBot ? words.never : words.always;
  return (
    // What cannot be written in can still be scrolled by keys.
    <section className={styles.middle} aria-label={title} tabIndex={isReadOnly ? 0 : undefined}>
      <header className={styles.formHead}>
        <h4>{title}</h4>
        {hits > 0 && <span className={form.soft}>{words.hits(hits)}</span>}
        <span className={styles.space} />
        {!isFallback && !isReadOnly && (
          <>
            <Button look="quiet" icon={<Copy size={14} aria-hidden />} onClick={onDuplicate}>
              {words.duplicate}
            </Button>
            <Button look="quiet" icon={<Trash2 size={14} aria-hidden />} onClick={onRemove}>
              {words.remove}
            </Button>
          </>
        )}
      </header>
      <fieldset className={form.fields} data-rule-fields disabled={isReadOnly}>
        <legend className="only-heard">{title}</legend>
        {!isFallback && (
          <>
            <TextField
              label={words.name}
              hint={isBot ? words.nameHint : ''}
              {...(isBot ? { placeholder: title } : {})}
              value={rule.name}
              issues={wrongAt('/name')}
              onChange={(name) => onChange({ name }, '/name')}
            />
            <SwitchField
              label={words.isOn}
              hint={words.isOnHint}
              isOn={!rule.isOff}
              onChange={(isOn) => onChange({ isOff: !isOn }, '/isOff')}
            />
            {isReadOnly ? (
              <ConditionsRead conditions={rule.conditions} without={without} />
            ) : (
              <ConditionList
                conditions={rule.conditions}
                without={without}
                issues={wrongAt('/when')}
                onChange={(conditions) => onChange({ conditions }, '/when')}
              />
            )}
          </>
        )}
        <SayField
          rule={rule}
          mayLeaveToBot={!isBot}
          issues={issues.some(({ path }) => path === `${pointer}${say}`) ? wrongAt(say) : []}
          issuesOf={(place) => wrongAt(`${say}/${String(place)}`)}
          onChange={(changed) => onChange(changed, say)}
        />
        {renderAround?.(rule, wrongAt, onChange)}
        {!isFallback && <Wrongs issues={issues.some(({ path }) => path === pointer) ? wrongAt('') : []} />}
      </fieldset>
    </section>
  );
};
