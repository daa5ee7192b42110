import { describe, expect, test } from 'vitest';
import { textOf } from '#shared/exchange/body.ts';
import { queryOf } from '#shared/exchange/form-body.ts';
import type { Content, Utterance } from '#shared/exchange/message.ts';
import { headerValue, jsonResponse, type RawRequest } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import { snatchbot } from '#shared/platforms/snatchbot/index.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { contextOf } from '../platform-context.ts';
import { converse, press, replyOf } from './loopback.ts';
import { form, json, request } from './requests.ts';

const context = (settings: JsonObject = {}, over: Partial<PlatformContext> = {}): PlatformContext =>
  contextOf(snatchbot, { feature: 'json-api', ...settings }, over);

const say = async (utterance: Utterance, within: PlatformContext) => {
  const [dispatch] = await snatchbot.say({ as: 'user', userId: 'user.7kQL', utterance, isNewSession: false }, within);
  if (!dispatch) throw new Error('Nothing was sent.');
  return dispatch;
};

const text = (words: string): Utterance => ({ kind: 'text', text: words });
const bodyText = ({ body }: { readonly body: Uint8Array }): string => textOf(body).text;

describe('the platform end asks', () => {
  test('with a form, exact to the byte', async () => {
    const { request: sent } = await say(text('Hi & bye = 1'), context());
    expect(sent).toMatchObject({ method: 'POST', target: '/snatchbot/json-api/48213', timeLimit: 10 });
    expect(sent.headers).toEqual([['Content-Type', 'application/x-www-form-urlencoded']]);
    expect(bodyText(sent)).toBe(
      'bot_id=48213&user_id=user.7kQL&module_id=4200&channel=web+chat&incoming_message=Hi+%26+bye+%3D+1',
    );
  });

  test('with a multipart form', async () => {
    const { request: sent } = await say(text('hi'), context({ encoding: 'multipart' }));
    const boundary = /boundary=(.+)$/.exec(headerValue(sent.headers, 'content-type') ?? '')?.[1] ?? '';
    expect(bodyText(sent).split(`--${boundary}`)).toEqual([
      '',
      ...[
        ['bot_id', '48213'],
        ['user_id', 'user.7kQL'],
        ['module_id', '4200'],
        ['channel', 'web chat'],
        ['incoming_message', 'hi'],
      ].map(([name, value]) => `\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
      '--\r\n',
    ]);
  });

  test('with JSON, and with GET', async () => {
    const inJson = await say(text('hi'), context({ encoding: 'json' }));
    expect(bodyText(inJson.request)).toBe(
      '{"bot_id":"48213","user_id":"user.7kQL","module_id":"4200","channel":"web chat","incoming_message":"hi"}',
    );
    const { request: byGet } = await say(
      text('hi'),
      context({ encoding: 'get', apiUrl: 'http://a.example/?type=setCity' }),
    );
    expect({
      method: byGet.method,
      target: byGet.target,
      headers: byGet.headers,
      length: byGet.body.byteLength,
    }).toEqual({
      method: 'GET',
      target:
        '/snatchbot/json-api/48213?type=setCity&bot_id=48213&user_id=user.7kQL&module_id=4200&channel=web+chat&incoming_message=hi',
      headers: [],
      length: 0,
    });
  });

  test.each([
    ['https://weather.example', 'https://weather.example', '/'],
    ['https://weather.example?type=setCity', 'https://weather.example', '/?type=setCity'],
    ['https://weather.example:8443/api/?type=setCity', 'https://weather.example:8443', '/api/?type=setCity'],
  ])('the real server at %s', async (apiUrl, origin, target) => {
    const { request: sent } = await say(text('hi'), context({ apiUrl }, { addresses: { own: null, otherEnd: null } }));
    expect(sent).toMatchObject({ origin, target });
  });

  test('with a session id and further fields where the settings want them', async () => {
    const within = context({ sendSessionId: true, extraFields: { city: 'Larkspur', tags: ['a'] } });
    const first = new URLSearchParams(bodyText((await say(text('hi'), within)).request));
    const second = new URLSearchParams(bodyText((await say(text('again'), within)).request));
    expect([first.get('city'), first.get('tags')]).toEqual(['Larkspur', '["a"]']);
    expect(first.get('session_id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(second.get('session_id')).toBe(first.get('session_id'));
  });

  test('a module button goes on with its interaction until the chat starts again', async () => {
    const within = context();
    const moduleOf = async (utterance: Utterance): Promise<string | null> =>
      new URLSearchParams(bodyText((await say(utterance, within)).request)).get('module_id');
    expect(await moduleOf({ kind: 'press', title: 'Change Module', payload: 'module:4600' })).toBe('4600');
    expect(await moduleOf(text('and now'))).toBe('4600');
    expect(await moduleOf({ kind: 'gesture', id: 'start', title: 'Start' })).toBe('4200');
  });

  test('typing after blocked_input is told: a real user could not', async () => {
    const within = context();
    const dispatch = await say(text('hi'), within);
    const response = jsonResponse(200, { message: 'Choose', suggested_replies: ['Yes'], blocked_input: true });
    await snatchbot.readReply(dispatch, { ok: true, response }, within);
    expect((await say(text('typed'), within)).findings.map(({ rule }) => rule)).toEqual(['snatchbot.json-api.locked']);
    expect((await say({ kind: 'press', title: 'Yes', payload: 'Yes' }, within)).findings).toEqual([]);
  });

  test('an interaction that is no number is told', async () => {
    const { findings } = await say({ kind: 'press', title: 'Go', payload: 'module:next' }, context());
    expect(findings.map(({ rule }) => rule)).toEqual(['snatchbot.json-api.module']);
  });
});

describe('the app end is asked', () => {
  const at = '/snatchbot/json-api/48213';
  const fields = 'bot_id=48213&user_id=u-7&module_id=4200&channel=SMS&incoming_message=thanks';
  const inJson = JSON.stringify(Object.fromEntries(new URLSearchParams(fields)));
  const parts = [...new URLSearchParams(fields)].map(
    ([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const requests: readonly (readonly [string, RawRequest])[] = [
    ['a form', request('POST', at, form, fields)],
    [
      'a multipart form',
      request('POST', at, [['Content-Type', 'multipart/form-data; boundary=b']], `${parts.join('')}--b--\r\n`),
    ],
    ['JSON', request('POST', at, json, inJson)],
    ['JSON that calls itself text', request('POST', at, [['Content-Type', 'text/plain']], inJson)],
    ['a query', request('GET', `${at}?${fields}`)],
    ['a query in a POST', request('POST', `${at}?${fields}`)],
  ];

  test.each(requests)('with %s: the same user, the same words, the same answer', async (_title, sent) => {
    const { userId, messages, next } = await snatchbot.read('app', sent, context());
    expect({ userId, messages }).toEqual({
      userId: 'u-7',
      messages: [{ author: 'user', content: { kind: 'text', text: 'thanks' } }],
    });
    expect(next).toMatchObject({ kind: 'turn', turn: { asksBot: true, utterance: { kind: 'text', text: 'thanks' } } });
    expect(JSON.parse(bodyText(await replyOf('app', sent, context())))).toEqual({
      user_id: 'u-7',
      bot_id: '48213',
      module_id: '4200',
      message: 'You are welcome. Is there anything else?',
    });
  });

  test('each missing field has a finding of its own', async () => {
    const { findings, userId } = await snatchbot.read('app', request('POST', at, form, 'bot_id=1'), context());
    expect(findings.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual([
      'error snatchbot.json-api.field.user_id',
      'warning snatchbot.json-api.field.module_id',
      'warning snatchbot.json-api.field.channel',
      'error snatchbot.json-api.field.incoming_message',
      'warning snatchbot.json-api.bot',
    ]);
    expect(userId).toBe('user-not-named');
  });

  test('a multipart form without a boundary says so', async () => {
    const sent = request('POST', at, [['Content-Type', 'multipart/form-data']], 'x');
    const { findings } = await snatchbot.read('app', sent, context());
    expect(findings[0]).toMatchObject({ severity: 'error', rule: 'snatchbot.json-api.body' });
    expect(findings[0]?.summary).toContain('boundary');
  });

  test('without any field it is Verify, and passes', async () => {
    const { next, userId } = await snatchbot.read('app', request('GET', at), context());
    expect({ next: next.kind, userId }).toEqual({ next: 'reply', userId: null });
    expect((await replyOf('app', request('HEAD', at), context())).status).toBe(200);
  });

  test('a rule chooses status and headers, leaves the ids or the message out, and locks typing', async () => {
    const { next } = await snatchbot.read('app', request('POST', at, form, fields), context());
    if (next.kind !== 'turn') throw new Error('Nobody could answer it.');
    const contents: readonly Content[] = [{ kind: 'text', text: 'hi' }];
    const answer = (switches: JsonObject, status: number | null = null) =>
      snatchbot.deliver(
        'app',
        next.turn,
        { contents, shape: { status, headers: [['X-A', '1']], switches } },
        context(),
      );
    const locked = await answer({ echoIds: false, blockedInput: true }, 202);
    expect([locked.reply.status, headerValue(locked.reply.headers, 'x-a')]).toEqual([202, '1']);
    expect(JSON.parse(bodyText(locked.reply))).toEqual({ message: 'hi', blocked_input: true });
    const silent = await answer({ omitMessage: true });
    expect(JSON.parse(bodyText(silent.reply))).not.toHaveProperty('message');
    expect(silent.findings.map(({ rule }) => rule)).toEqual(['snatchbot.json-api.silent']);
  });

  test('a bot that is too late makes a 504, for which the chat shows the error response', async () => {
    const { next } = await snatchbot.read('app', request('POST', at, form, fields), context());
    if (next.kind !== 'turn') throw new Error('Nobody could answer it.');
    const { reply } = await snatchbot.deliver('app', next.turn, 'timed-out', context());
    expect(reply.status).toBe(504);
  });

  test('two buttons with the same words are told apart by their interaction', async () => {
    const card = (title: string, payload: string) => ({
      title,
      buttons: [{ title: 'Order', action: { kind: 'postback' as const, payload } }],
    });
    const bot = {
      id: 'shop',
      name: 'Shop',
      rules: [
        {
          when: { is: ['shop'] },
          say: [{ kind: 'carousel' as const, cards: [card('A', 'order.a'), card('B', 'order.b')] }],
        },
      ],
      fallback: [{ kind: 'text' as const, text: 'got {{text}}' }],
    };
    const within = context();
    await converse(text('shop'), within, { bot });
    const moduleB = queryOf(`?${bodyText((await say(text('x'), within)).request)}`).get('module_id');
    expect(moduleB).toBe('4200');
    const sent = await replyOf(
      'app',
      request('POST', at, form, 'user_id=user.7kQL&incoming_message=shop'),
      within,
      bot,
    );
    const buttons = (
      JSON.parse(bodyText(sent)) as { cards: { gallery: { buttons: { value: string }[] }[] }[] }
    ).cards[0]?.gallery.map(({ buttons }) => buttons[0]?.value ?? '');
    const utterances = await Promise.all(
      (buttons ?? []).map(async (id) => {
        const pressed = request('POST', at, form, `user_id=user.7kQL&module_id=${id}&incoming_message=Order`);
        const { next } = await snatchbot.read('app', pressed, within);
        return next.kind === 'turn' && next.turn.utterance.kind === 'press' ? next.turn.utterance.payload : '';
      }),
    );
    expect(utterances).toEqual(['order.a', 'order.b']);
  });
});

test('the four encodings tell the same conversation', async () => {
  const told = await Promise.all(
    ['form', 'multipart', 'json', 'get'].map(async (encoding) => {
      const within = context({ encoding });
      const { messages } = await converse(text('hi'), within);
      const pressed = await converse(press('Card lost', messages), within);
      return [...messages, ...pressed.messages];
    }),
  );
  expect(told[0]?.length).toBeGreaterThan(3);
  for (const each of told) expect(each).toEqual(told[0]);
});
