import type { JsonObject } from '#shared/text/json.ts';
import {
  badLimit,
  found,
  notThere,
  pageOf,
  refusal,
  sorted,
  type ApiAnswer,
  type ApiCall,
  type ApiRoute,
} from './api-call.ts';
import { badBotName } from './api-messages.ts';
import { allChats, chatById, keepChat, messagesIn, openChat, userById } from './chats.ts';
import { managerEntity } from './entities.ts';
import { tell } from './event.ts';
import { facts } from './facts.ts';
import { chatHappened } from './happenings.ts';
import { channelTalkSettings } from './settings.ts';
import { textIn } from './wire.ts';
import { v4Message } from './version-4.ts';

const frontMessages = (chats: readonly JsonObject[], { version, context }: ApiCall): readonly JsonObject[] =>
  chats.flatMap((chat) => {
    const message = messagesIn(`userChat-${textIn(chat['id'])}`, context).at(-1);
    return message ? [version === 'v4' ? v4Message(message) : message] : [];
  });

const list = (call: ApiCall): ApiAnswer => {
  const { query, context } = call;
  const state = query.get('state') ?? 'opened';
  const page = pageOf(
    sorted(
      allChats(context).filter((each) => each['state'] === state),
      query,
    ),
    query,
  );
  if (!page) return badLimit();
  const users = page.items.flatMap((each) => userById(textIn(each['userId']), context) ?? []);
  return found({
    prev: null,
    next: page.next,
    messages: frontMessages(page.items, call),
    sessions: [],
    userChats: page.items,
    users: users as readonly JsonObject[],
    managers: [managerEntity(channelTalkSettings(context.settings))],
    chatTags: [],
  });
};

const withChat = (call: ApiCall, answer: (chat: JsonObject) => ApiAnswer): ApiAnswer => {
  const chat = chatById(call.values['chatId'] ?? '', call.context);
  return chat ? { userId: textIn(chat['userId']), ...answer(chat) } : notThere('user chat');
};

const keep = (chat: JsonObject, change: JsonObject, { context }: ApiCall): ApiAnswer => {
  const changed = { ...chat, ...change, updatedAt: context.stamp.now };
  keepChat(changed, context);
  return found({ userChat: changed });
};

/** Fields of a chat that a call may change. */
const writable = ['name', 'title', 'description', 'priority', 'tags', 'profile', 'assigneeId', 'teamId'];

const patch = (call: ApiCall): ApiAnswer =>
  withChat(call, (chat) =>
    keep(chat, Object.fromEntries(Object.entries(call.body).filter(([key]) => writable.includes(key))), call),
  );

/** What a bot does with a chat needs the name of the bot. */
const byBot = (call: ApiCall, change: (chat: JsonObject) => JsonObject | ApiAnswer): ApiAnswer =>
  withChat(call, (chat) => {
    const name = call.query.get('botName') ?? '';
    if (name === '')
      return refusal(
        422,
        'bot-name.missing',
        facts.apiBotName,
        'botName is missing in the query: this call needs the name of a bot.',
        'query botName',
      );
    const bad = badBotName(name);
    if (bad) return bad;
    const changed = change(chat);
    return isAnswer(changed) ? changed : keep(chat, changed, call);
  });

const isAnswer = (value: JsonObject | ApiAnswer): value is ApiAnswer => 'json' in value;

const isoDuration = /^P(?=\d|T\d)(?:\d+[YMWD])*(?:T(?:\d+[HMS])+)?$/;

const snooze = (call: ApiCall): ApiAnswer =>
  byBot(call, () =>
    isoDuration.test(call.query.get('duration') ?? '')
      ? { state: 'snoozed', snoozedAt: call.context.stamp.now }
      : refusal(
          422,
          'duration',
          facts.chatStates,
          'duration is no duration of ISO 8601, such as PT30M.',
          'query duration',
        ),
  );

const open = (call: ApiCall): ApiAnswer => {
  const userId = call.values['userId'] ?? '';
  // With both ends ours the conversation is there before the platform has heard of its user.
  if (!call.context.plays.app && !userById(userId, call.context)) return notThere('user');
  const chat = openChat(userId, call.context);
  return {
    status: 200,
    json: { userChat: chat },
    userId,
    thenSend: tell([chatHappened(chat, null, call.context)], [], call.context),
  };
};

/** User chats: listed, read, opened, closed, put off. None of the changes is an event, but for a chat that opens. */
export const chatRoutes: readonly ApiRoute[] = [
  { method: 'GET', path: '/user-chats', answer: list },
  {
    method: 'GET',
    path: '/user-chats/{*chatId}',
    answer: (call) => withChat(call, (chat) => found({ userChat: chat })),
  },
  { method: 'PATCH', path: '/user-chats/{*chatId}', answer: patch },
  {
    method: 'PUT',
    path: '/user-chats/{*chatId}/close',
    answer: (call) => byBot(call, () => ({ state: 'closed', closedAt: call.context.stamp.now })),
  },
  {
    method: 'PUT',
    path: '/user-chats/{*chatId}/open',
    answer: (call) => byBot(call, () => ({ state: 'opened', openedAt: call.context.stamp.now })),
  },
  { method: 'PUT', path: '/user-chats/{*chatId}/snooze', answer: snooze },
  {
    method: 'PUT',
    path: '/user-chats/{*chatId}/assign-to/managers/{*managerId}',
    answer: (call) =>
      byBot(call, () => {
        const { managerId } = channelTalkSettings(call.context.settings);
        return call.values['managerId'] === managerId
          ? { assigneeId: managerId, managerIds: [managerId] }
          : notThere('manager');
      }),
  },
  { method: 'POST', path: '/users/{*userId}/user-chats', answer: open },
];
