import type { Head } from '#shared/exchange/exchange.ts';
import { encodeBase64 } from '#shared/text/base64.ts';
import { isoTime } from '#shared/text/iso-time.ts';
import { bundleVersion, type Bundle } from '#shared/export/bundle-schema.ts';
import { exactText, type ExportedConversation, type ExportedExchange } from '#shared/export/exported.ts';
import type { ReviewLine } from '#shared/export/placeholders.ts';

type Bundled = {
  readonly exchanges: readonly ExportedExchange[];
  readonly conversations: readonly ExportedConversation[];
  readonly channels: readonly { readonly id: string; readonly name: string; readonly platformId: string }[];
  readonly review: readonly ReviewLine[];
};

/** The bundle of what has been made safe to share before: exchanges, conversations, verdicts and the list of what was replaced. */
export const writeBundle = (
  { exchanges, conversations, channels, review }: Bundled,
  made: { readonly version: string; readonly at: number },
): Bundle => {
  const nameOf = (id: string | null): string | null => channels.find((each) => each.id === id)?.name ?? null;
  return {
    format: 'hookbench-bundle',
    version: bundleVersion,
    madeBy: `Hookbench ${made.version}`,
    madeAt: isoTime(made.at),
    channels: channels.map(({ name, platformId }) => ({ name, platform: platformId })),
    exchanges: exchanges.map((each) => bundledExchange(each, nameOf)),
    conversations: conversations.map(({ conversation, channel, messages }) => ({
      id: conversation.id,
      channel: channel.name,
      user: conversation.userId,
      startedAt: conversation.startedAt,
      messages: messages.map(({ exchangeId, at, author, content }) => ({ exchangeId, at, author, content })),
    })),
    review: review.map(({ places, ...line }) => ({ ...line, places: [...places] })),
  };
};

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
