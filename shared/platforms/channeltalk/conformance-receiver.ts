import { headerValue } from '#shared/exchange/raw-http.ts';
import type { ConformanceRow, Probe } from '#shared/platforms/conformance.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { firstOf, objectOf, post, rowsOf, same, userMessage } from './conformance-words.ts';
import { facts } from './facts.ts';
import { textIn } from './wire.ts';

const row = rowsOf('receiver', 'app');

/** Whether the app end answers this event with a message. */
const answers = async (probe: Probe, event: JsonObject, wanted: boolean): Promise<string | null> => {
  const reply = await post(probe, event);
  return firstOf(
    same('the status', reply.status, 200),
    same('the presence of a quick-reply', headerValue(reply.headers, 'x-quick-reply') === 'true', wanted),
  );
};

const userChat: JsonObject = {
  id: '5f0c2d8a9b7e6c1d2f3a4b5c',
  userId: '5f0c2d8a9b7e6c1d2f3a4b02',
  state: 'opened',
};

/** What the app end makes of events. */
export const receiverRows: readonly ConformanceRow[] = [
  row('token', facts.token, async (probe) => {
    const { token } = probe.settings;
    const [right, missing, empty, other, capitals] = [
      await post(probe, userMessage()),
      await post(probe, userMessage(), null),
      await post(probe, userMessage(), ''),
      await post(probe, userMessage(), 'another-token'),
      await post(probe, userMessage(), textIn(token).toUpperCase()),
    ];
    return same(
      'the list of statuses',
      [right, missing, empty, other, capitals].map(({ status }) => status),
      [200, 401, 401, 401, 401],
    );
  }),
  row('type-capitalised', facts.typeCase, async (probe) => answers(probe, { ...userMessage(), type: 'Message' }, true)),
  row('type-absent', facts.typeCase, async (probe) => {
    const { event, entity, refers } = userMessage();
    return answers(probe, { event: event ?? '', entity: entity ?? {}, refers: refers ?? {} }, true);
  }),
  row('event-scope', facts.eventNames, async (probe) =>
    answers(probe, { ...userMessage(), event: 'message.created.userChat' }, true),
  ),
  row('event-create', facts.eventNames, async (probe) => answers(probe, { ...userMessage(), event: 'create' }, true)),
  row('bot', facts.everyAuthor, async (probe) =>
    answers(probe, userMessage({ personType: 'bot', personId: 'b-1' }), false),
  ),
  row('manager', facts.everyAuthor, async (probe) =>
    answers(probe, userMessage({ personType: 'manager', personId: 'm-1' }), false),
  ),
  row('opened-alone', facts.chatOpened, async (probe) =>
    answers(
      probe,
      { event: 'push', type: 'userChat', entity: userChat, refers: { user: { id: userChat['userId'] ?? '' } } },
      true,
    ),
  ),
  row('opened-with-message', facts.chatOpened, async (probe) =>
    answers(
      probe,
      { event: 'push', type: 'userChat', entity: userChat, refers: { message: userMessage()['entity'] ?? {} } },
      false,
    ),
  ),
  row('user', facts.userUpserted, async (probe) =>
    answers(
      probe,
      { event: 'upsert', type: 'user', entity: { id: 'u-1', memberId: 'm-1', profile: {} }, refers: {} },
      false,
    ),
  ),
  row('log', facts.logMessage, async (probe) => {
    const { plainText: _, blocks: __, ...entity } = userMessage()['entity'] as JsonObject;
    return answers(
      probe,
      { ...userMessage(), entity: { ...entity, log: { action: 'assign', values: ['Kim'] } } },
      false,
    );
  }),
  row('version-2', facts.v2Names, async (probe) => {
    const { plainText: _, blocks: __, personId: ___, ...entity } = userMessage()['entity'] as JsonObject;
    return answers(
      probe,
      { ...userMessage(), entity: { ...entity, message: 'hi' }, refers: { veil: { id: 'v-1' } } },
      true,
    );
  }),
  row('version-4', facts.version, async (probe) =>
    answers(probe, userMessage({ root: '5f0c2d8a9b7e6c1d2f3a4b01' }), true),
  ),
  row('duplicate', facts.duplicates, async (probe) =>
    firstOf(await answers(probe, userMessage(), true), await answers(probe, userMessage(), false)),
  ),
  row(
    'duplicate-as-set',
    facts.duplicates,
    async (probe) => firstOf(await answers(probe, userMessage(), true), await answers(probe, userMessage(), true)),
    { settings: { ignoresDuplicates: false } },
  ),
  row(
    'open-api',
    facts.send,
    async (probe) => {
      probe.answerNext();
      const reply = await post(probe, userMessage());
      const call = await probe.nextReceived();
      return firstOf(
        same('the status', reply.status, 200),
        same('the length of the body', reply.body.byteLength, 0),
        same(
          'the call',
          call && `${call.method} ${call.target}`,
          'POST /open/v5/user-chats/5f0c2d8a9b7e6c1d2f3a4b5c/messages?botName=Mia',
        ),
        same('x-access-key', call && headerValue(call.headers, 'x-access-key'), probe.settings['accessKey']),
        same('the kind of requestId', typeof (call && objectOf(call)['requestId']), 'string'),
      );
    },
    { settings: { answerBy: 'open-api' } },
  ),
  row(
    'open-api-4',
    facts.send,
    async (probe) => {
      await post(probe, userMessage({ chatType: 'userChat' }));
      const call = await probe.nextReceived();
      return same('the target', call?.target, '/open/v4/user-chats/5f0c2d8a9b7e6c1d2f3a4b5c/messages?botName=Mia');
    },
    { settings: { answerBy: 'open-api', apiVersion: 'v4' } },
  ),
];
