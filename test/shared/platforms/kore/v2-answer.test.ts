import { describe, expect, test } from 'vitest';
import { textOf } from '#shared/exchange/body.ts';
import type { Content } from '#shared/exchange/message.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import { exampleTokens } from '#shared/platforms/kore/example-tokens.ts';
import { kore } from '#shared/platforms/kore/index.ts';
import { botId, contextWith } from '#test/shared/platforms/kore/kore-context.ts';

const turn = {
  userId: 'u-42',
  utterance: { kind: 'text', text: 'hi' },
  limit: 15,
  asksBot: true,
  detail: { version: 'v2', sessionId: '0123456789abcdef01234567' },
} as const;

const text = (value: string): Content => ({ kind: 'text', text: value });
const ended: Content = { kind: 'event', name: 'Task ended', detail: 'Show Balance (Fulfilled)' };

const deliver = (contents: readonly Content[], context: PlatformContext) =>
  kore.deliver('platform', turn, { contents, shape: null }, context);

const bodyOf = ({ body }: { readonly body: Uint8Array }) => JSON.parse(textOf(body).text);

const poll = async (pollId: string, context: PlatformContext) => {
  const { next, messages, userId } = await kore.read(
    'platform',
    {
      method: 'GET',
      target: `/chatbot/v2/webhook/${botId}/poll/${pollId}`,
      headers: [['Authorization', `bearer ${exampleTokens.valid}`]],
      body: new Uint8Array(),
    },
    context,
  );
  if (next.kind !== 'reply') throw new Error('A poll is answered at once.');
  return {
    status: next.reply.status,
    body: bodyOf(next.reply),
    messages: messages.map((each) => each.content),
    userId,
  };
};

test('an answer is exactly what the docs show, with the switchable fields', async () => {
  const { reply } = await deliver([text('hello')], contextWith());
  expect(textOf(reply.body).text.replace(/ms-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, 'ms-id')).toBe(
    `{"to":"u-42","from":"${botId}","data":[{"type":"text","val":"hello","createdOn":"2026-01-01T00:00:00.000Z","messageId":"ms-id"}],"_v":"v2","sessionId":"0123456789abcdef01234567"}`,
  );
  const bare = await deliver([text('hello')], contextWith({ addressedV2: false, sendsSessionId: false }));
  expect(Object.keys(bodyOf(bare.reply))).toEqual(['data', '_v']);
});

describe('an answer in parts', () => {
  const contents = [text('one'), text('two'), text('three'), ended];

  test('begins with the first message, is in progress once, and ends with the rest and the task', async () => {
    const context = contextWith();
    const { reply, messages } = await deliver(contents, context);
    const first = bodyOf(reply);
    expect(first.data.map((each: { val: string }) => each.val)).toEqual(['one']);
    expect(first).not.toHaveProperty('endOfTask');
    expect(messages.map((each) => each.content)).toEqual([text('one')]);
    const pollId: string = first.pollId;
    expect(pollId).toMatch(/^[0-9a-f]{32}$/);
    expect(await poll(pollId, context)).toEqual({
      status: 200,
      body: { status: 'Inprogress', pollId, _v: 'v2' },
      messages: [],
      userId: 'u-42',
    });
    expect(await poll(pollId, context)).toMatchObject({
      status: 200,
      body: { data: [{ val: 'two' }, { val: 'three' }], endOfTask: true, completedTaskName: 'Show Balance' },
      messages: [text('two'), text('three'), ended],
    });
    expect(await poll(pollId, context)).toEqual({
      status: 400,
      body: { errors: [{ msg: 'No data found', code: 400 }] },
      messages: [],
      userId: null,
    });
  });

  test.each([
    [{ firstMessages: 2 }, ['one', 'two'], true],
    [{ firstMessages: 3 }, ['one', 'two', 'three'], false],
    [{ firstMessages: 0 }, [], true],
    [{ pollingEnabled: false }, ['one', 'two', 'three'], false],
  ])('%j', async (settings, values, goesOn) => {
    const body = bodyOf((await deliver(contents, contextWith(settings))).reply);
    expect(body.data.map((each: { val: string }) => each.val)).toEqual(values);
    expect('pollId' in body).toBe(goesOn);
    expect('endOfTask' in body).toBe(!goesOn);
  });

  test('a poll needs a token too', async () => {
    const { next, verdict } = await kore.read(
      'platform',
      { method: 'GET', target: `/chatbot/v2/webhook/${botId}/poll/x`, headers: [], body: new Uint8Array() },
      contextWith(),
    );
    expect(verdict.state).toBe('refused');
    expect(next.kind === 'reply' && next.reply.status).toBe(401);
  });

  test('the defect lets every pollId expire, and says that it acted', async () => {
    const context = contextWith({}, { defects: new Set(['poll.expired']) });
    const { pollId } = bodyOf((await deliver(contents, context)).reply);
    expect((await poll(pollId, context)).status).toBe(400);
  });
});

test('a form stands beside data, and of two the last one', async () => {
  const form = (formId: string): Content => ({
    kind: 'form',
    formId,
    title: formId,
    fields: [{ id: 'a', label: 'A', type: 'text', isRequired: true }],
    submit: 'Go',
  });
  const body = bodyOf(
    (await deliver([text('please'), form('first'), form('second')], contextWith({ firstMessages: 9 }))).reply,
  );
  expect(body.data.map((each: { val: string }) => each.val)).toEqual(['please', 'first · A: ____ · [Go]']);
  expect(body.form.formDef).toMatchObject({ _id: 'second' });
});
