import type { JsonObject } from '#shared/text/json.ts';
import { badLimit, found, notThere, pageOf, refusal, type ApiAnswer, type ApiCall, type ApiRoute } from './api-call.ts';
import { badBotName, groupOf } from './api-messages.ts';
import { allBots, allUsers, botNamed, forgetUser, keepUser, userById, userOf } from './chats.ts';
import { channelEntity, groupEntity, managerEntity } from './entities.ts';
import { tell } from './event.ts';
import { facts } from './facts.ts';
import { userHappened } from './happenings.ts';
import { freshId } from './ids.ts';
import { channelTalkSettings } from './settings.ts';
import { objectIn, textIn } from './wire.ts';

const settingsOf = ({ context }: ApiCall) => channelTalkSettings(context.settings);

/** The user that a path names by id, or by @ and the member id. */
const userIn = ({ values, context }: ApiCall): JsonObject | null => {
  const named = values['userId'] ?? '';
  if (!named.startsWith('@')) return userById(named, context);
  return allUsers(context).find((each) => textIn(each['memberId']) === named.slice(1)) ?? null;
};

const readUser = (call: ApiCall): ApiAnswer => {
  const user = userIn(call);
  return user ? { ...found({ user }), userId: textIn(user['id']) } : notThere('user');
};

/** A member is made or changed by the customer's server: webhooks are told. */
const putMember = (call: ApiCall): ApiAnswer => {
  const { values, body, context } = call;
  const named = values['userId'] ?? '';
  if (!named.startsWith('@') || named === '@')
    return refusal(
      422,
      'member-id',
      facts.memberLookup,
      'Users are written by their member id: users/@ and the member id.',
      'path',
    );
  const known = userIn(call) ?? {
    ...userOf(freshId(context.stamp), context),
    type: 'member',
    member: true,
    memberId: named.slice(1),
  };
  const profile = { ...objectIn(known['profile']), ...objectIn(body['profile']) };
  const user: JsonObject = {
    ...known,
    profile,
    name: textIn(profile['name']) || textIn(known['name']),
    updatedAt: context.stamp.now,
  };
  keepUser(user, context);
  return {
    ...found({ user }),
    userId: textIn(user['id']),
    thenSend: tell([userHappened(user, 'upserted.contact')], [], context),
  };
};

const deleteUser = (call: ApiCall): ApiAnswer => {
  const user = userIn(call);
  if (!user) return notThere('user');
  forgetUser(textIn(user['id']), call.context);
  return {
    ...found({ user }),
    userId: textIn(user['id']),
    thenSend: tell([userHappened(user, 'deleted')], [], call.context),
  };
};

const makeBot = (call: ApiCall): ApiAnswer => {
  const name = textIn(call.body['name']);
  return badBotName(name) ?? found({ bot: botNamed(name, call.context) });
};

const listed = (name: string, all: readonly JsonObject[], { query }: ApiCall): ApiAnswer => {
  const page = pageOf(all, query);
  return page ? found({ [name]: page.items, next: page.next }) : badLimit();
};

const readManager = (call: ApiCall): ApiAnswer => {
  const manager = managerEntity(settingsOf(call));
  return call.values['managerId'] === manager['id'] ? found({ manager }) : notThere('manager');
};

const readGroup = (call: ApiCall): ApiAnswer => {
  const group = groupOf(call);
  return group ? found({ group }) : notThere('team chat');
};

/** The channel and everybody in it. */
export const peopleRoutes: readonly ApiRoute[] = [
  { method: 'GET', path: '/channel', answer: (call) => found({ channel: channelEntity(settingsOf(call)) }) },
  { method: 'GET', path: '/users/{*userId}', answer: readUser },
  { method: 'PUT', path: '/users/{*userId}', answer: putMember },
  { method: 'DELETE', path: '/users/{*userId}', answer: deleteUser },
  { method: 'GET', path: '/bots', answer: (call) => listed('bots', allBots(call.context), call) },
  { method: 'POST', path: '/bots', answer: makeBot },
  { method: 'GET', path: '/managers', answer: (call) => listed('managers', [managerEntity(settingsOf(call))], call) },
  { method: 'GET', path: '/managers/{*managerId}', answer: readManager },
  { method: 'GET', path: '/groups', answer: (call) => listed('groups', [groupEntity(settingsOf(call))], call) },
  { method: 'GET', path: '/groups/{*group}', answer: readGroup },
];
