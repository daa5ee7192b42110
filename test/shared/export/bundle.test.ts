import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf } from '#shared/exchange/body.ts';
import type { HeaderLines } from '#shared/exchange/raw-http.ts';
import { issuesOf } from '#shared/contract/input-issues.ts';
import { Bundle } from '#shared/export/bundle-schema.ts';
import { bundleWriter } from '#shared/export/bundle.ts';
import { curlWriter } from '#shared/export/curl.ts';
import { harWriter } from '#shared/export/har.ts';
import { importBundle } from '#shared/export/import-bundle.ts';
import { Placeholders } from '#shared/export/placeholders.ts';
import { postmanWriter } from '#shared/export/postman.ts';
import { htmlWriter } from '#shared/export/transcript-html.ts';
import { markdownWriter } from '#shared/export/transcript-markdown.ts';
import { base32, base64, base64Url, hex, jwt, otherPlaces, places, unseenPlaces } from './canary-places.ts';
import { conversationOf, exchangeOf } from './exchanges.ts';
import { readingsOf } from './readings.ts';
import { writtenFile, type Contents } from './written.ts';

type Known = { readonly secrets?: readonly string[]; readonly users?: readonly string[] };
const channels = [{ id: 'c1', name: 'Demo', platformId: 'kore' }];

const bundleOf = (contents: Contents, { secrets = [], users = [] }: Known = {}): Bundle => {
  const placeholders = new Placeholders(true);
  for (const each of secrets) placeholders.learn('secret', each, 'clientSecret of Demo');
  for (const each of users) placeholders.learn('user', each);
  const { text } = writtenFile(() => bundleWriter(channels, { version: '0', at: 0 }), contents, placeholders);
  return JSON.parse(text) as Bundle;
};

/** Every form in which somebody would look for a value, written here and not by what is tested. */
const formsOf = (value: string): readonly string[] => {
  const inside = ['', 'a', 'ab'].flatMap((before) => {
    const from = Math.ceil((before.length * 8) / 6);
    const to = Math.floor(((before.length + Buffer.byteLength(value)) * 8) / 6);
    return [base64(before + value).slice(from, to), base64Url(before + value).slice(from, to)];
  });
  const inside32 = ['', 'a', 'ab', 'abc', 'abcd'].map((before) => {
    const to = Math.floor(((before.length + Buffer.byteLength(value)) * 8) / 5);
    return base32(before + value).slice(Math.ceil((before.length * 8) / 5), to);
  });
  const percent = Array.from(Buffer.from(value), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  return [
    value,
    ...inside,
    ...inside32,
    ...inside32.map((each) => each.toLowerCase()),
    hex(value),
    hex(value).toUpperCase(),
    encodeURIComponent(value),
    percent,
    percent.toUpperCase(),
  ];
};

const expectGone = (text: string, value: string): void => {
  for (const form of formsOf(value)) expect(text).not.toContain(form);
  // What is read without a doubt, and not by chance: whatever is short is in every text.
  if (value.length >= 8) expect(readingsOf(text).toLowerCase()).not.toContain(value.toLowerCase());
};

const json: HeaderLines = [['Content-Type', 'application/json']];

/** Fields that hold something personal, by their names alone. */
const fields =
  'sub userIdentity jti userId user_id firstName last_name display-name email phoneNumber ipAddress verifyToken accessToken x-access-key'.split(
    ' ',
  );

describe('a bundle', () => {
  const canaries = ['canary-Secret-7f3a9d', 'kün-ary.user+1/x?', 'a&b<c>"d\'e', 'zz9'];

  test.each(Object.entries({ ...places, ...unseenPlaces }))(
    'holds no secret and no user id that stood in %s',
    (_place, make) => {
      for (const value of canaries) {
        const known = value === canaries[1] ? { users: [value] } : { secrets: [value] };
        const exchanges = [exchangeOf({ ...make(value) }), exchangeOf({ id: 2, target: '/other' })];
        const bundle = bundleOf({ exchanges }, known);
        if (value.length > 3) expectGone(JSON.stringify(bundle), value);
        expect(JSON.stringify(bundle)).not.toContain(JSON.stringify(value));
        expect(issuesOf(Bundle, bundle)).toEqual([]);
        expect(bundle.exchanges.map(({ verdict }) => verdict.state)).toEqual(
          exchanges.map(({ exchange }) => exchange.verdict.state),
        );
      }
    },
  );

  test.each(Object.entries(otherPlaces))('holds no secret that stood in %s', (_place, make) => {
    for (const value of canaries.slice(0, 3)) {
      const bundle = bundleOf(make(value), { secrets: [value] });
      expectGone(JSON.stringify(bundle), value);
      expect(issuesOf(Bundle, bundle)).toEqual([]);
    }
  });

  test('has more than sixty places where a canary was looked for', () => {
    expect(Object.keys({ ...places, ...unseenPlaces, ...otherPlaces }).length).toBeGreaterThan(60);
  });

  test('leaves nothing out where a placeholder can stand', () => {
    const left = Object.entries({ ...places, ...unseenPlaces }).flatMap(([place, make]) => {
      const { review } = bundleOf(
        { exchanges: [exchangeOf(make('canary-Secret-7f3a9d'))] },
        { secrets: ['canary-Secret-7f3a9d'] },
      );
      return review.some(({ what }) => /text in which|body/.test(what)) ? [place] : [];
    });
    expect(left).toEqual(Object.keys(unseenPlaces));
  });

  test.each(fields)('knows that %s is private wherever it stands, and then everywhere', (field) => {
    const value = 'Private.Person-4471';
    const bundle = bundleOf({
      exchanges: [
        exchangeOf({ id: 1, body: JSON.stringify({ text: `before it is known: ${value}` }) }),
        exchangeOf({ id: 2, body: JSON.stringify({ data: JSON.stringify({ [field]: value }) }) }),
        exchangeOf({ id: 3, target: `/x?${field}=${value}` }),
        exchangeOf({ id: 4, headers: [['Authorization', `bearer ${jwt({ [field]: value })}`]] }),
        exchangeOf({ id: 5, headers: [[`X-${field}`, value]] }),
      ],
    });
    expectGone(JSON.stringify(bundle), value);
    expect(bundle.review[0]).toMatchObject({ placeholder: expect.stringMatching(/-1/), count: expect.any(Number) });
  });

  test.each([
    ['rosa.diaz@customer.example', 'email'],
    ['+82 10-1234-5678', 'phone'],
    ['010-1234-5678', 'phone'],
    ['203.0.113.77', 'ip'],
    ['2001:db8:85a3::8a2e:370:7334', 'ip'],
  ])('knows %s by its form', (value, what) => {
    const bundle = bundleOf({ exchanges: [exchangeOf({ body: JSON.stringify({ text: `It is ${value}.` }) })] });
    expectGone(JSON.stringify(bundle), value);
    expect(bundle.review).toMatchObject([{ what, count: 1, places: ['#1 request body'] }]);
  });

  test('knows whose a conversation is though nobody told it before', () => {
    const said = exchangeOf({ id: 2, body: JSON.stringify({ text: 'for rosa-maria-07' }) });
    const { exchange, ...bodies } = exchangeOf({ target: '/users/rosa-maria-07' });
    const spoken = { ...exchange, summary: { ...exchange.summary, conversationId: 'c1/rosa-maria-07' } };
    const bundle = bundleOf({ exchanges: [said, { ...bodies, exchange: spoken }] });
    expectGone(JSON.stringify(bundle), 'rosa-maria-07');
    expect(bundle.exchanges[1]?.conversationId).toBe('c1/hidden-user-1');
  });

  test('holds nothing private in any form, wherever several stand at once', () => {
    const chosen = fc.array(fc.constantFrom(...Object.values(places)), { minLength: 1, maxLength: 6 });
    const value = fc
      .stringMatching(/^[A-Za-z0-9_.~ -]{8,24}$/)
      .filter((text) => text.trim() === text && /\d/.test(text) && /[A-Za-z]/.test(text));
    fc.assert(
      fc.property(chosen, value, (makers, canary) => {
        const exchanges = makers.map((make, index) => exchangeOf({ ...make(canary), id: index + 1 }));
        const conversations = [conversationOf({ kind: 'text', text: `I am ${canary}` })];
        const bundle = bundleOf({ exchanges, conversations }, { secrets: [canary] });
        expectGone(JSON.stringify(bundle), canary);
      }),
    );
  });

  test('keeps verdicts, structure and what is not private to the letter', () => {
    const verdict = {
      state: 'refused' as const,
      because: 'Refused: the token has expired.',
      checks: [{ id: 'jwt.exp', title: 'Expiry', result: 'fail' as const, detail: 'It expired.' }],
    };
    const body = '{ "id": 12345678901234567890, "text":"hi", "text":"twice", "n": 1.0 }';
    const exported = exchangeOf({ body, headers: json, target: '/hook?a=1&b=%2F', more: { verdict } });
    const [kept] = bundleOf({ exchanges: [exported] }, { secrets: ['never-there'] }).exchanges;
    expect(kept).toMatchObject({
      target: '/hook?a=1&b=%2F',
      verdict,
      request: { headers: json, body: { text: body } },
    });
  });

  test('has the same placeholder for the same value everywhere', () => {
    const body = JSON.stringify({ userId: 'u-7781', copy: base64('for u-7781') });
    const bundle = bundleOf({ exchanges: [exchangeOf({ target: '/u/u-7781', body })] });
    const [kept] = bundle.exchanges;
    expect(kept?.target).toBe('/u/hidden-user-1');
    expect(kept?.request.body).toEqual({
      text: JSON.stringify({ userId: 'hidden-user-1', copy: base64('for hidden-user-1') }),
    });
  });

  test('of what came out of a bundle has the same placeholders again', () => {
    const body = JSON.stringify({
      b: { userId: 'hidden-user-2' },
      a: { userId: 'hidden-user-1' },
      email: 'hidden-email-1@hidden.invalid',
    });
    expect(bundleOf({ exchanges: [exchangeOf({ body })] }).exchanges[0]?.request.body).toEqual({ text: body });
  });

  test('comes back as it was, marked, and with its verdicts', () => {
    const bundle = bundleOf({
      exchanges: [exchangeOf({ body: 'hi' })],
      conversations: [conversationOf({ kind: 'text', text: 'hi' })],
    });
    expect(importBundle(JSON.stringify(bundle))).toMatchObject({
      ok: true,
      exchanges: [
        {
          request: { method: 'POST', target: '/hook', body: bytesOf('hi') },
          verdict: { because: 'In the bundle: Nobody looked.' },
        },
      ],
    });
  });

  test.each([
    ['{"format":"hookbench-bundle","version":2}', /newer Hookbench/],
    ['{"format":"hookbench-bundle","version":1}', /\/madeBy|\/exchanges|\/channels/],
    ['{"format":"hookbench-bundle",', /no JSON/],
  ])('is refused with what is wrong: %s', (text, sentence) => {
    expect(importBundle(text)).toMatchObject({ ok: false, problem: expect.stringMatching(sentence) });
  });
});

describe('every other export without --with-secrets', () => {
  test.each(Object.entries({ ...places, ...unseenPlaces }))('holds no secret that stood in %s', (_place, make) => {
    const canary = 'canary-Secret-7f3a9d';
    const placeholders = new Placeholders(false);
    placeholders.learn('secret', canary);
    const conversations = [
      conversationOf({ kind: 'text', text: canary }, { kind: 'unknown', label: 'x', source: base64(canary) }),
    ];
    const writers = [
      () => harWriter({ version: '0' }),
      () => postmanWriter('x'),
      () => curlWriter('posix'),
      () => curlWriter('powershell'),
      markdownWriter,
      htmlWriter,
    ];
    const written = writers.map(
      (writer) => writtenFile(writer, { exchanges: [exchangeOf(make(canary))], conversations }, placeholders).text,
    );
    for (const text of written) expectGone(text, canary);
  });

  test('leaves who said what: only secrets are masked', () => {
    const exchanges = [exchangeOf({ body: '{"userId":"u-7781","email":"a@b.example"}' })];
    const { text } = writtenFile(() => harWriter({ version: '0' }), { exchanges }, new Placeholders(false));
    expect(JSON.parse(text).log.entries[0].request.postData.text).toBe('{"userId":"u-7781","email":"a@b.example"}');
  });
});
