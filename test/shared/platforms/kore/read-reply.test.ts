import { describe, expect, test } from 'vitest';
import { bytesOf } from '#shared/exchange/body.ts';
import { plainText } from '#shared/exchange/message.ts';
import type { RawRequest } from '#shared/exchange/raw-http.ts';
import { exampleTokens } from '#shared/platforms/kore/example-tokens.ts';
import { readPlatformReply } from '#shared/platforms/kore/read-reply.ts';
import { botId, contextWith, koreDispatch } from '#test/shared/platforms/kore/kore-context.ts';

const sent = {
  method: 'POST',
  target: `/chatbot/hooks/${botId}`,
  headers: [['Authorization', `bearer ${exampleTokens.valid}`]],
  body: bytesOf('{}'),
} as const satisfies RawRequest;
const readReply = (body: string, status = 200) =>
  readPlatformReply(
    koreDispatch(sent),
    {
      ok: true,
      response: { status, reason: '', headers: [['content-type', 'application/json']], body: bytesOf(body) },
    },
    contextWith(),
  );
const contents = async (answer: unknown) =>
  (await readReply(JSON.stringify(answer))).messages.map((each) => each.content);
const escaped = (json: unknown): string => JSON.stringify(json).replaceAll('"', '&quot;');
const template = (payload: object) => ({ type: 'template', payload });

describe('text in every shape', () => {
  const buttons = template({
    template_type: 'button',
    text: 'Which account?',
    buttons: [
      { type: 'postback', title: 'Savings', payload: 'sav' },
      { type: 'web_url', title: 'More', url: 'https://a.example' },
    ],
  });
  const read = {
    kind: 'buttons',
    text: 'Which account?',
    buttons: [
      { title: 'Savings', action: { kind: 'postback', payload: 'sav' } },
      { title: 'More', action: { kind: 'url', url: 'https://a.example' } },
    ],
  };
  test.each([
    ['a string', 'hello', [{ kind: 'text', text: 'hello' }]],
    [
      'an array',
      ['a', 'b'],
      [
        { kind: 'text', text: 'a' },
        { kind: 'text', text: 'b' },
      ],
    ],
    ['an object', buttons, [read]],
    ['a template in a string', JSON.stringify(buttons), [read]],
    ['an HTML-escaped template in a string', escaped(buttons), [read]],
    ['a mixed array', ['a', escaped(buttons), buttons], [{ kind: 'text', text: 'a' }, read, read]],
    ['an object with text', { text: 'x' }, [{ kind: 'text', text: 'x' }]],
    ['text that only looks like JSON', '{not json', [{ kind: 'text', text: '{not json' }]],
    ['entities in plain text, which stay', 'a &quot; b', [{ kind: 'text', text: 'a &quot; b' }]],
    ['an error template', { type: 'error', payload: { color: 'red', text: 'no' } }, [{ kind: 'text', text: 'no' }]],
    [
      'an image',
      { type: 'image', payload: { url: 'https://a.example/i' } },
      [{ kind: 'media', media: 'image', url: 'https://a.example/i' }],
    ],
    [
      'an attachment',
      { file: { type: 'link', payload: { url: 'https://a.example/f', title: 'F', template_type: 'attachment' } } },
      [{ kind: 'media', media: 'file', url: 'https://a.example/f', title: 'F' }],
    ],
    ['a number', 5, [{ kind: 'unknown', label: 'Not a text', source: '5' }]],
  ])('%s', async (_name, text, expected) => {
    expect(await contents({ text })).toEqual(expected);
  });

  test('a template that we cannot draw is named and shown as it came', async () => {
    const chart = template({ template_type: 'piechart', elements: [] });
    expect(await contents({ text: escaped(chart) })).toEqual([
      { kind: 'unknown', label: 'Template piechart', source: JSON.stringify(chart, null, 2) },
    ]);
  });

  test('every message has a line of plain text', async () => {
    expect((await contents({ text: escaped(buttons) })).map(plainText)).toEqual(['Which account? [Savings] [More]']);
  });
});

test('a task that ended and a form become lines of their own', async () => {
  const answer = {
    text: [],
    form: { formDef: {} },
    endOfTask: true,
    endReason: 'Fulfilled',
    completedTaskId: 'dg-1',
    completedTaskName: 'Show Balance',
  };
  expect(await contents(answer)).toEqual([
    { kind: 'unknown', label: 'Form', source: '{\n  "formDef": {}\n}' },
    { kind: 'event', name: 'Task ended', detail: 'Show Balance (Fulfilled)' },
  ]);
});

test('endOfTask false beside an empty name is no end', async () => {
  expect(await contents({ text: 'x', endOfTask: false })).toEqual([{ kind: 'text', text: 'x' }]);
});

describe('answers that are not as they should be', () => {
  const rules = async (body: string, status?: number) =>
    (await readReply(body, status)).findings.map((each) => each.rule);
  test.each([
    ['<html>', 200, ['kore.reply.json']],
    ['', 200, ['kore.reply.json']],
    ['[]', 200, ['kore.reply.object']],
    ['{}', 200, ['kore.reply.text.missing']],
    ['{"text":[]}', 200, ['kore.reply.text.empty']],
    ['{"data":[{"type":"text","val":"hi"}],"_v":"v2"}', 200, ['kore.reply.version']],
    ['{"errors":[{"msg":"Invalid Request Payload","code":400}]}', 400, ['kore.reply.payload']],
    ['nope', 404, ['kore.reply.unknown']],
    ['', 412, ['kore.reply.anonymous']],
    ['', 429, ['kore.reply.too-many']],
    ['', 504, ['kore.reply.timeout']],
    ['', 302, ['kore.reply.redirect']],
    ['', 500, ['kore.reply.status']],
  ])('%j with %i', async (body, status, expected) => {
    expect(await rules(body, status)).toEqual(expected);
  });

  test('a 401 is honest: the platform gives no reason, so it is said what to check', async () => {
    const { verdict, findings, messages } = await readReply(
      '{"errors":[{"msg":"Invalid Access token","code":401}]}',
      401,
    );
    expect(verdict).toMatchObject({ state: 'refused', because: expect.stringContaining('gives no reason') });
    expect(verdict.checks.find((each) => each.id === 'jwt.signature')?.result).toBe('not-applicable');
    expect(findings).toHaveLength(4);
    expect(messages).toEqual([]);
  });

  test('a 401 for a token that we can see is expired says so', async () => {
    const { verdict } = await readPlatformReply(
      koreDispatch({ ...sent, headers: [['Authorization', `bearer ${exampleTokens.expired}`]] }),
      { ok: true, response: { status: 401, reason: '', headers: [], body: bytesOf('') } },
      contextWith(),
    );
    expect(verdict.because).toMatch(
      /^Refused: the platform gives no reason, but the token expired 6 years ago \([\d,]+ s\)\.$/,
    );
    expect(verdict.fix).toContain('Mint a new token');
  });

  test('an answer is trusted when the platform took the token, and not checked when it says nothing of it', async () => {
    expect((await readReply('{"text":"hi"}')).verdict).toMatchObject({
      state: 'trusted',
      credential: { kind: 'jwt', header: 'authorization' },
    });
    expect((await readReply('', 503)).verdict.state).toBe('unchecked');
    expect((await readReply('<html>welcome</html>')).verdict.state).toBe('unchecked');
  });
});
