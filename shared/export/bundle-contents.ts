import { completeSettings, withoutSecrets } from '#shared/channel/channel-settings.ts';
import { byHand, firstEnvironment, type Channel } from '#shared/channel/channel.ts';
import type { Mark } from '#shared/exchange/mark.ts';
import { platformOf } from '#shared/platforms/registry.ts';
import { unbundledExchange } from '#shared/export/bundled-exchange.ts';
import { twinsIn } from '#shared/export/bundled-twins.ts';
import type { Bundle, BundledConversation } from '#shared/export/bundle-schema.ts';
import type { ExportedConversation, ExportedExchange } from '#shared/export/exported.ts';

/** What a bundle holds, as a bench would have it. */
export type BundleContents = {
  readonly channels: readonly Channel[];
  /** By their numbers, oldest first. */
  readonly exchanges: ReadonlyMap<number, ExportedExchange>;
  readonly conversations: readonly ExportedConversation[];
};

/** The marks of some exchanges, in their order. */
export const marksIn = (exchanges: BundleContents['exchanges']): readonly Mark[] =>
  [...exchanges.values()].flatMap(({ mark }) => mark ?? []);

/** Takes a bundle apart; one sentence where it cannot be. What belongs to a platform that this version does not know belongs to no channel. */
export const bundleContents = (bundle: Bundle): BundleContents | string => {
  const channels = bundle.channels.flatMap(({ name, platform }, index) =>
    channelOf(`bundle-${String(index + 1)}`, name, platform),
  );
  const channelIdOf = (name: string | null): string | null => channels.find((each) => each.name === name)?.id ?? null;
  const told = new Set(bundle.conversations.map(({ id }) => id));
  const numbers = new Set(bundle.exchanges.map(({ id }) => id));
  const twins = twinsIn(bundle.exchanges);
  const exchanges = new Map<number, ExportedExchange>();
  for (const each of bundle.exchanges.toSorted((one, other) => one.id - other.id)) {
    const replayOf = each.replayOf !== undefined && numbers.has(each.replayOf) ? each.replayOf : null;
    const read = unbundledExchange(each, {
      replayOf,
      channelId: channelIdOf(each.channel),
      conversationId: each.conversationId !== null && told.has(each.conversationId) ? each.conversationId : null,
      twinId: twins.get(each.id) ?? null,
    });
    if (typeof read === 'string') return `Exchange #${String(each.id)} of the bundle: ${read}`;
    exchanges.set(each.id, read);
  }
  const traces = new Map([...exchanges].map(([id, { exchange }]) => [id, exchange.summary.traceId]));
  const conversations = bundle.conversations.flatMap((each, index) => {
    const channel = channels.find(({ name }) => name === each.channel);
    return channel ? [conversationOf(each, channel, index, traces)] : [];
  });
  return { channels, exchanges, conversations };
};

/** As the bundle names it, with the settings that a new channel of its platform has: a bundle holds none. */
const channelOf = (id: string, name: string, platformId: string): readonly Channel[] => {
  const platform = platformOf(platformId);
  if (!platform) return [];
  return [
    {
      id,
      name,
      platformId,
      plays: { platform: true, app: true },
      settings: withoutSecrets(platform.settings, completeSettings(platform.settings, {})),
      secretsSet: [],
      environments: [firstEnvironment],
      environmentId: firstEnvironment.id,
      botId: byHand,
      defects: [],
      replyRules: [],
      condition: null,
    },
  ];
};

const conversationOf = (
  { id, user, startedAt, messages }: BundledConversation,
  { id: channelId, name, platformId }: Channel,
  index: number,
  traces: ExportedConversation['traces'],
): ExportedConversation => ({
  conversation: { id, channelId, userId: user, startedAt },
  channel: { id: channelId, name, platformId },
  traces,
  messages: messages.map((each, place) => ({
    id: `${String(index + 1)}-${String(place + 1)}`,
    channelId,
    conversationId: id,
    ...each,
  })),
});
