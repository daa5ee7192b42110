import type { Words } from '#renderer/words/words.ts';
import type { Channel, Conversation, Environment } from '#shared/channel/channel.ts';
import { byHand } from '#shared/channel/channel.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { Author, Message } from '#shared/exchange/message.ts';
import { sayFault } from './say-fault.ts';
import { wasWithheld } from './traffic-rows.ts';
import { botEndOf } from './voices.ts';
import type { WaitingTurn } from '#shared/session/state.ts';
import type { Catalogue } from './catalogue.ts';
import type { Remembered } from './remember.ts';
import { exchangeInLines } from './listing/lines.ts';
import type { BenchState, OlderMessages } from './store.ts';

/** The channel on screen: the one that was chosen, or the first. */
export const currentChannel = (channels: readonly Channel[], chosen: string | null): Channel | null =>
  channels.find((each) => each.id === chosen) ?? channels[0] ?? null;

/** The environment that is active on a channel, where there is more than one to tell apart. */
export const activeEnvironment = (channel: Channel | null): Environment | null => {
  if (!channel || channel.environments.length < 2) return null;
  return channel.environments.find(({ id }) => id === channel.environmentId) ?? null;
};

/** The conversations of a channel, the newest first. */
export const conversationsOf = (conversations: readonly Conversation[], channelId: string): readonly Conversation[] =>
  conversations
    .filter((each) => each.channelId === channelId)
    .toSorted((one, other) => other.startedAt - one.startedAt);

/** The conversation on screen: the one that was chosen, or the newest of the channel. */
export const currentConversation = (
  conversations: readonly Conversation[],
  channelId: string,
  remembered: Pick<Remembered, 'conversations'>,
): Conversation | null => {
  const ours = conversationsOf(conversations, channelId);
  return ours.find((each) => each.id === remembered.conversations[channelId]) ?? ours[0] ?? null;
};

/** What was said in a conversation, oldest first: what was paged in, then what the session holds. */
export const messagesOf = (
  messages: readonly Message[],
  older: OlderMessages | undefined,
  conversationId: string,
): readonly Message[] => {
  const newest = messages.filter((each) => each.conversationId === conversationId);
  if (!older) return newest;
  const known = new Set(newest.map((each) => each.id));
  return [...older.messages.filter((each) => !known.has(each.id)), ...newest];
};

export type MessageGroup = {
  readonly key: string;
  readonly author: Author;
  readonly at: number;
  readonly startsDay: boolean;
  readonly messages: readonly Message[];
};

const pause = 5 * 60_000;
const dayOf = (at: number): string => new Date(at).toDateString();

/** Puts together what one author said without a pause: five minutes, another exchange of the user, or another day part them. */
export const groupMessages = (messages: readonly Message[]): readonly MessageGroup[] => {
  const groups: MessageGroup[] = [];
  for (const message of messages) {
    const last = groups.at(-1);
    const before = last?.messages.at(-1);
    const startsDay = !before || dayOf(before.at) !== dayOf(message.at);
    const belongs = last && before && !startsDay && last.author === message.author && message.at - before.at < pause;
    if (belongs) groups[groups.length - 1] = { ...last, messages: [...last.messages, message] };
    else groups.push({ key: message.id, author: message.author, at: message.at, startsDay, messages: [message] });
  }
  return groups;
};

/** What the author of a message is called on this channel. */
export const authorName = (author: Author, botName: string, { authors }: Words['conversation']): string =>
  author === 'bot' ? botName : authors[author];

/** Who answers as the bot of a channel, in words. */
export const botNameOf = (
  channel: Channel,
  { botScripts, platforms }: Catalogue,
  { authors }: Words['conversation'],
): string => {
  const platform = platforms.find((each) => each.id === channel.platformId);
  if (!channel.plays[botEndOf(channel, platform)] || channel.botId === byHand) return authors.bot;
  return botScripts.find((each) => each.id === channel.botId)?.name ?? authors.bot;
};

/** The turn of a conversation that waits for a person's answer; the oldest first, because its time runs out first. */
export const waitingTurn = (turns: readonly WaitingTurn[], conversationId: string | null): WaitingTurn | null =>
  turns.filter((each) => each.conversationId === conversationId).toSorted((one, other) => one.until - other.until)[0] ??
  null;

/** An exchange by id, wherever it is held. */
export const findExchange = (
  id: number | null,
  ...lists: readonly (readonly ExchangeSummary[])[]
): ExchangeSummary | null => {
  if (id === null) return null;
  for (const list of lists) {
    const found = list.findLast((each) => each.id === id);
    if (found) return found;
  }
  return null;
};

/** An exchange as the page knows it now: from the session, or from the lines of the list. */
export const exchangeNow = ({ session, view }: BenchState, id: number | null): ExchangeSummary | null =>
  id === null ? null : (findExchange(id, session?.exchanges ?? []) ?? exchangeInLines(view.listing.lines, id));

/** The messages that come first of what their exchange carried: what is said about an exchange is said there, once. */
export const firstOfExchange = (groups: readonly MessageGroup[]): ReadonlySet<string> => {
  const firsts = new Map<number, string>();
  for (const { messages } of groups)
    for (const { id, exchangeId, author } of messages)
      if (author !== 'channel' && !firsts.has(exchangeId)) firsts.set(exchangeId, id);
  return new Set(firsts.values());
};

/** What there is to say under a message about the exchange that carried it: only when it did not go well, or is not over. */
export const troubleOf = (message: Message, exchange: ExchangeSummary | null, words: Words): Trouble | null => {
  if (!exchange || message.author === 'channel') return null;
  const { outcome } = exchange;
  const { conversation } = words;
  if (wasWithheld(exchange) && outcome.state === 'failed')
    return { state: 'withheld', sentence: sayFault(outcome.fault, words).message };
  // What others say comes in a reply as well: then the words of the user are what the exchange is about.
  if (message.author !== 'user' && exchange.direction === 'inbound') return null;
  if (outcome.state === 'pending') return message.author === 'user' ? { state: 'waiting' } : null;
  if (outcome.state === 'failed') {
    const { message: sentence, next } = sayFault(outcome.fault, words);
    return { state: 'failed', sentence, next };
  }
  if (outcome.state === 'answered' && outcome.status >= 400)
    return { state: 'failed', sentence: `${conversation.answered(outcome.status)} ${exchange.note}`.trim(), next: '' };
  if (outcome.state === 'aborted') return { state: 'failed', sentence: conversation.senderLeft, next: '' };
  return null;
};
export type Trouble =
  | { readonly state: 'waiting' }
  | { readonly state: 'withheld'; readonly sentence: string }
  | { readonly state: 'failed'; readonly sentence: string; readonly next: string };
