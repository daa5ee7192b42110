import type { ConformanceRow } from '#shared/platforms/conformance.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { allReceived, at, call, firstOf, openChat, rowsOf, same, textBlocks, typed } from './conformance-words.ts';
import { facts } from './facts.ts';
import { listIn, objectIn, textIn } from './wire.ts';

const row = rowsOf('open-api', 'platform');

const webhook: JsonObject = {
  name: 'Second',
  url: 'http://127.0.0.1:3000/second',
  scopes: ['message.created.userChat'],
  apiVersion: 'v5',
};

const texts = (json: JsonObject) => listIn(json['messages']).map((each) => objectIn(each)['plainText']);

/** What can be read and changed through the Open API besides messages. */
export const apiReadRows: readonly ConformanceRow[] = [
  row('reads', facts.reads, async (probe) => {
    const chatId = await openChat(probe);
    await call(probe, 'POST', `/user-chats/${chatId}/messages?botName=Mia`, textBlocks('Good day'));
    const chats = await call(probe, 'GET', '/user-chats?state=opened');
    const messages = await call(probe, 'GET', `/user-chats/${chatId}/messages`);
    const chat = await call(probe, 'GET', `/user-chats/${chatId}`);
    const user = await call(probe, 'GET', `/users/${textIn(at(chat.json, 'userChat', 'userId'))}`);
    const others = [];
    for (const path of ['/bots', '/managers', '/managers/20002', '/groups', '/groups/@support', '/channel'])
      others.push((await call(probe, 'GET', path)).status);
    return firstOf(
      same('the fields of the list', Object.keys(chats.json), [
        'prev',
        'next',
        'messages',
        'sessions',
        'userChats',
        'users',
        'managers',
        'chatTags',
      ]),
      same('the chat of the list', objectIn(listIn(chats.json['userChats'])[0])['id'], chatId),
      same('the message of the chat', objectIn(listIn(messages.json['messages'])[0])['plainText'], 'Good day'),
      same('user.type', at(user.json, 'user', 'type'), 'lead'),
      same('the other statuses', others, [200, 200, 200, 200, 200, 200]),
    );
  }),
  row(
    'member',
    facts.memberLookup,
    async (probe) => {
      await openChat(probe);
      const known = await call(probe, 'GET', '/users/@m-77');
      const made = await call(probe, 'PUT', '/users/@m-78', { profile: { name: 'Sam Example' } });
      const found = await call(probe, 'GET', '/users/@m-78');
      return firstOf(
        same('user.memberId', at(known.json, 'user', 'memberId'), 'm-77'),
        same('the status of a new one', made.status, 200),
        same('user.name', at(found.json, 'user', 'name'), 'Sam Example'),
      );
    },
    { settings: { memberId: 'm-77' } },
  ),
  row('pages', facts.pages, async (probe) => {
    const chatId = await openChat(probe);
    for (const text of ['one', 'two', 'three'])
      await call(probe, 'POST', `/user-chats/${chatId}/messages`, textBlocks(text));
    const path = `/user-chats/${chatId}/messages?sortOrder=asc&limit=2`;
    const first = await call(probe, 'GET', path);
    const second = await call(probe, 'GET', `${path}&since=${textIn(first.json['next'])}`);
    return firstOf(
      same('the first page', texts(first.json), ['one', 'two']),
      same('the second page', texts(second.json), ['three']),
      same('next of the second page', second.json['next'], null),
      same(
        'the status of limit 501',
        (await call(probe, 'GET', `/user-chats/${chatId}/messages?limit=501`)).status,
        422,
      ),
    );
  }),
  row('states', facts.chatStates, async (probe) => {
    const chatId = await openChat(probe);
    const states = [];
    for (const path of ['snooze?botName=Mia&duration=PT30M', 'open?botName=Mia', 'close?botName=Mia'])
      states.push(at((await call(probe, 'PUT', `/user-chats/${chatId}/${path}`)).json, 'userChat', 'state'));
    const odd = await call(probe, 'PUT', `/user-chats/${chatId}/snooze?botName=Mia&duration=soon`);
    return firstOf(
      same('the list of states', states, ['snoozed', 'opened', 'closed']),
      same('the status for a duration that is none', odd.status, 422),
    );
  }),
  row('states-silent', facts.noCloseEvent, async (probe) => {
    const chatId = await openChat(probe);
    await call(probe, 'PUT', `/user-chats/${chatId}/close?botName=Mia`);
    return same('the number of events', (await allReceived(probe)).length, 0);
  }),
  row('open-chat', facts.openChat, async (probe) => {
    await probe.say('user', typed('hi'));
    const [event] = await allReceived(probe);
    const userId = textIn(at(event?.body, 'entity', 'userId'));
    const { json } = await call(probe, 'POST', `/users/${userId}/user-chats`, {});
    const [opened] = await allReceived(probe);
    return firstOf(
      same('userChat.userId', at(json, 'userChat', 'userId'), userId),
      same('the event’s chat', at(opened?.body, 'entity', 'id'), at(json, 'userChat', 'id')),
    );
  }),
  row('webhooks-read', facts.webhooks, async (probe) => {
    const { json } = await call(probe, 'GET', '/webhooks');
    const [own] = listIn(json['webhooks']).map(objectIn);
    return firstOf(
      same('name', own?.['name'], 'Hookbench'),
      same('token', own?.['token'], probe.settings['token']),
      same('blocked', own?.['blocked'], false),
      same('next', json['next'], null),
    );
  }),
  row('webhooks-changed', facts.webhooks, async (probe) => {
    const { json } = await call(probe, 'PATCH', '/webhooks/1', {
      scopes: ['userChat.opened'],
      token: 'mine',
      blocked: true,
    });
    await probe.say('user', typed('hi'));
    const events = await allReceived(probe);
    return firstOf(
      same('scopes', at(json, 'webhook', 'scopes'), ['userChat.opened']),
      same('token, which is read-only', at(json, 'webhook', 'token'), probe.settings['token']),
      same('blocked, which is read-only', at(json, 'webhook', 'blocked'), false),
      same(
        'the list of types',
        events.map(({ body }) => body['type']),
        ['userChat'],
      ),
    );
  }),
  row('webhooks-made', facts.webhooks, async (probe) => {
    const made = await call(probe, 'POST', '/webhooks', webhook);
    const id = textIn(at(made.json, 'webhook', 'id'));
    await probe.say('user', typed('hi'));
    const targets = (await allReceived(probe)).map(({ request }) => request.target.split('?', 1)[0]);
    const gone = await call(probe, 'DELETE', `/webhooks/${id}`);
    const missing = await call(probe, 'GET', `/webhooks/${id}`);
    return firstOf(
      same('the statuses', [made.status, gone.status, missing.status], [200, 200, 404]),
      same('the targets of the events', targets, ['/', '/', '/second']),
      same('the status without a name', (await call(probe, 'POST', '/webhooks', { ...webhook, name: '' })).status, 422),
      same(
        'the status with another scope',
        (await call(probe, 'POST', '/webhooks', { ...webhook, scopes: ['userChat.closed'] })).status,
        422,
      ),
    );
  }),
  row('webhooks-4', facts.watch, async (probe) => {
    const { json } = await call(probe, 'PATCH', '/open/v4/webhooks/1', { watchGroups: false });
    return firstOf(
      same('watchGroups', at(json, 'webhook', 'watchGroups'), false),
      same('scopes', at(json, 'webhook', 'scopes'), undefined),
    );
  }),
];
