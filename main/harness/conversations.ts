import { conversationIdOf, type Conversation } from '#shared/channel/channel.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import type { Message } from '#shared/exchange/message.ts';
import type { SpokenMessage } from '#shared/platforms/platform.ts';
import type { SessionLog } from './session-log.ts';
import type { World } from './world.ts';

/** Who said something, and which exchange carried it. */
type Place = { readonly conversationId: string; readonly exchangeId: number };

/** The conversations and what was said in them: published, and kept. */
export class Conversations {
  readonly #world: Pick<World, 'clock' | 'ids' | 'exchanges'>;
  readonly #publish: SessionLog['publish'];
  readonly #known = new Map<string, Conversation>();

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
    const found = this.#known.get(conversationId);
    if (!found) throw new HarnessError(fault('conversation.unknown'));
    return found;
  };

  /** The conversation of this user on this channel, begun now if it is their first. */
  readonly ofUser = (channelId: string, userId: string): Conversation => {
    const id = conversationIdOf(channelId, userId);
    const known = this.#known.get(id);
    if (known) return known;
    const conversation: Conversation = { id, channelId, userId, startedAt: this.#world.clock.now() };
    this.#known.set(id, conversation);
    this.#publish({ type: 'conversation-started', conversation });
    void this.#world.exchanges.keepConversation(conversation);
    return conversation;
  };

  readonly hasSpoken = (conversationId: string): boolean =>
    this.#world.exchanges.listMessages({ conversationId, limit: 1 }).messages.length > 0;

  /** Adds what was said, in order. */
  readonly tell = ({ conversationId, exchangeId }: Place, spoken: readonly SpokenMessage[]): void => {
    if (spoken.length === 0) return;
    const { channelId } = this.byId(conversationId);
    const messages = spoken.map((each): Message => ({
      id: this.#world.ids.uuid(),
      channelId,
      conversationId,
      exchangeId,
      at: this.#world.clock.now(),
      ...each,
    }));
    for (const message of messages) this.#publish({ type: 'message-added', message });
    void this.#world.exchanges.keepMessages(messages);
  };
}
