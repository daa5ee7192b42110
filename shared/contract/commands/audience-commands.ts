import { Type } from 'typebox';
import type { ShownWire } from '#shared/audience/shown-wire.ts';
import { ConversationId, exact, ExchangeId, takes, type Nothing } from '#shared/contract/command.ts';
import type { Message } from '#shared/exchange/message.ts';
import { PresenterNotes } from '#shared/shelf/presenter-notes.ts';

/** What a screen may ask for that other people look at: nothing secret and no credential is in it. */
export const audienceCommands = {
  /** The newest thousand messages of a conversation, oldest first. */
  readRecording: takes(Type.Object({ conversationId: ConversationId }, exact)).returns<{
    readonly messages: readonly Message[];
  }>(),
  /** The exchange that carried a message; of both twins of a loopback one the one that was received. */
  readShownWire: takes(Type.Object({ exchangeId: ExchangeId }, exact)).returns<ShownWire>(),
  /** Puts by what a presenter wants to say beside a conversation; without a text, nothing is kept. */
  keepPresenterNotes: takes(
    Type.Object({ conversationId: PresenterNotes.properties.id, text: PresenterNotes.properties.text }, exact),
  ).returns<Nothing>(),
} as const;
