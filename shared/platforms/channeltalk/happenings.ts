import type { PlatformContext } from '#shared/platforms/context.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { chatById, botNamed, userOf } from './chats.ts';
import { groupEntity, managerEntity } from './entities.ts';
import type { Happening } from './event.ts';
import { channelTalkSettings } from './settings.ts';
import { textIn } from './wire.ts';

/** Who wrote a message, as its event refers to them; a bot by the name that it wrote under. */
const writerOf = (message: JsonObject, botName: string | null, context: PlatformContext): JsonObject => {
  if (message['personType'] === 'manager') return { manager: managerEntity(channelTalkSettings(context.settings)) };
  return message['personType'] === 'bot' && botName !== null ? { bot: botNamed(botName, context) } : {};
};

/** A message was written. `userId`: whose conversation shows it. */
export const messageHappened = (
  message: JsonObject,
  botName: string | null,
  userId: string,
  context: PlatformContext,
): Happening => {
  const isGroup = message['chatType'] === 'group';
  const chat = chatById(textIn(message['chatId']), context);
  const place: JsonObject = isGroup
    ? { group: groupEntity(channelTalkSettings(context.settings)) }
    : chat
      ? { userChat: chat, user: userOf(textIn(chat['userId']), context) }
      : {};
  return {
    scope: isGroup ? 'message.created.teamChat' : 'message.created.userChat',
    text: textIn(message['plainText']),
    word: 'push',
    type: 'message',
    entity: message,
    refers: { ...writerOf(message, botName, context), ...place },
    userId,
    isOwn: message['personType'] === 'bot',
  };
};

/** A user chat opened; `first`: the message that opened it, where there is one. */
export const chatHappened = (chat: JsonObject, first: JsonObject | null, context: PlatformContext): Happening => {
  const userId = textIn(chat['userId']);
  return {
    scope: 'userChat.opened',
    text: null,
    word: 'push',
    type: 'userChat',
    entity: chat,
    refers: { ...(first ? { message: first } : {}), user: userOf(userId, context) },
    userId,
    isOwn: false,
  };
};

/** A user chat was closed, of which Channel Talk tells nobody. */
export const chatClosed = (chat: JsonObject, context: PlatformContext): Happening => ({
  ...chatHappened(chat, null, context),
  scope: null,
  word: 'update',
});

/** A user was changed or deleted. */
export const userHappened = (
  user: JsonObject,
  what: 'upserted.contact' | 'upserted.subscription' | 'deleted',
): Happening => ({
  scope: `${user['type'] === 'member' ? 'member' : 'lead'}.${what}`,
  text: null,
  word: what === 'deleted' ? 'delete' : 'upsert',
  type: 'user',
  entity: user,
  refers: {},
  userId: textIn(user['id']),
  isOwn: false,
});
