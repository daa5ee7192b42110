import { noGroups, withEntries, withoutEntries, withoutEntriesUpTo, type Groups, type RowEntry } from './groups.ts';
import { noRows, withoutRows, withoutUpTo, withRows, type RowIds } from './row-ids.ts';

/** The rows that were found, and their conversations where grouping was asked for. */
export type Found = { readonly ids: RowIds; readonly groups: Groups | null };

export const nothingFound = (isGrouped: boolean): Found => ({ ids: noRows, groups: isGrouped ? noGroups : null });

export const withFound = ({ ids, groups }: Found, entries: readonly RowEntry[]): Found => ({
  ids: withRows(
    ids,
    entries.map((each) => each.id),
  ),
  groups: groups && withEntries(groups, entries, ids),
});

/** Where they are not grouped, their numbers are enough. */
export const withFoundIds = ({ ids, groups }: Found, more: readonly number[]): Found => ({
  ids: withRows(ids, more),
  groups,
});

export const withoutFound = ({ ids, groups }: Found, gone: readonly number[]): Found => ({
  ids: withoutRows(ids, gone),
  groups: groups && withoutEntries(groups, gone, ids),
});

export const withoutFoundUpTo = ({ ids, groups }: Found, upTo: number): Found => ({
  ids: withoutUpTo(ids, upTo),
  groups: groups && withoutEntriesUpTo(groups, upTo),
});
