import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf } from '#shared/exchange/body.ts';
import { readImport } from '#shared/export/import-file.ts';
import { importPostman } from '#shared/export/import-postman.ts';
import { postmanWriter } from '#shared/export/postman.ts';
import { exchangeOf } from './exchanges.ts';
import { writtenFile } from './written.ts';

const info = { name: 'Mine', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' };
const collection = (item: readonly unknown[], more: object = {}): string => JSON.stringify({ info, item, ...more });

const read = (text: string) => {
  const found = importPostman(text);
  if (!found.ok) throw new Error(found.problem);
  return found.exchanges;
};

const problemOf = (text: string): string => {
  const found = importPostman(text);
  return found.ok ? '' : found.problem;
};

const only = (request: unknown, more: object = {}) => read(collection([{ name: 'One', request }], more))[0];
const bodyOf = (body: object) => {
  const { request } = only({ method: 'POST', url: 'http://a.example/', body }) ?? {};
  return {
    type: request?.headers.find(([name]) => name === 'Content-Type')?.[1],
    text: Buffer.from(request?.body ?? []).toString(),
  };
};

describe('a Postman collection', () => {
  test('is known by its schema, and what we have exported comes back', () => {
    const exported = exchangeOf({
      target: '/a/b?x=1&y=%7B',
      headers: [
        ['Host', 'bot.example.com'],
        ['Content-Type', 'application/json'],
        ['X-Twice', '1'],
        ['X-Twice', '2'],
      ],
      body: '{"a":"{{not a variable}}"}',
      response: { status: 201, headers: [['X', 'y']], body: 'made' },
    });
    const { text } = writtenFile(() => postmanWriter('Mine'), { exchanges: [exported] });
    expect(readImport(text)).toMatchObject({
      ok: true,
      kind: 'postman',
      exchanges: [
        {
          origin: 'http://bot.example.com',
          request: {
            method: 'POST',
            target: '/a/b?x=1&y=%7B',
            headers: [...exported.exchange.request.headers, ['Content-Length', '26']],
            body: exported.requestBody,
          },
          response: { status: 201, reason: 'OK', headers: [['X', 'y']], body: bytesOf('made') },
        },
      ],
    });
  });

  test('has folders, and each example of a request is an exchange', () => {
    const examples = [
      { name: 'ok', code: 200, status: 'OK', header: 'A: b\r\nC: d', body: '{}', responseTime: 12 },
      {
        name: 'no',
        code: 401,
        originalRequest: { method: 'GET', url: 'http://a.example/other' },
        header: null,
        body: null,
      },
    ];
    const text = collection([
      {
        name: 'Folder',
        item: [{ name: 'Inner', item: [{ name: 'R', request: 'http://a.example/x', response: examples }] }],
      },
      { name: 'Alone', request: { method: 'PUT', url: { raw: 'a.example/y' } } },
    ]);
    expect(read(text)).toMatchObject([
      {
        request: { target: '/x' },
        response: {
          status: 200,
          headers: [
            ['A', 'b'],
            ['C', 'd'],
          ],
        },
        duration: 12,
      },
      { request: { target: '/other' }, response: { status: 401, headers: [], body: bytesOf('') } },
      { origin: 'http://a.example', request: { method: 'PUT', target: '/y' }, response: null },
    ]);
  });

  test('fills in its own variables, the innermost first, and says which have no value', () => {
    const text = collection(
      [
        {
          name: 'F',
          variable: [{ key: 'user', value: 'inner' }],
          item: [
            {
              name: 'R',
              request: {
                method: 'POST',
                url: { raw: '{{base}}/u/{{user}}/:id?k={{key}}', variable: [{ key: 'id', value: '7' }] },
                header: [
                  { key: 'X-{{user}}', value: '{{a}}' },
                  { key: 'Off', value: '1', disabled: true },
                ],
                body: { mode: 'raw', raw: '{{$guid}} {{user}}' },
              },
            },
          ],
        },
      ],
      {
        variable: [
          { key: 'base', value: 'https://{{host}}' },
          { key: 'host', value: 'h.example' },
          { key: 'user', value: 'outer' },
          { key: 'a', value: '{{a}}' },
        ],
      },
    );
    expect(read(text)).toMatchObject([
      {
        origin: 'https://h.example',
        request: { target: '/u/inner/7?k={{key}}', body: bytesOf('{{$guid}} inner') },
        findings: [{ rule: 'imported.variable', summary: expect.stringMatching(/\{\{key\}\}.*\{\{\$guid\}\}/) }],
      },
    ]);
  });

  test('that has no value for the address itself is kept as it is', () => {
    expect(only({ method: 'GET', url: '{{base}}/x' })).toMatchObject({
      origin: 'http://{{base}}',
      request: { target: '/x' },
    });
  });

  test.each<readonly [object, string | undefined, string]>([
    [{ mode: 'raw', raw: '{"a":1}', options: { raw: { language: 'json' } } }, 'application/json', '{"a":1}'],
    [{ mode: 'raw', raw: 'é' }, undefined, 'é'],
    [{ mode: 'raw', raw: 'x', disabled: true }, undefined, ''],
    [
      {
        mode: 'urlencoded',
        urlencoded: [
          { key: 'a b', value: 'c&d' },
          { key: 'no', value: '1', disabled: true },
        ],
      },
      'application/x-www-form-urlencoded',
      'a+b=c%26d',
    ],
    [
      { mode: 'graphql', graphql: { query: '{ me }', variables: '{"x":1}' } },
      'application/json',
      '{"query":"{ me }","variables":{"x":1}}',
    ],
    [{ mode: 'file', file: { src: '/tmp/a.bin' } }, undefined, ''],
    [{ mode: 'file', file: { content: 'given' } }, undefined, 'given'],
  ])('has a body like %j', (body, type, text) => {
    expect(bodyOf(body)).toEqual({ type, text });
  });

  test('has multipart forms, and says which files it does not hold', () => {
    const body = {
      mode: 'formdata',
      formdata: [
        { key: 'a"b', value: 'x', type: 'text' },
        { key: 'f', type: 'file', src: ['/home/me/c.png'], contentType: 'image/png' },
      ],
    };
    expect(bodyOf(body).text).toBe(
      '------hookbench0000000000\r\nContent-Disposition: form-data; name="a%22b"\r\n\r\nx\r\n' +
        '------hookbench0000000000\r\nContent-Disposition: form-data; name="f"; filename="c.png"\r\nContent-Type: image/png\r\n\r\n\r\n' +
        '------hookbench0000000000--\r\n',
    );
    expect(only({ method: 'POST', url: 'http://a.example', body })?.findings).toMatchObject([
      { rule: 'imported.file', summary: expect.stringContaining('c.png') },
    ]);
  });

  test.each([
    [{ type: 'bearer', bearer: [{ key: 'token', value: 'a.b.c' }] }, ['Authorization', 'Bearer a.b.c'], '/'],
    [
      {
        type: 'basic',
        basic: [
          { key: 'username', value: 'me' },
          { key: 'password', value: 'é' },
        ],
      },
      ['Authorization', 'Basic bWU6w6k='],
      '/',
    ],
    [
      {
        type: 'apikey',
        apikey: [
          { key: 'key', value: 'X-Key' },
          { key: 'value', value: 'k' },
        ],
      },
      ['X-Key', 'k'],
      '/',
    ],
    [
      {
        type: 'apikey',
        apikey: [
          { key: 'key', value: 'k' },
          { key: 'value', value: 'a b' },
          { key: 'in', value: 'query' },
        ],
      },
      null,
      '/?k=a%20b',
    ],
    [{ type: 'noauth' }, null, '/'],
  ] as const)('authorises as it says, also what stands in it: %j', (auth, header, target) => {
    const { request } = only('http://a.example/', { auth }) ?? {};
    expect(request?.target).toBe(target);
    expect(request?.headers).toEqual([['Host', 'a.example'], ...(header ? [header] : [])]);
    const own = only({ url: 'http://a.example/', auth: { type: 'noauth' } }, { auth });
    expect(own?.request.headers).toEqual([['Host', 'a.example']]);
  });

  test.each([
    ['{"info":', /no JSON/],
    [JSON.stringify({ info, item: 5 }), /\/item has to be a list/],
    [
      JSON.stringify({ info: { schema: 'https://schema.getpostman.com/json/collection/v1.0.0/' }, item: [] }),
      /another form than v2.1/,
    ],
    [collection([]), /has no request/],
    [collection([{ name: 'A', item: [{ name: 'B', request: 5 }] }]), /“A \/ B”: it has no request/],
    [collection([{ name: 'A', request: { url: '' } }]), /“A”: its url is no address/],
    [
      collection([
        Array.from({ length: 60 }).reduce<object>((item) => ({ name: 'x', item: [item] }), {
          name: 'r',
          request: 'http://a',
        }),
      ]),
      /nested more than 50 deep/,
    ],
    [collection(Array.from({ length: 10_001 }, () => ({ name: 'x', request: 'http://a.example' }))), /more than 10000/],
  ])('%.70s is refused with what is wrong', (text, sentence) => expect(problemOf(text)).toMatch(sentence));

  test('whose variables multiply themselves stays small', () => {
    const value = '{{a}}'.repeat(20_000);
    const variable = ['a', 'b', 'c'].map((key) => ({ key, value }));
    expect(
      only({ method: 'POST', url: 'http://a.example', body: { mode: 'raw', raw: '{{b}}' } }, { variable })?.request.body
        .byteLength,
    ).toBeLessThan(20_000_000);
  });

  test('that fills in the same long text again and again is refused, and many variables in many folders are no work', () => {
    const variable = [{ key: 'long', value: 'x'.repeat(5_000_000) }];
    const request = { method: 'POST', url: 'http://a.example', body: { mode: 'raw', raw: '{{long}}' } };
    const items = Array.from({ length: 1000 }, (_, index) => ({ name: `r${String(index)}`, request }));
    expect(problemOf(collection(items, { variable }))).toMatch(/^The request “r2\d”: what the collection fills in/);
    const auth = { type: 'bearer', bearer: [{ key: 'token', value: 'x'.repeat(5_000_000) }] };
    const plain = items.map(({ name }) => ({ name, request: 'http://a.example' }));
    expect(problemOf(collection(plain, { auth }))).toMatch(/fills in/);
    const many = Array.from({ length: 50_000 }, (_, index) => ({ key: `k${String(index)}`, value: 'v' }));
    const folders = plain.map((each) => ({ name: 'f', variable: [{ key: 'own', value: '1' }], item: [each] }));
    expect(read(collection(folders, { variable: many }))).toHaveLength(1000);
  });

  test('whatever JSON comes, it answers and never throws', () => {
    const name = fc.constantFrom(
      'request',
      'response',
      'item',
      'url',
      'header',
      'body',
      'auth',
      'variable',
      'mode',
      'raw',
      'formdata',
      'bearer',
      'key',
      'value',
      'type',
    );
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'medium' },
        fc.jsonValue({ maxDepth: 1 }),
        fc.dictionary(name, tie('any'), { maxKeys: 4 }),
        fc.array(tie('any'), { maxLength: 3 }),
      ),
    })).any;
    fc.assert(
      fc.property(value, (item) => {
        const { ok } = importPostman(collection([{ name: 'x', request: item, response: [item] }, item]));
        expect(typeof ok).toBe('boolean');
      }),
    );
  });
});
