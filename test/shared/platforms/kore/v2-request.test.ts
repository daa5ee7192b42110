import { describe, expect, test } from 'vitest';
import { bytesOf, textOf } from '#shared/exchange/body.ts';
import type { RawRequest } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import { exampleTokens } from '#shared/platforms/kore/example-tokens.ts';
import { kore } from '#shared/platforms/kore/index.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { botId, contextWith, now } from '#test/shared/platforms/kore/kore-context.ts';

const request = (body: JsonObject | string): RawRequest => ({
  method: 'POST',
  target: `/chatbot/v2/webhook/${botId}`,
  headers: [
    ['authorization', `Bearer ${exampleTokens.valid}`],
    ['content-type', 'application/json'],
  ],
  body: bytesOf(typeof body === 'string' ? body : JSON.stringify(body)),
});

const read = (message: unknown, rest: object = {}, context: PlatformContext = contextWith()) =>
  kore.read(
    'platform',
    request(JSON.stringify({ message, from: { id: 'u-42' }, to: { id: botId }, ...rest })),
    context,
  );

const rulesOf = async (message: unknown, rest: object = {}) => {
  const { findings, next } = await read(message, rest);
  return [
    next.kind === 'reply' ? next.reply.status : 'turn',
    ...findings.map((each) => `${each.severity} ${each.rule}`),
  ];
};

const spokenTo = async (message: unknown) => {
  const { next, messages } = await read(message);
  return {
    bot: next.kind === 'turn' ? next.turn.utterance : null,
    shown: messages.map(({ author, content }) => [author, content]),
  };
};

const picture = 'https://files.example/a.png';

describe('what a message says', () => {
  test.each([
    [{ type: 'text', val: 'hi' }, ['turn']],
    [{ type: 'text', val: ' ' }, ['turn', 'warning kore.body.text.blank']],
    [{ type: 'text', val: ' ', attachments: [{}] }, ['turn', 'warning kore.body.text.blank']],
    [{ type: 'text', val: ' ', attachments: [picture] }, [400, 'error kore.body.val.blank']],
    [{ type: 'text', val: { a: 1 } }, [400, 'error kore.body.val.type']],
    [{ type: 'text', val: 'hi', attachments: picture }, ['turn', 'warning kore.body.attachments']],
    [{ type: 'text' }, [400, 'error kore.body.val']],
    [{ text: 'hi' }, [400, 'error kore.body.version']],
    [{ val: 'hi' }, [400, 'error kore.body.type-of-message']],
    [{ type: 'Text', val: 'hi' }, [400, 'error kore.body.type-of-message']],
    [{ type: 'event', val: 'ON_CONNECT' }, ['turn']],
    [{ type: 'event', val: 'on_connect' }, [400, 'error kore.body.event']],
    [{ type: 'event', val: 'ON_CONNECT', attachments: [picture] }, ['turn', 'warning kore.body.attachments.type']],
    [{ type: 'template', val: { text: 'hi' } }, ['turn']],
    [{ type: 'template', val: 'hi' }, ['turn', 'warning kore.body.val.template']],
    [{ type: 'formData', val: { formId: 'f', data: [] } }, ['turn']],
    [{ type: 'formData', val: { data: [] } }, [400, 'error kore.body.form']],
  ])('%j', async (message, expected) => {
    expect(await rulesOf(message)).toEqual(expected);
  });

  test('the bot is told what kind of thing was said, and the conversation shows it', async () => {
    expect(await spokenTo({ type: 'event', val: 'ON_CONNECT' })).toEqual({
      bot: { kind: 'gesture', id: 'start', title: 'Connected' },
      shown: [['user', { kind: 'event', name: 'Connected', detail: '' }]],
    });
    expect(
      await spokenTo({
        type: 'formData',
        val: {
          formId: 'f',
          data: [
            { componentId: 'name', input: 'Ana' },
            { componentId: 'submit', input: 'Go' },
          ],
        },
      }),
    ).toMatchObject({ bot: { kind: 'form', formId: 'f', title: 'Go', values: { name: 'Ana' } } });
    expect(await spokenTo({ type: 'text', val: 'look', attachments: [{ url: picture, fileType: 'image' }] })).toEqual({
      bot: { kind: 'media', media: 'image', url: picture, title: 'look' },
      shown: [
        ['user', { kind: 'text', text: 'look' }],
        ['user', { kind: 'media', media: 'image', url: picture }],
      ],
    });
  });

  test.each([
    [{ interactiveLanguage: 'fr' }, ['turn']],
    [{ InteractiveLanguage: 'fr', token: {}, mergeIdentity: 'true' }, ['turn']],
    [{ interactiveLanguage: 5 }, ['turn', 'warning kore.body.language']],
    [{ session: { new: 'true', id: 'x' } }, ['turn', 'warning kore.body.session', 'info kore.body.session.id']],
  ])('besides the message: %j', async (rest, expected) => {
    expect(await rulesOf({ type: 'text', val: 'hi' }, rest)).toEqual(expected);
  });
});

describe('sessions', () => {
  const hi = { type: 'text', val: 'hi' };
  const closure = { type: 'event', val: 'SESSION_CLOSURE' };
  const sessionIn = async (context: PlatformContext, rest: object = {}) => {
    const { next, findings } = await read(hi, rest, context);
    return [next.kind === 'turn' ? next.turn.detail['sessionId'] : null, findings.map(({ rule }) => rule)];
  };
  const at = (context: PlatformContext, minutes: number): PlatformContext => ({
    ...context,
    stamp: { ...context.stamp, now: now + minutes * 60_000 },
  });

  test('goes on, ends after 15 minutes without a message, and says so', async () => {
    const context = contextWith();
    const [first] = await sessionIn(context);
    expect(first).toMatch(/^[0-9a-f]{24}$/);
    expect(await sessionIn(at(context, 14.9))).toEqual([first, []]);
    expect(await sessionIn(at(context, 29.8))).toEqual([first, []]);
    const [second, rules] = await sessionIn(at(context, 45));
    expect(second).not.toBe(first);
    expect(rules).toEqual(['kore.session.expired']);
  });

  test('begins anew where it is asked for, and each user has one', async () => {
    const context = contextWith();
    const [first] = await sessionIn(context);
    const [asked] = await sessionIn(context, { session: { new: true } });
    const [other] = await sessionIn(context, { from: { id: 'u-other' } });
    expect(new Set([first, asked, other]).size).toBe(3);
    expect(await sessionIn(context)).toEqual([asked, []]);
  });

  test('is closed once: then there is none to close', async () => {
    const context = contextWith();
    await sessionIn(context);
    const answers = [await read(closure, {}, context), await read(closure, {}, context)];
    const eventTypes = answers.map(({ next }) =>
      next.kind === 'reply' ? JSON.parse(textOf(next.reply.body).text).data[0].eventType : null,
    );
    expect(eventTypes).toEqual(['SESSION_CLOSURE_SUCCESS', 'SESSION_CLOSURE_IGNORED']);
    expect(answers[0]?.messages.at(-1)).toEqual({
      author: 'channel',
      content: { kind: 'event', name: 'Session closed', detail: 'session closed successfully' },
    });
  });

  test('an expired one cannot be closed', async () => {
    const context = contextWith();
    await sessionIn(context);
    const { messages } = await read(closure, {}, at(context, 16));
    expect(messages.at(-1)?.content).toMatchObject({ name: 'No session to close' });
  });
});

test('errors have the envelope of V2, with a trace id', async () => {
  const { next } = await kore.read('platform', { ...request('{'), headers: [] }, contextWith());
  expect(next.kind === 'reply' && textOf(next.reply.body).text).toBe(
    '{"errors":[{"msg":"Invalid Access token","code":401}],"_v":"v2","_t":"RTM-TRACE-000000001"}',
  );
  const { reply } = kore.refuseUnknown(
    { ...request('{}'), target: '/chatbot/v2/webhook/st-x/poll/p' },
    contextWith().stamp,
  );
  expect(textOf(reply.body).text).toBe(
    '{"errors":[{"msg":"Not Found","code":404}],"_v":"v2","_t":"RTM-TRACE-000000001"}',
  );
});
