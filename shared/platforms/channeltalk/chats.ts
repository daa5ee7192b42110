import type { PlatformContext } from '#shared/platforms/context.ts';
import { isJsonObject, type JsonObject } from '#shared/text/json.ts';
import { botEntity, chatKeyOf, messageEntity, userChatEntity, userEntity, type Written } from './entities.ts';
import { freshId } from './ids.ts';
import { channelTalkSettings } from './settings.ts';
import { listIn, objectIn, textIn } from './wire.ts';

type Kept = Pick<PlatformContext, 'memory'>;

/** Messages of a chat that are remembered. */
const mostMessages = 200;

const objectAt = (key: string, { memory }: Kept): JsonObject | null => {
  const value = memory.get(key);
  return isJsonObject(value) ? value : null;
};

const allAt = (prefix: string, context: Kept): readonly JsonObject[] =>
  context.memory
    .keys(prefix)
    .map((key) => objectAt(key, context))
    .filter((each) => each !== null);

/** The user as the platform knows them; made at the first sight of the id. */
export const userOf = (userId: string, context: PlatformContext): JsonObject => {
  const known = userById(userId, context);
  if (known) return known;
  const user = userEntity(userId, channelTalkSettings(context.settings), context.stamp);
  keepUser(user, context);
  return user;
};

export const userById = (userId: string, context: Kept): JsonObject | null =>
  objectAt(`platform/user/${userId}`, context);
export const keepUser = (user: JsonObject, { memory }: Kept): void =>
  memory.set(`platform/user/${textIn(user['id'])}`, user);
export const forgetUser = (userId: string, { memory }: Kept): void => memory.forget(`platform/user/${userId}`);
export const allUsers = (context: Kept): readonly JsonObject[] => allAt('platform/user/', context);

export const chatById = (chatId: string, context: Kept): JsonObject | null =>
  objectAt(`platform/chat/${chatId}`, context);
export const keepChat = (chat: JsonObject, { memory }: Kept): void =>
  memory.set(`platform/chat/${textIn(chat['id'])}`, chat);
export const allChats = (context: Kept): readonly JsonObject[] => allAt('platform/chat/', context);

/** The chat that the user is in, unless it was closed. */
export const currentChat = (userId: string, context: Kept): JsonObject | null => {
  const chat = chatById(textIn(context.memory.get(`platform/chat-of/${userId}`)), context);
  return chat?.['state'] === 'closed' ? null : chat;
};

/** Opens a chat of the user, which becomes the one that they are in. */
export const openChat = (userId: string, context: PlatformContext): JsonObject => {
  const { settings, stamp, memory } = context;
  const chat = userChatEntity(userId, textIn(userOf(userId, context)['name']), channelTalkSettings(settings), stamp);
  keepChat(chat, context);
  memory.set(`platform/chat-of/${userId}`, textIn(chat['id']));
  return chat;
};

/** Writes a message into a chat: it is kept, and the chat knows of it. Bot messages in a row are counted, for the loop limit. */
export const writeIntoChat = (written: Written, body: JsonObject, context: PlatformContext): JsonObject => {
  const message = messageEntity(written, body, channelTalkSettings(context.settings), context.stamp);
  const key = chatKeyOf(written);
  context.memory.set(`platform/messages/${key}`, [...messagesIn(key, context), message].slice(-mostMessages));
  context.memory.set(`platform/bot-run/${key}`, written.personType === 'bot' ? botRun(key, context) + 1 : 0);
  const chat = chatById(written.chatId, context);
  if (chat && written.chatType === 'userChat')
    keepChat({ ...chat, ...noteOf(message), updatedAt: context.stamp.now }, context);
  return message;
};

const noteOf = (message: JsonObject): JsonObject => {
  const id = textIn(message['id']);
  return {
    frontMessageId: id,
    deskMessageId: id,
    ...(message['personType'] === 'user' ? { userLastMessageId: id } : {}),
  };
};

export const messagesIn = (chatKey: string, { memory }: Kept): readonly JsonObject[] =>
  listIn(memory.get(`platform/messages/${chatKey}`)).filter(isJsonObject);

/** How many bot messages came one after the other in this chat. */
export const botRun = (chatKey: string, { memory }: Kept): number => {
  const run = memory.get(`platform/bot-run/${chatKey}`);
  return typeof run === 'number' ? run : 0;
};

/** The bot of this name; made at the first sight of it. */
export const botNamed = (name: string, context: PlatformContext): JsonObject => {
  const key = `platform/bot/${name}`;
  const known = objectAt(key, context);
  if (known) return known;
  const bot = botEntity(freshId(context.stamp), name, channelTalkSettings(context.settings), context.stamp);
  context.memory.set(key, bot);
  return bot;
};
export const allBots = (context: Kept): readonly JsonObject[] => allAt('platform/bot/', context);

/** The message that was written with this request id in this chat, or null. */
export const messageOfRequest = (chatKey: string, requestId: string, context: Kept): JsonObject | null =>
  requestId === '' ? null : (messagesIn(chatKey, context).find((each) => each['requestId'] === requestId) ?? null);

/** Where a file of a chat lies: the link that the user sent. */
export const linkOfFile = (key: string, { memory }: Kept): string =>
  textIn(objectIn(memory.get(`platform/file/${key}`))['url']);
export const keepLink = (key: string, url: string, { memory }: Kept): void =>
  memory.set(`platform/file/${key}`, { url });
