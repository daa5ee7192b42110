import { describe, expect, test } from 'vitest';
import { headerValue, type HeaderLines } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import { exampleTokens } from '#shared/platforms/kore/example-tokens.ts';
import { noteHistory } from '#shared/platforms/kore/services-web-sdk.ts';
import { claimsService, readService } from '#shared/platforms/kore/services.ts';
import { uploadedFile } from '#shared/platforms/kore/uploaded-files.ts';
import { isJsonObject, type JsonObject } from '#shared/text/json.ts';
import { botId, contextWith } from '#test/shared/platforms/kore/kore-context.ts';
import {
  apiToken,
  call,
  channelToken,
  multipart,
  replyOf,
  requestOf,
  rulesOf,
  textIn,
  type Sent,
} from '#test/shared/platforms/kore/service-calls.ts';

const aFile = multipart(
  ['file', 'PNG', 'a.png'],
  ['fileContext', 'workflows'],
  ['fileExtension', 'png'],
  ['Filename', 'b.png'],
);

describe('every service', () => {
  test.each([
    ['POST', '/api/public/uploadfile', 'authorization'],
    ['POST', `/api/attachments/${botId}/ivr/token`, 'authorization'],
    ['POST', `/api/attachments/${botId}/ivr/token/t/chunk`, 'authorization'],
    ['PUT', `/api/attachments/${botId}/ivr/token/t/chunk`, 'authorization'],
    ['GET', `/api/chathistory/${botId}/ivr?limit=10`, 'authorization'],
    ['GET', `/api/botmeta/${botId}`, 'authorization'],
    ['POST', `/api/v1.1/rest/bot/${botId}/findIntent?fetchConfiguredTasks=false`, 'auth'],
    ['POST', `/api/public/bot/${botId}/notifyV2`, 'auth'],
  ])('%s %s refuses who has no token, or another’s, in the header %s', async (method, path, header) => {
    for (const headers of [[], [[header, exampleTokens.otherSecret]]] as const) {
      const reading = await call(method, path, { headers });
      expect(replyOf(reading)).toMatchObject({
        status: 401,
        body: { errors: [{ msg: 'Invalid Access token', code: 401 }] },
      });
      expect(reading.verdict.state).toBe('refused');
      expect(rulesOf(reading)).toEqual(['kore.service.refused']);
    }
    const anonymous = header === 'auth' ? exampleTokens.anonymous : `Bearer ${exampleTokens.anonymous}`;
    expect(replyOf(await call(method, path, { headers: [[header, anonymous]] })).status).toBe(412);
  });

  test('the other header is named when the token came there', async () => {
    const api = await call('POST', `/api/public/bot/${botId}/notifyV2`, { headers: channelToken });
    expect(api.verdict.because).toContain('only one named Authorization');
    const channel = await call('GET', `/api/botmeta/${botId}`, { headers: apiToken });
    expect(channel.verdict.because).toContain('only one named auth');
  });

  test('a request to no service is nobody’s here', () => {
    expect(readService(requestOf('GET', `/chatbot/hooks/${botId}`, {}), contextWith())).toBeNull();
  });
});

describe('browsers', () => {
  test('may ask for leave and read the answer, with the headers that they name', async () => {
    const headers: HeaderLines = [['Access-Control-Request-Headers', 'authorization,content-type,x-other']];
    const asked = replyOf(await call('OPTIONS', `/api/botmeta/${botId}`, { headers }));
    expect(asked.status).toBe(204);
    expect(headerValue(asked.headers, 'access-control-allow-origin')).toBe('*');
    expect(headerValue(asked.headers, 'access-control-allow-headers')).toBe('authorization,content-type,x-other');
    const got = replyOf(await call('GET', `/api/botmeta/${botId}`));
    expect(headerValue(got.headers, 'access-control-allow-origin')).toBe('*');
  });

  test('get nothing of the kind where the channel does not allow them', async () => {
    const context = contextWith({ cors: false });
    const asked = await call('OPTIONS', `/api/botmeta/${botId}`, {}, context);
    expect([replyOf(asked).status, rulesOf(asked)]).toEqual([404, ['kore.cors.off']]);
    const got = replyOf(await call('GET', `/api/botmeta/${botId}`, {}, context));
    expect(headerValue(got.headers, 'access-control-allow-origin')).toBeUndefined();
  });
});

describe('uploads', () => {
  test('a whole file gets an id under which a message finds it', async () => {
    const context = contextWith();
    const reading = await call('POST', '/api/public/uploadfile', aFile, context);
    expect([replyOf(reading).status, Object.keys(replyOf(reading).body)]).toEqual([200, ['fileId', 'hash']]);
    expect(uploadedFile(context.memory, textIn(reading, 'fileId'))).toEqual({
      name: 'b.png',
      extension: 'png',
      context: 'workflows',
      size: 3,
    });
    expect(uploadedFile(context.memory, 'another')).toBeNull();
  });

  test.each([
    [{ json: {} }, 'kore.upload.form'],
    [multipart(['image', 'PNG', 'a.png']), 'kore.upload.file'],
    [multipart(['file', 'PNG', 'a.png'], ['Filename', 'a.png']), 'kore.upload.fields'],
  ])('a form that is not whole is refused, case %#', async (sent, rule) => {
    const reading = await call('POST', '/api/public/uploadfile', sent);
    expect([replyOf(reading).status, rulesOf(reading)]).toEqual([400, [rule]]);
  });

  const begun = async (context: PlatformContext) => {
    const reading = await call('POST', `/api/attachments/${botId}/ivrInst-1/token`, {}, context);
    return `/api/attachments/${botId}/ivrInst-1/token/${textIn(reading, 'fileToken')}/chunk`;
  };
  const commit = { totalChunks: 2, filename: 'c.txt', fileExtension: 'txt', fileContext: 'workflows' };

  test('chunks become one file, whether the last word is JSON or a form', async () => {
    for (const last of [{ json: commit }, multipart(...Object.entries(commit).map(([a, b]) => [a, `${b}`] as const))]) {
      const context = contextWith();
      const path = await begun(context);
      for (const [no, bytes] of ['hello ', 'world'].entries()) {
        const chunk = multipart(['chunk', bytes, 'blob'], ['chunkNo', String(no)]);
        expect(replyOf(await call('POST', path, chunk, context)).status).toBe(200);
      }
      const fileId = textIn(await call('PUT', path, last, context), 'fileId');
      expect(uploadedFile(context.memory, fileId)).toMatchObject({ name: 'c.txt', size: 11 });
      expect(rulesOf(await call('PUT', path, last, context))).toEqual(['kore.upload.token']);
    }
  });

  test('what is missing is said', async () => {
    const context = contextWith();
    const path = await begun(context);
    const sent = async (method: string, body: Sent) => rulesOf(await call(method, path, body, context));
    expect(await sent('PUT', { json: commit })).toEqual(['kore.upload.gaps']);
    expect(await sent('PUT', { body: 'x' })).toEqual(['kore.upload.fields']);
    expect(await sent('POST', multipart(['chunkNo', '1']))).toEqual(['kore.upload.chunk']);
    expect(await sent('POST', multipart(['chunk', 'x', 'blob'], ['chunkNo', 'one']))).toEqual(['kore.upload.chunk-no']);
    expect(await sent('POST', { json: {} })).toEqual(['kore.upload.form']);
    const unknown = `/api/attachments/${botId}/ivr/token/unknown/chunk`;
    expect(rulesOf(await call('POST', unknown, multipart(['chunk', 'x', 'blob'])))).toEqual(['kore.upload.token']);
    const elsewhere = await call('POST', `/api/attachments/${botId}/rtm/token`);
    expect(rulesOf(elsewhere)).toEqual(['kore.upload.channel']);
  });
});

describe('the chat history', () => {
  const said = (author: 'user' | 'bot', text: string) => ({ author, content: { kind: 'text', text } }) as const;
  const history = async (context: PlatformContext, query: string) =>
    replyOf(await call('GET', `/api/chathistory/${botId}/ivr?botId=${botId}${query}`, {}, context)).body;

  test('tells what was said to the user of the token, newest first, as many as asked for', async () => {
    const context = contextWith();
    noteHistory([said('user', 'hi'), said('bot', 'Hello!')], '1234567890', context);
    noteHistory([{ author: 'channel', content: { kind: 'event', name: 'x', detail: '' } }], '1234567890', context);
    noteHistory([said('user', 'not mine')], 'another', context);
    const { messages } = await history(context, '&limit=10');
    expect(messages).toMatchObject([
      { type: 'outgoing', components: [{ cT: 'text', data: { text: 'Hello!' } }] },
      { type: 'incoming', components: [{ cT: 'text', data: { text: 'hi' } }] },
    ]);
    expect(JSON.stringify(messages)).toContain('"createdOn":"2026-01-01T00:00:00.000Z"');
  });

  test('goes on before a message, and tells whether there is more', async () => {
    const context = contextWith();
    noteHistory(
      Array.from({ length: 130 }, (_none, index) => said('bot', String(index))),
      '1234567890',
      context,
    );
    const first = await history(context, '&limit=2');
    const second = await history(context, `&limit=1000&msgId=${String(idsIn(first)[1])}`);
    expect([idsIn(first).length, first['moreAvailable'], idsIn(second).length, second['moreAvailable']]).toEqual([
      2,
      true,
      98,
      false,
    ]);
    expect(idsIn(await history(context, '&limit=none'))).toHaveLength(10);
  });

  const idsIn = ({ messages }: JsonObject): readonly unknown[] =>
    Array.isArray(messages) ? messages.map((each: unknown) => (isJsonObject(each) ? each['_id'] : null)) : [];
});

test('the bot’s meta data has its picture, ours where the channel names none', async () => {
  const icon = async (settings: JsonObject) =>
    replyOf(await call('GET', `/api/botmeta/${botId}`, {}, contextWith(settings))).body['icon'];
  expect(await icon({})).toMatch(/^data:image\/svg\+xml,/);
  expect(await icon({ botIcon: 'https://a.example/i.png' })).toBe('https://a.example/i.png');
});

describe('of several channels', () => {
  const { settings } = contextWith();
  const upload = (token: string) =>
    requestOf('POST', '/api/public/uploadfile', { headers: [['Authorization', `Bearer ${token}`]] });

  test('the one whose app the token names takes an upload', () => {
    expect(claimsService(upload(exampleTokens.valid), settings)).toBe(true);
    expect(claimsService(upload(exampleTokens.byIssuer), settings)).toBe(true);
    expect(claimsService(upload(exampleTokens.otherApp), settings)).toBe(false);
    expect(claimsService(requestOf('OPTIONS', '/api/public/uploadfile', { headers: [] }), settings)).toBe(true);
  });

  test('the one with the service switched on issues tokens', () => {
    const asking = requestOf('POST', '/api/users/sts', { headers: [] });
    expect(claimsService(asking, settings)).toBe(false);
    expect(claimsService(asking, { ...settings, jwtService: true })).toBe(true);
  });
});
