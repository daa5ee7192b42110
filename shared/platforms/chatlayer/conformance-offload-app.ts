import { textOf } from '#shared/exchange/body.ts';
import { headerValue } from '#shared/exchange/raw-http.ts';
import type { ConformanceRow, Probe } from '#shared/platforms/conformance.ts';
import type { Fact } from '#shared/platforms/fact.ts';
import type { JsonObject } from '#shared/text/json.ts';
import {
  checkHealthAt,
  firstOf,
  jsonIn,
  nextBody,
  postEvent,
  rowAt,
  same,
  typed,
  user,
  userWrote,
} from './conformance-request.ts';
import { facts } from './facts.ts';
import { chatlayerSettings } from './settings.ts';
import { objectAt, objectsAt } from './wire.ts';

type Row = (id: string, fact: Fact, test: ConformanceRow['test'], defects?: readonly string[]) => ConformanceRow;

const atApp: Row = (id, fact, test, defects = []) =>
  rowAt('app')(id, fact, test, { settings: { dialect: 'd2' }, defects });

const handOver = (probe: Probe) => postEvent(probe, 'offload', { payload: {}, transcript: [] });

const text = { messageType: 'text', text: 'hi' };

/** What the agent sends for what the user wrote after a handover. */
const templatesFor = async (probe: Probe, said: string): Promise<readonly JsonObject[]> => {
  await handOver(probe);
  await userWrote(probe, { ...text, text: said });
  return objectsAt(await nextBody(probe), 'sendMessages');
};

const namesIn = (templates: readonly JsonObject[]): readonly string[] => templates.flatMap((each) => Object.keys(each));

/** The offloading webhook: what the app end answers, and what its agent sends. */
export const offloadAppRows: readonly ConformanceRow[] = [
  atApp('d2.app.health', facts.health, async (probe) => {
    const response = await checkHealthAt(probe);
    return firstOf(same('The status', response.status, 200), same('The body', jsonIn(response), { status: 'ok' }));
  }),
  atApp('d2.app.query-token', facts.queryToken, async (probe) =>
    same('The status of a wrong token', (await checkHealthAt(probe, 'another')).status, 401),
  ),
  atApp('d2.app.messages', facts.messagesEvent, async (probe) => {
    const response = await userWrote(probe, text);
    return firstOf(
      same('The status', response.status, 200),
      same('The length of the body', response.body.byteLength, 0),
    );
  }),
  atApp('d2.app.every-conversation', facts.everyConversation, async (probe) => {
    const { status } = await userWrote(probe, text);
    const answer = await probe.nextReceived();
    return firstOf(
      same('The status', status, 200),
      same('The agent answers without a handover', answer !== null, false),
    );
  }),
  atApp('d2.app.user-messages', facts.userMessages, async (probe) => {
    await handOver(probe);
    await userWrote(probe, { messageType: 'postback', title: 'Balance', parameters: [], nextDialogstateId: 'balance' });
    return same('The templates', namesIn(objectsAt(await nextBody(probe), 'sendMessages')), ['buttonTemplate']);
  }),
  atApp('d2.app.offload', facts.offloadReply, async (probe) => {
    const response = await handOver(probe);
    return firstOf(
      same('The status', response.status, 200),
      same('The body', jsonIn(response), { offloadSuccess: true, pauseBot: true }),
    );
  }),
  atApp(
    'd2.app.offload.refused',
    facts.offloadReply,
    async (probe) => same('The body', jsonIn(await handOver(probe)), { offloadSuccess: false, pauseBot: false }),
    ['offload.refused'],
  ),
  atApp(
    'd2.app.not-json',
    facts.offloadFailure,
    async (probe) => same('The body', textOf((await handOver(probe)).body).text, 'OK'),
    ['offload.not-json'],
  ),
  atApp('d2.app.actions', facts.actions, async (probe) => {
    await probe.say('agent', typed('Hello, I am Robin.'), user);
    const request = await probe.nextReceived();
    const { botId, version, accessToken } = chatlayerSettings(probe.settings);
    return firstOf(
      same('The address', request?.target, `/v1/bots/${botId}/conversations/${user}/actions?version=${version}`),
      same(
        'The right bearer token',
        headerValue(request?.headers ?? [], 'authorization') === `Bearer ${accessToken}`,
        true,
      ),
      same('The body', request === null ? null : jsonIn(request), {
        sendMessages: [{ textMessageTemplate: { textMessages: [{ text: 'Hello, I am Robin.' }] } }],
      }),
    );
  }),
  atApp('d2.app.templates', facts.templates, async (probe) => {
    await handOver(probe);
    const names: string[][] = [];
    for (const said of ['hi', 'balance', 'cards', 'branches']) {
      await userWrote(probe, { ...text, text: said });
      names.push([...namesIn(objectsAt(await nextBody(probe), 'sendMessages'))]);
    }
    return same('The templates', names, [
      ['quickReplyTemplate'],
      ['buttonTemplate'],
      ['textMessageTemplate', 'carouselTemplate'],
      ['listTemplate'],
    ]);
  }),
  atApp('d2.app.templates.buttons', facts.templates, async (probe) => {
    const [template] = await templatesFor(probe, 'contact');
    const [call, write, back] = objectsAt(objectAt(template ?? {}, 'buttonTemplate'), 'buttons');
    return firstOf(
      same('The phone button', call, { phoneNumberButton: { title: 'Call us', phoneNumber: '+44 1632 960000' } }),
      same('The link', write, { urlButton: { title: 'Write to us', url: 'https://bank.example/contact' } }),
      same('The postback', back, {
        postBackButton: { title: 'Back to the start', payload: { nextDialogstateId: 'menu', sessionDataToSet: [] } },
      }),
    );
  }),
  atApp('d2.app.templates.media', facts.templates, async (probe) => {
    await probe.say('agent', { kind: 'media', media: 'image', url: 'https://files.example/a.png' }, user);
    return same('sendMessages', (await nextBody(probe))['sendMessages'], [
      { attachmentTemplate: { media: { url: 'https://files.example/a.png', type: 'image' } } },
    ]);
  }),
  atApp('d2.app.agent-desk', facts.agentDesk, async (probe) => {
    const [first] = await templatesFor(probe, 'thanks');
    await userWrote(probe, { messageType: 'intro' });
    await userWrote(probe, text);
    const after = await probe.nextReceived();
    return firstOf(
      same('The answer after the handover', first, {
        textMessageTemplate: { textMessages: [{ text: 'You are welcome. Is there anything else?' }] },
      }),
      same('The agent answers after a new intro', after !== null, false),
    );
  }),
];
