import { headerValue } from '#shared/exchange/raw-http.ts';
import type { ConformanceRow, Probe } from '#shared/platforms/conformance.ts';
import { fillPath } from '#shared/platforms/route.ts';
import type { JsonObject } from '#shared/text/json.ts';
import {
  answerTo,
  firstOf,
  jsonIn,
  nextBody,
  nextMessage,
  postCurrent,
  rowAt,
  same,
  typeCurrent,
  typed,
  user,
} from './conformance-request.ts';
import { facts } from './facts.ts';
import { sessionDataPath } from './paths.ts';
import { chatlayerSettings } from './settings.ts';
import { objectAt, objectsAt, textAt } from './wire.ts';

const atPlatform = rowAt('platform');
const atApp = rowAt('app');

const whichAccount = 'Which account would you like to see?';

const templateText = (message: JsonObject): string =>
  textAt(objectAt(objectAt(message, 'attachment'), 'payload'), 'text');

const greets = (message: JsonObject): string | null =>
  textAt(message, 'text').startsWith('Hello!')
    ? null
    : `The bot did not greet: ${JSON.stringify(message).slice(0, 200)}.`;

const platformRows: readonly ConformanceRow[] = [
  atPlatform('d1.text', facts.textMessage, async (probe) => greets(await answerTo(probe, 'hi'))),
  atPlatform('d1.postback', facts.postbackMessage, async (probe) => {
    const postbackMessage = {
      title: 'Balance',
      nextDialogstateId: 'balance',
      sessionDataToSet: [{ key: 'k', value: 'v' }],
    };
    await postCurrent(probe, { conversationId: user, message: { postbackMessage } });
    return same('The answer', templateText(await nextMessage(probe)), whichAccount);
  }),
  atPlatform('d1.intro', facts.introMessage, async (probe) => {
    await postCurrent(probe, { conversationId: user, message: { introMessage: {} } });
    return greets(await nextMessage(probe));
  }),
  atPlatform('d1.without-intro', facts.withoutIntro, async (probe) => {
    await typeCurrent(probe, 'thanks');
    const body = await nextBody(probe);
    return firstOf(
      same('The first messageCounter', body['messageCounter'], 1),
      same('The answer', objectAt(body, 'message'), { text: 'You are welcome. Is there anything else?' }),
    );
  }),
  atPlatform('d1.session-data', facts.sessionData, async (probe) => {
    await postCurrent(probe, { conversationId: user, sessionData: { profile: { tier: 'gold' } } });
    const path = fillPath(sessionDataPath, { ...probe.settings, senderId: user, namespace: 'profile' });
    const target = `${path}?access_token=${chatlayerSettings(probe.settings).accessToken}`;
    const session = await probe.send({ method: 'GET', target, headers: [], body: new Uint8Array() });
    return same('The session', jsonIn(session), { tier: 'gold' });
  }),
  atPlatform('d1.opaque-back', facts.pressOpaque, async (probe) => {
    const offered = objectsAt(await answerTo(probe, 'hi'), 'quick_replies').find((each) => each['title'] === 'Balance');
    const payload = textAt(offered ?? {}, 'payload');
    const asText = await answerTo(probe, payload);
    await postCurrent(probe, { conversationId: user, message: { postbackMessage: { title: 'Balance', payload } } });
    return firstOf(
      same('The answer to the payload as text', templateText(asText), whichAccount),
      same('The answer to postbackMessage.payload', templateText(await nextMessage(probe)), whichAccount),
    );
  }),
  atPlatform('d1.user-media', facts.userMedia, async (probe) => {
    const message = { attachmentMessage: { url: 'https://files.example/a.png' } };
    const { status } = await postCurrent(probe, { conversationId: user, message });
    const answer = await probe.nextReceived();
    return firstOf(
      same('The status', status, 200),
      answer === null ? null : 'The bot answered to what it cannot read.',
    );
  }),
];

/** The message object that the app end sends for what the user does. */
const messageFor = async (probe: Probe, utterance: Parameters<Probe['say']>[1]): Promise<JsonObject> => {
  await probe.say('user', utterance, user);
  return nextMessage(probe);
};

const opaque = '437a034cde170b50de1b6a87d1cba104e39b1f6e';
const pressOpaque = { kind: 'press', title: 'English', payload: opaque } as const;

const appRows: readonly ConformanceRow[] = [
  atApp('d1.app.bearer', facts.bearer, async (probe) => {
    await probe.say('user', typed('hi'), user);
    const request = await probe.nextReceived();
    const wanted = `Bearer ${chatlayerSettings(probe.settings).accessToken}`;
    return same('Authorization', headerValue(request?.headers ?? [], 'authorization') === wanted, true);
  }),
  atApp('d1.app.conversation-id', facts.userFields, async (probe) => {
    await probe.say('user', typed('hi'), user);
    return same('conversationId', (await nextBody(probe))['conversationId'], user);
  }),
  atApp(
    'd1.app.user-id',
    facts.userFields,
    async (probe) => {
      await probe.say('user', typed('hi'), user);
      const body = await nextBody(probe);
      return firstOf(
        same('user.id', objectAt(body, 'user')['id'], user),
        same('conversationId', body['conversationId'], null),
      );
    },
    { settings: { userField: 'user' } },
  ),
  atApp('d1.app.text', facts.textMessage, async (probe) =>
    same('message', await messageFor(probe, typed('hi')), { textMessage: { text: 'hi' } }),
  ),
  atApp('d1.app.intro', facts.introMessage, async (probe) =>
    same('message', await messageFor(probe, { kind: 'gesture', id: 'start', title: 'Start' }), { introMessage: {} }),
  ),
  atApp('d1.app.press-json', facts.postbackMessage, async (probe) => {
    const payload = '{"params":[{"key":"k","value":"v"}],"nextDialogstateId":"3050","type":"button","caption":"Dutch"}';
    const postbackMessage = { title: 'Dutch', nextDialogstateId: '3050', sessionDataToSet: [{ key: 'k', value: 'v' }] };
    return same('message', await messageFor(probe, { kind: 'press', title: 'Dutch', payload }), { postbackMessage });
  }),
  atApp('d1.app.press-opaque', facts.pressOpaque, async (probe) =>
    same('message', await messageFor(probe, pressOpaque), { textMessage: { text: opaque } }),
  ),
  atApp(
    'd1.app.press-opaque.postback',
    facts.pressOpaque,
    async (probe) =>
      same('message', await messageFor(probe, pressOpaque), { postbackMessage: { title: 'English', payload: opaque } }),
    { settings: { pressAs: 'postback' } },
  ),
  atApp(
    'd1.app.press-opaque.parsed',
    facts.pressOpaque,
    async (probe) => same('message', await messageFor(probe, pressOpaque), { postbackMessage: { title: 'English' } }),
    { defects: ['user.parses-payload'] },
  ),
  atApp(
    'd1.app.session-data',
    facts.sessionData,
    async (probe) => {
      await probe.say('user', typed('hi'), user);
      return same('sessionData', (await nextBody(probe))['sessionData'], { tier: 'gold' });
    },
    { settings: { sessionData: { tier: 'gold' } } },
  ),
];

/** What the user says in the current dialect, at either end. */
export const saidRows: readonly ConformanceRow[] = [...platformRows, ...appRows];
