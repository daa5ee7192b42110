import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  foldedAtFirst,
  pathsOf,
  pointersOf,
  rowIdAt,
  rowsOf,
  viewThatShows,
  wholeTree,
  type TreeView,
} from '#renderer/store/json-rows.ts';
import { findingsIn, rowOfPointers, rowsWith } from '#renderer/store/json-search.ts';
import { jsonPointerOf } from '#shared/text/json-outline.ts';
import { scanJson } from '#shared/text/json-scan.ts';

const ids = (text: string, view: Partial<TreeView> = {}): readonly string[] =>
  rowsOf(scanJson(text), { ...wholeTree, ...view }).map(
    ({ id, fold, nested }) => `${id} ${fold}${nested === 'none' ? '' : ` ${nested}`}`,
  );

const template = JSON.stringify({ type: 'template', payload: { items: ['x'] } });
const message = JSON.stringify({ text: template, data: JSON.stringify(JSON.stringify({ deep: template })), n: 1 });

describe('the rows of a tree', () => {
  test('are its values in order, and what is folded hides what is in it', () => {
    const text = '{"a":[1,{}],"b":"[1"}';
    expect(ids(text)).toEqual(['0 open', '1 open', '2 leaf', '3 leaf', '4 leaf']);
    expect(ids(text, { folded: new Set(['1']) })).toEqual(['0 open', '1 folded', '4 leaf']);
  });

  test('hold what is inside a string once that is opened, inside another string as well', () => {
    expect(ids(message)).toEqual(['0 open', '1 leaf closed', '2 leaf closed', '3 leaf']);
    expect(ids(message, { opened: new Set(['2', '2>1']), folded: new Set(['2>1>2']) })).toEqual([
      '0 open',
      '1 leaf closed',
      '2 leaf open',
      '2>0 open',
      '2>1 leaf open',
      '2>1>0 open',
      '2>1>1 leaf',
      '2>1>2 folded',
      '3 leaf',
    ]);
  });

  test('say where they are, one pointer inside the string of the other', () => {
    const scanned = scanJson(message);
    const row = rowsOf(scanned, { folded: new Set(), opened: new Set(['2', '2>1']) }).find(({ id }) => id === '2>1>4');
    expect(row && pointersOf(row)).toEqual(['/data', '/deep', '/payload/items/0']);
    expect(row && pathsOf(row)).toEqual(["$['data']", "$['deep']", "$['payload']['items'][0]"]);
    expect(rowIdAt(scanned, ['/data', '/deep', '/payload/items/0'])).toBe('2>1>4');
    expect(rowIdAt(scanned, ['/n', '/deep'])).toBe(null);
    expect(rowIdAt(scanned, ['/nope'])).toBe(null);
  });

  test('come to be seen, whatever was folded or closed around them', () => {
    const scanned = scanJson(message);
    const view = viewThatShows('2>1>4', scanned, { folded: new Set(['0', '2>0', '2>1>2', '9']), opened: new Set() });
    expect(rowsOf(scanned, view).map(({ id }) => id)).toContain('2>1>4');
    expect(view.folded).toEqual(new Set(['9']));
  });

  test('of a large body are few at first, and of a small one all', () => {
    expect(foldedAtFirst(scanJson('{"a":[[]]}'))).toEqual(new Set());
    const large = scanJson(JSON.stringify(Array.from({ length: 1000 }, (_, id) => ({ id, name: 'n' }))));
    expect(rowsOf(large, { ...wholeTree, folded: foldedAtFirst(large) })).toHaveLength(1001);
    const wide = scanJson(JSON.stringify(Array.from({ length: 5000 }, (_, id) => id)));
    expect(rowsOf(wide, { ...wholeTree, folded: foldedAtFirst(wide) })).toHaveLength(1);
    const deep = scanJson('['.repeat(10_000) + ']'.repeat(10_000));
    expect(rowsOf(deep, { ...wholeTree, folded: foldedAtFirst(deep) }).length).toBeLessThanOrEqual(2000);
  });

  test('are as many as there are values, each with an id that leads to it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const scanned = scanJson(JSON.stringify(value));
        const rows = rowsOf(scanned, wholeTree);
        expect(rows).toHaveLength(scanned.nodes.length);
        for (const row of rows) {
          const pointers = pointersOf(row);
          expect(pointers).toEqual([jsonPointerOf(scanned, row.node)]);
          expect(rowIdAt(scanned, pointers)).toBe(row.id);
        }
      }),
    );
  });
});

test('words are looked for in names and values, whatever their case, and inside strings that hold JSON', () => {
  const found = (text: string, words: string) => rowsWith(scanJson(text), words).ids;
  const text = '{"Card":"lost","n":1234,"list":["CARD \\u0063ard"],"x":{"y":null}}';
  expect([found(text, 'card'), found(text, '123'), found(text, 'null'), found(text, 'lost"'), found(text, '')]).toEqual(
    [['1', '4'], ['2'], ['6'], [], []],
  );
  expect(found(message, 'template')).toEqual(['1>1', '2>1>1']);
  expect(found(message, 'deep')).toEqual(['2>1']);
  expect(found(message, 'text')).toEqual(['1']);
  const many = rowsWith(scanJson(`[${'1,'.repeat(20_000)}1]`), '1');
  expect([many.ids.length, many.isCut]).toEqual([10_000, true]);
});

test('a finding stands beside the value that it is about, or that something is missing from', () => {
  const scanned = scanJson(JSON.stringify({ from: { id: 1 }, a: template }));
  const at = (...places: (string | undefined)[]) =>
    places.map(
      (place) =>
        ({
          severity: 'info',
          rule: String(place),
          summary: '',
          ...(place === undefined ? {} : { at: place }),
        }) as const,
    );
  const findings = at(
    'body /from/id',
    'body /from/name',
    'body',
    'body /a > /payload/buttons',
    'body /from > /id',
    'response body /a',
    'header x',
    undefined,
    'body/odd',
  );
  const rows = (part: 'request' | 'response') =>
    findingsIn(findings, part).map(({ pointers }) => rowOfPointers(scanned, pointers));
  expect(rows('request')).toEqual(['2', '1', '0', '3>2', '1']);
  expect(rows('response')).toEqual(['3']);
  expect(rowOfPointers(scanJson(''), [''])).toBe(null);
});
