import type { PlatformContext } from '#shared/platforms/context.ts';
import type { JsonObject } from '#shared/text/json.ts';
import {
  found,
  notThere,
  pageOf,
  badLimit,
  refusal,
  sorted,
  type ApiAnswer,
  type ApiCall,
  type ApiRoute,
} from './api-call.ts';
import {
  allBots,
  botNamed,
  botRun,
  chatById,
  linkOfFile,
  messageOfRequest,
  messagesIn,
  userById,
  writeIntoChat,
} from './chats.ts';
import { problemsOfMessage } from './check-message.ts';
import { chatKeyOf, groupEntity, type Written } from './entities.ts';
import { tell } from './event.ts';
import { facts, findingOf } from './facts.ts';
import { messageHappened } from './happenings.ts';
import { contentsOfMessage } from './read-message.ts';
import { channelTalkSettings } from './settings.ts';
import { endOfLoop } from './untold.ts';
import { listIn, textIn, withoutEmpty } from './wire.ts';
import { v4Message } from './version-4.ts';

const botNameForm = /^[^@#$%:/\\]+$/;

export const badBotName = (name: string): ApiAnswer | null =>
  botNameForm.test(name)
    ? null
    : refusal(422, 'bot-name', facts.botNameForm, 'botName holds one of @ # $ % : / or backslash.', 'query botName');

type Place = Pick<Written, 'chatType' | 'chatId'> & {
  /** Whose conversation shows it. */
  readonly userId: string;
  readonly rootMessageId?: string;
};

const userChatOf = ({ values, context }: ApiCall): Place | null => {
  const chat = chatById(values['chatId'] ?? '', context);
  return chat && { chatType: 'userChat', chatId: textIn(chat['id']), userId: textIn(chat['userId']) };
};

/** The group that a path names by its id, or by @ and its name. */
export const groupOf = ({ values, context }: ApiCall): JsonObject | null => {
  const settings = channelTalkSettings(context.settings);
  const named = values['group'] ?? '';
  return named === settings.groupId || named === `@${settings.groupName}` ? groupEntity(settings) : null;
};

const groupPlace = (call: ApiCall): Place | null => {
  const group = groupOf(call);
  if (!group) return null;
  const chatId = textIn(group['id']);
  return {
    chatType: 'group',
    chatId,
    userId: textIn(call.context.memory.get(`platform/team-of/${chatId}`)) || `group-${chatId}`,
  };
};

const isWrittenByManager = ({ body }: ApiCall): boolean => listIn(body['options']).includes('actAsManager');

const problemOf = (call: ApiCall, place: Place): ApiAnswer | null => {
  const [problem] = problemsOfMessage(call.body);
  if (problem)
    return refusal(
      422,
      problem.rule,
      problem.fact,
      `The message cannot be taken, for ${problem.problem}.`,
      `body ${problem.at}`,
    );
  if (place.chatType === 'group' && isWrittenByManager(call))
    return refusal(422, 'act-as-manager', facts.actAsManager, 'actAsManager is not for team chats.', 'body /options');
  const name = call.query.get('botName');
  return name === null || name === '' ? null : badBotName(name);
};

const answerJson = (message: JsonObject, botName: string, place: Place, { version, context }: ApiCall): JsonObject => {
  const user = place.chatType === 'userChat' ? userById(place.userId, context) : null;
  return withoutEmpty({
    message: version === 'v4' ? v4Message(message) : message,
    bot: botNamed(botName, context),
    user: user ?? undefined,
  });
};

const write = (place: Place, botName: string, call: ApiCall, context: PlatformContext): ApiAnswer => {
  const settings = channelTalkSettings(context.settings);
  const isManager = isWrittenByManager(call);
  const { chatType, chatId, userId, rootMessageId = '' } = place;
  const writer = isManager
    ? ({ personType: 'manager', personId: settings.managerId } as const)
    : ({ personType: 'bot', personId: textIn(botNamed(botName, context)['id']) } as const);
  const message = writeIntoChat({ chatType, chatId, ...writer }, { ...call.body, rootMessageId }, context);
  const author = isManager ? 'agent' : 'bot';
  const messages = contentsOfMessage(message, settings.host).map((content) => ({ author, content }) as const);
  const ended = endOfLoop(botRun(chatKeyOf(place), context), settings.loopLimit);
  const happening = messageHappened(message, isManager ? null : botName, userId, context);
  const thenSend = tell([happening], [], context, ended);
  return { status: 200, json: answerJson(message, botName, place, call), userId, messages, thenSend };
};

const postTo = (place: Place | null, what: string, call: ApiCall): ApiAnswer => {
  if (!place) return notThere(what);
  const problem = problemOf(call, place);
  if (problem) return { ...problem, userId: place.userId };
  const { context } = call;
  const botName = call.query.get('botName') || channelTalkSettings(context.settings).channelName;
  const earlier = messageOfRequest(chatKeyOf(place), textIn(call.body['requestId']), context);
  if (!earlier) return write(place, botName, call, context);
  const again = findingOf(
    'info',
    'api.request-id',
    facts.requestId,
    'This requestId was used before: the message is not written again, and the first one is answered.',
    'body /requestId',
  );
  return { status: 200, json: answerJson(earlier, botName, place, call), userId: place.userId, findings: [again] };
};

const threadPlace = (call: ApiCall): Place | null => {
  const place = groupPlace(call);
  const root = call.values['messageId'] ?? '';
  const isThere = place !== null && messagesIn(chatKeyOf(place), call.context).some((each) => each['id'] === root);
  return place && isThere ? { ...place, rootMessageId: root } : null;
};

const listOfPlace = (place: Place | null, what: string, call: ApiCall): ApiAnswer => {
  if (!place) return notThere(what);
  const page = pageOf(sorted(messagesIn(chatKeyOf(place), call.context), call.query), call.query);
  if (!page) return badLimit();
  const messages = call.version === 'v4' ? page.items.map(v4Message) : page.items;
  return found({ prev: null, next: page.next, messages, bots: allBots(call.context) });
};

const fileAnswer = (call: ApiCall): ApiAnswer => {
  const url = linkOfFile(call.query.get('key') ?? '', call.context);
  return url === '' ? notThere('file') : found({ result: url });
};

/** Messages of user chats and team chats: written and read. */
export const messageRoutes: readonly ApiRoute[] = [
  {
    method: 'POST',
    path: '/user-chats/{*chatId}/messages',
    answer: (call) => postTo(userChatOf(call), 'user chat', call),
  },
  {
    method: 'GET',
    path: '/user-chats/{*chatId}/messages',
    answer: (call) => listOfPlace(userChatOf(call), 'user chat', call),
  },
  { method: 'GET', path: '/user-chats/{*chatId}/messages/file', answer: fileAnswer },
  { method: 'POST', path: '/groups/{*group}/messages', answer: (call) => postTo(groupPlace(call), 'team chat', call) },
  {
    method: 'GET',
    path: '/groups/{*group}/messages',
    answer: (call) => listOfPlace(groupPlace(call), 'team chat', call),
  },
  {
    method: 'POST',
    path: '/groups/{*group}/threads/{*messageId}/messages',
    answer: (call) => postTo(threadPlace(call), 'team chat or message', call),
  },
];
