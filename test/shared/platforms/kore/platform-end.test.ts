import { describe, expect, test } from 'vitest';
import { bytesOf, textOf } from '#shared/exchange/body.ts';
import type { Content } from '#shared/exchange/message.ts';
import type { HeaderLines, RawRequest } from '#shared/exchange/raw-http.ts';
import { exampleTokens } from '#shared/platforms/kore/example-tokens.ts';
import { kore } from '#shared/platforms/kore/index.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { botId, clientId, contextWith, secret } from '#test/shared/platforms/kore/kore-context.ts';

const greeting = `{"message":{"text":"hi"},"from":{"id":"u-42"},"to":{"id":"${botId}"}}`;
const request = (token: string, body: string | Uint8Array = greeting, headers: HeaderLines = []): RawRequest => ({
  method: 'POST',
  target: `/chatbot/hooks/${botId}`,
  headers: [['authorization', `Bearer ${token}`], ['content-type', 'application/json'], ...headers],
  body: typeof body === 'string' ? bytesOf(body) : body,
});
const read = (sent: RawRequest, settings: JsonObject = {}) => kore.read('platform', sent, contextWith(settings));
const results = async (token: string, settings: JsonObject = {}) => {
  const { verdict } = await read(request(token), settings);
  return Object.fromEntries(verdict.checks.map((each) => [each.id.replace('jwt.', ''), each.result]));
};
const because = async (token: string, settings: JsonObject = {}): Promise<string> =>
  (await read(request(token), settings)).verdict.because;
const sign = (claims: JsonObject): Promise<string> => {
  const { tokens } = contextWith();
  return tokens.sign({ alg: 'HS256' }, claims, secret);
};

describe('the verdict on a token', () => {
  test('a good one passes every check, and what it lacks is a warning', async () => {
    expect(await results(exampleTokens.valid)).toEqual({
      header: 'pass',
      form: 'pass',
      alg: 'pass',
      app: 'pass',
      signature: 'pass',
      exp: 'warn',
      nbf: 'not-applicable',
      sub: 'pass',
      jti: 'not-applicable',
      identity: 'not-applicable',
      anonymous: 'not-applicable',
    });
    expect(await because(exampleTokens.valid)).toBe('Trusted: the signature matches and every claim holds.');
  });

  test('a wrong secret fails the signature alone, and says so', async () => {
    expect(await results(exampleTokens.otherSecret)).toMatchObject({ alg: 'pass', app: 'pass', signature: 'fail' });
    expect(await because(exampleTokens.otherSecret)).toContain('does not match the client secret of this channel');
  });

  test('the first check that fails is the reason, and the ones after it are judged all the same', async () => {
    expect(await results(exampleTokens.unsigned)).toMatchObject({ alg: 'fail', app: 'pass', signature: 'fail' });
    expect(await because(exampleTokens.unsigned)).toContain('alg none');
  });

  test('a token that is right but for its algorithm says that the secret is the right one', async () => {
    expect(await results(exampleTokens.hs512)).toMatchObject({ alg: 'fail', signature: 'pass' });
    expect(await results(exampleTokens.hs512, { algorithm: 'HS512' })).toMatchObject({
      alg: 'pass',
      signature: 'pass',
    });
  });

  test.each([
    [{ appid: 'x' }, 'named appid'],
    [{ 'App ID': 'x' }, 'named App ID'],
    [{ sub: 1 }, 'neither appId nor iss'],
    [{ appId: 'cs-other' }, 'appId is cs-other'],
    [{ appId: ` ${clientId}` }, 'Only upper and lower case or spaces differ'],
    [{ appId: 42 }, 'appId is 42'],
  ])('claims %j: %s', async (claims, sentence) => {
    expect(await because(await sign(claims))).toContain(sentence);
  });

  test.each([
    [1_767_225_599, 'fail'],
    [1_767_225_600, 'fail'],
    [1_767_225_600.25, 'pass'],
    [1_767_225_660, 'pass'],
    [1_767_225_600_000, 'warn'],
    ['soon', 'fail'],
  ])('exp %j: %s', async (exp, result) => {
    const token = await sign({ appId: clientId, exp });
    expect((await results(token))['exp']).toBe(result);
  });

  test('an anonymous user is refused, and a late begin is warned of', async () => {
    const token = await sign({ appId: clientId, isAnonymous: true, nbf: 9e9 });
    expect(await results(token)).toMatchObject({ anonymous: 'fail', nbf: 'warn', sub: 'warn' });
  });

  test('of several Authorization headers the first counts, with a warning', async () => {
    const twice = request(exampleTokens.valid, greeting, [['Authorization', 'bearer x']]);
    const { verdict } = await read(twice);
    expect(verdict.state).toBe('trusted');
    expect(verdict.checks[0]).toMatchObject({ id: 'jwt.header', result: 'warn' });
  });

  test.each([
    ['Basic abc', 'is not bearer'],
    ['bearer', 'no token follows'],
    ['', 'is empty'],
    [exampleTokens.valid, 'without the word bearer'],
  ])('an Authorization header %j is refused: %s', async (value, sentence) => {
    const { verdict } = await read({ ...request(''), headers: [['Authorization', value]] });
    expect(verdict.because).toContain(sentence);
    expect(verdict.credential).toBeUndefined();
  });

  test('a channel without a secret refuses with that reason instead of failing', async () => {
    expect(await because(exampleTokens.valid, { clientSecret: '' })).toContain('no client secret');
    const { settings, ...context } = contextWith();
    const { clientSecret: _lost, ...rest } = settings;
    const { verdict } = await kore.read('platform', request(exampleTokens.otherApp), { ...context, settings: rest });
    expect(verdict.state).toBe('refused');
  });
});

describe('the body', () => {
  const rules = async (body: string | Uint8Array, headers: HeaderLines = []) => {
    const { findings, next } = await read(request(exampleTokens.valid, body, headers));
    return [
      next.kind === 'reply' ? next.reply.status : 'turn',
      ...findings.map((each) => `${each.severity} ${each.rule}`),
    ];
  };

  test.each([
    [greeting, ['turn']],
    ['{"message":{"text":"hi"},"from":{"id":"u-42"}}', ['turn', 'warning kore.body.to']],
    [
      '{"message":{"text":"hi"},"from":{"id":7},"to":{"id":"Kore.ai"}}',
      ['turn', 'warning kore.body.from.number', 'info kore.body.to.other'],
    ],
    [
      '{"message":{"text":" "},"from":{"id":"u"},"session":{"new":"yes"}}',
      ['turn', 'warning kore.body.text.blank', 'warning kore.body.to', 'warning kore.body.session'],
    ],
    ['{"message":{"text":1},"from":{"id":"u"},"to":1}', [400, 'error kore.body.text.type', 'warning kore.body.to']],
    [
      '{"payload":{"text":"hi"},"from":{"id":"u"},"to":{"id":"x"}}',
      [400, 'error kore.body.payload', 'info kore.body.to.other'],
    ],
    ['{"message":"hi","from":"u-42"}', [400, 'error kore.body.from', 'error kore.body.text', 'warning kore.body.to']],
    ['[]', [400, 'error kore.body.object']],
    ['', [400, 'error kore.body.json']],
    ['{"message":', [400, 'error kore.body.json']],
  ])('%s', async (body, expected) => {
    expect(await rules(body)).toEqual(expected);
  });

  test('malformed JSON is named with its line and column', async () => {
    const { findings } = await read(request(exampleTokens.valid, '{\n  "message": hi\n}'));
    expect(findings[0]?.summary).toContain('Line 2, column 14');
  });

  test('odd encodings are noticed: a byte order mark, bytes that are not UTF-8, gzip', async () => {
    expect(await rules(bytesOf(greeting, true))).toEqual(['turn', 'warning kore.body.bom']);
    const broken = bytesOf(greeting).map((byte) => (byte === 'h'.charCodeAt(0) ? 0xff : byte));
    expect(await rules(broken)).toContain('warning kore.body.charset');
    expect(await rules(greeting, [['Content-Encoding', 'gzip']])).toEqual([400, 'error kore.body.encoding']);
  });

  test('attachments are read in both forms', async () => {
    const body = `{"message":{"text":"look","attachments":["https://a.example/1",{"url":"https://a.example/2","fileType":"image","fileName":"a.png"},{"fileId":"f-1"},{}]},"from":{"id":"u"},"to":{"id":"${botId}"}}`;
    const { messages } = await read(request(exampleTokens.valid, body));
    expect(messages.map((each) => each.content)).toEqual([
      { kind: 'text', text: 'look' },
      { kind: 'media', media: 'file', url: 'https://a.example/1' },
      { kind: 'media', media: 'image', url: 'https://a.example/2', title: 'a.png' },
      { kind: 'unknown', label: 'Uploaded file', source: 'f-1' },
    ]);
  });

  test('a message that was refused is still shown, with its user', async () => {
    const { userId, messages } = await read(request(exampleTokens.otherSecret));
    expect({ userId, messages }).toEqual({
      userId: 'u-42',
      messages: [{ author: 'user', content: { kind: 'text', text: 'hi' } }],
    });
  });
});

describe('the answer', () => {
  const turn = { userId: 'u', utterance: { kind: 'text', text: 'hi' }, limit: 15, asksBot: true, detail: {} } as const;
  const reply = async (answer: readonly Content[] | 'timed-out', settings: JsonObject = {}) => {
    const given = answer === 'timed-out' ? answer : { contents: answer, shape: null };
    return (await kore.deliver('platform', turn, given, contextWith(settings))).reply;
  };
  const text = (value: string): Content => ({ kind: 'text', text: value });

  test('one message is a text, several are an array, none is an empty array', async () => {
    expect(textOf((await reply([text('one')])).body).text).toBe('{"text":"one"}');
    expect(textOf((await reply([text('one'), text('two')])).body).text).toBe('{"text":["one","two"]}');
    expect(textOf((await reply([])).body).text).toBe('{"text":[]}');
  });

  test('a task that ended is told beside the text', async () => {
    const body = JSON.parse(
      textOf(
        (await reply([text('done'), { kind: 'event', name: 'Task ended', detail: 'Show Balance (Canceled)' }])).body,
      ).text,
    );
    expect(body).toEqual({
      text: 'done',
      endOfTask: true,
      endReason: 'Canceled',
      completedTaskName: 'Show Balance',
      completedTaskId: expect.stringMatching(/^dg-[0-9a-f]{8}-[0-9a-f]{4}-5/),
    });
  });

  test('a template is JSON in a string, escaped as V1 was seen to do, or not', async () => {
    const buttons: Content = {
      kind: 'buttons',
      text: 'Which?',
      buttons: [{ title: 'A & B', action: { kind: 'postback', payload: 'a' } }],
    };
    const json =
      '{"type":"template","payload":{"template_type":"button","text":"Which?","buttons":[{"type":"postback","title":"A & B","payload":"a","value":"a"}]}}';
    expect(textOf((await reply([buttons], { escapeTemplates: false })).body).text).toBe(JSON.stringify({ text: json }));
    expect(textOf((await reply([buttons])).body).text).toBe(
      JSON.stringify({ text: json.replaceAll('&', '&amp;').replaceAll('"', '&quot;') }),
    );
  });

  test('nobody answered in time: 504 as documented', async () => {
    expect((await reply('timed-out')).status).toBe(504);
    expect(textOf((await reply('timed-out')).body).text).toBe(
      '{"errors":[{"msg":"The request has been timed-out","code":504}]}',
    );
  });

  test('an unknown bot gets 404 and a finding that names it', async () => {
    const { reply: refusal, finding } = kore.refuseUnknown(
      { ...request(''), target: '/chatbot/hooks/st-x/hookInstance/i-1' },
      contextWith().stamp,
    );
    expect(refusal.status).toBe(404);
    expect(finding.summary).toContain('bot id st-x and webhook instance id i-1');
  });
});
