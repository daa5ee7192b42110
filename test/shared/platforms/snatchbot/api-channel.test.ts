import { describe, expect, test } from 'vitest';
import { textOf } from '#shared/exchange/body.ts';
import type { Utterance } from '#shared/exchange/message.ts';
import { headerValue, jsonResponse, type HeaderLines } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import { snatchbot } from '#shared/platforms/snatchbot/index.ts';
import { matchRoute } from '#shared/platforms/route.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { contextOf } from '../platform-context.ts';
import { converse, press, replyOf } from './loopback.ts';
import { channel, json, request, secret } from './requests.ts';

const context = (settings: JsonObject = {}, over: Partial<PlatformContext> = {}): PlatformContext =>
  contextOf(snatchbot, { feature: 'api-channel', ...settings }, over);

const post = (path: string, headers: HeaderLines = json, body = '{"message":"thanks"}') =>
  request('POST', `${path}?user_id=u-42`, headers, body);

const text = (words: string): Utterance => ({ kind: 'text', text: words });
const jsonOf = ({ body }: { readonly body: Uint8Array }): unknown => JSON.parse(textOf(body).text);

const say = async (utterance: Utterance, within: PlatformContext) => {
  const [dispatch] = await snatchbot.say({ as: 'user', userId: 'u-42', utterance, isNewSession: false }, within);
  if (!dispatch) throw new Error('Nothing was sent.');
  return dispatch;
};

describe('the path is the credential', () => {
  const base = '/channels/api/api/id48213';
  test.each([
    ['the right one', channel, 'trusted', 'Trusted'],
    ['another secret', `${base}/apphookbenchdemo/apsX${secret}`, 'refused', 'is not the App secret'],
    ['another App ID', `${base}/appother/aps${secret}`, 'refused', 'is not the App ID'],
    ['no secret', `${base}/apphookbenchdemo/aps`, 'refused', 'is empty: the App secret is missing'],
    ['no App ID', `${base}/app/aps${secret}`, 'refused', 'is empty: the App ID is missing'],
    ['another case', `${base}/apphookbenchdemo/aps${secret.toLowerCase()}`, 'refused', 'but for upper and lower case'],
    ['a space behind', `${base}/apphookbenchdemo/aps${secret}%20`, 'refused', 'with white space around it'],
    ['each other’s place', `${base}/app${secret}/apshookbenchdemo`, 'refused', 'the two are in each other’s place'],
    ['without the letters', `${base}/hookbenchdemo/${secret}`, 'refused', 'no part that begins with "app"'],
    ['the letters twice', `${base}/appapphookbenchdemo/aps${secret}`, 'refused', 'begins with "app" once more'],
  ])('%s: %s', async (_title, path, state, because) => {
    const { verdict, next, findings } = await snatchbot.read('platform', post(path), context());
    expect(verdict.state).toBe(state);
    expect(verdict.because).toContain(because);
    expect(verdict.credential).toEqual({ kind: 'text', at: 'path' });
    expect(verdict.checks.map(({ id }) => id)).toEqual([
      'snatchbot.path.bot',
      'snatchbot.path.app',
      'snatchbot.path.secret',
    ]);
    expect(next.kind).toBe(state === 'trusted' ? 'turn' : 'reply');
    expect(JSON.stringify([verdict, findings])).not.toContain(secret);
    expect(snatchbot.routes.platform.some((route) => matchRoute(route, post(path)) !== null)).toBe(true);
  });

  test('what is refused gets 403 and status false, and the finding says why', async () => {
    const sent = post(`${base}/apphookbenchdemo/apswrong`);
    const reply = await replyOf('platform', sent, context());
    expect([reply.status, jsonOf(reply)]).toEqual([403, { status: false }]);
    const { findings } = await snatchbot.read('platform', sent, context());
    expect(findings).toMatchObject([{ rule: 'snatchbot.path.refused', status: 'assumed' }]);
  });

  test.each([
    ['the query', post(`${base}/apphookbenchdemo/apswrong`), `&secret=${secret}`, [] as HeaderLines, 'in the query'],
    [
      'a header',
      post(`${base}/apphookbenchdemo/apswrong`),
      '',
      [['X-Key', secret]] as HeaderLines,
      'in the header X-Key',
    ],
    [
      'Authorization',
      post(`${base}/apphookbenchdemo/apswrong`),
      '',
      [['Authorization', `Bearer ${secret}`]] as HeaderLines,
      'in the header Authorization',
    ],
  ])('the right secret in %s does not count, and that is told', async (_title, sent, query, headers, where) => {
    const misplaced = { ...sent, target: sent.target + query, headers: [...sent.headers, ...headers] };
    const { verdict, findings } = await snatchbot.read('platform', misplaced, context());
    expect(verdict.because).toContain(where);
    expect(JSON.stringify([verdict, findings])).not.toContain(secret);
  });

  test('a channel without a secret lets nobody in, and its client names the setting', async () => {
    const { verdict } = await snatchbot.read(
      'platform',
      post(`${base}/apphookbenchdemo/aps`),
      context({ appSecret: '' }),
    );
    expect(verdict.because).toContain('has no App secret');
    await expect(say(text('hi'), context({ appSecret: '' }))).rejects.toMatchObject({
      fault: { code: 'input.invalid', issues: [{ path: '/settings/appSecret' }] },
    });
  });

  test('a bot that nobody has is refused without a word of the secret', () => {
    const { reply, finding } = snatchbot.refuseUnknown(post(channel.replace('48213', '999')), context().stamp);
    expect([reply.status, jsonOf(reply)]).toEqual([403, { status: false }]);
    expect(finding.summary).toContain('bot id 999');
    expect(finding.summary).not.toContain(secret);
    const swapped = snatchbot.refuseUnknown(post(channel.replace('48213', secret)), context().stamp);
    expect(swapped.finding.summary).toContain('no number');
    expect(swapped.finding.summary).not.toContain(secret);
  });

  test('a channel of another feature says so', async () => {
    const { findings, next } = await snatchbot.read('platform', post(channel), context({ feature: 'webhook' }));
    expect(findings.map(({ rule }) => rule)).toEqual(['snatchbot.feature']);
    expect(next).toMatchObject({ kind: 'reply', reply: { status: 403 } });
  });

  test.each([
    [{}, true],
    [{ feature: 'webhook' }, false],
    [{ appId: 'other' }, false],
  ])('of two channels of one bot, the one with %j is meant: %s', (settings, isMeant) => {
    expect(snatchbot.claims?.('platform', post(channel), context(settings).settings)).toBe(isMeant);
  });
});

describe('the platform end', () => {
  const rules = async (sent: Parameters<typeof replyOf>[1]) => {
    const { findings } = await snatchbot.read('platform', sent, context());
    return [
      (await replyOf('platform', sent, context())).status,
      ...findings.map(({ severity, rule }) => `${severity} ${rule}`),
    ];
  };
  test.each([
    [post(channel), [200]],
    [post(channel, [['Content-Type', 'application/json; charset=utf-8']]), [200]],
    [post(channel, [['Content-Type', 'text/plain;charset=UTF-8']]), [200, 'info snatchbot.body.media-type']],
    [post(channel, []), [200, 'info snatchbot.body.media-type']],
    [post(channel, json, '{"message":""}'), [200, 'info snatchbot.restart']],
    [post(channel, json, 'message=hi'), [400, 'error snatchbot.body.not-json']],
    [post(channel, json, ''), [400, 'error snatchbot.body.empty']],
    [post(channel, json, '{"message":7}'), [400, 'error snatchbot.body.message']],
    [post(channel, json, '["hi"]'), [400, 'error snatchbot.body.message']],
    [request('POST', channel, json, '{"message":"hi"}'), [400, 'error snatchbot.user']],
    [request('GET', `${channel}?user_id=u`), [200, 'warning snatchbot.message-id']],
    [request('GET', `${channel}?user_id=u&message_id=0`), [200]],
    [request('DELETE', `${channel}?user_id=u`), [405, 'error snatchbot.method']],
    [request('OPTIONS', channel), [204, 'info snatchbot.preflight']],
  ])('%j', async (sent, expected) => {
    expect(await rules(sent)).toEqual(expected);
  });

  test('answers with messages, cards, suggested and status', async () => {
    const reply = await replyOf('platform', post(channel, json, '{"message":"hi"}'), context());
    const greeting = 'Hello! I am Mia, the assistant of Larkspur Bank. What can I do for you?';
    expect(jsonOf(reply)).toEqual({
      messages: [{ message: greeting, speech: greeting }],
      cards: [],
      suggested: ['Balance', 'Card lost', 'Our cards', 'Payments'],
      status: true,
    });
    expect(headerValue(reply.headers, 'access-control-allow-origin')).toBe('*');
  });

  test('lets no browser in where the setting says so', async () => {
    const closed = context({ letsBrowsersIn: false });
    expect((await replyOf('platform', request('OPTIONS', channel), closed)).status).toBe(405);
    const reply = await replyOf('platform', post(channel), closed);
    expect(headerValue(reply.headers, 'access-control-allow-origin')).toBeUndefined();
  });

  test('keeps what the bot said for each user, newest first', async () => {
    const within = context();
    await replyOf('platform', post(channel, json, '{"message":"card lost"}'), within);
    await replyOf('platform', request('POST', `${channel}?user_id=other`, json, '{"message":"thanks"}'), within);
    const all = jsonOf(await replyOf('platform', request('GET', `${channel}?user_id=u-42&message_id=0`), within));
    const date = '2026-01-01T00:00:00.000Z';
    expect(all).toEqual({
      messages: [
        { id: '2', message: 'Shall I block the card ending in 9034?', date },
        { id: '1', message: 'I am sorry to hear that. Let us make it safe at once.', date },
      ],
    });
    const since = await replyOf('platform', request('GET', `${channel}?user_id=u-42&message_id=1`), within);
    expect((jsonOf(since) as { messages: unknown[] }).messages).toHaveLength(1);
  });

  test('answers 504 on purpose with the defect, and says so', async () => {
    const broken = context({}, { defects: new Set(['channel.bot-late']) });
    const { next } = await snatchbot.read('platform', post(channel), broken);
    if (next.kind !== 'turn') throw new Error('Nobody could answer it.');
    const answer = { contents: [{ kind: 'text', text: 'hi' }], shape: null } as const;
    const { reply, findings } = await snatchbot.deliver('platform', next.turn, answer, broken);
    expect(reply.status).toBe(504);
    expect(findings.map(({ rule }) => rule)).toEqual(['snatchbot.bot.timeout', 'defect.channel.bot-late']);
  });

  test('answers 504 when the bot is too late', async () => {
    const turn = {
      userId: 'u',
      utterance: text('hi'),
      limit: 15,
      asksBot: true,
      detail: { feature: 'api-channel' },
    } as const;
    const { reply } = await snatchbot.deliver('platform', turn, 'timed-out', context());
    expect([reply.status, jsonOf(reply)]).toEqual([504, { status: false }]);
  });
});

describe('the app end', () => {
  test('posts what the user says, exact to the byte', async () => {
    const { request: sent } = await say(text('Hi & bye'), context());
    expect(sent).toMatchObject({
      method: 'POST',
      target: `${channel}?user_id=u-42`,
      headers: [['Content-Type', 'application/json']],
    });
    expect(textOf(sent.body).text).toBe('{"message":"Hi & bye"}');
  });

  test('says what the settings want: media type, message_id, the real host', async () => {
    const real = { addresses: { own: null, otherEnd: null } };
    const settings = { contentType: 'none', sendMessageId: true, host: 'https://account.snatchbot.me/' };
    const { request: sent } = await say(text('hi'), context(settings, real));
    expect(sent).toMatchObject({
      origin: 'https://account.snatchbot.me',
      target: `${channel}?user_id=u-42&message_id=0`,
      headers: [],
    });
  });

  test('shows bubbles, cards and suggested replies; a press goes as its words, and the bot knows what they mean', async () => {
    const within = context();
    const first = await converse(text('balance'), within);
    expect(first.messages.map(({ content }) => content.kind)).toEqual(['text', 'text', 'buttons']);
    const { messages, steps } = await converse(press('Everyday account', first.messages), within);
    expect(jsonOf(steps[0]?.request ?? { body: new Uint8Array() })).toEqual({ message: 'Everyday account' });
    expect(messages[1]?.content).toEqual({ kind: 'text', text: 'Everyday account ending in 4821' });
  });

  test('a poll shows what no answer has shown yet, and only once', async () => {
    const within = context();
    const { steps } = await converse(text('thanks'), within);
    expect(steps[0]?.reading.verdict.state).toBe('trusted');
    const poll: Utterance = { kind: 'gesture', id: 'poll', title: 'Get messages' };
    const dispatch = await say(poll, within);
    const listed = jsonResponse(200, {
      messages: [
        { id: '9', message: 'We are open again.', date: '2026-01-01T00:00:01.000Z' },
        { id: '8', message: 'You are welcome. Is there anything else?', date: '2026-01-01T00:00:00.000Z' },
      ],
    });
    const { messages } = await snatchbot.readReply(dispatch, { ok: true, response: listed }, within);
    expect(messages).toEqual([{ author: 'bot', content: { kind: 'text', text: 'We are open again.' } }]);
    expect((await say(poll, within)).request.target).toBe(`${channel}?user_id=u-42&message_id=9`);
  });

  test('polls after each message where the setting says so', async () => {
    const { steps } = await converse(text('thanks'), context({ pollAfterSend: true }));
    expect(steps.map((each) => each.request.method)).toEqual(['POST', 'GET']);
  });

  test.each([
    [403, '{"status":false}', 'refused', ['snatchbot.reply.status']],
    [500, '', 'unchecked', ['snatchbot.reply.status']],
    [200, 'hello', 'unchecked', ['snatchbot.reply.json']],
    [200, '{"messages":[],"cards":[],"suggested":[],"status":true}', 'trusted', ['snatchbot.reply.silent']],
    [
      200,
      '{"cards":[],"status":false}',
      'unchecked',
      ['snatchbot.reply.messages', 'snatchbot.reply.status-field', 'snatchbot.reply.silent'],
    ],
  ])('an answer of %d %s', async (status, body, state, expected) => {
    const within = context();
    const response = { status, reason: '', headers: json, body: new TextEncoder().encode(body) };
    const { verdict, findings } = await snatchbot.readReply(
      await say(text('hi'), within),
      { ok: true, response },
      within,
    );
    expect(verdict.state).toBe(state);
    expect(findings.map(({ rule }) => rule)).toEqual(expected);
    expect(JSON.stringify([verdict, findings])).not.toContain(secret);
  });
});
