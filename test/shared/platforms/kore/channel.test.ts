import { describe, expect, test } from 'vitest';
import { bytesOf, textOf } from '#shared/exchange/body.ts';
import type { Content } from '#shared/exchange/message.ts';
import { exampleTokens } from '#shared/platforms/kore/example-tokens.ts';
import { kore } from '#shared/platforms/kore/index.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { botId, clientId, contextWith, secret } from '#test/shared/platforms/kore/kore-context.ts';

const hi = (version: 'v1' | 'v2', context: PlatformContext) =>
  kore.read(
    'platform',
    {
      method: 'POST',
      target: version === 'v1' ? `/chatbot/hooks/${botId}` : `/chatbot/v2/webhook/${botId}`,
      headers: [
        ['authorization', `bearer ${exampleTokens.valid}`],
        ['content-type', 'application/json'],
      ],
      body: bytesOf(
        JSON.stringify({ message: version === 'v1' ? { text: 'hi' } : { type: 'text', val: 'hi' }, from: { id: 'u' } }),
      ),
    },
    context,
  );

describe('a channel that does not work', () => {
  test.each([
    ['channel.not-approved', 401, 'Invalid Access token'],
    ['channel.not-enabled', 404, 'Not Found'],
    ['channel.not-enabled-401', 401, 'Invalid Access token'],
    ['channel.not-published', 504, 'The request has been timed-out'],
    ['channel.not-published-401', 401, 'Invalid Access token'],
    ['channel.unknown-bot', 404, 'Not Found'],
    ['channel.no-anonymous', 412, 'Precondition Failed'],
    ['channel.too-many', 429, 'Too Many requests'],
    ['answer.timed-out', 504, 'The request has been timed-out'],
  ])('%s answers %i on both versions, shows the message and says which defect acted', async (id, status, msg) => {
    const context = contextWith({}, { defects: new Set([id]) });
    for (const version of ['v1', 'v2'] as const) {
      const { next, findings, messages, verdict } = await hi(version, context);
      if (next.kind !== 'reply') throw new Error('It has to be refused at once.');
      expect(next.reply.status).toBe(status);
      expect(JSON.parse(textOf(next.reply.body).text)).toMatchObject({
        errors: [{ msg, code: status }],
        ...(version === 'v2' ? { _v: 'v2' } : {}),
      });
      expect(findings[0]?.rule).toBe(`defect.${id}`);
      expect(messages).toHaveLength(1);
      expect(verdict.state).toBe('trusted');
    }
  });

  test('may say so in the chat, synchronously or as a message of its own', async () => {
    const defects = new Set(['channel.disabled-text']);
    const sync = await hi('v1', contextWith({}, { defects }));
    expect(sync.messages.map(({ author }) => author)).toEqual(['user', 'bot']);
    expect(sync.next.kind === 'reply' && textOf(sync.next.reply.body).text).toContain('disabled on this channel');
    const { next } = await hi('v1', contextWith({ mode: 'async' }, { defects }));
    if (next.kind !== 'reply') throw new Error('It has to be answered at once.');
    expect(next.reply.body.byteLength).toBe(0);
    expect(textOf(next.thenSend[0]?.request.body ?? new Uint8Array()).text).toContain('disabled on this channel');
  });

  test('is cold for the first message of each user only', async () => {
    const context = contextWith({}, { defects: new Set(['channel.cold-start']) });
    const kinds = [await hi('v1', context), await hi('v1', context)].map(({ next }) =>
      next.kind === 'reply' ? next.reply.status : 'turn',
    );
    expect(kinds).toEqual([401, 'turn']);
  });

  test('every defect has a sentence, a source and an id of its own', () => {
    expect(new Set(kore.defects.map(({ id }) => id)).size).toBe(kore.defects.length);
    for (const { summary, source } of kore.defects)
      expect([summary, source].map((each) => each.length > 10)).toEqual([true, true]);
  });
});

describe('the loss report', () => {
  test.each<[Content, JsonObject, readonly string[]]>([
    [{ kind: 'text', text: 'plain' }, {}, []],
    [{ kind: 'text', text: 'bold', spans: [{ text: 'bold', isBold: true }] }, {}, ['Markup is not documented']],
    [
      {
        kind: 'buttons',
        text: 'x'.repeat(641),
        buttons: [{ title: 'Call', action: { kind: 'phone', number: '1' } }],
      },
      {},
      ['640 characters', '“Call” becomes a link of the scheme tel'],
    ],
    [{ kind: 'event', name: 'Agent joined', detail: '' }, {}, ['becomes a line of text']],
    [{ kind: 'event', name: 'Task ended', detail: 'x' }, {}, []],
    [{ kind: 'media', media: 'image', url: 'https://a.example', title: 'T' }, {}, ['no place for its title']],
    [{ kind: 'media', media: 'video', url: 'https://a.example', title: 'T' }, {}, []],
    [{ kind: 'form', formId: 'f', title: 'F', fields: [], submit: 'Go' }, { version: 'v1' }, ['no way to send back']],
    [{ kind: 'form', formId: 'f', title: 'F', fields: [], submit: 'Go' }, { version: 'v2' }, []],
    [
      { kind: 'list', cards: Array.from({ length: 5 }, () => ({ title: 'x', buttons: [] })), buttons: [] },
      {},
      ['4 elements of a list, and there are 5'],
    ],
  ])('%j with %j', (content, settings, losses) => {
    const found = kore.lossOf(content, contextWith(settings).settings);
    expect(found).toHaveLength(losses.length);
    for (const [index, part] of losses.entries()) expect(found[index]).toContain(part);
  });
});

describe('the checklist', () => {
  const stepsOf = (end: 'platform' | 'app', settings: JsonObject = {}) =>
    Object.fromEntries(
      kore
        .setup(contextWith(settings, { addresses: { own: 'http://127.0.0.1:4700', otherEnd: null } }))
        .filter((step) => step.end === end)
        .map(({ id, value }) => [id, value]),
    );

  test('of our platform end: what the app has to be told', () => {
    const settings = { mode: 'async', accessToken: 't', postUrl: 'https://a.example/p' };
    expect(stepsOf('platform', settings)).toEqual({
      'webhook-v1': `http://127.0.0.1:4700/chatbot/hooks/${botId}`,
      'webhook-v2': `http://127.0.0.1:4700/chatbot/v2/webhook/${botId}`,
      'client-id': clientId,
      'client-secret': secret,
      authorization: 'Authorization: bearer <token>',
      'post-url': 'https://a.example/p',
      'platform-access-token-header': 'Authorization: Bearer t',
    });
    expect(stepsOf('platform', { algorithm: 'RS256' })).not.toHaveProperty('client-secret');
  });

  test('of our app end: what Kore.ai has to be told, by the public address where there is one', () => {
    expect(stepsOf('app', { mode: 'async', publicUrl: 'https://tunnel.example' })).toMatchObject({
      'console-webhook': `https://bots.kore.ai/chatbot/hooks/${botId}`,
      'console-post-url': `https://tunnel.example/receive/kore/${botId}`,
    });
    expect(stepsOf('app', { mode: 'async' })['console-post-url']).toBe(`http://127.0.0.1:4700/receive/kore/${botId}`);
    expect(stepsOf('app', { version: 'v2' })).toHaveProperty('console-polling');
  });

  test('names each step once', () => {
    const ids = kore.setup(contextWith({ mode: 'async', version: 'v2' })).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test('of two channels of a bot, the address says which one is meant', () => {
  const at = (target: string, webhookInstanceId: string, end: 'platform' | 'app' = 'platform') =>
    kore.claims?.(
      end,
      { method: 'POST', target, headers: [], body: new Uint8Array() },
      contextWith({ webhookInstanceId }).settings,
    );
  const first = `/chatbot/v2/webhook/${botId}`;
  expect([at(first, ''), at(first, 'ivrInst-1')]).toEqual([true, false]);
  const further = `${first}/hookInstance/ivrInst-1/poll/p`;
  expect([at(further, ''), at(further, 'ivrInst-1')]).toEqual([false, true]);
  expect(at(`/receive/kore/${botId}`, '', 'app')).toBe(true);
});
