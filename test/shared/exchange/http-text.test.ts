import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOf } from '#shared/exchange/body.ts';
import { readHttpText } from '#shared/exchange/http-text.ts';
import { readPasted } from '#shared/trust/pasted.ts';

const read = (text: string) => {
  const found = readHttpText(text);
  if (!found.ok) throw new Error(found.problem);
  return { ...found.request, origin: found.origin, text: textOf(found.request.body).text };
};

const lines = [
  'POST /a/b?c=%20d HTTP/1.1',
  'Host: example.com',
  'Authorization:  bearer x ',
  'X-A: 1',
  'x-a: 2',
  '',
  '{"a": 1}',
];

describe('raw HTTP', () => {
  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ])('lines that end with %s', (_name, end) => {
    expect(read(lines.join(end))).toMatchObject({
      method: 'POST',
      target: '/a/b?c=%20d',
      headers: [
        ['Host', 'example.com'],
        ['Authorization', 'bearer x'],
        ['X-A', '1'],
        ['x-a', '2'],
      ],
      text: '{"a": 1}',
    });
  });

  test('a body keeps its own line breaks, and loses only what an editor put behind its length', () => {
    expect(read('POST / HTTP/1.1\nContent-Length: 6\n\na\r\nb\r\n\n').text).toBe('a\r\nb\r\n');
    expect(read('POST / HTTP/1.1\nContent-Length: 2\n\nabc').text).toBe('abc');
    expect(read('POST / HTTP/1.1\n\na\n\nb\n').text).toBe('a\n\nb\n');
  });

  test('chunks are put together', () => {
    const head = 'POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n';
    expect(read(`${head}4\r\nWiki\r\n6;x=y\r\npedia \r\n0\r\n\r\n`).text).toBe('Wikipedia ');
    expect(read(`${head}not chunked`).text).toBe('not chunked');
  });

  test('the whole address in the request line, no version, no headers, a folded header', () => {
    expect(read('GET http://127.0.0.1:80/x?y HTTP/1.1')).toMatchObject({
      origin: 'http://127.0.0.1:80',
      target: '/x?y',
    });
    expect(read('\n\nGET /x\nX-Long: one\n two')).toMatchObject({ target: '/x', headers: [['X-Long', 'one two']] });
  });

  test.each([
    ['HTTP/1.1 401 Unauthorized\n\n', /response/],
    ['hello there', /Line 1/],
    ['GET / HTTP/1.1\nHost: a\nno header here\n\n', /Line 3/],
  ])('%j is refused with its line', (text, sentence) => {
    const found = readHttpText(text);
    expect(found.ok ? '' : found.problem).toMatch(sentence);
  });

  test('whatever comes, it answers and never throws', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('', 'POST / HTTP/1.1\n', 'POST / HTTP/1.1\nTransfer-Encoding: chunked\n\n'),
        (text, head) => {
          expect(typeof readHttpText(head + text).ok).toBe('boolean');
        },
      ),
    );
  });
});

describe('what somebody pasted', () => {
  const kindOf = (text: string) => {
    const found = readPasted(text);
    return found.ok ? found.kind : found.problem;
  };
  const token = 'eyJhbGciOiJIUzI1NiJ9.eyJhcHBJZCI6ImNzLTEifQ.c2ln';

  test.each([
    [token, 'token'],
    [`Bearer ${token}\n`, 'token'],
    [`Authorization: bearer ${token}`, 'token'],
    [token.replace('.', '.\n'), 'token'],
    ['just-a-verify-token', 'token'],
    [`curl http://a -H 'Authorization: Bearer ${token}'`, 'curl'],
    [lines.join('\n'), 'http'],
    ['{"method":"GET","url":"http://a/"}', 'har'],
    ['', expect.stringMatching(/nothing/) as unknown as string],
    ['several lines\nof no kind', expect.stringMatching(/neither a token nor/) as unknown as string],
    ['HTTP/1.1 401 Unauthorized', expect.stringMatching(/response/) as unknown as string],
  ])('%j is %j', (text, kind) => expect(kindOf(text)).toEqual(kind));

  test('a bare token is in the header where a token belongs, as it was pasted', () => {
    const headersOf = (text: string) => {
      const found = readPasted(text);
      return found.ok ? found.request.headers : [];
    };
    expect(headersOf(`${token}\r\n`)).toEqual([['Authorization', `Bearer ${token}`]]);
    expect(headersOf(`"${token}"`)).toEqual([['Authorization', `Bearer "${token}"`]]);
    expect(headersOf(`bearer bearer ${token}`)).toEqual([['Authorization', `bearer bearer ${token}`]]);
    expect(headersOf(`X-Access-Key: abc`)).toEqual([['X-Access-Key', 'abc']]);
  });

  test('whatever comes, it answers, and its problem does not quote it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `curl ${text}`),
        ),
        (text) => {
          const found = readPasted(`${text}\nCANARY-7f3a\nCANARY-7f3a`);
          expect(found.ok ? '' : found.problem).not.toContain('CANARY-7f3a');
        },
      ),
    );
  });
});
