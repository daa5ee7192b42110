import fc from 'fast-check';
import { Value } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { harWriter } from '#shared/export/har.ts';
import { importHar } from '#shared/export/import-har.ts';
import { importedRecord } from '#shared/export/imported.ts';
import type { ExportedExchange } from '#shared/export/exported.ts';
import { exchangeOf, type Made } from './exchanges.ts';
import { HarSchema } from './har-schema.ts';
import { writtenJson } from './written.ts';

const writeHar = (exchanges: readonly ExportedExchange[]): object =>
  writtenJson(() => harWriter({ version: '0.0.0' }), { exchanges }) as object;

const roundTrip = (har: object): object => {
  const read = importHar(JSON.stringify(har));
  if (!read.ok) throw new Error(read.problem);
  const place = { channelId: null, now: 0, source: 'a HAR file', secrets: [] };
  return writeHar(read.exchanges.map((each, index) => importedRecord(each, { ...place, id: index + 1 })));
};

const header = fc.tuple(
  fc.stringMatching(/^[A-Za-z-]{1,12}$/),
  fc.string({ unit: 'grapheme-ascii' }).map((text) => text.trim()),
);

const body: fc.Arbitrary<string | Uint8Array> = fc.oneof(fc.string(), fc.uint8Array());

const made: fc.Arbitrary<Made> = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH'),
  target: fc.webPath().map((path) => `/${path.replace(/^\//, '')}`),
  headers: fc.array(header),
  body,
  response: fc.option<NonNullable<Made['response']>>(
    fc.record({
      status: fc.integer({ min: 100, max: 599 }),
      headers: fc.array(header),
      body,
    }),
  ),
});

describe('a HAR that is exported', () => {
  test('is valid and comes back as it was, whatever was captured', () => {
    fc.assert(
      fc.property(fc.array(made, { minLength: 1, maxLength: 4 }), (exchanges) => {
        const har = writeHar(exchanges.map(exchangeOf));
        expect([...Value.Errors(HarSchema, har)]).toEqual([]);
        const again = roundTrip(har);
        expect(withoutOutcome(again)).toEqual(withoutOutcome(har));
      }),
    );
  });

  test('the schema of the test refuses what is no HAR', () => {
    expect(Value.Check(HarSchema, { log: { version: '1.2', entries: [] } })).toBe(false);
  });

  test('tells address, query, cookies, times and both bodies', () => {
    const exported = exchangeOf({
      target: '/hook?a=1&b=x%20y',
      headers: [
        ['Cookie', 'one=1; two=2'],
        ['Content-Type', 'text/plain'],
      ],
      body: Uint8Array.of(0xff, 0),
      response: { status: 302, headers: [['Location', '/there']], body: 'gone' },
    });
    expect(writeHar([exported])).toMatchObject({
      log: {
        entries: [
          {
            startedDateTime: '2026-01-01T10:00:00.123Z',
            time: 12.5,
            request: {
              url: 'http://bot.example.com/hook?a=1&b=x%20y',
              cookies: [
                { name: 'one', value: '1' },
                { name: 'two', value: '2' },
              ],
              queryString: [
                { name: 'a', value: '1' },
                { name: 'b', value: 'x y' },
              ],
              postData: { mimeType: 'text/plain', text: '/wA=', encoding: 'base64' },
            },
            response: { status: 302, redirectURL: '/there', content: { size: 4, text: 'gone' } },
            timings: { connect: 1.25, send: 0.75, wait: 8, receive: 2.5 },
          },
        ],
      },
    });
  });
});

/** What became of a request without an answer is told by its name, and an import knows only that there is none. */
const withoutOutcome = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, each: unknown) => (key === '_outcome' ? undefined : each)));

describe('a HAR that is imported', () => {
  const entry = { request: { method: 'GET', url: 'http://a.example/', headers: [] } };
  test.each([
    ['no JSON', /no JSON.*[Ll]ine 1/],
    ['{"log":{}}', /\/log\/entries/],
    ['{"log":{"entries":[]}}', /\/log\/entries/],
    [JSON.stringify({ log: { entries: [{ request: { ...entry.request, method: 'GET /\r\n' } }] } }), /method/],
    [
      JSON.stringify({ log: { entries: [{ request: { ...entry.request, url: 'file:///etc/passwd' } }] } }),
      /Request 1.*url/,
    ],
    [
      JSON.stringify({
        log: { entries: [{ ...entry, response: { status: 200, content: { text: '*', encoding: 'base64' } } }] },
      }),
      /Request 1.*base64/,
    ],
    [`{"log":{"entries":${'['.repeat(5000)}${']'.repeat(5000)}}}`, /deep/],
    [JSON.stringify({ log: { entries: Array.from({ length: 10_001 }, () => entry) } }), /\/log\/entries/],
    [
      JSON.stringify({
        log: {
          entries: [
            { request: { ...entry.request, headers: Array.from({ length: 2001 }, () => ({ name: 'a', value: 'b' })) } },
          ],
        },
      }),
      /2000 header lines/,
    ],
  ])('is refused with what is wrong: %.60s', (text, sentence) => {
    expect(importHar(text)).toMatchObject({ ok: false, problem: expect.stringMatching(sentence) });
  });

  test('is marked, and nothing in it is believed', () => {
    const read = importHar(JSON.stringify({ log: { entries: [entry] } }));
    const [first] = read.ok ? read.exchanges : [];
    const place = { id: 7, channelId: 'c1', now: 5, source: 'a HAR file', secrets: [] };
    expect(first && importedRecord(first, place).exchange).toMatchObject({
      summary: { id: 7, channelId: 'c1', openedAt: 5, verdict: 'unchecked', outcome: { state: 'failed' } },
      findings: [{ rule: 'imported', severity: 'info' }],
    });
  });

  test.each([
    ['2026-01-01T10:00:00.123Z', 1_767_261_600_123],
    ['2026-01-01T19:00:00.123+09:00', 1_767_261_600_123],
    ['1970-01-01T00:00:00Z', 0],
    ['yesterday', null],
  ])('the time %s is read', (startedDateTime, openedAt) => {
    const read = importHar(JSON.stringify({ log: { entries: [{ ...entry, startedDateTime }] } }));
    expect(read).toMatchObject({ ok: true, exchanges: [{ openedAt }] });
  });
});
