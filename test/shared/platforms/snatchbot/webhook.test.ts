import { describe, expect, test } from 'vitest';
import { textOf } from '#shared/exchange/body.ts';
import type { Content } from '#shared/exchange/message.ts';
import { headerValue, type RawRequest } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import { snatchbot } from '#shared/platforms/snatchbot/index.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { contextOf } from '../platform-context.ts';
import { converse } from './loopback.ts';
import { form, json, request } from './requests.ts';

const context = (settings: JsonObject = {}, over: Partial<PlatformContext> = {}): PlatformContext =>
  contextOf(snatchbot, { feature: 'webhook', ...settings }, over);

const said = (text: string) => ({
  as: 'user' as const,
  userId: 'u-42',
  utterance: { kind: 'text' as const, text },
  isNewSession: false,
});

const sentFor = async (text: string, settings: JsonObject = {}): Promise<RawRequest> => {
  const [dispatch] = await snatchbot.say(said(text), context(settings));
  if (!dispatch) throw new Error('Nothing was sent.');
  return dispatch.request;
};

describe('the platform end tells the app', () => {
  test('of a text: time, data encoded twice, and ip, as the sheet has them', async () => {
    const sent = await sentFor('say "hi"');
    expect({ method: sent.method, target: sent.target, type: headerValue(sent.headers, 'content-type') }).toEqual({
      method: 'POST',
      target: '/snatchbot/webhook/48213',
      type: 'application/json',
    });
    expect(textOf(sent.body).text).toBe(
      String.raw`{"time":"2026-01-01T00:00:00.000Z","data":"\"say \\\"hi\\\"\"","ip":"203.0.113.7"}`,
    );
  });

  test('as a form, with the stray apostrophe and with the user, where the settings say so', async () => {
    const sent = await sentFor('hi there', { webhookEncoding: 'form', strayQuote: true, webhookUserId: true });
    expect(headerValue(sent.headers, 'content-type')).toBe('application/x-www-form-urlencoded');
    expect(textOf(sent.body).text).toBe(
      'time=2026-01-01T00%3A00%3A00.000Z%27&data=%22hi+there%22&ip=203.0.113.7&user_id=u-42',
    );
  });

  test('at the address of the setting, where the app is a real one', async () => {
    const settings = { webhookUrl: 'https://app.example/hook?key=1' };
    const [dispatch] = await snatchbot.say(said('hi'), context(settings, { addresses: { own: null, otherEnd: null } }));
    expect(dispatch?.request).toMatchObject({ origin: 'https://app.example', target: '/hook?key=1' });
  });

  test.each([
    ['bot', ['"thanks"', '"You are welcome. Is there anything else?"']],
    ['connection', ['"thanks"']],
  ])('set for %s, of %j', async (webhookScope, told) => {
    const { steps, messages } = await converse({ kind: 'text', text: 'thanks' }, context({ webhookScope }));
    expect(steps.map((each) => (JSON.parse(textOf(each.request.body).text) as { data: string }).data)).toEqual(told);
    expect(messages.map(({ author }) => author)).toEqual(['user', 'bot']);
  });

  test('and the chat goes on whatever the receiver answers, or when nobody does', async () => {
    const [dispatch] = await snatchbot.say(said('hi'), context());
    if (!dispatch) throw new Error('Nothing was sent.');
    expect(dispatch.turn).toMatchObject({ userId: 'u-42', asksBot: true });
    const answered = await snatchbot.readReply(
      dispatch,
      { ok: true, response: { status: 500, reason: '', headers: [], body: new TextEncoder().encode('no') } },
      context(),
    );
    expect(answered.messages).toEqual([]);
    expect(answered.findings.map(({ rule }) => rule)).toEqual([
      'snatchbot.webhook.status',
      'snatchbot.webhook.reply-unused',
    ]);
    const fault = { code: 'target.refused', message: 'Nothing listens there.', next: '' } as const;
    const lost = await snatchbot.readReply(dispatch, { ok: false, fault }, context());
    expect(lost.findings.map(({ rule }) => rule)).toEqual(['snatchbot.webhook.lost']);
  });

  test('of words as the bot, without asking the bot', async () => {
    const [dispatch, ...rest] = await snatchbot.say({ ...said('news'), as: 'bot' }, context());
    expect(rest).toEqual([]);
    expect(dispatch?.turn).toBeUndefined();
    expect(dispatch?.messages).toEqual([{ author: 'bot', content: { kind: 'text', text: 'news' } }]);
  });

  test('with a defect of the notifications, the chat itself stays on time and in order', async () => {
    const turn = {
      userId: 'u-42',
      utterance: { kind: 'text', text: 'hi' },
      limit: 10,
      asksBot: true,
      detail: { feature: 'webhook' },
    } as const;
    const contents: readonly Content[] = [
      { kind: 'text', text: 'one' },
      { kind: 'text', text: 'two' },
    ];
    const broken = context({}, { defects: new Set(['notification.out-of-order']) });
    const { messages, thenSend } = await snatchbot.deliver('platform', turn, { contents, shape: null }, broken);
    expect(messages.map(({ content }) => content)).toEqual(contents);
    expect(thenSend.flatMap((each) => each.messages)).toEqual([]);
  });

  test.each(['POST', 'GET', 'HEAD'])('Verify asks with %s, and passes on 200 only', async (verifyMethod) => {
    const [dispatch] = await snatchbot.say(
      { ...said(''), utterance: { kind: 'gesture', id: 'verify', title: 'Verify' } },
      context({ verifyMethod }),
    );
    if (!dispatch) throw new Error('Nothing was sent.');
    expect(dispatch.request.method).toBe(verifyMethod);
    expect(dispatch.request.body.byteLength > 0).toBe(verifyMethod === 'POST');
    const shown = await Promise.all(
      [200, 204, 404].map(async (status) => {
        const response = { status, reason: '', headers: [], body: new Uint8Array() };
        const { messages } = await snatchbot.readReply(dispatch, { ok: true, response }, context());
        return messages.map(({ content }) => (content.kind === 'event' ? content.name : ''));
      }),
    );
    expect(shown).toEqual([['Verify passed'], ['Verify failed'], ['Verify failed']]);
  });
});

describe('the app end', () => {
  const read = (sent: RawRequest) => snatchbot.read('app', sent, context());
  const notified = (body: string, headers = json) => read(request('POST', '/snatchbot/webhook/48213', headers, body));

  test('decodes the vendor’s sample twice, and says what of it is odd', async () => {
    const { messages, findings, userId, verdict } = await notified(
      `{ "time": "2017-07-13T13:47:06.763Z'", "data": "\\"awesome\\"", "ip": "159.203.77.62" }`,
    );
    expect(messages).toEqual([{ author: 'channel', content: { kind: 'text', text: 'awesome' } }]);
    expect(findings.map(({ rule }) => rule)).toEqual(['snatchbot.webhook.time.quote', 'snatchbot.webhook.user']);
    expect({ userId, state: verdict.state }).toEqual({ userId: 'user-not-named', state: 'unchecked' });
  });

  test.each([
    ['{"time":"2026-01-01T00:00:00.000Z","data":"hi","user_id":"u-1"}', ['snatchbot.webhook.data.once']],
    ['{"time":"2026-01-01T00:00:00.000Z","data":"{\\"a\\":1}","user_id":"u-1"}', ['snatchbot.webhook.data.not-text']],
    ['{"time":"2026-01-01 00:00","data":"\\"hi\\"","user_id":"u-1"}', ['snatchbot.webhook.time']],
    ['{"time":"2026-01-01T00:00:00.000Z","user_id":"u-1"}', ['snatchbot.webhook.data.missing']],
    [
      '{"time":',
      [
        'snatchbot.webhook.body.not-json',
        'snatchbot.webhook.data.missing',
        'snatchbot.webhook.time',
        'snatchbot.webhook.user',
      ],
    ],
    [
      '[]',
      [
        'snatchbot.webhook.body.object',
        'snatchbot.webhook.data.missing',
        'snatchbot.webhook.time',
        'snatchbot.webhook.user',
      ],
    ],
  ])('%s', async (body, rules) => {
    const { findings } = await notified(body);
    expect(findings.map(({ rule }) => rule)).toEqual(rules);
  });

  test('reads a form with the same names', async () => {
    const { messages, userId, findings } = await notified(
      'time=2026-01-01T00%3A00%3A00.000Z&data=%22hi+there%22&ip=1&user_id=u-7',
      form,
    );
    expect({ messages, userId, findings }).toEqual({
      messages: [{ author: 'channel', content: { kind: 'text', text: 'hi there' } }],
      userId: 'u-7',
      findings: [],
    });
  });

  test('answers 200 and nothing, or the status of a rule; words of a rule are never shown, and that is told', async () => {
    const { next } = await notified('{"time":"2026-01-01T00:00:00.000Z","data":"\\"hi\\""}');
    if (next.kind !== 'turn') throw new Error('Nobody could answer it.');
    expect(next.turn.asksBot).toBe(false);
    const deliver = (contents: readonly Content[], status: number | null) =>
      snatchbot.deliver(
        'app',
        next.turn,
        { contents, shape: { status, headers: [['X-Seen', 'yes']], switches: {} } },
        context(),
      );
    const quiet = await deliver([], 503);
    expect(quiet.reply).toMatchObject({ status: 503, headers: [['X-Seen', 'yes']] });
    expect(quiet.reply.body.byteLength).toBe(0);
    const loud = await deliver([{ kind: 'text', text: 'hello?' }], null);
    expect(loud.reply.status).toBe(200);
    expect(loud.messages).toEqual([]);
    expect(loud.findings.map(({ rule }) => rule)).toEqual(['snatchbot.webhook.reply-unused']);
  });

  test('answers Verify with 200', async () => {
    const { next, findings } = await read(request('HEAD', '/snatchbot/webhook/48213'));
    expect(next).toMatchObject({ kind: 'reply', reply: { status: 200 } });
    expect(findings.map(({ severity }) => severity)).toEqual(['info']);
  });
});
