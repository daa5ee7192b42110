import { bytesOf, textOf } from '#shared/exchange/body.ts';
import type { RawResponse } from '#shared/exchange/raw-http.ts';
import { queryOf } from '#shared/exchange/form-body.ts';
import type { ConformanceRow, Probe } from '#shared/platforms/conformance.ts';
import type { Fact } from '#shared/platforms/fact.ts';
import type { Json, JsonObject } from '#shared/text/json.ts';
import { firstOf, jsonIn, nextBody, postActions, rowAt, same, typed, user } from './conformance-request.ts';
import { facts } from './facts.ts';
import { chatlayerSettings } from './settings.ts';
import { objectAt, objectsAt, textAt } from './wire.ts';

type Row = (id: string, fact: Fact, test: ConformanceRow['test'], defects?: readonly string[]) => ConformanceRow;

const settings = { dialect: 'd2' };
const atPlatform: Row = (id, fact, test, defects = []) => rowAt('platform')(id, fact, test, { settings, defects });

const gesture = (id: string) => ({ kind: 'gesture', id, title: id }) as const;

const isIso = (text: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text);

const tokenIn = (target: string | undefined): string | null => queryOf(target ?? '').get('challenge.verifyToken');

/** Every event that comes of it, until there are no more: the bot answers too, as long as nobody has taken over. */
const eventsAfter = async (probe: Probe, said: Parameters<Probe['say']>[1]): Promise<readonly JsonObject[]> => {
  await probe.say('user', said, user);
  const events: JsonObject[] = [];
  for (let event = await nextBody(probe); Object.keys(event).length > 0; event = await nextBody(probe))
    events.push(event);
  return events;
};

const itemOf = (event: JsonObject | undefined): JsonObject => objectsAt(event ?? {}, 'messages')[0] ?? {};

const actorsOf = (events: readonly JsonObject[]): Json => events.map((each) => itemOf(each)['actor'] ?? null);

/** What the platform end tells of something that the user did: the message inside the event. */
const messageTold = async (probe: Probe, said: Parameters<Probe['say']>[1]): Promise<JsonObject> =>
  objectAt(itemOf((await eventsAfter(probe, said))[0]), 'message');

const answerOf = (body: string): RawResponse => ({
  status: 200,
  reason: '',
  headers: [['Content-Type', 'application/json']],
  body: bytesOf(body),
});

/** The offloading webhook: what the platform end sends and takes. */
export const offloadRows: readonly ConformanceRow[] = [
  atPlatform('d2.health', facts.health, async (probe) => {
    await probe.say('user', gesture('health'), user);
    const request = await probe.nextReceived();
    return firstOf(
      same('The method', request?.method, 'GET'),
      same('The body', textOf(request?.body ?? new Uint8Array([0])).text, ''),
    );
  }),
  atPlatform('d2.query-token', facts.queryToken, async (probe) => {
    const { verifyToken } = chatlayerSettings(probe.settings);
    await probe.say('user', gesture('health'), user);
    const health = await probe.nextReceived();
    await probe.say('user', typed('hi'), user);
    const event = await probe.nextReceived();
    return firstOf(
      same('The token of the health check', tokenIn(health?.target) === verifyToken, true),
      same('The token of the event', tokenIn(event?.target) === verifyToken, true),
    );
  }),
  atPlatform(
    'd2.query-token.defect',
    facts.queryToken,
    async (probe) => {
      await probe.say('user', typed('hi'), user);
      const token = tokenIn((await probe.nextReceived())?.target);
      return same('The right token', token === null || token === chatlayerSettings(probe.settings).verifyToken, false);
    },
    ['callback.wrong-token'],
  ),
  atPlatform('d2.messages', facts.messagesEvent, async (probe) => {
    await probe.say('user', typed('hi'), user);
    const body = await nextBody(probe);
    const [item] = objectsAt(body, 'messages');
    return firstOf(
      same('The keys', Object.keys(body), [
        'botId',
        'version',
        'channel',
        'sessionId',
        'event',
        'messages',
        'timestamp',
      ]),
      same('event', body['event'], 'messages'),
      same('sessionId', body['sessionId'], user),
      same('actor', item?.['actor'], 'user'),
      isIso(textAt(body, 'timestamp')) ? null : 'timestamp is no time.',
    );
  }),
  atPlatform('d2.messages.bot', facts.messagesEvent, async (probe) => {
    await probe.say('bot', typed('Hello'), user);
    const [item] = objectsAt(await nextBody(probe), 'messages');
    return firstOf(same('actor', item?.['actor'], 'bot'), same('message', item?.['message'], { text: 'Hello' }));
  }),
  atPlatform('d2.every-conversation', facts.everyConversation, async (probe) => {
    await probe.say('user', typed('hi'), user);
    return same('The event without a handover', (await nextBody(probe))['event'], 'messages');
  }),
  atPlatform('d2.user-messages', facts.userMessages, async (probe) => {
    const intro = await messageTold(probe, gesture('start'));
    const text = await messageTold(probe, typed('hi'));
    const press = await messageTold(probe, { kind: 'press', title: 'Yes', payload: 'card.block' });
    const upload = await messageTold(probe, { kind: 'media', media: 'image', url: 'https://files.example/a.png' });
    return firstOf(
      same('The intro', intro['messageType'], 'intro'),
      same('sender.id', objectAt(intro, 'sender')['id'], user),
      same('The text', [text['messageType'] ?? null, text['text'] ?? null], ['text', 'hi']),
      same(
        'The press',
        [press['messageType'] ?? null, press['title'] ?? null, press['nextDialogstateId'] ?? null],
        ['postback', 'Yes', 'card.block'],
      ),
      same(
        'The upload',
        [upload['messageType'] ?? null, upload['urls'] ?? null],
        ['fileUploadInputResult', ['https://files.example/a.png']],
      ),
    );
  }),
  atPlatform('d2.offload', facts.offloadEvent, async (probe) => {
    await eventsAfter(probe, typed('thanks'));
    const [body = {}] = await eventsAfter(probe, gesture('offload'));
    const transcript = objectsAt(body, 'transcript');
    return firstOf(
      same('event', body['event'], 'offload'),
      same('payload', body['payload'], {}),
      same(
        'The transcript',
        transcript.map((each) => [each['actor'] ?? null, objectAt(each, 'message')['text'] ?? null]),
        [
          ['user', 'thanks'],
          ['bot', 'You are welcome. Is there anything else?'],
        ],
      ),
    );
  }),
  atPlatform('d2.failure', facts.offloadFailure, async (probe) => {
    probe.answerNext({ status: 500, reason: '', headers: [['Content-Length', '0']], body: new Uint8Array() });
    return same('The actors of the events', actorsOf(await eventsAfter(probe, typed('thanks'))), ['user', 'bot']);
  }),
  atPlatform('d2.bot-told', facts.messagesEvent, async (probe) => {
    const [, told] = await eventsAfter(probe, typed('thanks'));
    return same('The answer of the bot', itemOf(told)['message'], { text: 'You are welcome. Is there anything else?' });
  }),
  atPlatform('d2.bot-paused', facts.agentDesk, async (probe) => {
    probe.answerNext(answerOf('{"offloadSuccess":true,"pauseBot":true}'));
    await eventsAfter(probe, gesture('offload'));
    const paused = actorsOf(await eventsAfter(probe, typed('thanks')));
    await eventsAfter(probe, gesture('start'));
    const anew = actorsOf(await eventsAfter(probe, typed('thanks')));
    return firstOf(
      same('The actors after a handover', paused, ['user']),
      same('The actors after a new start', anew, ['user', 'bot']),
    );
  }),
  atPlatform('d2.bot-not-paused', facts.offloadReply, async (probe) => {
    probe.answerNext(answerOf('{"offloadSuccess":true,"pauseBot":false}'));
    await eventsAfter(probe, gesture('offload'));
    return same('The actors', actorsOf(await eventsAfter(probe, typed('thanks'))), ['user', 'bot']);
  }),
  atPlatform('d2.handover-not-json', facts.offloadFailure, async (probe) => {
    probe.answerNext(answerOf('OK'));
    await eventsAfter(probe, gesture('offload'));
    return same('The actors', actorsOf(await eventsAfter(probe, typed('thanks'))), ['user', 'bot']);
  }),
  atPlatform('d2.actions', facts.actions, async (probe) => {
    const body = { sendMessages: [{ textMessageTemplate: { textMessages: [{ text: 'Hello, I am Robin.' }] } }] };
    return firstOf(
      same('The status with the token', (await postActions(probe, body)).status, 200),
      same('The status without it', (await postActions(probe, body, [])).status, 401),
    );
  }),
  atPlatform('d2.actions.reply', facts.actionsReply, async (probe) => {
    const body = {
      sendMessages: [{ attachmentTemplate: { media: { url: 'https://files.example/a.png', type: 'image' } } }],
    };
    return same('The body', jsonIn(await postActions(probe, body)), {});
  }),
  atPlatform('d2.actions.unusable', facts.templates, async (probe) =>
    firstOf(
      same('The status without sendMessages', (await postActions(probe, {})).status, 400),
      same(
        'The status of an unknown template',
        (await postActions(probe, { sendMessages: [{ other: {} }] })).status,
        200,
      ),
    ),
  ),
];
