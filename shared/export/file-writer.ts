import type { ExportedConversation, ExportedExchange } from '#shared/export/exported.ts';
import type { ReviewLine } from '#shared/export/placeholders.ts';

/**
 * Writes one file, piece by piece, so that nothing has to be in memory at once: what it begins with, every exchange, what stands
 * between, every conversation, what it ends with. For one file only: it may remember what went by.
 */
export type FileWriter = {
  readonly begin: () => string;
  readonly exchange: (exchange: ExportedExchange) => string;
  readonly between: () => string;
  readonly conversation: (conversation: ExportedConversation) => string;
  readonly end: (review: readonly ReviewLine[]) => string;
  /** What stands between two exchanges, or two conversations. */
  readonly separator: string;
};

const none = (): string => '';

/** For a form that says nothing but this about each exchange. */
export const writerOfExchanges = (parts: Pick<FileWriter, 'begin' | 'exchange' | 'end' | 'separator'>): FileWriter => ({
  between: none,
  conversation: none,
  ...parts,
});

/** For a form that says nothing but this about each conversation. */
export const writerOfConversations = (
  parts: Pick<FileWriter, 'begin' | 'conversation' | 'end' | 'separator'>,
): FileWriter => ({ between: none, exchange: none, ...parts });

/** A value as JSON, indented as it stands within another value so many levels deep. */
export const indentedJson = (value: unknown, depth: number): string =>
  JSON.stringify(value, null, 2).replaceAll('\n', `\n${'  '.repeat(depth)}`);
