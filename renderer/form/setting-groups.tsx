import { groupsOf, issuesAt, type Draft, type Field } from '#renderer/store/settings-form.ts';
import type { InputIssue } from '#shared/contract/fault.ts';
import { FieldGroup } from './form.tsx';
import { SettingField } from './setting-field.tsx';

type SettingGroupsProps = {
  readonly fields: readonly Field[];
  readonly draft: Draft;
  readonly issues: readonly InputIssue[];
  /** The secrets that have a value already, by their names. */
  readonly secretsSet?: readonly string[];
  /** What is to be said of a setting now, by its name. */
  readonly notes?: Readonly<Record<string, string>>;
  readonly onChange: (field: Field, written: string | boolean | undefined) => void;
};

/** All fields of a schema, in its groups. */
export const SettingGroups = ({ fields, draft, issues, secretsSet = [], notes = {}, onChange }: SettingGroupsProps) =>
  groupsOf(fields).map((group) => (
    <FieldGroup key={group.name} name={group.name}>
      {group.fields.map((field) => (
        <SettingField
          key={field.name}
          field={field}
          written={draft[field.name]}
          isSecretSet={secretsSet.includes(field.name)}
          note={notes[field.name] ?? null}
          issues={issuesAt(issues, field.pointer)}
          onChange={(written) => onChange(field, written)}
        />
      ))}
    </FieldGroup>
  ));
