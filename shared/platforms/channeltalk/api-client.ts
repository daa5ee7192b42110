import { bytesOf } from '#shared/exchange/body.ts';
import { contentOfUtterance, type Utterance } from '#shared/exchange/message.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Dispatch, SpokenMessage } from '#shared/platforms/dispatch.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { rememberOwn } from './own-messages.ts';
import { contentsOfMessage } from './read-message.ts';
import { channelTalkSettings } from './settings.ts';
import { objectIn, textIn } from './wire.ts';
import { writeMessage } from './write-message.ts';

type ToSend = {
  readonly chatId: string;
  readonly chatType: string;
  readonly userId: string;
  readonly botName: string;
  readonly body: JsonObject;
  readonly messages: readonly SpokenMessage[];
};

const call = (
  {
    path,
    body,
    userId,
    messages,
    purpose,
    detail,
  }: Pick<Dispatch, 'userId' | 'messages' | 'purpose' | 'detail'> & {
    readonly path: string;
    readonly body: JsonObject;
  },
  context: PlatformContext,
): Dispatch => {
  const settings = channelTalkSettings(context.settings);
  return {
    request: {
      origin: context.addresses.otherEnd ?? settings.host.replace(/\/$/, ''),
      method: 'POST',
      target: `/open/${settings.apiVersion}${path}`,
      headers: [
        ['x-access-key', settings.accessKey],
        ['x-access-secret', settings.accessSecret],
        ['Content-Type', 'application/json'],
      ],
      body: bytesOf(JSON.stringify(body)),
      timeLimit: settings.timeLimit,
    },
    end: 'app',
    userId,
    messages,
    findings: [],
    after: 0,
    purpose,
    detail,
  };
};

/** App end: the call that writes a message into a chat. Its requestId makes it safe to be sent again. */
export const postMessage = (
  { chatId, chatType, userId, botName, body, messages }: ToSend,
  context: PlatformContext,
): Dispatch => {
  const query = botName === '' ? '' : `?botName=${encodeURIComponent(botName)}`;
  const path = `/${chatType === 'group' ? 'groups' : 'user-chats'}/${encodeURIComponent(chatId)}/messages${query}`;
  const named = { ...body, requestId: context.stamp.id() };
  return call({ path, body: named, userId, messages, purpose: 'open-api', detail: { attempt: 1 } }, context);
};

/** App end: the bot speaks by itself. Where no chat of the user is known, one is opened first. */
export const sayToPlatform = (
  { userId, utterance }: { readonly userId: string; readonly utterance: Utterance },
  context: PlatformContext,
): Dispatch => {
  const { apiVersion, host, botName } = channelTalkSettings(context.settings);
  const body = writeMessage([contentOfUtterance(utterance)], apiVersion) ?? { blocks: [{ type: 'text', value: ' ' }] };
  const messages = contentsOfMessage(body, host).map((content) => ({ author: 'bot', content }) as const);
  const place = objectIn(context.memory.get(`app/chat-of/${userId}`));
  const chatId = textIn(place['chatId']);
  if (chatId === '') {
    const path = `/users/${encodeURIComponent(userId)}/user-chats`;
    return call({ path, body: {}, userId, messages, purpose: 'open-chat', detail: { body } }, context);
  }
  rememberOwn(chatId, body, context);
  return postMessage({ chatId, chatType: textIn(place['chatType']), userId, botName, body, messages }, context);
};
