import type { AttackWords } from '#shared/trust/attack/attack.ts';
import { isWeakness, type AttackOutcome } from '#shared/trust/attack/outcome.ts';
import type { ReportedCase } from './junit.ts';

/** One line of the matrix. A control is a valid request, which has to be accepted. */
export type AttackRow = AttackWords &
  AttackOutcome & { readonly kind: 'control' | 'attack'; readonly milliseconds: number };

export type AttackCounts = Readonly<Record<AttackOutcome['state'], number>>;

export const isFound = (row: AttackRow): boolean => row.kind === 'attack' && isWeakness(row);

export const countsOf = (rows: readonly AttackRow[]): AttackCounts => {
  const count = (state: AttackOutcome['state']): number =>
    rows.filter((each) => each.kind === 'attack' && each.state === state).length;
  return {
    refused: count('refused'),
    accepted: count('accepted'),
    broke: count('broke'),
    unclear: count('unclear'),
    skipped: count('skipped'),
  };
};

/** The row as text: what came of it first; what was tried and what ought to be, where it matters. */
export const rowLines = (row: AttackRow): readonly string[] => {
  const mark = isFound(row) ? 'WEAK' : row.kind === 'control' || row.state === 'refused' ? 'ok' : '-';
  const line = `${mark.padEnd(4)}  ${row.state.padEnd(8)}  ${(row.status === null ? '' : String(row.status)).padEnd(3)}  ${row.id.padEnd(26)}  ${row.title}`;
  if (isFound(row)) return [line, `      Tried: ${row.tries}`, `      Ought to be: ${row.expects}`];
  return row.state === 'skipped' || row.state === 'unclear' ? [`${line} (${row.detail.replace(/\.$/, '')})`] : [line];
};

export const summaryLine = (counts: AttackCounts): string => {
  const { refused, accepted, broke, unclear, skipped } = counts;
  const found = accepted + broke;
  const tried = refused + found + unclear;
  return [
    `${String(tried)} tried: ${String(refused)} refused, ${String(accepted)} accepted`,
    ...(broke === 0 ? [] : [`${String(broke)} broke the target`]),
    ...(unclear === 0 ? [] : [`${String(unclear)} unclear`]),
    ...(skipped === 0 ? [] : [`${String(skipped)} do not apply`]),
  ].join(', ');
};

/** The row for a report. */
export const reportedCase = (row: AttackRow): ReportedCase => {
  const { id, title, milliseconds, state, detail, tries, expects, kind } = row;
  const result = ((): ReportedCase['result'] => {
    if (kind === 'control')
      return state === 'accepted'
        ? { kind: 'passed' }
        : { kind: 'unclear', message: `A valid request is ${state} (${detail}).` };
    if (isFound(row))
      return {
        kind: 'failed',
        message: `${title}: ${state} (${detail})`,
        detail: `Tried: ${tries}\nOught to be: ${expects}`,
      };
    if (state === 'skipped') return { kind: 'skipped', message: detail };
    return state === 'unclear' ? { kind: 'unclear', message: detail } : { kind: 'passed' };
  })();
  return { id, title, time: milliseconds / 1000, result };
};
