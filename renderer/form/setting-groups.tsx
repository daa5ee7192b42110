import { ChevronRight } from 'lucide-react';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { classes } from '#renderer/kit/classes.ts';
import type { StoredSecret } from '#renderer/kit/secret-field.tsx';
import { issuesAt, type Draft, type Field } from '#renderer/store/settings-form.ts';
import { settingGroups, type SettingGroup } from '#renderer/store/settings-view.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { InputIssue } from '#shared/contract/fault.ts';
import { FilterField } from './filter-field.tsx';
import { FieldGroup } from './form.tsx';
import { SettingField } from './setting-field.tsx';
import styles from './form.module.css';

type SettingGroupsProps = {
  readonly fields: readonly Field[];
  readonly draft: Draft;
  readonly issues: readonly InputIssue[];
  /** The secrets that have a value already, by their names. */
  readonly secretsSet?: readonly string[];
  /** What can be asked for of a secret that is there. */
  readonly storedOf?: ((field: Field) => StoredSecret) | undefined;
  /** What is to be said of a setting now, by its name. */
  readonly notes?: Readonly<Record<string, string>>;
  /** The setting to begin with: it is in sight and has the focus. */
  readonly first?: string | undefined;
  /** Of the titles and descriptions, where it is not that of the page. */
  readonly lang?: string;
  readonly onChange: (field: Field, written: string | boolean | undefined) => void;
};

/** More settings than this are not looked through: groups are folded, and a filter finds what is wanted. */
const manyFields = 10;

/** All settings of a schema that matter now, in its groups. */
export const SettingGroups = (props: SettingGroupsProps) => {
  const { fields, draft, issues, secretsSet = [], storedOf, notes = {}, first, lang, onChange } = props;
  useEffect(() => {
    const control = first === undefined ? null : document.querySelector<HTMLElement>(controlOf(first));
    control?.scrollIntoView({ block: 'center' });
    control?.focus();
  }, [first]);
  const spoken = useWords();
  const { form: words } = spoken;
  const [filter, setFilter] = useState('');
  const isLong = fields.length > manyFields;
  const groups = settingGroups(fields, { draft, issues, filter, secretsSet });
  const firstNamed = groups.find(({ name }) => name !== '');
  const drawn = (group: SettingGroup) =>
    group.fields.map((field) => (
      <div key={field.name} data-setting={field.name} className={classes(field.name === first && styles.wanted)}>
        <SettingField
          field={field}
          written={draft[field.name]}
          isSecretSet={secretsSet.includes(field.name)}
          stored={field.kind === 'secret' ? storedOf?.(field) : undefined}
          note={notes[field.name] ?? null}
          lang={lang}
          issues={issuesAt(issues, field.pointer, spoken)}
          onChange={(written) => onChange(field, written)}
        />
      </div>
    ));
  return (
    <>
      {isLong && <FilterField label={words.filterSettings} value={filter} onChange={setFilter} />}
      {groups.map((group) =>
        isLong && group.name !== '' ? (
          <FoldedGroup
            key={group.name}
            name={group.name}
            lang={lang}
            count={group.fields.length}
            beginsOpen={group === firstNamed || group.fields.some(({ name }) => name === first)}
            mustBeOpen={filter.trim() !== '' || group.isUrgent}
          >
            {drawn(group)}
          </FoldedGroup>
        ) : (
          <FieldGroup key={group.name} name={group.name} lang={lang}>
            {drawn(group)}
          </FieldGroup>
        ),
      )}
      {groups.length === 0 && filter.trim() !== '' && (
        <p className={styles.nothing}>{words.noSettingHas(filter.trim())}</p>
      )}
    </>
  );
};

/** The first control of a setting. */
const controlOf = (setting: string): string =>
  ['input', 'select', 'textarea', 'button'].map((each) => `[data-setting="${CSS.escape(setting)}"] ${each}`).join(', ');

type FoldedGroupProps = {
  readonly name: string;
  readonly lang: string | undefined;
  readonly count: number;
  readonly beginsOpen: boolean;
  /** Something in it is looked for or wrong: it cannot be folded now. */
  readonly mustBeOpen: boolean;
  readonly children: ReactNode;
};

const FoldedGroup = ({ name, lang, count, beginsOpen, mustBeOpen, children }: FoldedGroupProps) => {
  const [chosen, choose] = useState(beginsOpen);
  const id = useId();
  const isOpen = chosen || mustBeOpen;
  return (
    <section className={classes(styles.group, styles.folding)} aria-labelledby={id}>
      <h3 lang={lang} className={styles.fold}>
        <button
          id={id}
          type="button"
          aria-expanded={isOpen}
          aria-label={name}
          aria-disabled={mustBeOpen || undefined}
          onClick={() => choose(!isOpen)}
        >
          <ChevronRight size={14} aria-hidden className={styles.turning} />
          <span>{name}</span>
          <span className={styles.amount}>{count}</span>
        </button>
      </h3>
      {isOpen && children}
    </section>
  );
};
