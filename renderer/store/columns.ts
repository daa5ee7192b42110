import { Type, type Static } from 'typebox';

/** The columns that the traffic can have. */
export const columnIds = [
  'time',
  'direction',
  'status',
  'method',
  'path',
  'channel',
  'user',
  'verdict',
  'duration',
  'size',
  'trace',
  'rule',
] as const;
export type ColumnId = (typeof columnIds)[number];

/** A column that is shown, and how wide it is in pixels; the path takes what the others leave, and this much at least. */
const Column = Type.Object({
  id: Type.Enum([...columnIds]),
  width: Type.Number({ minimum: 24, maximum: 2000 }),
});
export const Columns = Type.Array(Column, { maxItems: columnIds.length });
export type Columns = Static<typeof Columns>;

type ColumnKind = {
  readonly width: number;
  readonly least: number;
  readonly isNumber: boolean;
  readonly isUsual: boolean;
};

const kind = (width: number, least: number, given: Partial<ColumnKind> = {}): ColumnKind => ({
  width,
  least,
  isNumber: false,
  isUsual: true,
  ...given,
});

/** How wide each is at first and at least, in pixels, and whether it is shown when nobody has chosen. */
export const columnKinds: Readonly<Record<ColumnId, ColumnKind>> = {
  time: kind(66, 48, { isNumber: true }),
  direction: kind(40, 28),
  status: kind(50, 40, { isNumber: true }),
  method: kind(58, 40),
  path: kind(120, 80),
  channel: kind(88, 48),
  user: kind(84, 48),
  verdict: kind(118, 36),
  duration: kind(62, 48, { isNumber: true }),
  size: kind(58, 48, { isNumber: true }),
  trace: kind(64, 40, { isNumber: true, isUsual: false }),
  rule: kind(120, 48, { isUsual: false }),
};

/** In pixels. */
export const widestColumn = 600;

export const usualColumns: Columns = columnIds
  .filter((id) => columnKinds[id].isUsual)
  .map((id) => ({ id, width: columnKinds[id].width }));

/** With a column more, at its usual place among the others, or without it. The path always stays: without it nobody knows what a row is. */
export const withColumn = (columns: Columns, id: ColumnId, isShown: boolean): Columns => {
  if (!isShown) return id === 'path' ? columns : columns.filter((each) => each.id !== id);
  if (columns.some((each) => each.id === id)) return columns;
  const place = columnIds.indexOf(id);
  const before = columns.findLastIndex((each) => columnIds.indexOf(each.id) < place);
  return columns.toSpliced(before + 1, 0, { id, width: columnKinds[id].width });
};

export const withColumnWidth = (columns: Columns, id: ColumnId, width: number): Columns =>
  columns.map((each) =>
    each.id === id ? { id, width: Math.round(Math.max(columnKinds[id].least, Math.min(width, widestColumn))) } : each,
  );

/** With a column at another place among those that are shown. */
export const withColumnAt = (columns: Columns, id: ColumnId, place: number): Columns => {
  const column = columns.find((each) => each.id === id);
  if (!column) return columns;
  const others = columns.filter((each) => each.id !== id);
  return others.toSpliced(Math.max(0, Math.min(place, others.length)), 0, column);
};

/** For `grid-template-columns`. */
export const gridOf = (columns: Columns): string =>
  columns.map(({ id, width }) => (id === 'path' ? `minmax(${String(width)}px, 1fr)` : `${String(width)}px`)).join(' ');
