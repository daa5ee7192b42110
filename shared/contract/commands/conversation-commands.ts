import { Type } from 'typebox';
import { ChannelId, ConversationId, exact, ExchangeId, takes, type Nothing } from '#shared/contract/command.ts';
import type { Message } from '#shared/exchange/message.ts';

const Utterance = Type.Union([
  Type.Object({ kind: Type.Literal('text'), text: Type.String({ minLength: 1, maxLength: 1_000_000 }) }, exact),
  Type.Object({ kind: Type.Literal('press'), title: Type.String(), payload: Type.String() }, exact),
  Type.Object(
    {
      kind: Type.Literal('form'),
      formId: Type.String(),
      title: Type.String(),
      values: Type.Record(Type.String(), Type.String()),
    },
    exact,
  ),
  Type.Object(
    {
      kind: Type.Literal('media'),
      media: Type.Union([Type.Literal('image'), Type.Literal('video'), Type.Literal('audio'), Type.Literal('file')]),
      url: Type.String({ minLength: 1, maxLength: 100_000 }),
      title: Type.Optional(Type.String()),
    },
    exact,
  ),
  Type.Object({ kind: Type.Literal('gesture'), id: Type.String({ minLength: 1 }), title: Type.String() }, exact),
]);

const VoiceName = Type.Union([Type.Literal('user'), Type.Literal('bot'), Type.Literal('agent')]);

/** What a screen may ask of the conversations. */
export const conversationCommands = {
  /** A new user on a channel; without `userId` the platform invents one. */
  startConversation: takes(
    Type.Object({ channelId: ChannelId, userId: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })) }, exact),
  ).returns<{ readonly conversationId: string }>(),
  /** As the user, the bot or an agent, where the channel has that voice: sends what the channel would send. Returns when the exchange is open; what comes back arrives as events. */
  say: takes(
    Type.Object({ conversationId: ConversationId, as: Type.Optional(VoiceName), utterance: Utterance }, exact),
  ).returns<{ readonly exchangeId: number }>(),
  /** As the bot, by hand: answers a turn that waits. Several texts are several messages. */
  answerTurn: takes(
    Type.Object(
      { exchangeId: ExchangeId, texts: Type.Array(Type.String({ minLength: 1 }), { minItems: 1, maxItems: 20 }) },
      exact,
    ),
  ).returns<Nothing>(),
  /** Newest first, older than the message `before`. */
  listMessages: takes(
    Type.Object(
      {
        conversationId: ConversationId,
        before: Type.Optional(Type.String()),
        limit: Type.Integer({ minimum: 1, maximum: 1000 }),
      },
      exact,
    ),
  ).returns<{ readonly messages: readonly Message[]; readonly hasMore: boolean }>(),
  /** What these exchanges carried, oldest first: a thousand messages at most. */
  readMessages: takes(Type.Object({ exchangeIds: Type.Array(ExchangeId, { maxItems: 500 }) }, exact)).returns<{
    readonly messages: readonly Message[];
  }>(),
} as const;
