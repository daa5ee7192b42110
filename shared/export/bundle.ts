import { isoTime } from '#shared/text/iso-time.ts';
import { bundleVersion, type Bundle } from '#shared/export/bundle-schema.ts';
import { bundledExchange } from '#shared/export/bundled-exchange.ts';
import { indentedJson, type FileWriter } from '#shared/export/file-writer.ts';
import type { ExportedConversation } from '#shared/export/exported.ts';
import type { ReviewLine } from '#shared/export/placeholders.ts';

type Named = { readonly id: string; readonly name: string; readonly platformId: string };

/**
 * A bundle of what has been made safe to share before: exchanges, conversations, verdicts and the list of what was replaced. Of the
 * channels, it names those that it has something of.
 */
export const bundleWriter = (
  channels: readonly Named[],
  made: { readonly version: string; readonly at: number },
): FileWriter => {
  const used = new Set<Named>();
  const nameOf = (id: string | null): string | null => {
    const found = channels.find((each) => each.id === id);
    if (found) used.add(found);
    return found?.name ?? null;
  };
  const head: Pick<Bundle, 'format' | 'version' | 'madeBy' | 'madeAt'> = {
    format: 'hookbench-bundle',
    version: bundleVersion,
    madeBy: `Hookbench ${made.version}`,
    madeAt: isoTime(made.at),
  };
  return {
    begin: () => `${indentedJson(head, 0).replace(/\n\}$/, '')},\n  "exchanges": [`,
    exchange: (exported) =>
      `\n    ${indentedJson(bundledExchange(exported, nameOf(exported.exchange.summary.channelId)), 2)}`,
    between: () => '\n  ],\n  "conversations": [',
    conversation: (exported) => `\n    ${indentedJson(bundledConversation(exported, nameOf), 2)}`,
    separator: ',',
    end: (review) => {
      const named = [...used].map(({ name, platformId }) => ({ name, platform: platformId }));
      return `\n  ],\n  "channels": ${indentedJson(named, 1)},\n  "review": ${indentedJson(review.map(bundledLine), 1)}\n}\n`;
    },
  };
};

/** What it was stays with the person who made the bundle. */
const bundledLine = ({ placeholder, what, count, places }: ReviewLine): Bundle['review'][number] => ({
  placeholder,
  what,
  count,
  places: [...places],
});

const bundledConversation = (
  { conversation, channel, messages }: ExportedConversation,
  nameOf: (id: string) => string | null,
): Bundle['conversations'][number] => ({
  id: conversation.id,
  channel: nameOf(channel.id) ?? channel.name,
  user: conversation.userId,
  startedAt: conversation.startedAt,
  messages: messages.map(({ exchangeId, at, author, content }) => ({ exchangeId, at, author, content })),
});
