import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { harWriter } from '#shared/export/har.ts';
import { importHar } from '#shared/export/import-har.ts';
import { importedRecord } from '#shared/export/imported.ts';
import type { ExportedExchange } from '#shared/export/exported.ts';
import { exchangeOf, type Made } from './exchanges.ts';
import { harIssues } from './har-schema.ts';
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
  target: fc.oneof(
    fc.webPath().map((path) => `/${path.replace(/^\//, '')}`),
    fc.stringMatching(/^\/[!-~]{0,20}$/),
    fc.constantFrom('*', '/a?b=%zz', '/\u00e9', '//x', 'http://proxied.example/x'),
  ),
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
        expect(harIssues(har)).toEqual([]);
        const again = roundTrip(har);
        expect(again).toEqual(har);
      }),
    );
  });

  test('counts what waited before it opened, and TLS as part of connecting, and reads that again', () => {
    const phases = [
      { name: 'queue', from: -30, to: -10 },
      { name: 'pause', from: -10, to: 0 },
      { name: 'resolve', from: 0, to: 1 },
      { name: 'connect', from: 1, to: 3 },
      { name: 'secure', from: 3, to: 7 },
      { name: 'receive', from: 12, to: 12.5 },
    ];
    const har = writeHar([exchangeOf({ more: { phases } })]);
    expect(har).toMatchObject({
      log: {
        entries: [
          {
            startedDateTime: '2026-01-01T10:00:00.093Z',
            time: 42.5,
            timings: { blocked: 30, dns: 1, connect: 6, ssl: 4, send: 0, wait: 5, receive: 0.5 },
          },
        ],
      },
    });
    expect(roundTrip(har)).toEqual(har);
  });

  test('tells what was no HTTP as it can, and that is read again', () => {
    const { exchange, ...bodies } = exchangeOf({ method: '', target: '', body: '\u0016\u0003\u0001', response: null });
    const summary = { ...exchange.summary, outcome: { state: 'malformed' as const, reason: 'HPE_INVALID_METHOD' } };
    const har = writeHar([{ ...bodies, exchange: { ...exchange, summary } }]);
    expect(harIssues(har)).toEqual([]);
    expect(har).toMatchObject({ log: { entries: [{ _target: '', _outcome: 'malformed', request: { method: '' } }] } });
    expect(roundTrip(har)).toEqual(har);
  });

  test('the schema of the test refuses what is no HAR', () => {
    expect(harIssues({ log: { version: '1.2', entries: [] } })).toEqual(["/log must have required property 'creator'"]);
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

describe('a HAR that is imported', () => {
  const entry = { request: { method: 'GET', url: 'http://a.example/', headers: [] } };
  test.each([
    ['no JSON', /no JSON.*[Ll]ine 1/],
    ['{"log":{}}', /\/log\/entries/],
    ['{"log":{"entries":[]}}', /\/log\/entries/],
    [JSON.stringify({ log: { entries: [{ request: { ...entry.request, method: 'GET /\r\n' } }] } }), /method/],
    [
      JSON.stringify({ log: { entries: [{ request: { ...entry.request, url: 'file:///etc/passwd' } }] } }),
      /None of the 1 requests.*url of HTTP/,
    ],
    [JSON.stringify({ log: { entries: [{ request: { ...entry.request, url: 'nowhere' } }] } }), /Request 1.*url/],
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
    [
      JSON.stringify({ log: { _big: 'x'.repeat(1_000_000), entries: Array.from({ length: 100 }, () => entry) } }),
      /says around its requests/,
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
    ['2026-02-30T10:00:00Z', null],
  ])('the time %s is read', (startedDateTime, openedAt) => {
    const read = importHar(JSON.stringify({ log: { entries: [{ ...entry, startedDateTime }] } }));
    expect(read).toMatchObject({ ok: true, exchanges: [{ openedAt }] });
  });
});
