import type { Utterance } from '#shared/exchange/message.ts';
import { headerValue } from '#shared/exchange/raw-http.ts';
import type { ConformanceRow } from '#shared/platforms/conformance.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { appSays, at, firstOf, like, postToApp, rowsOf, same, typed, user } from './conformance-words.ts';
import { facts } from './facts.ts';

const v1 = rowsOf('app', 'app', { version: 'v1', mode: 'sync' });
const v2 = rowsOf('app-v2', 'app', { version: 'v2', mode: 'sync', pollInterval: 10 });
const receiver = rowsOf('receiver', 'app', { mode: 'async', accessToken: 'invented-token' });

const picture: Utterance = { kind: 'media', media: 'image', url: 'https://files.example/a.png', title: 'My card' };
const hello = { text: 'hi' };

/** What the app end sends on both versions. */
export const appRows: readonly ConformanceRow[] = [
  v1('json', facts.contentType, async (probe) => {
    const [sent] = await appSays(probe, typed('hi'), hello);
    return same('Content-Type', headerValue(sent?.request.headers ?? [], 'content-type'), 'application/json');
  }),
  v1('message', facts.messageText, async (probe) =>
    same('message', (await appSays(probe, typed('hi'), hello))[0]?.json['message'], { text: 'hi' }),
  ),
  v1('user', facts.fromId, async (probe) =>
    same('from.id', at((await appSays(probe, typed('hi'), hello))[0]?.json, 'from', 'id'), user),
  ),
  v1('session', facts.sessionNew, async (probe) => {
    const [first] = await appSays(probe, typed('hi'), hello);
    const [second] = await appSays(probe, typed('hi'), hello);
    return firstOf(
      same('session.new of the first message', at(first?.json, 'session', 'new'), true),
      same('session.new of the second', at(second?.json, 'session', 'new'), false),
    );
  }),
  v1('attachment', facts.attachments, async (probe) => {
    const [sent] = await appSays(probe, picture, hello);
    const attachments = [{ url: 'https://files.example/a.png', fileType: 'image', fileName: 'My card' }];
    return same('message', sent?.json['message'], { text: 'My card', attachments });
  }),
  v1(
    'attachment-link',
    facts.attachments,
    async (probe) => {
      const [sent] = await appSays(probe, picture, hello);
      return same('attachments', at(sent?.json, 'message', 'attachments'), ['https://files.example/a.png']);
    },
    { settings: { attachmentForm: 'link' } },
  ),
  v1('press', facts.press, async (probe) => {
    const press: Utterance = { kind: 'press', title: 'Balance', payload: 'balance' };
    return same('message', (await appSays(probe, press, hello))[0]?.json['message'], { text: 'balance' });
  }),
  v1(
    'instance',
    facts.hookInstance,
    async (probe) =>
      like('the target', (await appSays(probe, typed('hi'), hello))[0]?.request.target, /\/hookInstance\/ivrInst-7$/),
    { settings: { webhookInstanceId: 'ivrInst-7' } },
  ),
  v2('message', facts.messageVal, async (probe) => {
    const [sent] = await appSays(probe, typed('hi'), answer('hello'));
    return firstOf(
      like('the target', sent?.request.target, /^\/chatbot\/v2\/webhook\/st-[^/]+$/),
      same('message', sent?.json['message'], { type: 'text', val: 'hi' }),
    );
  }),
  v2('connect', facts.onConnect, async (probe) => {
    const [sent] = await appSays(probe, { kind: 'gesture', id: 'start', title: 'Connect' }, answer('hello'));
    return firstOf(
      same('message', sent?.json['message'], { type: 'event', val: 'ON_CONNECT' }),
      same('session.new', at(sent?.json, 'session', 'new'), true),
    );
  }),
  v2('close', facts.closure, async (probe) => {
    const [sent] = await appSays(probe, { kind: 'gesture', id: 'close', title: 'Close' }, answer('bye'));
    return same('message', sent?.json['message'], { type: 'event', val: 'SESSION_CLOSURE' });
  }),
  v2(
    'language',
    facts.language,
    async (probe) =>
      same(
        'interactiveLanguage',
        (await appSays(probe, typed('hi'), answer('oui')))[0]?.json['interactiveLanguage'],
        'fr',
      ),
    { settings: { language: 'fr' } },
  ),
  v2('words-with-file', facts.blankWithAttachments, async (probe) => {
    const [sent] = await appSays(
      probe,
      { kind: 'media', media: 'file', url: 'https://files.example/a.pdf' },
      answer('ok'),
    );
    return same('message', sent?.json['message'], {
      type: 'text',
      val: 'a.pdf',
      attachments: [{ url: 'https://files.example/a.pdf' }],
    });
  }),
  v2('form', facts.formData, async (probe) => {
    await appSays(probe, typed('call me'), { data: [], _v: 'v2', form });
    const filled: Utterance = { kind: 'form', formId: 'frm-1', title: 'Send', values: { 'fct-1': 'Robin' } };
    const [sent] = await appSays(probe, filled, answer('noted'));
    const data = [
      { componentId: 'fct-1', input: 'Robin' },
      { componentId: 'fct-2', input: 'Send' },
    ];
    return same('message', sent?.json['message'], { type: 'formData', val: { formId: 'frm-1', data, meta: {} } });
  }),
  v2('polls', facts.poll, async (probe) => {
    const pollId = '0123456789abcdef0123456789abcdef';
    const sent = await appSays(
      probe,
      typed('hi'),
      { ...answer('one'), pollId },
      { status: 'Inprogress', pollId, _v: 'v2' },
      answer('two'),
    );
    const [, first, second] = sent;
    return firstOf(
      same('the number of requests', sent.length, 3),
      same('the method of a poll', first?.request.method, 'GET'),
      like(
        'its target',
        first?.request.target,
        /^\/chatbot\/v2\/webhook\/st-[^/]+\/poll\/0123456789abcdef0123456789abcdef$/,
      ),
      like('its token', headerValue(first?.request.headers ?? [], 'authorization'), /^bearer [\w-]+\.[\w-]+\.[\w-]+$/),
      same('the target of the next', second?.request.target, first?.request.target),
    );
  }),
  v2(
    'poll-limit',
    facts.poll,
    async (probe) => {
      const goesOn = { status: 'Inprogress', pollId: 'a', _v: 'v2' };
      const sent = await appSays(probe, typed('hi'), { ...answer('one'), pollId: 'a' }, goesOn, goesOn, goesOn, goesOn);
      return same('the number of requests', sent.length, 4);
    },
    { settings: { pollLimit: 3 } },
  ),
];

const answer = (val: string): JsonObject => ({ data: [{ type: 'text', val }], _v: 'v2' });

const form = {
  formDef: {
    _id: 'frm-1',
    name: 'Call',
    components: [
      { _id: 'fct-1', name: 'name', type: 'textField', metaData: { displayName: 'Your name', required: true } },
      { _id: 'fct-2', name: 'go', type: 'button', metaData: { displayName: 'Send' } },
    ],
  },
};

const posted = { to: user, from: 'st-1', text: 'hello' };

/** What the app end makes of messages that are posted to it. */
export const receiverRows: readonly ConformanceRow[] = [
  receiver('v1', facts.callbackV1, async (probe) => same('the status', (await postToApp(probe, posted)).status, 200)),
  receiver('v2', facts.callbackV2, async (probe) =>
    same('the status', (await postToApp(probe, { to: user, ...answer('hello') })).status, 200),
  ),
  receiver('task-end', facts.callbackTaskEnd, async (probe) => {
    const body = { to: user, from: 'st-1', endOfTask: true, endReason: 'Fulfilled', completedTaskName: 'Show balance' };
    return same('the status', (await postToApp(probe, body)).status, 200);
  }),
  receiver('no-user', facts.callbackNoUser, async (probe) => {
    const before = await postToApp(probe, answer('hello'));
    await appSays(probe, typed('hi'), {});
    const after = await postToApp(probe, answer('hello'));
    return firstOf(
      same('the status while nobody has spoken', before.status, 400),
      same('the status after that', after.status, 200),
    );
  }),
  receiver('token-missing', facts.accessToken, async (probe) =>
    same('the status', (await postToApp(probe, posted, [['Content-Type', 'application/json']])).status, 401),
  ),
  receiver('token-wrong', facts.accessToken, async (probe) =>
    same('the status', (await postToApp(probe, posted, [['Authorization', 'Bearer other']])).status, 401),
  ),
  receiver('token-without-bearer', facts.accessToken, async (probe) =>
    same('the status', (await postToApp(probe, posted, [['Authorization', 'invented-token']])).status, 401),
  ),
  receiver(
    'token-elsewhere',
    facts.accessToken,
    async (probe) =>
      firstOf(
        same('the status', (await postToApp(probe, posted)).status, 401),
        same('the status', (await postToApp(probe, posted, [['X-Access-Token', 'invented-token']])).status, 200),
      ),
    { settings: { accessTokenHeader: 'x-access-token' } },
  ),
  receiver('not-json', facts.callbackEach, async (probe) =>
    same('the status', (await postToApp(probe, '{"to":')).status, 400),
  ),
];
