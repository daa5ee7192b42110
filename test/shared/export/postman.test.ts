import { expect, test } from 'vitest';
import { postmanWriter } from '#shared/export/postman.ts';
import { exchangeOf } from './exchanges.ts';
import { writtenJson } from './written.ts';

test('a Postman collection has each request with its answer as an example', () => {
  const exported = exchangeOf({
    target: '/a/b?x=1',
    headers: [
      ['Host', 'bot.example.com'],
      ['Content-Type', 'application/json'],
    ],
    body: '{"a":1}',
    response: { status: 201, body: 'made' },
  });
  const { exchange } = exported;
  const summary = { ...exchange.summary, origin: 'http://bot.example.com:8080' };
  const request = {
    method: 'POST',
    header: [{ key: 'Content-Type', value: 'application/json' }],
    url: {
      raw: 'http://bot.example.com:8080/a/b?x=1',
      protocol: 'http',
      host: ['bot', 'example', 'com'],
      port: '8080',
      path: ['a', 'b'],
      query: [{ key: 'x', value: '1' }],
    },
    body: { mode: 'raw', raw: '{"a":1}', options: { raw: { language: 'json' } } },
  };
  expect(
    writtenJson(() => postmanWriter('Mine'), { exchanges: [{ ...exported, exchange: { ...exchange, summary } }] }),
  ).toEqual({
    info: { name: 'Mine', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    item: [
      {
        name: '#1 POST /a/b',
        description: 'Trace t1',
        request,
        response: [{ name: '201 OK', originalRequest: request, status: 'OK', code: 201, header: [], body: 'made' }],
      },
    ],
  });
});

test('a body that is no text is told in base64, because a collection cannot hold it', () => {
  expect(
    writtenJson(() => postmanWriter('Mine'), { exchanges: [exchangeOf({ body: Uint8Array.of(0xff) })] }),
  ).toMatchObject({
    item: [{ request: { description: 'The body is no text. In base64: /w==' } }],
  });
});
