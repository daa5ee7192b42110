import type { ConformanceRow } from '#shared/platforms/conformance.ts';
import { allReceived, at, call, firstOf, openChat, rowsOf, same, textBlocks, typed } from './conformance-words.ts';
import { facts } from './facts.ts';
import { textIn } from './wire.ts';

const row = rowsOf('open-api', 'platform');

/** Statuses of messages with these bodies, in a user chat of its own. */
const statusesOf =
  (wanted: readonly number[], ...bodies: readonly Parameters<typeof call>[3][]): ConformanceRow['test'] =>
  async (probe) => {
    const chatId = await openChat(probe);
    const statuses: number[] = [];
    for (const body of bodies)
      statuses.push((await call(probe, 'POST', `/user-chats/${chatId}/messages`, body)).status);
    return same('the list of statuses', statuses, wanted);
  };

const web = (title: string) => ({ title, action: { type: 'web', attributes: { url: 'https://bank.example/' } } });

/** Messages written through the Open API. */
export const apiRows: readonly ConformanceRow[] = [
  row('send', facts.send, async (probe) => {
    const chatId = await openChat(probe);
    const { status, json } = await call(
      probe,
      'POST',
      `/user-chats/${chatId}/messages?botName=Mia`,
      textBlocks('Good day'),
    );
    const [event] = await allReceived(probe);
    return firstOf(
      same('the status', status, 200),
      same('message.plainText', at(json, 'message', 'plainText'), 'Good day'),
      same('message.personType', at(json, 'message', 'personType'), 'bot'),
      same('bot.name', at(json, 'bot', 'name'), 'Mia'),
      same('a top-level id', json['id'], undefined),
      same('the event’s message', at(event?.body, 'entity', 'id'), at(json, 'message', 'id')),
    );
  }),
  row('send-4', facts.version, async (probe) => {
    const chatId = await openChat(probe);
    const { json } = await call(probe, 'POST', `/open/v4/user-chats/${chatId}/messages`, textBlocks('Good day'));
    return same('message.root', at(json, 'message', 'root'), at(json, 'message', 'id'));
  }),
  row('group-name', facts.groupName, async (probe) => {
    const byName = await call(probe, 'POST', '/groups/@support/messages', textBlocks('Good day'));
    const byId = await call(probe, 'POST', '/groups/30003/messages', textBlocks('Good day'));
    return firstOf(
      same('the statuses', [byName.status, byId.status], [200, 200]),
      same('message.chatKey', at(byName.json, 'message', 'chatKey'), 'group-30003'),
    );
  }),
  row('thread', facts.thread, async (probe) => {
    const root = at((await call(probe, 'POST', '/groups/30003/messages', textBlocks('Look'))).json, 'message', 'id');
    const reply = await call(probe, 'POST', `/groups/30003/threads/${textIn(root)}/messages`, textBlocks('I did'));
    const lost = await call(probe, 'POST', '/groups/30003/threads/none/messages', textBlocks('I did'));
    return firstOf(
      same('message.rootMessageId', at(reply.json, 'message', 'rootMessageId'), root),
      same('the status for another message', lost.status, 404),
    );
  }),
  row('bot-name-optional', facts.apiBotName, async (probe) => {
    const chatId = await openChat(probe);
    const { json } = await call(probe, 'POST', `/user-chats/${chatId}/messages`, textBlocks('Good day'));
    const { status } = await call(probe, 'PUT', `/user-chats/${chatId}/close`);
    return firstOf(
      same('bot.name', at(json, 'bot', 'name'), 'Larkspur Bank'),
      same('the status of closing without botName', status, 422),
    );
  }),
  row('bot-name-form', facts.botNameForm, async (probe) => {
    const chatId = await openChat(probe);
    const { status } = await call(
      probe,
      'POST',
      `/user-chats/${chatId}/messages?botName=a%40b`,
      textBlocks('Good day'),
    );
    return same('the status', status, 422);
  }),
  row(
    'options',
    facts.options,
    statusesOf(
      [200, 422],
      { ...textBlocks('Good day'), options: ['silent', 'private'] },
      { ...textBlocks('Good day'), options: ['loud'] },
    ),
  ),
  row('act-as-manager', facts.actAsManager, async (probe) => {
    const body = { ...textBlocks('Good day'), options: ['actAsManager'] };
    const chatId = await openChat(probe);
    const user = await call(probe, 'POST', `/user-chats/${chatId}/messages`, body);
    const group = await call(probe, 'POST', '/groups/30003/messages', body);
    return firstOf(
      same('message.personType', at(user.json, 'message', 'personType'), 'manager'),
      same('the status in a team chat', group.status, 422),
    );
  }),
  row('request-id', facts.requestId, async (probe) => {
    const chatId = await openChat(probe);
    const body = { ...textBlocks('Good day'), requestId: 'r-1' };
    const first = await call(probe, 'POST', `/user-chats/${chatId}/messages`, body);
    const second = await call(probe, 'POST', `/user-chats/${chatId}/messages`, body);
    return firstOf(
      same('message.id', at(second.json, 'message', 'id'), at(first.json, 'message', 'id')),
      same('the number of events', (await allReceived(probe)).length, 1),
    );
  }),
  row(
    'blocks',
    facts.blocks,
    statusesOf(
      [200, 422, 422],
      { blocks: [{ type: 'bullets', blocks: [{ type: 'code', value: 'x' }] }] },
      { blocks: [{ type: 'image' }] },
      {},
    ),
  ),
  row(
    'markup',
    facts.markup,
    statusesOf(
      [200, 200, 422, 422, 422],
      textBlocks('a <b>b</b>'),
      textBlocks('1 &lt; 2'),
      textBlocks('1 < 2'),
      textBlocks('<br>'),
      textBlocks('<b>open'),
    ),
  ),
  row('markup-link', facts.markup, async (probe) => {
    const chatId = await openChat(probe);
    const text =
      '<link type="manager" value="20002">@Kim</link> see <link type="url" value="https://bank.example/">here</link>';
    const { json } = await call(probe, 'POST', `/user-chats/${chatId}/messages`, textBlocks(text));
    return same('message.plainText', at(json, 'message', 'plainText'), '@Kim see here');
  }),
  row(
    'buttons',
    facts.buttons,
    statusesOf(
      [200, 422, 422],
      { ...textBlocks('Look'), buttons: [web('a'), web('b')] },
      { ...textBlocks('Look'), buttons: [web('a'), web('b'), web('c')] },
      { ...textBlocks('Look'), buttons: [] },
    ),
  ),
  row('files', facts.files, async (probe) => {
    await probe.say('user', typed('hi'));
    await allReceived(probe);
    await probe.say('user', { kind: 'media', media: 'image', url: 'https://bank.example/cat.png' });
    const [event] = await allReceived(probe);
    const [file] = (at(event?.body, 'entity', 'files') ?? []) as readonly { readonly key?: string }[];
    const chatId = textIn(at(event?.body, 'entity', 'chatId'));
    const { json } = await call(
      probe,
      'GET',
      `/user-chats/${chatId}/messages/file?key=${encodeURIComponent(file?.key ?? '')}`,
    );
    return same('result', json['result'], 'https://bank.example/cat.png');
  }),
  row('unknown', facts.unknownPath, async (probe) =>
    same('the status', (await call(probe, 'POST', '/user-chats/none/messages', textBlocks('Good day'))).status, 404),
  ),
];
