import { openForeignEnd } from '#main/conformance/foreign-end.ts';
import { openOwnEnds, type Examiner } from '#main/conformance/own-ends.ts';
import type { RowResult } from '#main/conformance/run-row.ts';
import type { FactStatus } from '#shared/exchange/finding.ts';
import type { ConformanceRow } from '#shared/platforms/conformance.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { platforms } from '#shared/platforms/registry.ts';
import { platformNamed } from './platform-named.ts';
import { printJson, printLine } from './print.ts';
import { refused } from './refused.ts';
import { targetOf, targetSettings } from './target-settings.ts';

export type ConformanceOptions = {
  /** The id or name of one; left out with `all`. */
  readonly platform?: string;
  readonly all: boolean;
  /** A foreign platform end: scheme and authority. */
  readonly target?: string;
  /** A JSON file with the settings of that end, secrets included. */
  readonly settings?: string;
  readonly row?: string;
  readonly json: boolean;
};

type Chosen = { readonly platform: Platform; readonly row: ConformanceRow };

/** `hookbench conformance`: every claim about a platform, tested over real HTTP. 0 all hold, 1 one does not or has no test. */
export const conformance = async (options: ConformanceOptions): Promise<number> => {
  const meant = meantPlatforms(options);
  const chosen = chosenRows(meant, options);
  const examiner = await examinerFor(meant, options);
  const results: RowResult[] = [];
  try {
    for (const { platform, row } of chosen) {
      const result = await examiner.examine(platform, row);
      results.push(result);
      if (!options.json) for (const line of rowLines(result)) printLine(line);
    }
  } finally {
    await examiner.close();
  }
  const untested = options.row === undefined && options.target === undefined ? meant.flatMap(untestedClaims) : [];
  const counts = countsOf(results);
  if (options.json) printJson({ rows: results, counts, untested });
  else for (const line of summaryLines(counts, untested)) printLine(line);
  return results.every(({ passed }) => passed) && untested.length === 0 ? 0 : 1;
};

const meantPlatforms = ({ platform, all, target, settings }: ConformanceOptions): readonly Platform[] => {
  const ids = platforms.map(({ id }) => id).join(', ');
  if (all === (platform !== undefined)) throw refused(`Name one platform or say --all. The platforms are: ${ids}.`);
  if (target !== undefined && all) throw refused('A target is of one platform: name it instead of --all.');
  if (target === undefined && settings !== undefined)
    throw refused('--settings are those of a target: name it with --target.');
  return platform === undefined ? platforms : [platformNamed(platform)];
};

const chosenRows = (meant: readonly Platform[], { row: rowId, target }: ConformanceOptions): readonly Chosen[] => {
  const every = meant
    .flatMap((platform) => platform.conformance.map((row) => ({ platform, row })))
    .filter(({ row }) => target === undefined || (row.end === 'platform' && row.isRemote === true));
  const chosen = every.filter(({ row }) => rowId === undefined || row.id === rowId);
  if (chosen.length > 0 || rowId === undefined) return chosen;
  throw refused(`There is no row ${rowId} here. The rows are: ${every.map(({ row }) => row.id).join(', ') || 'none'}.`);
};

const examinerFor = async (
  [platform]: readonly Platform[],
  { target, settings }: ConformanceOptions,
): Promise<Examiner> => {
  if (target === undefined || !platform) return openOwnEnds();
  return openForeignEnd(targetOf(target), await targetSettings(platform, settings, process.env));
};

const rowLines = ({ platform, id, rule, status, source, passed, instead }: RowResult): readonly string[] => [
  `${passed ? 'pass' : 'FAIL'}  ${platform}  ${id}  ${status}  ${rule}  (${source})`,
  ...(instead === null ? [] : [`      instead: ${instead}`]),
];

type Count = { readonly passed: number; readonly failed: number };
const statuses: readonly FactStatus[] = ['documented', 'observed', 'assumed'];

const countOf = (results: readonly RowResult[]): Count => {
  const passed = results.filter((each) => each.passed).length;
  return { passed, failed: results.length - passed };
};

const countsOf = (results: readonly RowResult[]): Readonly<Record<FactStatus | 'all', Count>> => {
  const having = (status: FactStatus): Count => countOf(results.filter((each) => each.status === status));
  return {
    all: countOf(results),
    documented: having('documented'),
    observed: having('observed'),
    assumed: having('assumed'),
  };
};

const summaryLines = (counts: ReturnType<typeof countsOf>, untested: readonly string[]): readonly string[] => [
  '',
  ...(['all', ...statuses] as const).map(
    (status) =>
      `${status.padEnd(10)}  ${String(counts[status].passed)} passed, ${String(counts[status].failed)} failed`,
  ),
  ...untested.map((claim) => `Without a test: ${claim}`),
];

/** What we claim without a row that tests it. */
const untestedClaims = ({ id, facts, conformance: rows }: Platform): readonly string[] =>
  Object.values(facts)
    .filter((fact) => !rows.some((row) => row.fact === fact))
    .map(({ claim }) => `${id}: ${claim}`);
