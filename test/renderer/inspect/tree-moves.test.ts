import { describe, expect, test } from 'vitest';
import { byPlace, steppedId } from '#renderer/store/inspect/row-order.ts';
import { allClosed, allOpened, movedRow, rowAround, rowNamed, withRow } from '#renderer/store/inspect/tree-moves.ts';
import { rowsOf, wholeTree, type JsonRow, type TreeView } from '#renderer/store/json-rows.ts';
import { scanJson } from '#shared/text/json-scan.ts';

const quoted = JSON.stringify({ payload: { items: ['x', { y: 1 }] } });
const scanned = scanJson(JSON.stringify({ from: { id: 1, Name: 'n' }, text: quoted, to: [[]] }));
const rows = (view: TreeView = wholeTree): readonly JsonRow[] => rowsOf(scanned, view);
const ids = (view: TreeView): readonly string[] => rows(view).map(({ id }) => id);
const rowOf = (id: string, view: TreeView = wholeTree): JsonRow => {
  const found = rows(view).find((each) => each.id === id);
  if (!found) throw new Error(`There is no row ${id}.`);
  return found;
};

test('keys go from row to row and stop at the ends', () => {
  const moved = (at: number, key: string) => movedRow(rows(), at, key);
  expect([moved(0, 'ArrowDown'), moved(6, 'ArrowDown'), moved(0, 'ArrowUp'), moved(3, 'Home')]).toEqual([1, 6, 0, 0]);
  expect([moved(0, 'End'), moved(1, 'PageDown'), moved(6, 'PageUp'), moved(0, 'x')]).toEqual([6, 6, 0, null]);
});

test('a row knows what is around it, inside a string too', () => {
  const view = { ...wholeTree, opened: new Set(['4']) };
  const at = (id: string) => rows(view).findIndex((each) => each.id === id);
  expect(rowAround(rows(view), at('4>1'))).toBe(at('4>0'));
  expect(rowAround(rows(view), at('4>0'))).toBe(at('4'));
  expect(rowAround(rows(view), 0)).toBe(-1);
});

test('letters lead to the next name that begins with them, around the end', () => {
  expect(rowNamed(rows(), 0, 't')).toBe(4);
  expect(rowNamed(rows(), 5, 'n')).toBe(3);
  expect(rowNamed(rows(), 0, 'zz')).toBe(-1);
});

describe('opening and closing', () => {
  test('a row hides what stands in it, and a string shows the JSON that it holds', () => {
    const folded = withRow(wholeTree, rowOf('1'), false);
    expect(ids(folded)).toEqual(['0', '1', '4', '5', '6']);
    expect(ids(withRow(folded, rowOf('1', folded), true))).toEqual(ids(wholeTree));
    expect(ids(withRow(wholeTree, rowOf('4'), true))).toContain('4>0');
  });

  test('everything at once goes into strings as well, and back', () => {
    const start = { folded: new Set(['1']), opened: new Set<string>() };
    const opened = allOpened(rowOf('0', start), start);
    expect(ids(opened)).toEqual(['0', '1', '2', '3', '4', '4>0', '4>1', '4>2', '4>3', '4>4', '4>5', '5', '6']);
    expect(ids(allClosed(rowOf('0', opened), opened))).toEqual(['0', '1', '4', '5']);
    expect(ids(allOpened(rowOf('4'), wholeTree))).toContain('4>5');
  });

  test('of a huge body opens as many levels as there is room for', () => {
    const huge = scanJson(JSON.stringify(Array.from({ length: 9000 }, (_, id) => ({ id, more: [1, 2] }))));
    const [top] = rowsOf(huge, { ...wholeTree, folded: new Set(['0']) });
    if (!top) throw new Error('There is no row.');
    const view = allOpened(top, { ...wholeTree, folded: new Set(['0']) });
    expect(rowsOf(huge, view)).toHaveLength(9001);
    const [first] = rowsOf(huge, view).slice(1);
    expect(first && rowsOf(huge, allOpened(first, view))).toHaveLength(9005);
  });
});

test('rows inside a string stand behind it and before what follows, and findings are gone through in that order', () => {
  expect(['10', '2>3', '2', '2>10', '3'].toSorted(byPlace)).toEqual(['2', '2>3', '2>10', '3', '10']);
  const found = ['2', '2>3', '9'];
  expect([steppedId(found, null, 1), steppedId(found, null, -1), steppedId([], null, 1)]).toEqual(['2', '9', null]);
  expect([steppedId(found, '2', 1), steppedId(found, '2>4', 1), steppedId(found, '9', 1)]).toEqual(['2>3', '9', '2']);
  expect([steppedId(found, '2>4', -1), steppedId(found, '2', -1)]).toEqual(['2>3', '9']);
});
