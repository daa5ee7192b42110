import { fault, HarnessError } from '#shared/contract/fault.ts';
import { bytesOf } from '#shared/exchange/body.ts';
import { sizeWords } from '#shared/text/amount.ts';
import type { ExportedConversation, ExportedExchange } from '#shared/export/exported.ts';
import type { Skipped } from '#shared/export/export-step.ts';
import type { FileWriter } from '#shared/export/file-writer.ts';
import type { Placeholders, ReviewLine } from '#shared/export/placeholders.ts';
import { scrubConversation, scrubExchange } from '#shared/export/scrub-exchange.ts';

/** What is written: read one by one, each as often as it is needed. */
export type ExportSource = {
  /** Oldest first. */
  readonly exchangeIds: readonly number[];
  /** Null where it is gone meanwhile. */
  readonly exchange: (id: number) => ExportedExchange | null;
  readonly conversations: readonly (() => ExportedConversation)[];
  readonly skipped: readonly Skipped[];
};

export type ExportPlan = {
  /** A new one for each time that the file is written. */
  readonly writer: () => FileWriter;
  /** Null: everything stays as it was. What has to be replaced in any case is known to them. */
  readonly placeholders: Placeholders | null;
};

/** How far it is. */
export type Progress = { readonly done: number; readonly of: number };

export type Written = {
  /** In order. */
  readonly pieces: readonly Uint8Array[];
  readonly review: readonly ReviewLine[];
  readonly skipped: readonly Skipped[];
};

/** More than fits into memory beside everything else is refused. */
export const largestFile = 256 * 1024 * 1024;

/** Whoever finds something private after so many times finds no end. */
const mostPasses = 6;

/**
 * Writes a file, with a stop after each exchange and conversation. What is private somewhere is private everywhere, also before the
 * place where it is found out: the file is written again until nothing new is met.
 */
export function* writeExport(source: ExportSource, plan: ExportPlan): Generator<Progress, Written> {
  const items = source.exchangeIds.length + source.conversations.length;
  const of = items * (plan.placeholders ? 2 : 1);
  for (let pass = 1; ; pass += 1) {
    const known = plan.placeholders?.learned ?? 0;
    const sheet = new Sheet();
    const from = Math.min(pass - 1, of / Math.max(1, items) - 1) * items;
    let gone = 0;
    for (const each of writePass(source, plan, sheet)) {
      if (each === 'gone') gone += 1;
      yield { done: Math.min(of, from + sheet.items), of };
    }
    const isSettled = plan.placeholders === null || plan.placeholders.learned === known || pass === mostPasses;
    if (isSettled)
      return {
        pieces: sheet.pieces,
        review: sheet.review,
        skipped: [...source.skipped, ...(gone > 0 ? [{ why: 'gone', count: gone } as const] : [])],
      };
  }
}

function* writePass(
  { exchangeIds, exchange, conversations }: ExportSource,
  { writer, placeholders }: ExportPlan,
  sheet: Sheet,
): Generator<'written' | 'gone', void> {
  placeholders?.takeReview();
  const file = writer();
  sheet.add(file.begin());
  let isFirst = true;
  for (const id of exchangeIds) {
    const found = exchange(id);
    if (found) {
      sheet.addItem(file.exchange(placeholders ? scrubExchange(found, placeholders) : found), isFirst, file.separator);
      isFirst = false;
    } else sheet.items += 1;
    yield found ? 'written' : 'gone';
  }
  sheet.add(file.between());
  for (const [index, read] of conversations.entries()) {
    const found = read();
    const safe = placeholders ? scrubConversation(found, placeholders) : found;
    sheet.addItem(file.conversation(safe), index === 0, file.separator);
    yield 'written';
  }
  // What something was called may hold what is private as well: the name of a channel.
  const review = placeholders?.takeReview() ?? [];
  sheet.review = review.map((line) => ({
    ...line,
    what: placeholders?.replaceKnown(line.what, 'review') ?? line.what,
  }));
  sheet.add(file.end(sheet.review));
}

/** What is written of a file so far. */
class Sheet {
  readonly pieces: Uint8Array[] = [];
  items = 0;
  review: readonly ReviewLine[] = [];
  #bytes = 0;

  readonly add = (text: string): void => {
    if (text === '') return;
    const piece = bytesOf(text);
    this.#bytes += piece.byteLength;
    if (this.#bytes > largestFile) throw new HarnessError(fault('export.too-large', { limit: sizeWords(largestFile) }));
    this.pieces.push(piece);
  };

  readonly addItem = (text: string, isFirst: boolean, separator: string): void => {
    this.items += 1;
    if (text !== '') this.add(isFirst ? text : separator + text);
  };
}
