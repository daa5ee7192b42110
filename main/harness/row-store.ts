import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { Mark } from '#shared/exchange/mark.ts';
import type { Filter } from '#shared/query/filter.ts';
import type { SearchKind } from '#shared/query/match.ts';
import type { VerdictState } from '#shared/trust/verdict.ts';

export type RowSearch = { readonly filter: Filter; readonly search: SearchKind };

/** Rows newest first. Where grouping was asked for, `conversationIds` ('' where a row has none) and `verdicts` are theirs, in the same order. */
export type FoundRows = {
  readonly ids: readonly number[];
  readonly conversationIds: readonly string[];
  readonly verdicts: readonly VerdictState[];
  /** Where to go on; null: there is nothing older. */
  readonly nextBefore: number | null;
};

/** The rows of the traffic: every exchange but the outbound one of twins. */
export type RowStore = {
  /** Works for about `budget` milliseconds, so that the event loop lives, and says where to go on. */
  readonly findRows: (
    asked: RowSearch & { readonly before?: number; readonly budget: number; readonly isGrouped?: boolean },
  ) => FoundRows;
  /** Which of these ids are rows that pass, in their order. */
  readonly matchRows: (asked: RowSearch & { readonly ids: readonly number[] }) => readonly number[];
  /** The summaries of those that are there, in the order of the ids. */
  readonly readSummaries: (ids: readonly number[]) => readonly ExchangeSummary[];
};

export type MarkStore = {
  readonly listMarks: () => readonly Mark[];
  /** Keeps each under its exchange; one that says nothing is removed. They go with their exchanges. */
  readonly keepMarks: (marks: readonly Mark[]) => void;
};
