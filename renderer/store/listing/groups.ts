import type { VerdictState } from '#shared/trust/verdict.ts';
import {
  countNewer,
  hasRow,
  idAt,
  noRows,
  rowCount,
  withoutRows,
  withoutUpTo,
  withRows,
  type RowIds,
} from './row-ids.ts';

/** What sorts a row in, before its line is read. */
export type RowEntry = {
  readonly id: number;
  readonly conversationId: string | null;
  /** Null while it is open. */
  readonly verdict: VerdictState | null;
};

/** The rows of one conversation; of those that belong to none, the key is empty. */
export type Group = {
  readonly key: string;
  readonly ids: RowIds;
  readonly refused: RowIds;
  readonly unchecked: RowIds;
};

/**
 * The conversations of the rows. A new one comes to the front; one that is there stays where it is, so that nothing moves that is being
 * read, until they are put in order.
 */
export type Groups = { readonly order: readonly string[]; readonly byKey: ReadonlyMap<string, Group> };

export const noGroups: Groups = { order: [], byKey: new Map() };

const emptyGroup = (key: string): Group => ({ key, ids: noRows, refused: noRows, unchecked: noRows });

const eachPart = (group: Group, change: (ids: RowIds) => RowIds): Group => ({
  key: group.key,
  ids: change(group.ids),
  refused: change(group.refused),
  unchecked: change(group.unchecked),
});

const newestOf = ({ ids }: Group): number => idAt(ids, 0) ?? 0;

/** Takes a row out of the group that holds it. */
const takeOut = (byKey: Map<string, Group>, id: number, likely: readonly string[]): void => {
  for (const key of [...likely, ...byKey.keys()]) {
    const group = byKey.get(key);
    if (!group || !hasRow(group.ids, id)) continue;
    byKey.set(
      key,
      eachPart(group, (ids) => withoutRows(ids, [id])),
    );
    return;
  }
};

/** `known`: the rows that were in groups before. A row that belongs elsewhere by now moves. */
export const withEntries = (groups: Groups, entries: readonly RowEntry[], known: RowIds): Groups => {
  const byKey = new Map(groups.byKey);
  const buckets = new Map<string, RowEntry[]>();
  for (const entry of entries) {
    const key = entry.conversationId ?? '';
    // Taken out first: its conversation or its verdict may be known only now.
    if (hasRow(known, entry.id)) takeOut(byKey, entry.id, [key, '']);
    const bucket = buckets.get(key);
    if (bucket) bucket.push(entry);
    else buckets.set(key, [entry]);
  }
  for (const [key, bucket] of buckets) byKey.set(key, filledGroup(byKey.get(key) ?? emptyGroup(key), bucket));
  return ordered(groups.order, byKey, known);
};

const filledGroup = (group: Group, entries: readonly RowEntry[]): Group => {
  const of = (verdict: VerdictState): readonly number[] =>
    entries.filter((each) => each.verdict === verdict).map((each) => each.id);
  return {
    key: group.key,
    ids: withRows(
      group.ids,
      entries.map((each) => each.id),
    ),
    refused: withRows(group.refused, of('refused')),
    unchecked: withRows(group.unchecked, of('unchecked')),
  };
};

/** Groups that lost their last row are gone; new ones are at the front where they are newer than all rows that there were, else behind. */
const ordered = (order: readonly string[], byKey: Map<string, Group>, known: RowIds): Groups => {
  for (const [key, { ids }] of byKey) if (rowCount(ids) === 0) byKey.delete(key);
  const before = new Set(order);
  // Nearly always nothing comes and nothing goes.
  if (before.size === byKey.size && order.every((key) => byKey.has(key))) return { order, byKey };
  const stays = order.filter((key) => byKey.has(key));
  const fresh = newestFirst([...byKey.values()].filter(({ key }) => !before.has(key)));
  const isNewest = (group: Group): boolean => countNewer(known, newestOf(group)) === 0;
  const [front, back] = [fresh.filter(isNewest), fresh.filter((each) => !isNewest(each))];
  return { order: [...front.map(({ key }) => key), ...stays, ...back.map(({ key }) => key)], byKey };
};

const newestFirst = (groups: readonly Group[]): readonly Group[] =>
  groups.toSorted((one, other) => newestOf(other) - newestOf(one));

export const withoutEntries = (groups: Groups, ids: readonly number[], known: RowIds): Groups => {
  const gone = ids.filter((id) => hasRow(known, id));
  if (gone.length === 0) return groups;
  const byKey = new Map(groups.byKey);
  for (const id of gone) takeOut(byKey, id, ['']);
  return ordered(groups.order, byKey, known);
};

export const withoutEntriesUpTo = (groups: Groups, upTo: number): Groups => {
  const cut = (ids: RowIds): RowIds => withoutUpTo(ids, upTo);
  const byKey = new Map([...groups.byKey].map(([key, group]) => [key, eachPart(group, cut)]));
  return ordered(groups.order, byKey, noRows);
};

/** In order: the conversation with the newest row first. The same groups where they are. */
export const inOrder = (groups: Groups): Groups => {
  const order = newestFirst([...groups.byKey.values()]).map(({ key }) => key);
  return order.every((key, place) => groups.order[place] === key) ? groups : { byKey: groups.byKey, order };
};

/** The gravest verdict in a group. */
export const worstOf = ({ refused, unchecked }: Group): VerdictState => {
  if (rowCount(refused) > 0) return 'refused';
  return rowCount(unchecked) > 0 ? 'unchecked' : 'trusted';
};
