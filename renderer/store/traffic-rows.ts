import type { Words } from '#renderer/words/words.ts';
import type { TrafficLine } from '#shared/contract/commands/row-commands.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { VerdictState } from '#shared/trust/verdict.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { faultText } from './say-fault.ts';

/** One line of the traffic list: an exchange, or both twins of a loopback one. */
export type TrafficRow = {
  /** The exchange that the line speaks of: of twins the inbound one, because that is the one with the verdict. */
  readonly exchange: ExchangeSummary;
  readonly isLoopback: boolean;
  readonly ids: readonly number[];
  /** The ids of the defects that acted on either twin, as in an exchange. */
  readonly defect: string;
  /** The names of the rules that made what either twin says, as in an exchange. */
  readonly rule: string;
};

/** The lines of the list, newest first, from lists that may overlap: each newest first or not. */
export const trafficRows = (...lists: readonly (readonly ExchangeSummary[])[]): readonly TrafficRow[] => {
  const byId = new Map<number, ExchangeSummary>();
  for (const list of lists) for (const each of list) if (!byId.has(each.id)) byId.set(each.id, each);
  // While it is open only the inbound twin knows the other one.
  const asReceived = new Map(
    [...byId.values()].flatMap((each) =>
      each.direction === 'inbound' && each.twinId !== null ? [[each.twinId, each] as const] : [],
    ),
  );
  return [...byId.values()]
    .filter((each) => each.direction === 'inbound' || !asReceived.has(each.id))
    .toSorted((one, other) => other.id - one.id)
    .map((exchange) => {
      const twin = exchange.twinId === null ? undefined : byId.get(exchange.twinId);
      return {
        exchange,
        isLoopback: exchange.twinId !== null,
        ids: idsOf(exchange),
        defect: defectsOf(exchange, twin),
        rule: together(exchange.rule, twin?.rule),
      };
    });
};

/** The ids of the defects that acted on either twin, each once, as in an exchange. */
export const defectsOfLine = ({ exchange, twin }: TrafficLine): string => defectsOf(exchange, twin ?? undefined);

const defectsOf = (exchange: ExchangeSummary, twin: ExchangeSummary | undefined): string =>
  together(exchange.defect, twin?.defect);

/** What is said of two twins, once. */
const together = (one: string, other = ''): string => [...new Set([one, other])].filter(Boolean).join(', ');

/** Whether it never went out, because something held it back: that is no error. */
export const wasWithheld = ({ outcome }: Pick<ExchangeSummary, 'outcome'>): boolean =>
  outcome.state === 'failed' && outcome.fault.code === 'request.withheld';

const idsOf = ({ id, twinId }: ExchangeSummary): readonly number[] => (twinId === null ? [id] : [id, twinId]);

/** The exchange to show for a selection: of twins the one on the wanted side, where it is known. */
export const shownExchangeId = (
  selected: ExchangeSummary | null,
  side: ExchangeSummary['direction'],
): number | null => {
  if (!selected) return null;
  return selected.twinId === null || selected.direction === side ? selected.id : selected.twinId;
};

export type Standing = 'good' | 'bad' | 'attention' | 'unknown' | 'none' | 'busy';

export type Spoken = { readonly word: string; readonly standing: Standing };
type OutcomeWords = Pick<Words, 'outcomes'>;

const standings: Readonly<Record<VerdictState, Standing>> = { trusted: 'good', refused: 'bad', unchecked: 'unknown' };

/** What a verdict is called, and what it means for the one who looks. */
export const verdictWord = (verdict: VerdictState, { outcomes }: OutcomeWords): Spoken => ({
  word: outcomes.verdicts[verdict],
  standing: standings[verdict],
});

/** How the reasons of platforms often begin; they are English. */
const openings: Readonly<Record<VerdictState, string>> = {
  trusted: 'Trusted: ',
  refused: 'Refused: ',
  unchecked: 'Not checked: ',
};

/** The verdict's sentence with its word in front, once: platforms often begin their reason with it. */
export const verdictSentence = (verdict: VerdictState, because: string, words: OutcomeWords) => {
  const { word } = verdictWord(verdict, words);
  const shown = `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  const opening = openings[verdict];
  if (!because.startsWith(opening)) return { word: `${shown}.`, rest: because };
  return { word: `${shown}:`, rest: because.slice(opening.length) };
};

/** The verdict of an exchange as a row shows it: one that is still open has none yet, one with findings wants a look. */
export const standingOf = (exchange: ExchangeSummary, words: OutcomeWords): Spoken => {
  const { outcomes } = words;
  if (exchange.outcome.state === 'pending') return { word: outcomes.waiting, standing: 'busy' };
  if (wasWithheld(exchange)) return { word: outcomes.notSent, standing: 'none' };
  const verdict = verdictWord(exchange.verdict, words);
  const { error, warning } = exchange.findingCounts;
  if (verdict.standing === 'bad' || error + warning === 0) return verdict;
  return { word: outcomes.withFindings(verdict.word), standing: 'attention' };
};

/** The status column: a number where there is one, else a word short enough for it. */
export const statusWord = ({ outcome }: Pick<ExchangeSummary, 'outcome'>, { outcomes }: OutcomeWords): string => {
  switch (outcome.state) {
    case 'pending':
      return '···';
    case 'answered':
      return String(outcome.status);
    case 'aborted':
      return outcomes.status.aborted;
    case 'failed':
      return wasWithheld({ outcome }) ? '—' : outcomes.status.failed;
    case 'malformed':
      return outcomes.status.malformed;
    default:
      return assertNever(outcome);
  }
};

/** Whether the status is good news. */
export const statusStanding = ({ outcome }: Pick<ExchangeSummary, 'outcome'>): Standing => {
  if (outcome.state === 'pending' || wasWithheld({ outcome })) return 'unknown';
  if (outcome.state !== 'answered') return 'bad';
  if (outcome.status >= 400) return 'bad';
  return outcome.status >= 300 ? 'attention' : 'good';
};

/** What became of an exchange, as a sentence; empty when it was simply answered. */
export const outcomeSentence = ({ outcome }: Pick<ExchangeSummary, 'outcome'>, words: Words): string => {
  const { outcomes } = words;
  switch (outcome.state) {
    case 'pending':
      return outcomes.pending;
    case 'answered':
      return '';
    case 'aborted':
      return outcomes.aborted;
    case 'failed':
      return faultText(outcome.fault, words);
    case 'malformed':
      return outcomes.malformed(outcome.reason);
    default:
      return assertNever(outcome);
  }
};
