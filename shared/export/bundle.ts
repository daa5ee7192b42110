import type { Head } from '#shared/exchange/exchange.ts';
import { encodeBase64 } from '#shared/text/base64.ts';
import { isoTime } from '#shared/text/iso-time.ts';
import { bundleVersion, type Bundle } from '#shared/export/bundle-schema.ts';
import { indentedJson, type FileWriter } from '#shared/export/file-writer.ts';
import { exactText, type ExportedConversation, type ExportedExchange } from '#shared/export/exported.ts';
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
    exchange: (exported) => `\n    ${indentedJson(bundledExchange(exported, nameOf), 2)}`,
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

const bundledExchange = (
  { exchange, requestBody, responseBody }: ExportedExchange,
  nameOf: (id: string | null) => string | null,
): Bundle['exchanges'][number] => {
  const { summary, target, request, response, phases, findings, verdict } = exchange;
  const { id, openedAt, direction, end, conversationId, method, origin, remote, twinId, duration, defect, note } =
    summary;
  return {
    id,
    openedAt,
    direction,
    channel: nameOf(summary.channelId),
    end,
    conversationId,
    method,
    origin,
    target,
    remote,
    twinId,
    outcome: summary.outcome.state,
    duration,
    defect,
    note,
    phases: [...phases],
    findings: [...findings],
    verdict: { ...verdict, checks: [...verdict.checks] },
    request: sideOf(request, requestBody),
    response: response && {
      status: response.status,
      reason: response.reason,
      ...sideOf(response, responseBody ?? new Uint8Array()),
    },
  };
};

const sideOf = ({ httpVersion, headers, isTruncated }: Head, body: Uint8Array) => {
  const text = exactText(body);
  return {
    httpVersion,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
    body: text === null ? { base64: encodeBase64(body) } : { text },
    isTruncated,
  };
};
