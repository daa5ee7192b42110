import { describe, expect, test } from 'vitest';
import { textOf } from '#shared/exchange/body.ts';
import type { Utterance } from '#shared/exchange/message.ts';
import { headerValue, jsonResponse } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Dispatch } from '#shared/platforms/dispatch.ts';
import { kore } from '#shared/platforms/kore/index.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { botId, contextWith } from '#test/shared/platforms/kore/kore-context.ts';

const plain: JsonObject = { version: 'v2', firstName: '', lastName: '', email: '' };

const say = async (utterance: Utterance, context: PlatformContext = contextWith(plain)): Promise<Dispatch> => {
  const [sent] = await kore.say({ as: 'user', userId: 'u-42', utterance, isNewSession: false }, context);
  if (!sent) throw new Error('Nothing was sent.');
  return sent;
};

const bodyOf = ({ request }: Dispatch): unknown => JSON.parse(textOf(request.body).text);

test('a text is exactly what the docs show', async () => {
  const sent = await say({ kind: 'text', text: 'hi' });
  expect(sent.request.target).toBe(`/chatbot/v2/webhook/${botId}`);
  expect(textOf(sent.request.body).text).toBe(
    `{"session":{"new":false},"message":{"type":"text","val":"hi"},"from":{"id":"u-42"},"to":{"id":"${botId}"}}`,
  );
});

const url = 'https://files.example/folder/a.png?x=1';

test.each<[Utterance, object]>([
  [{ kind: 'press', title: 'Yes', payload: 'card.block' }, { message: { type: 'text', val: 'card.block' } }],
  [
    { kind: 'gesture', id: 'start', title: 'Connect' },
    { session: { new: true }, message: { type: 'event', val: 'ON_CONNECT' } },
  ],
  [
    { kind: 'gesture', id: 'close', title: 'Close' },
    { session: { new: false }, message: { type: 'event', val: 'SESSION_CLOSURE' } },
  ],
  [
    { kind: 'media', media: 'image', url, title: 'My card' },
    { message: { type: 'text', val: 'My card', attachments: [{ url, fileType: 'image', fileName: 'My card' }] } },
  ],
  [
    { kind: 'media', media: 'file', url, title: ' ' },
    { message: { type: 'text', val: 'a.png', attachments: [{ url, fileName: ' ' }] } },
  ],
  [
    { kind: 'form', formId: 'frm-1', title: 'Send', values: { a: '1' } },
    {
      message: {
        type: 'formData',
        val: {
          formId: 'frm-1',
          data: [
            { componentId: 'a', input: '1' },
            { componentId: 'submit', input: 'Send' },
          ],
          meta: {},
        },
      },
    },
  ],
])('%j', async (utterance, expected) => {
  expect(bodyOf(await say(utterance))).toMatchObject(expected);
});

test('the language goes along where there is one', async () => {
  const sent = await say({ kind: 'text', text: 'hi' }, contextWith({ ...plain, language: 'fr' }));
  expect(bodyOf(sent)).toMatchObject({ interactiveLanguage: 'fr' });
});

describe('what comes back', () => {
  const pollId = '0123456789abcdef0123456789abcdef';
  const hello = { data: [{ type: 'text', val: 'hello' }], _v: 'v2' };
  const readAfter = async (answer: JsonObject, settings: JsonObject = {}, purpose = 'say', polls = 0) => {
    const context = contextWith({ ...plain, ...settings });
    const sent = { ...(await say({ kind: 'text', text: 'hi' }, context)), purpose, detail: { polls } };
    return kore.readReply(sent, { ok: true, response: jsonResponse(200, answer) }, context);
  };
  const rulesAfter = async (answer: JsonObject, settings: JsonObject = {}) =>
    (await readAfter(answer, settings)).findings.map(({ rule }) => rule);

  test('a pollId makes our app end poll, after its interval and with a token', async () => {
    const { thenSend, messages } = await readAfter({ ...hello, pollId }, { pollInterval: 250 });
    expect(messages).toHaveLength(1);
    expect(thenSend).toMatchObject([
      {
        end: 'app',
        userId: 'u-42',
        purpose: 'poll',
        after: 250,
        detail: { polls: 1 },
        request: { method: 'GET', target: `/chatbot/v2/webhook/${botId}/poll/${pollId}` },
      },
    ]);
    expect(headerValue(thenSend[0]?.request.headers ?? [], 'authorization')).toMatch(/^bearer /);
  });

  test('a poll that is in progress is followed by another, up to the limit', async () => {
    const waiting = { status: 'Inprogress', pollId, _v: 'v2' };
    expect((await readAfter(waiting, {}, 'poll', 3)).thenSend).toMatchObject([{ detail: { polls: 4 } }]);
    const { thenSend, findings } = await readAfter(waiting, { pollLimit: 3 }, 'poll', 3);
    expect(thenSend).toEqual([]);
    expect(findings.map(({ rule }) => rule)).toEqual(['kore.poll.given-up']);
  });

  test.each([
    [{ pollUnderInstance: false }, `/chatbot/v2/webhook/${botId}/poll/${pollId}`],
    [{ pollUnderInstance: true }, `/chatbot/v2/webhook/${botId}/hookInstance/ivrInst-1/poll/${pollId}`],
  ])('with a further instance and %j: %s', async (settings, target) => {
    const { thenSend } = await readAfter({ ...hello, pollId }, { webhookInstanceId: 'ivrInst-1', ...settings });
    expect(thenSend[0]?.request.target).toBe(target);
  });

  test('without a further instance there is nothing to keep in the address of a poll', async () => {
    const { thenSend } = await readAfter({ ...hello, pollId }, { pollUnderInstance: true });
    expect(thenSend[0]?.request.target).toBe(`/chatbot/v2/webhook/${botId}/poll/${pollId}`);
  });

  test('a poll that finds nothing says that the rest is lost', async () => {
    const context = contextWith(plain);
    const sent = { ...(await say({ kind: 'text', text: 'hi' }, context)), purpose: 'poll' };
    const gone = jsonResponse(400, { errors: [{ msg: 'No data found', code: 400 }] });
    const { findings } = await kore.readReply(sent, { ok: true, response: gone }, context);
    expect(findings[0]).toMatchObject({ rule: 'kore.reply.poll.gone', status: 'documented' });
    expect(findings[0]?.summary).toContain('It says "No data found"');
  });

  test('the end of a session is an event of the channel', async () => {
    const item = { type: 'event', val: 'SESSION_CLOSURE', eventType: 'SESSION_CLOSURE_SUCCESS', description: 'done' };
    expect((await readAfter({ data: [item], _v: 'v2' })).messages).toEqual([
      { author: 'channel', content: { kind: 'event', name: 'Session closed', detail: 'done' } },
    ]);
  });

  test.each([
    [{ text: 'hello' }, {}, ['kore.reply.version']],
    [{ _v: 'v2' }, {}, ['kore.reply.text.missing']],
    [{ data: [], _v: 'v2' }, {}, ['kore.reply.text.empty']],
    [{ status: 'ok', _v: 'v2', traceId: 'RTM-TRACE-ABCDEFGHI' }, {}, ['kore.reply.mode']],
    [{ status: 'ok', _v: 'v2', traceId: 'RTM-TRACE-ABCDEFGHI' }, { mode: 'async' }, []],
    [hello, { mode: 'async' }, ['kore.reply.mode']],
  ])('%j with %j: %j', async (answer, settings, expected) => {
    expect(await rulesAfter(answer, settings)).toEqual(expected);
  });

  test('an empty acknowledgement of V1 is enough where the channel is asynchronous', async () => {
    const context = contextWith({ version: 'v1', mode: 'async' });
    const sent = await say({ kind: 'text', text: 'hi' }, context);
    const response = { status: 200, reason: '', headers: [], body: new Uint8Array() };
    const { verdict, findings } = await kore.readReply(sent, { ok: true, response }, context);
    expect([verdict.state, findings]).toEqual(['trusted', []]);
  });
});

test('the bot speaks by itself only where the channel is asynchronous, and with the version of the channel', async () => {
  const names = (settings: JsonObject) => kore.voices(contextWith(settings).settings).map(({ name }) => name);
  expect(names({ mode: 'sync' })).toEqual(['user']);
  expect(names({ mode: 'async' })).toEqual(['user', 'bot']);
  const utterance: Utterance = { kind: 'text', text: 'Your card is on its way.' };
  const said = { as: 'bot', userId: 'u-42', utterance, isNewSession: false } as const;
  const [v2] = await kore.say(said, contextWith({ mode: 'async', version: 'v2' }));
  expect(v2).toMatchObject({ end: 'platform', messages: [{ author: 'bot' }] });
  expect(bodyOf(v2!)).toMatchObject({ to: 'u-42', data: [{ val: 'Your card is on its way.' }] });
  const [v1] = await kore.say(said, contextWith({ mode: 'async', version: 'v1' }));
  expect(bodyOf(v1!)).toEqual({ to: 'u-42', from: botId, text: 'Your card is on its way.' });
});
