import { mediaTypeOf, queryOf, readForm } from '#shared/exchange/form-body.ts';
import type { RawRequest } from '#shared/exchange/raw-http.ts';
import type { ConformanceRow } from '#shared/platforms/conformance.ts';
import { readAnswer } from './answer.ts';
import { firstOf, fits, nothingCame, objectOf, plainResponse, requestFor, rowsOf, same } from './conformance-words.ts';
import { facts } from './facts.ts';
import { snatchBotSettings } from './settings.ts';

const platform = rowsOf('json-api', 'platform');

const names = ['bot_id', 'user_id', 'module_id', 'channel', 'incoming_message'];

const formOf = async (request: RawRequest): Promise<ReadonlyMap<string, string>> =>
  new Map((await readForm(request)).fields);

const values = (fields: ReadonlyMap<string, string>): readonly (string | undefined)[] =>
  names.map((name) => fields.get(name));

const wanted = ['48213', 'u-42', '4200', 'web chat', 'good & bad = 1'];

const reply = plainResponse(200, '{"message":"ok"}', [['Content-Type', 'application/json']]);

/** What the examined end sends to the app, in each encoding. */
const encodings: readonly ConformanceRow[] = [
  platform('fields', facts.fields, async (probe) => {
    const request = await requestFor(probe, 'good & bad = 1', reply);
    if (!request) return nothingCame;
    const fields = await formOf(request);
    return firstOf(
      same('The list of names', [...fields.keys()], names),
      same('The list of values', values(fields), wanted),
    );
  }),
  platform('encoding.form', facts.formEncoded, async (probe) => {
    const request = await requestFor(probe, 'hi', reply);
    return request
      ? firstOf(
          same('The method', request.method, 'POST'),
          same('The media type', mediaTypeOf(request), 'application/x-www-form-urlencoded'),
        )
      : nothingCame;
  }),
  platform(
    'encoding.multipart',
    facts.multipart,
    async (probe) => {
      const request = await requestFor(probe, 'good & bad = 1', reply);
      if (!request) return nothingCame;
      return firstOf(
        same('The media type', mediaTypeOf(request), 'multipart/form-data'),
        same('The list of values', values(await formOf(request)), wanted),
      );
    },
    { settings: { encoding: 'multipart' } },
  ),
  platform(
    'encoding.json',
    facts.jsonEncoded,
    async (probe) => {
      const request = await requestFor(probe, 'good & bad = 1', reply);
      if (!request) return nothingCame;
      return firstOf(
        same('The media type', mediaTypeOf(request), 'application/json'),
        same(
          'The list of values',
          names.map((name) => objectOf(request)[name]),
          wanted,
        ),
      );
    },
    { settings: { encoding: 'json' } },
  ),
  platform(
    'encoding.get',
    facts.getQuery,
    async (probe) => {
      const request = await requestFor(probe, 'good & bad = 1', reply);
      if (!request) return nothingCame;
      return firstOf(
        same('The method', request.method, 'GET'),
        same('The length of the body', request.body.byteLength, 0),
        same('The list of values', values(new Map(queryOf(request.target))), wanted),
      );
    },
    { settings: { encoding: 'get' } },
  ),
  ...(['form', 'get'] as const).map((encoding) =>
    platform(
      `own-query.${encoding}`,
      facts.ownQuery,
      async (probe) => {
        const request = await requestFor(probe, 'hi', reply);
        if (!request) return nothingCame;
        const query = queryOf(request.target);
        return firstOf(
          same('type', query.get('type'), 'setCity'),
          same('incoming_message in the query', query.get('incoming_message'), encoding === 'get' ? 'hi' : null),
        );
      },
      { settings: { encoding, apiUrl: 'https://weather.example/?type=setCity' } },
    ),
  ),
];

/** What the fields hold, and how a press is told. */
const meaning: readonly ConformanceRow[] = [
  platform(
    'session-id',
    facts.sessionId,
    async (probe) => {
      const first = await requestFor(probe, 'hi', reply);
      const second = await requestFor(probe, 'hi again', reply);
      if (!first || !second) return nothingCame;
      const id = (await formOf(first)).get('session_id');
      return firstOf(
        fits('session_id', id, /./),
        same('The session_id of the next message', (await formOf(second)).get('session_id'), id),
      );
    },
    { settings: { sendSessionId: true } },
  ),
  platform(
    'extra-fields',
    facts.extraFields,
    async (probe) => {
      const request = await requestFor(probe, 'hi', reply);
      if (!request) return nothingCame;
      const fields = await formOf(request);
      return firstOf(same('city', fields.get('city'), 'Larkspur'), same('age', fields.get('age'), '42'));
    },
    { settings: { extraFields: { city: 'Larkspur', age: 42 } } },
  ),
  platform(
    'channel',
    facts.chatChannel,
    async (probe) => {
      const request = await requestFor(probe, 'hi', reply);
      return request ? same('channel', (await formOf(request)).get('channel'), 'SMS') : nothingCame;
    },
    { settings: { chatChannel: 'SMS' } },
  ),
  platform('press.module', facts.modulePress, async (probe) => {
    probe.answerNext(reply, reply);
    await probe.say('user', { kind: 'press', title: 'Change Module', payload: 'module:4600' }, 'u-42');
    const pressed = await probe.nextReceived();
    await probe.say('user', { kind: 'text', text: 'and now' }, 'u-42');
    const next = await probe.nextReceived();
    if (!pressed || !next) return nothingCame;
    return firstOf(
      same('What the press sends', values(await formOf(pressed)).slice(2), ['4600', 'web chat', 'Change Module']),
      same('What the next message sends', values(await formOf(next)).slice(2), ['4600', 'web chat', 'and now']),
    );
  }),
  platform('press.suggested', facts.suggestedPress, async (probe) => {
    probe.answerNext(reply);
    await probe.say('user', { kind: 'press', title: 'Yes', payload: 'Yes' }, 'u-42');
    const request = await probe.nextReceived();
    return request
      ? same('What the press sends', values(await formOf(request)).slice(2), ['4200', 'web chat', 'Yes'])
      : nothingCame;
  }),
  platform('no-signature', facts.noSignature, async (probe) => {
    const request = await requestFor(probe, 'hi', reply);
    if (!request) return nothingCame;
    const odd = request.headers.map(([name]) => name).filter((each) => /auth|sign|secret|token|key|^x-/i.test(each));
    return same('The list of headers that could be a credential', odd, []);
  }),
  platform('time-limit', facts.timeLimit, async (probe) => {
    if (!(await requestFor(probe, 'hi', reply))) return nothingCame;
    const message = 'The other side did not answer within 10 s.';
    const { contents } = readAnswer({ ok: false, fault: { code: 'target.timeout', message, next: '' } });
    return firstOf(
      same('The limit', snatchBotSettings(probe.settings).timeLimit, 10),
      same('What is shown of the answer', contents, null),
    );
  }),
  platform('verify', facts.verifyPasses, async (probe) => {
    await probe.say('user', { kind: 'gesture', id: 'verify', title: 'Verify' }, 'u-42');
    const request = await probe.nextReceived();
    return request ? same('The list of names', [...(await formOf(request)).keys()], names) : nothingCame;
  }),
];

export const askingRows: readonly ConformanceRow[] = [...encodings, ...meaning];
