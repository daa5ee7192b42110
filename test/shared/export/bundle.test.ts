import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf } from '#shared/exchange/body.ts';
import type { HeaderLines } from '#shared/exchange/raw-http.ts';
import type { Content } from '#shared/exchange/message.ts';
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
import { conversationOf, exchangeOf, type Made } from './exchanges.ts';
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

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const base64Url = (text: string): string => Buffer.from(text).toString('base64url');
const hex = (text: string): string => Buffer.from(text).toString('hex');
const jwt = (claims: object, signature = 'c2lnbmF0dXJlLW9mLXRlc3Q'): string =>
  `${base64Url('{"alg":"HS256"}')}.${base64Url(JSON.stringify(claims))}.${signature}`;

/** Every form in which somebody would look for a value, written here and not by what is tested. */
const formsOf = (value: string): readonly string[] => {
  const inside = ['', 'a', 'ab'].flatMap((before) => {
    const from = Math.ceil((before.length * 8) / 6);
    const to = Math.floor(((before.length + Buffer.byteLength(value)) * 8) / 6);
    return [base64(before + value).slice(from, to), base64Url(before + value).slice(from, to)];
  });
  const percent = Array.from(Buffer.from(value), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  return [
    value,
    ...inside,
    hex(value),
    hex(value).toUpperCase(),
    encodeURIComponent(value),
    percent,
    percent.toUpperCase(),
  ];
};

const expectGone = (text: string, value: string): void => {
  const decoded = text.replaceAll(/[\w-]{8,}/g, (run) => `${run} ${Buffer.from(run, 'base64url').toString('utf8')}`);
  for (const form of formsOf(value)) {
    expect(text).not.toContain(form);
    expect(decoded).not.toContain(form);
  }
};

const json: HeaderLines = [['Content-Type', 'application/json']];

/** Where a value can hide. Each gets the value and gives an exchange that holds it. */
const anywhere: Readonly<Record<string, (value: string) => Made>> = {
  'a header': (value) => ({ headers: [['X-Note', `see ${value}.`]] }),
  'the name of a header': (value) => ({ headers: [[value, 'x']] }),
  'a header, percent-encoded': (value) => ({
    headers: [['Referer', `http://a.example/?q=${encodeURIComponent(`: ${value}`)}`]],
  }),
  'a header, in base64': (value) => ({ headers: [['X-State', base64(`state ${value} end`)]] }),
  'a cookie': (value) => ({ headers: [['Cookie', `a=b; session=${value}`]] }),
  'a cookie that is set': (value) => ({ response: { status: 200, headers: [['Set-Cookie', `s=${value}; Path=/`]] } }),
  Basic: (value) => ({ headers: [['Authorization', `Basic ${base64(`me:${value}`)}`]] }),
  Bearer: (value) => ({ headers: [['Authorization', `Bearer ${value}`]] }),
  'a query': (value) => ({ target: `/hook?x=${encodeURIComponent(value)}` }),
  'the name of a parameter': (value) => ({ target: `/hook?${encodeURIComponent(value)}=x` }),
  'a query, encoded twice': (value) => ({ target: `/hook?x=${encodeURIComponent(encodeURIComponent(`/${value}/`))}` }),
  'the path': (value) => ({ target: `/users/${encodeURIComponent(value)}/hook` }),
  'a file name in the path': (value) => ({ target: `/files/${encodeURIComponent(value)}.pdf` }),
  'the body as JSON': (value) => ({ headers: json, body: JSON.stringify({ deep: [{ er: value }] }) }),
  'a name in JSON': (value) => ({ headers: json, body: JSON.stringify({ [`k ${value}`]: 1 }) }),
  'a word in JSON': (value) => ({ headers: json, body: JSON.stringify({ text: `I am ${value}, hi` }) }),
  'JSON in JSON': (value) => ({
    headers: json,
    body: JSON.stringify({ data: JSON.stringify({ a: JSON.stringify([value]) }) }),
  }),
  'JSON with escapes': (value) => ({
    body: `{"a":"${Array.from(value, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"}`,
  }),
  'base64 in JSON': (value) => ({ headers: json, body: JSON.stringify({ a: base64(`xx${value}yy`) }) }),
  'base64url in JSON': (value) => ({ headers: json, body: JSON.stringify({ a: base64Url(`??>${value}~~`) }) }),
  'base64 of JSON in base64': (value) => ({
    body: JSON.stringify({ a: base64(JSON.stringify({ b: base64(`-${value}-`) })) }),
  }),
  'hex in JSON': (value) => ({ body: JSON.stringify({ a: hex(`x ${value}`) }) }),
  'hex in capitals': (value) => ({ body: `digest ${hex(value).toUpperCase()}` }),
  'a form': (value) => ({
    body: `a=1&b=${encodeURIComponent(value)}&c=`,
    headers: [['Content-Type', 'application/x-www-form-urlencoded']],
  }),
  'JSON in a form': (value) => ({ body: `payload=${encodeURIComponent(JSON.stringify({ x: value }))}` }),
  'a part of a form': (value) => ({
    body: `--b\r\nContent-Disposition: form-data; name="x"\r\n\r\n${value}\r\n--b--\r\n`,
  }),
  'the name of a file': (value) => ({
    body: `--b\r\nContent-Disposition: form-data; name="f"; filename="${value}.txt"\r\n\r\nhi\r\n--b--\r\n`,
  }),
  'broken JSON': (value) => ({ headers: json, body: `{"a": "${value}", b: ${value}, ` }),
  'lines of JSON': (value) => ({ body: `{"a":1}\n{"b":"${value}"}\n` }),
  XML: (value) => ({ body: `<a b="${value}"><c>${value}</c></a>` }),
  'the claims of a token': (value) => ({ headers: [['Authorization', `bearer ${jwt({ note: value })}`]] }),
  'a token in a query': (value) => ({ target: `/hook?t=${jwt({ x: [`a ${value}`] })}` }),
  'a token in JSON': (value) => ({ body: JSON.stringify({ t: jwt({ x: { y: value } }) }) }),
  'a signature': (value) => ({ headers: [['Authorization', `bearer ${jwt({}, base64Url(value))}`]] }),
  'the answer': (value) => ({ response: { status: 200, body: JSON.stringify({ said: value }) } }),
  'a header of the answer': (value) => ({
    response: { status: 200, headers: [['Location', `/u/${encodeURIComponent(value)}`]] },
  }),
  'bytes that are no text': (value) => ({ body: Buffer.concat([Buffer.of(0xff, 0), Buffer.from(value)]) }),
  'UTF-16': (value) => ({ body: Buffer.from(value, 'utf16le') }),
  capitals: (value) => ({ body: `"${value.toUpperCase()}"` }),
  'a data address': (value) => ({ body: JSON.stringify({ url: `data:text/plain;base64,${base64(value)}` }) }),
  'an address with a password': (value) => ({ body: JSON.stringify({ url: `https://me:${value}@a.example/` }) }),
  'a finding': (value) => ({
    more: { findings: [{ severity: 'info', rule: 'x', summary: `It says ${value}.`, at: `body /${value}` }] },
  }),
  'the verdict': (value) => ({
    more: {
      verdict: {
        state: 'refused',
        because: `Refused: ${value} is not it.`,
        checks: [{ id: 'x', title: 'X', result: 'fail', detail: `It was ${value}.` }],
      },
    },
  }),
};

/** Fields that hold something personal, by their names alone. */
const fields =
  'sub userIdentity jti userId user_id firstName last_name display-name email phoneNumber ipAddress verifyToken accessToken x-access-key'.split(
    ' ',
  );

describe('a bundle', () => {
  test.each(Object.entries(anywhere))('holds no secret and no user id that stood in %s', (_place, make) => {
    for (const value of ['canary-Secret-7f3a9d', 'kün-ary.user+1/x?', 'zz9']) {
      const exchanges = [exchangeOf({ ...make(value) }), exchangeOf({ id: 2, target: '/other' })];
      const bundle = bundleOf({ exchanges }, value === 'kün-ary.user+1/x?' ? { users: [value] } : { secrets: [value] });
      if (value.length > 3) expectGone(JSON.stringify(bundle), value);
      expect(JSON.stringify(bundle)).not.toContain(`"${value}"`);
      expect(issuesOf(Bundle, bundle)).toEqual([]);
    }
  });

  test('leaves nothing out where a placeholder can stand', () => {
    const left = Object.entries(anywhere).flatMap(([place, make]) => {
      const { review } = bundleOf(
        { exchanges: [exchangeOf(make('canary-Secret-7f3a9d'))] },
        { secrets: ['canary-Secret-7f3a9d'] },
      );
      return review.some(({ what }) => /text in which|body/.test(what)) ? [place] : [];
    });
    expect(left).toEqual(['bytes that are no text', 'UTF-16']);
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

  test('holds nothing private in any form, wherever several stand at once', () => {
    const places = fc.array(fc.constantFrom(...Object.values(anywhere)), { minLength: 1, maxLength: 6 });
    const value = fc
      .stringMatching(/^[A-Za-z0-9_.~ -]{8,24}$/)
      .filter((text) => text.trim() === text && /\d/.test(text) && /[A-Za-z]/.test(text));
    fc.assert(
      fc.property(places, value, (makers, canary) => {
        const exchanges = makers.map((make, index) => exchangeOf({ ...make(canary), id: index + 1 }));
        const conversations = [conversationOf({ kind: 'text', text: `I am ${canary}` })];
        const bundle = bundleOf({ exchanges, conversations }, { secrets: [canary] });
        expectGone(JSON.stringify(bundle), canary);
      }),
    );
  });

  test.each([
    {
      kind: 'buttons',
      text: '',
      buttons: [{ title: 'x', action: { kind: 'postback', payload: '{"to":"rosa-canary-1"}' } }],
    },
    { kind: 'quick-replies', text: '', replies: [{ title: 'for rosa-canary-1', payload: base64('rosa-canary-1') }] },
    { kind: 'carousel', cards: [{ title: 'x', url: 'https://a.example/?u=rosa-canary-1', buttons: [] }] },
    { kind: 'media', media: 'file', url: 'https://a.example/rosa-canary-1.pdf', title: 'rosa-canary-1.pdf' },
    { kind: 'table', columns: ['who'], rows: [['rosa-canary-1']] },
    { kind: 'event', name: 'joined', detail: 'rosa-canary-1' },
    { kind: 'unknown', label: 'card', source: '{"a":"rosa-canary-1"}' },
  ] satisfies readonly Content[])('holds no user id in a message: %j', (content) => {
    const told = conversationOf(content);
    const conversation = { ...told.conversation, id: 'c1/rosa-canary-1', userId: 'rosa-canary-1' };
    const bundle = bundleOf({ exchanges: [], conversations: [{ ...told, conversation }] });
    expectGone(JSON.stringify(bundle), 'rosa-canary-1');
    expect(bundle.conversations).toMatchObject([
      { user: 'hidden-user-1', messages: [{ content: { kind: content.kind } }] },
    ]);
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
  test.each(Object.entries(anywhere))('holds no secret that stood in %s', (_place, make) => {
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
