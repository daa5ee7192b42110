import type { TrafficLine } from '#shared/contract/commands/row-commands.ts';
import type { Harness } from '#shared/contract/harness.ts';
import { queryHelp } from '#shared/query/help.ts';
import { foundRows } from './found-rows.ts';
import { openHarness } from './open-harness.ts';
import { printJson, printLine, printProblem } from './print.ts';
import { tableLines } from './row-table.ts';

export type FindOptions = {
  readonly data: string;
  readonly query: string;
  /** The most rows that are printed. */
  readonly limit: number;
  readonly json: boolean;
};

const readAtOnce = 500;

/** `hookbench find`: the rows of the traffic that a query finds, newest first. 0 also where it finds none: nothing was tested. */
export const find = async ({ data, query, limit, json }: FindOptions): Promise<number> => {
  const { harness, close } = await openHarness(data);
  try {
    const { ids, hasMore, search } = await foundRows(harness, query, limit);
    const lines = await linesOf(harness, ids);
    if (json) printJson(lines.map(({ exchange, twin }) => ({ ...exchange, twin })));
    else for (const line of lines.length === 0 ? [] : tableLines(lines)) printLine(line);
    if (lines.length === 0) printProblem('Nothing was found.');
    else if (search === 'substring') printProblem('No word begins so: these have the letters in the middle of one.');
    if (hasMore) printProblem(`These are the newest ${String(limit)}; there are more (--limit).`);
    return 0;
  } finally {
    await close();
  }
};

const linesOf = async (harness: Harness, ids: readonly number[]): Promise<readonly TrafficLine[]> => {
  const lines: TrafficLine[] = [];
  for (let from = 0; from < ids.length; from += readAtOnce)
    lines.push(...(await harness.readRows({ ids: ids.slice(from, from + readAtOnce) })).lines);
  return lines;
};

/** Everything that a query can hold, for `hookbench find --help`. */
export const queryHelpText = (): string => {
  const width = Math.max(...queryHelp.map((each) => each.example.length));
  return [
    '',
    'A query is terms with spaces between them; all of them have to hold:',
    ...queryHelp.map(({ example, what }) => `  ${example.padEnd(width)}  ${what}`),
  ].join('\n');
};
