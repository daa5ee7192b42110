import type { InputIssue } from '#shared/contract/fault.ts';
import { groupsOf, isAt, type Draft, type Field } from './settings-form.ts';

/** Whether a setting matters with what is written now: those it depends on have one of the values that it asks for. */
const matters = ({ only }: Field, draft: Draft): boolean =>
  only === null || only.is.includes(String(draft[only.field] ?? ''));

const hasIssue = ({ pointer }: Field, issues: readonly InputIssue[]): boolean =>
  issues.some(({ path }) => isAt(path, pointer));

/** The settings to be shown: those that matter now, and those in which something is wrong. */
export const fieldsThatMatter = (
  fields: readonly Field[],
  draft: Draft,
  issues: readonly InputIssue[],
): readonly Field[] => fields.filter((field) => matters(field, draft) || hasIssue(field, issues));

/** Whether every word of the filter is found in what a person reads of the setting. */
export const isWanted = ({ title, description, group, name }: Field, filter: string): boolean => {
  const text = `${title} ${description} ${group} ${name}`.toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};

export type SettingGroup = {
  readonly name: string;
  readonly fields: readonly Field[];
  /** Something in it waits to be corrected or filled in. */
  readonly isUrgent: boolean;
};

type Shown = {
  readonly draft: Draft;
  readonly issues: readonly InputIssue[];
  readonly filter: string;
  readonly secretsSet: readonly string[];
};

/** The groups of a form with what is to be seen in each, as far as the filter goes; without a group stands first. */
export const settingGroups = (fields: readonly Field[], shown: Shown): readonly SettingGroup[] => {
  const seen = fieldsThatMatter(fields, shown.draft, shown.issues).filter(
    (field) => shown.filter.trim() === '' || isWanted(field, shown.filter.trim()),
  );
  return groupsOf(seen)
    .toSorted((one, other) => Number(one.name !== '') - Number(other.name !== ''))
    .map((group) => ({ ...group, isUrgent: group.fields.some((field) => isUrgent(field, shown)) }));
};

const isUrgent = (field: Field, { draft, issues, secretsSet }: Shown): boolean =>
  hasIssue(field, issues) ||
  (field.isRequired &&
    field.initial === undefined &&
    !secretsSet.includes(field.name) &&
    (draft[field.name] ?? '') === '');
