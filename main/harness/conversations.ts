import { conversationIdOf, type Conversation } from '#shared/channel/channel.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import type { Message } from '#shared/exchange/message.ts';
import type { SpokenMessage } from '#shared/platforms/dispatch.ts';
import { sessionWindow } from '#shared/session/state.ts';
import type { SessionLog } from './session-log.ts';
import { boundMessages } from './bound-messages.ts';
import type { World } from './world.ts';

/** Who said something, and which exchange carried it. */
type Place = { readonly channelId: string; readonly conversationId: string; readonly exchangeId: number };

/** Characters of a user id that tell a user apart: a foreign client may send a megabyte, and it would ride on every event. */
const longestUserId = 500;

/** The conversations and what was said in them: published, and kept. In memory are those that a window shows, the rest is in the store. */
export class Conversations {
  readonly #world: Pick<World, 'clock' | 'ids' | 'exchanges'>;
  readonly #publish: SessionLog['publish'];
  /** In the order in which windows were told. */
  readonly #known = new Map<string, Conversation>();
  #removedUpTo = 0;
  #hiddenUpTo = 0;

  constructor(
    world: Pick<World, 'clock' | 'ids' | 'exchanges'>,
    publish: SessionLog['publish'],
    known: readonly Conversation[],
  ) {
    this.#world = world;
    this.#publish = publish;
    for (const each of known) this.#known.set(each.id, each);
  }

  readonly byId = (conversationId: string): Conversation => {
    const known = this.#known.get(conversationId);
    if (known) return known;
    const kept = this.#world.exchanges.readConversation(conversationId);
    if (!kept) throw new HarnessError(fault('conversation.unknown'));
    this.#show(kept);
    return kept;
  };

  /** The conversation of this user on this channel, begun now if it is their first. */
  readonly ofUser = (channelId: string, userId: string): Conversation => {
    const speaker = userId.slice(0, longestUserId);
    const id = conversationIdOf(channelId, speaker);
    const known = this.#known.get(id);
    if (known) return known;
    const conversation: Conversation = { id, channelId, userId: speaker, startedAt: this.#world.clock.now() };
    this.#show(conversation);
    void this.#world.exchanges.keepConversation(conversation);
    return conversation;
  };

  readonly hasSpoken = (conversationId: string): boolean =>
    this.#world.exchanges.listMessages({ conversationId, limit: 1 }).messages.length > 0;

  get hiddenUpTo(): number {
    return this.#hiddenUpTo;
  }

  /** What an exchange up to this one says is kept and not shown. */
  readonly hideUpTo = (exchangeId: number): void => {
    this.#hiddenUpTo = exchangeId;
  };

  /** Adds what was said, in order; what an exchange says that was removed meanwhile is forgotten with it. */
  readonly tell = ({ channelId, conversationId, exchangeId }: Place, spoken: readonly SpokenMessage[]): void => {
    if (spoken.length === 0 || exchangeId <= this.#removedUpTo) return;
    const messages = boundMessages(spoken).map((each): Message => ({
      id: this.#world.ids.uuid(),
      channelId,
      conversationId,
      exchangeId,
      at: this.#world.clock.now(),
      ...each,
    }));
    if (exchangeId > this.#hiddenUpTo)
      for (const message of messages) this.#publish({ type: 'message-added', message });
    void this.#world.exchanges.keepMessages(messages);
  };

  readonly forgetUpTo = (exchangeId: number): void => {
    this.#removedUpTo = Math.max(this.#removedUpTo, exchangeId);
  };

  #show(conversation: Conversation): void {
    this.#known.set(conversation.id, conversation);
    const oldest = this.#known.keys().next().value;
    if (this.#known.size > sessionWindow && oldest !== undefined) this.#known.delete(oldest);
    this.#publish({ type: 'conversation-started', conversation });
  }
}
