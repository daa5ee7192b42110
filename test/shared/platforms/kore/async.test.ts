import { describe, expect, test } from 'vitest';
import { textOf } from '#shared/exchange/body.ts';
import { fault } from '#shared/contract/fault.ts';
import type { Content } from '#shared/exchange/message.ts';
import { headerValue } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Dispatch, Returned } from '#shared/platforms/dispatch.ts';
import { exampleTokens } from '#shared/platforms/kore/example-tokens.ts';
import { bytesOf } from '#shared/exchange/body.ts';
import { kore } from '#shared/platforms/kore/index.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { botId, contextWith } from '#test/shared/platforms/kore/kore-context.ts';

const text = (value: string): Content => ({ kind: 'text', text: value });
const ended: Content = { kind: 'event', name: 'Task ended', detail: 'Show Balance (Fulfilled)' };
const accessToken = 'invented-access-token';

const asyncContext = (settings: JsonObject = {}, over: Partial<PlatformContext> = {}): PlatformContext =>
  contextWith({ mode: 'async', accessToken, ...settings }, over);

const deliver = async (
  version: 'v1' | 'v2',
  contents: readonly Content[],
  context: PlatformContext,
): Promise<readonly Dispatch[]> => {
  const turn = { userId: 'u-42', utterance: { kind: 'text', text: 'hi' }, limit: 600, asksBot: true } as const;
  const answer = { contents, shape: null };
  return (await kore.deliver('platform', { ...turn, detail: { version, sessionId: 's' } }, answer, context)).thenSend;
};

const bodyOf = (dispatch: Dispatch | undefined): string => textOf(dispatch?.request.body ?? new Uint8Array()).text;

describe('the messages that the platform end posts', () => {
  test('are one for each, in order, and the end of the task last', async () => {
    const sent = await deliver('v1', [text('one'), text('two'), ended], asyncContext());
    expect(sent.slice(0, 2).map(bodyOf)).toEqual([
      `{"to":"u-42","from":"${botId}","text":"one"}`,
      `{"to":"u-42","from":"${botId}","text":"two"}`,
    ]);
    expect(JSON.parse(bodyOf(sent[2]))).toEqual({
      to: 'u-42',
      from: botId,
      endOfTask: true,
      endReason: 'Fulfilled',
      completedTaskId: expect.stringMatching(/^dg-/),
      completedTaskName: 'Show Balance',
    });
    expect(sent.flatMap(({ messages }) => messages.map(({ content }) => content))).toEqual([
      text('one'),
      text('two'),
      ended,
    ]);
  });

  test('have the flags of V2, or the strict sample of the docs', async () => {
    const flagged = await deliver('v2', [text('one'), text('two')], asyncContext());
    expect(flagged.map((each) => JSON.parse(bodyOf(each)))).toMatchObject([
      { data: [{ val: 'one' }], _v: 'v2', partialMessage: true },
      { data: [{ val: 'two' }], _v: 'v2', endOfMessage: true },
    ]);
    const strict = await deliver('v2', [text('one')], asyncContext({ addressedV2: false, messageFlags: false }));
    expect(Object.keys(JSON.parse(bodyOf(strict[0])))).toEqual(['data', '_v']);
  });

  test('go to the receiver of our app end, or to the POST URL', async () => {
    const [own] = await deliver('v1', [text('one')], asyncContext());
    expect(own?.request).toMatchObject({ origin: 'http://127.0.0.1:4700', target: `/receive/kore/${botId}` });
    const addresses = { own: null, otherEnd: null };
    const [far] = await deliver(
      'v1',
      [text('one')],
      asyncContext({ postUrl: 'https://app.example:8443/kore?x=1' }, { addresses }),
    );
    expect(far?.request).toMatchObject({ origin: 'https://app.example:8443', target: '/kore?x=1' });
    const [nowhere] = await deliver('v1', [text('one')], asyncContext({}, { addresses }));
    expect(nowhere?.withheld).toContain('no POST URL');
  });

  test.each([
    [{ accessTokenHeader: 'bearer' }, 'Authorization', `Bearer ${accessToken}`],
    [{ accessTokenHeader: 'authorization' }, 'Authorization', accessToken],
    [{ accessTokenHeader: 'x-access-token' }, 'x-access-token', accessToken],
    [
      { accessTokenHeader: 'other', accessTokenHeaderName: 'X-A', accessTokenFormat: '<{token}>' },
      'X-A',
      `<${accessToken}>`,
    ],
    [{ accessTokenHeader: 'none' }, 'Authorization', undefined],
    [{ accessToken: '' }, 'Authorization', undefined],
  ])('carry the Access Token as %j', async (settings, name, value) => {
    const [first] = await deliver('v1', [text('one')], asyncContext(settings));
    expect(headerValue(first?.request.headers ?? [], name)).toBe(value);
  });

  test('carry another one where that defect is on, and say so', async () => {
    const [first] = await deliver(
      'v1',
      [text('one')],
      asyncContext({}, { defects: new Set(['callback.wrong-token']) }),
    );
    expect(headerValue(first?.request.headers ?? [], 'authorization')).not.toContain(accessToken);
    expect(first?.findings.map(({ rule }) => rule)).toEqual(['defect.callback.wrong-token']);
  });
});

describe('a message that was not taken', () => {
  const failing: Returned = { ok: true, response: { status: 500, reason: '', headers: [], body: new Uint8Array() } };
  const lost: Returned = { ok: false, fault: fault('bug', { incident: 'none' }) };

  test('is posted again as often as the channel does, and then it is lost', async () => {
    const context = asyncContext({ callbackRetries: 2, callbackRetryAfter: 250 });
    const [first] = await deliver('v1', [text('one')], context);
    if (!first) throw new Error('Nothing was posted.');
    const tried = await kore.readReply(first, failing, context);
    const [again] = tried.thenSend;
    expect(again).toMatchObject({ purpose: 'retry', after: 250, messages: [], detail: { attempt: 1 } });
    expect(again?.request).toEqual(first.request);
    const last = await kore.readReply({ ...first, detail: { attempt: 2 } }, lost, context);
    expect(last.thenSend).toEqual([]);
    expect(last.findings[0]?.summary).toContain('the message is lost');
  });

  test('is not posted again by default', async () => {
    const context = asyncContext();
    const [first] = await deliver('v1', [text('one')], context);
    const { thenSend, findings } = await kore.readReply(first!, failing, context);
    expect(thenSend).toEqual([]);
    expect(findings.map(({ rule }) => rule)).toEqual(['kore.callback.not-taken']);
  });

  test.each([
    [401, 'refused'],
    [200, 'unchecked'],
  ])('an answer of %i makes the Access Token %s', async (status, state) => {
    const context = asyncContext();
    const [first] = await deliver('v1', [text('one')], context);
    const returned: Returned = { ok: true, response: { status, reason: '', headers: [], body: new Uint8Array() } };
    expect((await kore.readReply(first!, returned, context)).verdict.state).toBe(state);
  });
});

describe('what the app end makes of a message that is posted', () => {
  const receive = (
    body: JsonObject | string,
    context: PlatformContext = asyncContext(),
    headers: readonly (readonly [string, string])[] = [['authorization', `Bearer ${accessToken}`]],
  ) =>
    kore.read(
      'app',
      {
        method: 'POST',
        target: `/receive/kore/${botId}`,
        headers: [...headers, ['content-type', 'application/json']],
        body: bytesOf(typeof body === 'string' ? body : JSON.stringify(body)),
      },
      context,
    );

  test.each<[JsonObject, readonly Content[]]>([
    [{ to: 'u-42', text: 'one' }, [text('one')]],
    [{ to: { id: 'u-42' }, text: ['one', 'two'] }, [text('one'), text('two')]],
    [{ to: 'u-42', data: [{ type: 'text', val: 'one' }], _v: 'v2' }, [text('one')]],
    [{ to: 'u-42', endOfTask: true, endReason: 'Fulfilled', completedTaskName: 'Show Balance' }, [ended]],
  ])('%j', async (body, contents) => {
    const { messages, userId, verdict, next, findings } = await receive(body);
    expect(messages.map(({ content }) => content)).toEqual(contents);
    expect(userId).toBe('u-42');
    expect(verdict).toMatchObject({ state: 'trusted', credential: { kind: 'text', at: 'header authorization' } });
    expect(next).toMatchObject({ kind: 'turn', turn: { asksBot: false } });
    expect(findings).toEqual([]);
  });

  test('a reply rule chooses the status, and words in it are told to reach nobody', async () => {
    const { next } = await receive({ to: 'u-42', text: 'one' });
    if (next.kind !== 'turn') throw new Error('It is a turn.');
    const shape = { status: 503, headers: [['X-A', 'b'] as const], switches: {} };
    const { reply, findings } = await kore.deliver('app', next.turn, { contents: [text('no')], shape }, asyncContext());
    expect([reply.status, headerValue(reply.headers, 'x-a'), textOf(reply.body).text]).toEqual([503, 'b', 'no']);
    expect(findings.map(({ rule }) => rule)).toEqual(['kore.callback.reply-ignored']);
    const plain = await kore.deliver('app', next.turn, { contents: [], shape: null }, asyncContext());
    expect([plain.reply.status, plain.reply.body.byteLength]).toEqual([200, 0]);
  });

  test('without to, it is shown to the one who spoke last, with a warning', async () => {
    const context = asyncContext({ version: 'v2' });
    const posted = { data: [{ type: 'text', val: 'one' }], _v: 'v2' };
    expect(await receive(posted, context)).toMatchObject({ userId: null, next: { reply: { status: 400 } } });
    await kore.say({ as: 'user', userId: 'u-7', utterance: { kind: 'text', text: 'hi' }, isNewSession: true }, context);
    const { userId, findings } = await receive(posted, context);
    expect(userId).toBe('u-7');
    expect(findings.map(({ rule }) => rule)).toEqual(['kore.callback.to']);
  });

  test.each([
    [[], 'there is no header Authorization', 'Compare the Access Token'],
    [[['authorization', ' ']], 'is empty', 'Compare the Access Token'],
    [[['authorization', 'Bearer other']], 'another token', 'Compare the Access Token'],
    [[['authorization', `Bearer ${accessToken.toUpperCase()}`]], 'upper and lower case', 'Compare the Access Token'],
    [[['authorization', accessToken]], 'expects “Bearer …” around it', 'Compare the Access Token'],
    [[['x-access-token', accessToken]], 'there is no header Authorization', 'came in the header x-access-token'],
  ] as const)('headers %j are refused with the cause and the fix', async (headers, because, fix) => {
    const { verdict, next, messages, findings } = await receive({ to: 'u-42', text: 'one' }, asyncContext(), headers);
    expect(verdict.state).toBe('refused');
    expect(verdict.because).toContain(because);
    expect(verdict.fix).toContain(fix);
    expect(next.kind === 'reply' && next.reply.status).toBe(401);
    expect(messages).toEqual([
      { author: 'channel', content: { kind: 'event', name: 'The app refused a message of the bot', detail: 'one' } },
    ]);
    expect(JSON.stringify([verdict, findings])).not.toContain(accessToken);
  });

  test('what is refused again and again is told once', async () => {
    const context = asyncContext();
    const told = [
      await receive({ to: 'u', text: 'one' }, context, []),
      await receive({ to: 'u', text: 'one' }, context, []),
    ];
    expect(told.map(({ messages }) => messages.length)).toEqual([1, 0]);
  });

  test('half a body is refused with 400, and a channel that is synchronous is told apart', async () => {
    expect(await receive('{"to":"u')).toMatchObject({ next: { reply: { status: 400 } } });
    const { findings } = await receive({ to: 'u-42', text: 'one' }, asyncContext({ mode: 'sync' }));
    expect(findings.map(({ rule }) => rule)).toEqual(['kore.callback.mode']);
  });
});

describe('the acknowledgement', () => {
  const ack = async (version: string, settings: JsonObject = {}) => {
    const message = version === 'v1' ? { text: 'hi' } : { type: 'text', val: 'hi' };
    const { next } = await kore.read(
      'platform',
      {
        method: 'POST',
        target: version === 'v1' ? `/chatbot/hooks/${botId}` : `/chatbot/v2/webhook/${botId}`,
        headers: [
          ['authorization', `bearer ${exampleTokens.valid}`],
          ['content-type', 'application/json'],
        ],
        body: bytesOf(JSON.stringify({ message, from: { id: 'u' } })),
      },
      asyncContext(settings),
    );
    return next.kind === 'turn' && next.replyNow ? textOf(next.replyNow.body).text : null;
  };

  test('is empty on V1 or {}, and says ok on V2', async () => {
    expect(await ack('v1')).toBe('');
    expect(await ack('v1', { ackBody: 'object' })).toBe('{}');
    expect(await ack('v2')).toMatch(/^\{"status":"ok","_v":"v2","traceId":"RTM-TRACE-[0-9A-Z]{9}"\}$/);
  });
});
