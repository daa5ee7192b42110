import type { ExportedConversation, ExportedExchange } from '#shared/export/exported.ts';
import type { FileWriter } from '#shared/export/file-writer.ts';
import type { Placeholders, ReviewLine } from '#shared/export/placeholders.ts';
import { writeExport } from '#shared/export/write-export.ts';

export type Contents = {
  readonly exchanges?: readonly ExportedExchange[];
  readonly conversations?: readonly ExportedConversation[];
};

/** A whole file at once, and what was replaced in it. */
export const writtenFile = (
  writer: () => FileWriter,
  { exchanges = [], conversations = [] }: Contents,
  placeholders: Placeholders | null = null,
): { readonly text: string; readonly review: readonly ReviewLine[] } => {
  const work = writeExport(
    {
      exchangeIds: exchanges.map((_each, index) => index),
      exchange: (index) => exchanges[index] ?? null,
      conversations: conversations.map((each) => () => each),
      skipped: [],
    },
    { writer, placeholders },
  );
  for (;;) {
    const { done, value } = work.next();
    if (done) return { text: Buffer.concat(value.pieces).toString('utf8'), review: value.review };
  }
};

/** The same, read again as JSON. */
export const writtenJson = (writer: () => FileWriter, contents: Contents): unknown =>
  JSON.parse(writtenFile(writer, contents).text);
