import type { Content } from '#shared/exchange/message.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { writeJson } from '#shared/text/parse-json.ts';

type Table = Extract<Content, { kind: 'table' }>;

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

const objectsIn = (value: Json | undefined): readonly JsonObject[] =>
  listOf(value).filter((each) => isJsonObject(each));

const wordsOf = (value: Json | undefined): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : writeJson(value);

/** A head is its words, or the words and how they are aligned; a cell of a custom table is its words, their kind and an action. */
const firstOf = (value: Json | undefined): string =>
  wordsOf(Array.isArray(value) ? (value as readonly Json[])[0] : value);

const tableOf = (payload: JsonObject, columns: readonly string[], rows: readonly (readonly string[])[]): Table => ({
  kind: 'table',
  ...(typeof payload['text'] === 'string' ? { text: payload['text'] } : {}),
  columns,
  rows,
});

const readTable = (payload: JsonObject): readonly Table[] | null => {
  if (!Array.isArray(payload['columns'])) return null;
  const rows = objectsIn(payload['elements']).map(({ Values }) => listOf(Values).map(firstOf));
  return [tableOf(payload, listOf(payload['columns']).map(firstOf), rows)];
};

/** Each element is a small table of its own. */
const readMiniTables = (payload: JsonObject): readonly Table[] | null => {
  const elements = objectsIn(payload['elements']).filter(({ primary }) => Array.isArray(primary));
  const tables = elements.map(({ primary, additional }) =>
    tableOf(
      {},
      listOf(primary).map(firstOf),
      listOf(additional).map((row) => listOf(row).map(firstOf)),
    ),
  );
  return tables.length === 0 ? null : tables;
};

const readPieChart = (payload: JsonObject): readonly Table[] | null => {
  const elements = objectsIn(payload['elements']);
  if (elements.length === 0) return null;
  const rows = elements.map(({ title, value, displayValue }) => [wordsOf(title), wordsOf(displayValue ?? value)]);
  return [tableOf(payload, ['Part', 'Value'], rows)];
};

/** A row for each line or group of bars, a column for each place on the axis. */
const readAxisChart = (payload: JsonObject): readonly Table[] | null => {
  const elements = objectsIn(payload['elements']);
  if (elements.length === 0) return null;
  const rows = elements.map(({ title, values, displayValues }) => [
    wordsOf(title),
    ...listOf(values).map((value, at) => wordsOf(listOf(displayValues)[at] ?? value)),
  ]);
  return [tableOf(payload, ['', ...listOf(payload['X_axis']).map(wordsOf)], rows)];
};

/**
 * Tables and charts as tables, by the names that the vendor's page and SDK have for them ("pie chart" is the page's own spelling of
 * `piechart`); null where it is none of them, or holds nothing that could be drawn.
 */
export const readFigure = (type: string, payload: JsonObject): readonly Table[] | null => {
  switch (type) {
    case 'table':
    case 'custom_table':
      return readTable(payload);
    case 'mini_table':
      return readMiniTables(payload);
    case 'piechart':
    case 'pie chart':
      return readPieChart(payload);
    case 'linechart':
    case 'barchart':
      return readAxisChart(payload);
    default:
      return null;
  }
};
