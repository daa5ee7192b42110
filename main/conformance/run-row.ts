import type { Clock } from '#main/harness/world.ts';
import type { End } from '#shared/exchange/exchange.ts';
import type { FactStatus } from '#shared/exchange/finding.ts';
import type { ConformanceRow, Probe } from '#shared/platforms/conformance.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { within } from './within.ts';

/** What came of a row of the sheet. */
export type RowResult = {
  readonly platform: string;
  readonly id: string;
  /** The claim that is tested. */
  readonly rule: string;
  readonly status: FactStatus;
  readonly source: string;
  readonly end: End;
  readonly passed: boolean;
  /** What came instead, as a sentence; null where the claim holds. */
  readonly instead: string | null;
};

/** Milliseconds: a row that takes longer waits for something that does not come. */
const patience = 60_000;
const tooLong = `The test did not end within ${String(patience / 1000)} s.`;

/** Carries a row out over the probe that is made for it; never rejects. */
export const runRow = async (
  platform: Pick<Platform, 'id'>,
  row: ConformanceRow,
  clock: Clock,
  openProbe: () => Promise<Probe>,
): Promise<RowResult> => {
  const instead = await outcomeOf(row, clock, openProbe);
  const { id, end, fact } = row;
  const { claim, status, source } = fact;
  return { platform: platform.id, id, rule: claim, status, source, end, passed: instead === null, instead };
};

const outcomeOf = async (
  { test }: ConformanceRow,
  clock: Clock,
  openProbe: () => Promise<Probe>,
): Promise<string | null> => {
  try {
    return await within(patience, clock, test(await openProbe()), tooLong);
  } catch (error) {
    return `The test could not be carried out: ${error instanceof Error ? error.message : String(error)}`;
  }
};
