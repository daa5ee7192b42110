import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf } from '#shared/exchange/body.ts';
import type { EditedRequest } from '#shared/sending/edited-request.ts';
import { editedRequestOf, requestBytes } from '#shared/sending/request-bytes.ts';
import { requestIssues } from '#shared/sending/request-issues.ts';

const request = (over: Partial<EditedRequest> = {}): EditedRequest => ({
  channelId: null,
  method: 'POST',
  url: 'http://127.0.0.1:4700/a?b=%20',
  headers: [['X-A', 'é']],
  body: { text: '' },
  sign: 'as-is',
  withVariables: false,
  ...over,
});
const issues = (over: Partial<EditedRequest>): readonly string[] =>
  requestIssues(request(over)).map(({ path, message }) => `${path} ${message}`);

test('a request that can be sent has no issues, however odd it is', () => {
  expect(issues({})).toEqual([]);
  expect(issues({ method: 'pUrge', url: 'https://[::1]:4700?x', body: { base64: 'AAH/' } })).toEqual([]);
  expect(
    issues({
      headers: [
        ['Host', 'other'],
        ['Content-Length', '99'],
        ['x', ''],
        ['X', ' a '],
      ],
    }),
  ).toEqual([]);
});

test.each([
  [{ method: '' }, '/method must not be empty'],
  [{ method: 'PO ST' }, '/method must be one word without spaces and separators, such as POST'],
  [{ method: 'GET\r\nX: y' }, '/method must be one word without spaces and separators, such as POST'],
  [{ url: '' }, '/url must not be empty'],
  [{ url: 'ftp://h/' }, '/url must begin with http:// or https:// and a host, and have no space in it'],
  [{ url: 'http://h/a b' }, '/url must begin with http:// or https:// and a host, and have no space in it'],
  [{ url: 'http://h/a\r\nb' }, '/url must begin with http:// or https:// and a host, and have no space in it'],
  [{ url: 'http://u:p@h/' }, '/url must not hold a name and password: put them into the header Authorization'],
  [{ url: 'http://h:80:80/' }, '/url must have a host behind its //, and behind that a port or nothing'],
  [{ url: 'http://h/한' }, '/url has a character that must be percent-encoded'],
  [{ headers: [['', 'a']] }, '/headers/0/0 must not be empty'],
  [
    { headers: [['A:', 'a']] },
    '/headers/0/0 must be a header name: letters, digits and hyphens, without spaces and colons',
  ],
  [{ headers: [['A', 'a\r\nB: c']] }, '/headers/0/1 must be one line'],
  [{ headers: [['A', 'a\nb']] }, '/headers/0/1 must be one line'],
  [{ headers: [['A', '한']] }, '/headers/0/1 has a character that a header cannot hold'],
  [{ headers: [['A', '\u0000']] }, '/headers/0/1 has a character that a header cannot hold'],
  [
    { headers: [['Expect', '100-continue']] },
    '/headers/0/0 must not be Expect: 100-continue, to which the server answers twice',
  ],
  [{ body: { base64: 'A' } }, '/body/base64 must be base64. The length is not a multiple of 4: padding is missing.'],
] as const)('%j is refused beside its field', (over, issue) => {
  expect(issues(over as unknown as Partial<EditedRequest>)).toEqual([issue]);
});

test('whatever bytes were captured, they are the same after the editor', () => {
  const target = fc.webPath().map((path) => path || '/');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array(),
        fc.string({ unit: 'binary' }).map((text) => bytesOf(text)),
      ),
      target,
      (body, target) => {
        const headers = [
          ['content-type', 'a'],
          ['A', '1'],
          ['a', '2'],
        ] as const;
        const captured = {
          method: 'PUT',
          target,
          headers: [['Host', 'h'], ...headers, ['Content-Length', '9']],
          body,
        } as const;
        const edited = editedRequestOf(captured, { origin: 'http://h', channelId: null });
        expect(requestBytes(edited)).toEqual({
          method: 'PUT',
          origin: 'http://h',
          target,
          headers,
          body: Uint8Array.from(body),
        });
      },
    ),
  );
});

test('a byte order mark stays', () => {
  const body = Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d);
  const edited = editedRequestOf(
    { method: 'GET', target: 'http://x/y', headers: [], body },
    { origin: 'http://h', channelId: 'c' },
  );
  expect(edited).toMatchObject({ url: 'http://x/y', body: { text: '\u{feff}{}' } });
  expect(requestBytes(edited).body).toEqual(body);
});
