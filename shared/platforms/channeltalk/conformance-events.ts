import { headerValue } from '#shared/exchange/raw-http.ts';
import type { ConformanceRow } from '#shared/platforms/conformance.ts';
import { isJsonObject } from '#shared/text/json.ts';
import {
  allReceived,
  at,
  eventsOf,
  firstOf,
  gesture,
  openChat,
  quickReply,
  rowsOf,
  same,
  typed,
} from './conformance-words.ts';
import { facts } from './facts.ts';
import { textIn } from './wire.ts';

const row = rowsOf('event', 'platform');

/** What the platform end tells webhooks, and how it spells it. */
export const eventRows: readonly ConformanceRow[] = [
  row('envelope', facts.envelope, async (probe) => {
    const [event] = await eventsOf(probe, 'user', typed('hi'));
    return firstOf(
      same('the method', event?.request.method, 'POST'),
      same('the list of fields', Object.keys(event?.body ?? {}), ['event', 'type', 'entity', 'refers']),
    );
  }),
  row('token', facts.token, async (probe) => {
    const [event] = await eventsOf(probe, 'user', typed('hi'));
    return firstOf(
      same('the target', event?.request.target, `/?token=${textIn(probe.settings['token'])}`),
      same('the signature', event && headerValue(event.request.headers, 'x-signature'), undefined),
    );
  }),
  row(
    'token-joined',
    facts.tokenJoined,
    async (probe) => {
      const [event] = await eventsOf(probe, 'user', typed('hi'));
      return same('the target', event?.request.target, `/hook?shop=1&token=${textIn(probe.settings['token'])}`);
    },
    { settings: { webhookUrl: 'http://127.0.0.1:3000/hook?shop=1' } },
  ),
  row('headers', facts.sentHeaders, async (probe) => {
    const [event] = await eventsOf(probe, 'user', typed('hi'));
    return same('Content-Type', event && headerValue(event.request.headers, 'content-type'), 'application/json');
  }),
  row('user-chat-message', facts.userChatMessage, async (probe) => {
    const [event] = await eventsOf(probe, 'user', typed('hi <you>'));
    const { body } = event ?? {};
    return firstOf(
      same('event and type', [body?.['event'], body?.['type']], ['push', 'message']),
      same('chatType', at(body, 'entity', 'chatType'), 'userChat'),
      same('personType', at(body, 'entity', 'personType'), 'user'),
      same('plainText', at(body, 'entity', 'plainText'), 'hi <you>'),
      same('blocks', at(body, 'entity', 'blocks'), [{ type: 'text', value: 'hi &lt;you&gt;' }]),
      same('chatKey', at(body, 'entity', 'chatKey'), `userChat-${textIn(at(body, 'entity', 'chatId'))}`),
    );
  }),
  row('refers-user', facts.messageRefers, async (probe) => {
    const [event] = await eventsOf(probe, 'user', typed('hi'));
    return firstOf(
      same('refers', Object.keys((event?.body['refers'] ?? {}) as object).toSorted(), ['user', 'userChat']),
      same('refers.userChat.id', at(event?.body, 'refers', 'userChat', 'id'), at(event?.body, 'entity', 'chatId')),
      same('refers.user.id', at(event?.body, 'refers', 'user', 'id'), at(event?.body, 'entity', 'personId')),
    );
  }),
  row('refers-manager', facts.messageRefers, async (probe) => {
    const [event] = await eventsOf(probe, 'agent', typed('Hello, this is Kim.'));
    return firstOf(
      same('personType', at(event?.body, 'entity', 'personType'), 'manager'),
      same('refers.manager.name', at(event?.body, 'refers', 'manager', 'name'), 'Kim Example'),
    );
  }),
  row('team-chat', facts.teamChatMessage, async (probe) => {
    const [event] = await eventsOf(probe, 'agent', gesture('team-chat'));
    const { body } = event ?? {};
    return firstOf(
      same('event and type', [body?.['event'], body?.['type']], ['push', 'message']),
      same('chatType', at(body, 'entity', 'chatType'), 'group'),
      same('refers', Object.keys((body?.['refers'] ?? {}) as object).toSorted(), ['group', 'manager']),
      same('refers.group.title', at(body, 'refers', 'group', 'title'), 'support'),
    );
  }),
  row('chat-opened', facts.chatOpened, async (probe) => {
    await probe.say('user', typed('hi'));
    const [event, message] = await allReceived(probe);
    return firstOf(
      same('event and type', [event?.body['event'], event?.body['type']], ['push', 'userChat']),
      same('state', at(event?.body, 'entity', 'state'), 'opened'),
      same('refers.message.id', at(event?.body, 'refers', 'message', 'id'), at(message?.body, 'entity', 'id')),
      isJsonObject(at(event?.body, 'refers', 'user')) ? null : 'refers.user is missing.',
    );
  }),
  row('chat-opened-first', facts.opensFirst, async (probe) => {
    await probe.say('user', typed('hi'));
    const events = await allReceived(probe);
    return same(
      'the list of types',
      events.map(({ body }) => body['type']),
      ['userChat', 'message'],
    );
  }),
  row('user-upserted', facts.userUpserted, async (probe) => {
    const [contact] = await eventsOf(probe, 'user', gesture('user-contact'));
    await probe.say('user', gesture('user-subscription'));
    const [subscription] = await allReceived(probe);
    return firstOf(
      same('event and type', [contact?.body['event'], contact?.body['type']], ['upsert', 'user']),
      same('the second one', [subscription?.body['event'], subscription?.body['type']], ['upsert', 'user']),
      same('unsubscribeEmail', at(subscription?.body, 'entity', 'unsubscribeEmail'), true),
    );
  }),
  row('user-deleted', facts.userDeleted, async (probe) => {
    const [event] = await eventsOf(probe, 'user', gesture('user-delete'));
    return same('event and type', [event?.body['event'], event?.body['type']], ['delete', 'user']);
  }),
  row('every-author', facts.everyAuthor, async (probe) => {
    const events = await eventsOf(probe, 'user', typed('hi'), quickReply());
    return same(
      'the list of authors',
      events.map(({ body }) => at(body, 'entity', 'personType')),
      ['user', 'bot'],
    );
  }),
  row('type-case', facts.typeCase, async (probe) => {
    await probe.say('user', typed('hi'));
    return same(
      'the list of types',
      (await allReceived(probe)).map(({ body }) => body['type']),
      ['userChat', 'message'],
    );
  }),
  row(
    'type-capitalised',
    facts.typeCase,
    async (probe) => {
      await probe.say('user', typed('hi'));
      return same(
        'the list of types',
        (await allReceived(probe)).map(({ body }) => body['type']),
        ['UserChat', 'Message'],
      );
    },
    { settings: { typeCase: 'capitalised' } },
  ),
  row(
    'type-absent',
    facts.typeCase,
    async (probe) => {
      const [event] = await eventsOf(probe, 'user', typed('hi'));
      return same('the list of fields', Object.keys(event?.body ?? {}), ['event', 'entity', 'refers']);
    },
    { settings: { typeCase: 'absent' } },
  ),
  row(
    'names-old',
    facts.eventNames,
    async (probe) => {
      const [event] = await eventsOf(probe, 'user', typed('hi'));
      return same('event', event?.body['event'], 'create');
    },
    { settings: { eventNames: 'old' } },
  ),
  row(
    'names-scopes',
    facts.eventNames,
    async (probe) => {
      const [event] = await eventsOf(probe, 'user', typed('hi'));
      return same('event', event?.body['event'], 'message.created.userChat');
    },
    { settings: { eventNames: 'scopes' } },
  ),
  row('no-close-event', facts.noCloseEvent, async (probe) => {
    const events = await eventsOf(probe, 'agent', gesture('close'));
    return same('the number of events', events.length, 0);
  }),
  row(
    'version-4',
    facts.version,
    async (probe) => {
      const button = { title: 'Open', url: 'https://bank.example/open' };
      const said = { blocks: [{ type: 'text', value: 'Look' }], buttons: [button] };
      const [user, bot] = await eventsOf(probe, 'user', typed('hi'), quickReply(said));
      return firstOf(
        same('root', at(user?.body, 'entity', 'root'), at(user?.body, 'entity', 'id')),
        same('buttons', at(bot?.body, 'entity', 'buttons'), [button]),
      );
    },
    { settings: { apiVersion: 'v4' } },
  ),
  row(
    'version-4-refers',
    facts.version,
    async (probe) => {
      await probe.say('user', typed('hi'));
      const [opened] = await allReceived(probe);
      const message = at(opened?.body, 'refers', 'message');
      return firstOf(
        same('the kind of refers.message.root', typeof at(message, 'root'), 'string'),
        same('refers.message.root', at(message, 'root'), at(message, 'id')),
      );
    },
    { settings: { apiVersion: 'v4' } },
  ),
  row('version-5', facts.version, async (probe) => {
    await openChat(probe);
    await probe.say('user', typed('hi'));
    const [event] = await allReceived(probe);
    return same(
      'the words and root',
      [at(event?.body, 'entity', 'plainText'), at(event?.body, 'entity', 'root')],
      ['hi', undefined],
    );
  }),
];
