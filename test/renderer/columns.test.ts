import { expect, test } from 'vitest';
import { gridOf, usualColumns, withColumn, withColumnAt, withColumnWidth } from '#renderer/store/columns.ts';

const ids = (columns: typeof usualColumns) => columns.map(({ id }) => id);

test('a column comes at its usual place, and goes again; the path stays', () => {
  const more = withColumn(usualColumns, 'trace', true);
  expect(ids(more).slice(-2)).toEqual(['size', 'trace']);
  expect(withColumn(more, 'trace', true)).toBe(more);
  const less = withColumn(more, 'method', false);
  expect(ids(withColumn(less, 'method', true)).slice(2, 5)).toEqual(['status', 'method', 'path']);
  expect(withColumn(less, 'path', false)).toBe(less);
});

test('a column moves among the others, within them', () => {
  const columns = usualColumns.slice(0, 3);
  expect(ids(withColumnAt(columns, 'time', 1))).toEqual(['direction', 'time', 'status']);
  expect(ids(withColumnAt(columns, 'time', 99))).toEqual(['direction', 'status', 'time']);
  expect(ids(withColumnAt(columns, 'status', -1))).toEqual(['status', 'time', 'direction']);
  expect(withColumnAt(columns, 'rule', 0)).toBe(columns);
});

test('a width has limits, and the path takes what is left', () => {
  const columns = usualColumns.filter(({ id }) => id === 'time' || id === 'path');
  expect(gridOf(withColumnWidth(columns, 'time', -Infinity))).toBe('48px minmax(120px, 1fr)');
  expect(gridOf(withColumnWidth(columns, 'time', 100.4))).toBe('100px minmax(120px, 1fr)');
  expect(gridOf(withColumnWidth(columns, 'path', Infinity))).toBe('66px minmax(600px, 1fr)');
});
