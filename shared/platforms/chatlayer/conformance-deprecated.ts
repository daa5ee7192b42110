import { textOf } from '#shared/exchange/body.ts';
import { headerValue } from '#shared/exchange/raw-http.ts';
import type { ConformanceRow, Probe } from '#shared/platforms/conformance.ts';
import type { Fact } from '#shared/platforms/fact.ts';
import { fillPath } from '#shared/platforms/route.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import {
  bearer,
  firstOf,
  jsonIn,
  nextBody,
  nextMessage,
  postDeprecated,
  postTo,
  rowAt,
  same,
  typed,
  user,
} from './conformance-request.ts';
import { facts } from './facts.ts';
import { extractPath, historyPath, sessionDataPath, webviewPath } from './paths.ts';
import { chatlayerSettings } from './settings.ts';
import { objectAt, objectsAt, textAt } from './wire.ts';

type Row = (id: string, fact: Fact, test: ConformanceRow['test'], settings?: JsonObject) => ConformanceRow;

const atPlatform: Row = (id, fact, test, settings = {}) =>
  rowAt('platform')(id, fact, test, { settings: { dialect: 'd0', ...settings } });
const atApp: Row = (id, fact, test, settings = {}) =>
  rowAt('app')(id, fact, test, { settings: { dialect: 'd0', ...settings } });

const statusOf = async (probe: Probe, body: JsonObject): Promise<number> => (await postDeprecated(probe, body)).status;

const accessQuery = (probe: Probe): string => `access_token=${chatlayerSettings(probe.settings).accessToken}`;

const get = async (probe: Probe, path: string, values: JsonObject, query: string): Promise<Json> =>
  jsonIn(
    await probe.send({
      method: 'GET',
      target: `${fillPath(path, { ...probe.settings, senderId: user, ...values })}?${query}`,
      headers: [],
      body: new Uint8Array(),
    }),
  );

const webview = (probe: Probe, body: JsonObject) =>
  postTo(probe, `${webviewPath}?${accessQuery(probe)}`, [], {
    botId: chatlayerSettings(probe.settings).botId,
    senderId: user,
    ...body,
  });

const textMessage = { type: 'text', config: { textMessages: [{ text: 'From the web view' }] } };

const platformRows: readonly ConformanceRow[] = [
  atPlatform('d0.token', facts.d0Token, async (probe) =>
    firstOf(
      same('The status with verifyToken and nothing else', await statusOf(probe, {}), 200),
      same('The status with an empty verifyToken', await statusOf(probe, { verifyToken: '' }), 401),
    ),
  ),
  atPlatform('d0.wrong-token', facts.d0WrongToken, async (probe) =>
    same('The status', await statusOf(probe, { verifyToken: 'another' }), 401),
  ),
  atPlatform(
    'd0.wrong-token.403',
    facts.d0WrongToken,
    async (probe) => same('The status', await statusOf(probe, { verifyToken: 'another' }), 403),
    {
      wrongTokenStatus: 403,
    },
  ),
  atPlatform('d0.body', facts.d0Body, async (probe) =>
    firstOf(
      same('The status without a sender', await statusOf(probe, { sender: {} }), 400),
      same('The status without a text', await statusOf(probe, { text: null }), 400),
      same('The status with a locale', await statusOf(probe, { locale: 'fr' }), 200),
    ),
  ),
  atPlatform('d0.accepted', facts.d0Accepted, async (probe) => {
    const response = await postDeprecated(probe, {});
    return firstOf(
      same('The status', response.status, 200),
      same('The body', textOf(response.body).text, 'EVENT_RECEIVED'),
    );
  }),
  atPlatform(
    'd0.sender-length',
    facts.d0SenderLength,
    async (probe) =>
      firstOf(
        same('The status of 31 characters', await statusOf(probe, { sender: { id: user.slice(0, 31) } }), 400),
        same('The status of 32 characters', await statusOf(probe, { sender: { id: user.slice(0, 32) } }), 200),
      ),
    { shortSender: 'refuse' },
  ),
  atPlatform('d0.sender-length.warn', facts.d0SenderLength, async (probe) =>
    same('The status of a short id', await statusOf(probe, { sender: { id: 'u-42' } }), 200),
  ),
  atPlatform(
    'd0.press',
    facts.d0Press,
    async (probe) => {
      await postDeprecated(probe, { text: 'balance' });
      const [button] = objectsAt(objectAt(objectAt(await nextMessage(probe), 'attachment'), 'payload'), 'buttons');
      await postDeprecated(probe, { text: textAt(button ?? {}, 'payload') });
      return same('The answer', await nextMessage(probe), { text: 'Everyday account ending in 4821' });
    },
    { payloads: 'json' },
  ),
  atPlatform('d0.history', facts.d0History, async (probe) => {
    await postDeprecated(probe, { text: 'thanks' });
    await nextBody(probe);
    const history = await get(probe, historyPath, {}, `offset=0&limit=10&${accessQuery(probe)}`);
    const rows = isJsonObject(history) ? objectsAt(history, 'rows') : [];
    const second = isJsonObject(history)
      ? await get(probe, historyPath, {}, `offset=1&limit=1&${accessQuery(probe)}`)
      : null;
    return firstOf(
      same('count', isJsonObject(history) ? history['count'] : null, 2),
      same(
        'The actors',
        rows.map((each) => each['actor'] ?? null),
        ['user', 'bot'],
      ),
      same('The message of the bot', rows[1]?.['message'], { text: 'You are welcome. Is there anything else?' }),
      same(
        'The rows from 1 on',
        isJsonObject(second) ? objectsAt(second, 'rows').map((each) => each['actor'] ?? null) : null,
        ['bot'],
      ),
    );
  }),
  atPlatform('d0.history.token', facts.d0History, async (probe) =>
    same('The body without access_token', await get(probe, historyPath, {}, ''), { message: 'Unauthorized' }),
  ),
  atPlatform('d0.session-data', facts.d0SessionData, async (probe) => {
    await webview(probe, { session: { namespace: 'order', data: { size: 'XL' } }, messages: [textMessage] });
    return firstOf(
      same('The namespace', await get(probe, sessionDataPath, { namespace: 'order' }, accessQuery(probe)), {
        size: 'XL',
      }),
      same('An unknown namespace', await get(probe, sessionDataPath, { namespace: 'none' }, accessQuery(probe)), {}),
    );
  }),
  atPlatform('d0.webview', facts.d0Webview, async (probe) => {
    const { status } = await webview(probe, { messages: [textMessage] });
    const message = await nextMessage(probe);
    return firstOf(
      same('The status', status, 200),
      same('What the bot says', message, { text: 'From the web view' }),
      same('The status without a message and an action', (await webview(probe, { messages: [] })).status, 400),
      same('The status with an action', (await webview(probe, { action: { nextDialogstate: '3050' } })).status, 200),
    );
  }),
  atPlatform(
    'extract',
    facts.extract,
    async (probe) => {
      const target = `${fillPath(extractPath, probe.settings)}?version=DRAFT`;
      const response = await postTo(probe, target, bearer(probe), { language: 'en', expression: 'a pizza please' });
      return same('The body', jsonIn(response), {
        extract: { intents: [{ intent: 'order', score: 0.97 }], entities: [] },
      });
    },
    { nlpIntent: 'order' },
  ),
];

const appRows: readonly ConformanceRow[] = [
  atApp('d0.app.token', facts.d0Token, async (probe) => {
    await probe.say('user', typed('hi'), user);
    const request = await probe.nextReceived();
    const body = request === null ? null : jsonIn(request);
    return firstOf(
      same(
        'verifyToken',
        isJsonObject(body) && body['verifyToken'] === chatlayerSettings(probe.settings).verifyToken,
        true,
      ),
      same('Authorization', headerValue(request?.headers ?? [], 'authorization'), null),
    );
  }),
  atApp('d0.app.body', facts.d0Body, async (probe) => {
    await probe.say('user', typed('hi'), user);
    const { text, sender, locale } = await nextBody(probe);
    return same(
      'The body',
      { text: text ?? null, sender: sender ?? null, locale: locale ?? null },
      { text: 'hi', sender: { id: user }, locale: 'en' },
    );
  }),
  atApp('d0.app.press', facts.d0Press, async (probe) => {
    const payload = '{"params":[],"nextDialogstateId":"3050","type":"button","caption":"Dutch"}';
    await probe.say('user', { kind: 'press', title: 'Dutch', payload }, user);
    return same('text', (await nextBody(probe))['text'], payload);
  }),
];

/** The deprecated dialect and the endpoints beside it. */
export const deprecatedRows: readonly ConformanceRow[] = [...platformRows, ...appRows];
