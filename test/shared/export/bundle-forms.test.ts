import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { bundleWriter } from '#shared/export/bundle.ts';
import type { Bundle } from '#shared/export/bundle-schema.ts';
import { Placeholders } from '#shared/export/placeholders.ts';
import { base32, base64, base64Url, hex, jwt } from './canary-places.ts';
import { exchangeOf, type Made } from './exchanges.ts';
import { writtenFile } from './written.ts';

const bundleOf = (made: Made, secrets: readonly string[] = []) => {
  const placeholders = new Placeholders(true);
  for (const each of secrets) placeholders.learn('secret', each);
  const writer = () => bundleWriter([], { version: '0', at: 0 });
  return writtenFile(writer, { exchanges: [exchangeOf(made)] }, placeholders);
};

const bodyOf = (made: Made, secrets: readonly string[] = []): string => {
  const bundle = JSON.parse(bundleOf(made, secrets).text) as Bundle;
  const body = bundle.exchanges[0]?.request.body;
  return body && 'text' in body ? body.text : '';
};

const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
const eachSign = (write: (code: number) => string) => (text: string) =>
  Array.from(text, (sign) => write(sign.charCodeAt(0))).join('');
const digits = (code: number, length: number): string => code.toString(16).padStart(length, '0');

/** Forms in which a text stands in others, each of which is written again as it was. */
const forms: Readonly<Record<string, (text: string) => string>> = {
  base64,
  base64Url,
  'base64 in short lines': (text) => base64(`${text} for a second time`).replaceAll(/.{20}/g, '$&\n'),
  base32,
  'base32 in small letters': (text) => base32(text).toLowerCase().replaceAll('=', ''),
  'UTF-16 in base64': (text) => wide(text).toString('base64'),
  'UTF-16 with a mark, in base64': (text) => Buffer.concat([Buffer.of(0xff, 0xfe), wide(text)]).toString('base64'),
  'UTF-16 with the high byte first, in base64': (text) => wide(text).swap16().toString('base64'),
  'UTF-16 in hex': (text) => wide(text).toString('hex'),
  'JSON in UTF-16 in base64': (text) => wide(JSON.stringify({ a: text })).toString('base64'),
  'percent, three times': (text) =>
    encodeURIComponent(encodeURIComponent(eachSign((code) => `%${digits(code, 2)}`)(text))),
  'percent as old pages have it': eachSign((code) => `%u${digits(code, 4)}`),
  'escapes of JSON': eachSign((code) => `\\u${digits(code, 4)}`),
  'escapes of programs': eachSign((code) => `\\x${digits(code, 2)}`),
  'escapes with braces': eachSign((code) => `\\u{${digits(code, 2)}}`),
  'numbers of HTML': eachSign((code) => `&#x${digits(code, 2)};`),
  'numbers of HTML without semicolons': eachSign((code) => `&#${String(code)}`),
  'names of HTML': (text) =>
    text.replaceAll('@', '&commat;').replaceAll('.', '&period;').replaceAll('+', '&plus;').replaceAll('-', '&hyphen;'),
  'what mail writes': eachSign((code) => `=${digits(code, 2).toUpperCase()}`),
  'hex with colons': (text) => (hex(text).match(/../g) ?? []).join(':'),
  'bytes as a list': (text) => JSON.stringify([...Buffer.from(text)]),
  'bytes in hex as a list': (text) => Array.from(Buffer.from(text), (byte) => `0x${digits(byte, 2)}`).join(', '),
  'the claims of a token': (text) => jwt({ note: text }).split('.').slice(0, 2).join('.'),
};

const frames: Readonly<Record<string, (text: string) => Made>> = {
  'a body': (text) => ({ body: `note: ${text} end` }),
  'a string of JSON': (text) => ({ body: JSON.stringify({ a: text }) }),
  'a query': (text) => ({ target: `/x?q=${encodeURIComponent(text)}` }),
  'a header': (text) => ({ headers: [['X-Note', text.replaceAll('\n', ' ')]] }),
  'the name of a file': (text) => ({
    body: `--b\r\nContent-Disposition: form-data; name="f"; filename="${text.replaceAll(/["\n]/g, '')}.pdf"\r\n\r\nx\r\n--b--`,
  }),
};

/** What nobody told, but what shows by its form what it is; and a secret, which is known. */
const values = ['canary-Secret-7f3a9d', 'rosa.diaz@customer.example', '+82 10-1234-5678', '203.0.113.77'];

describe('what is private', () => {
  const cases = Object.entries(forms).flatMap(([form, write]) =>
    Object.entries(frames).map(([frame, make]) => ({ form, frame, write, make })),
  );
  test.each(cases)('is not in $frame as $form', ({ form, frame, write, make }) => {
    // Lines of base64 that became one line are words like others; a secret is found in each by itself.
    if (form === 'base64 in short lines' && frame !== 'a body') return;
    for (const value of values) {
      const written = write(value);
      const { text, review } = bundleOf(make(written), [values[0] ?? '']);
      const inJson = JSON.stringify(written).slice(1, -1);
      for (const each of [written, inJson, JSON.stringify(inJson).slice(1, -1), encodeURIComponent(written)])
        expect(text).not.toContain(each);
      expect(review).not.toEqual([]);
    }
  });

  test('is replaced in the form that it had', () => {
    const body = (text: string) => ({ body: JSON.stringify({ a: text, list: [1, 2, 3] }) });
    const after = 'hidden-email-1@hidden.invalid';
    const kept = ['UTF-16 in base64', 'UTF-16 in hex', 'hex with colons', 'base64'].map((form) => {
      const write = forms[form] ?? String;
      return [bodyOf(body(write('rosa@customer.example'))), body(write(after)).body];
    });
    for (const [is, wanted] of kept) expect(is).toBe(wanted);
    expect(bodyOf({ body: `{"data":${JSON.stringify([...Buffer.from('rosa@customer.example')])},"n":[10,20]}` })).toBe(
      `{"data":${JSON.stringify([...Buffer.from(after)])},"n":[10,20]}`,
    );
  });

  test.each([
    ['with signs that nobody sees', (text: string) => Array.from(text).join('\u200b')],
    ['with signs of full width', eachSign((code) => String.fromCharCode(code > 32 ? code + 0xfee0 : code))],
  ])('is left out where a secret is written %s', (_form, write) => {
    const { text } = bundleOf({ body: `it is ${write('canary-Secret-7f3a9d')} here` }, ['canary-Secret-7f3a9d']);
    expect(text).not.toContain(write('canary-Secret-7f3a9d'));
  });

  test.each<readonly [string, Buffer]>([
    ['gzip', gzipSync('rosa@customer.example')],
    ['deflate', deflateSync('rosa@customer.example')],
    ['a picture', Buffer.concat([Buffer.of(0x89, 0x50, 0x4e, 0x47), Buffer.alloc(20, 7)])],
  ])('is not in %s within JSON, which cannot be looked into', (_kind, packed) => {
    for (const coding of ['base64', 'base64url', 'hex'] as const) {
      const { text, review } = bundleOf({ body: JSON.stringify({ a: packed.toString(coding) }) });
      expect(text).not.toContain(packed.toString(coding));
      expect(review).toMatchObject([{ kind: 'left-out', places: ['#1 request body'] }]);
    }
  });
});

test.each([
  ['010.1234.5678', 'phone'],
  ['01012345678', 'phone'],
  ['0044 20 7946 0018', 'phone'],
  ['06 12 34 56 78', 'phone'],
  ['0470/12.34.56', 'phone'],
  ['123-45-6789', 'person-number'],
  ['fe80::1', 'ip'],
  ['::ffff:cb00:714d', 'ip'],
  ['2001:db8::', 'ip'],
  ['ip-10-1-2-3', 'ip', 'ip-'],
  ['ip-10-1-2-3.ec2.internal', 'ip', 'ip-', '.ec2.internal'],
  ['ec2-203-0-113-7.compute-1.amazonaws.com', 'ip', 'ec2-', '.compute-1.amazonaws.com'],
  ['203-0-113-7.nip.example.com', 'ip', '', '.nip.example.com'],
  ['203.0.113.7.nip.example', 'ip', '', '.nip.example'],
])('%s is known by its form', (value, kind, before = '', after = '') => {
  const body = bodyOf({ body: JSON.stringify({ text: `It is ${value}, you know` }) });
  expect(body).toBe(`{"text":"It is ${before}hidden-${kind}-1${after}, you know"}`);
});

test('an address at this very machine is one of a person as well', () => {
  expect(bodyOf({ body: 'mail rosa@localhost, not maria@localhosts' })).toBe(
    'mail hidden-email-1@hidden.invalid, not maria@localhosts',
  );
});

test.each([
  '/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=af0ifjsldkj2',
  '/cb?state=af0ifjsldkj2&code=4%2F0AX4XfWh-SplxlOBeZQQYbYS6WxSbIA',
  'https://app.example/cb#code=SplxlOBeZQQYbYS6WxSbIA&state=af0ifjsldkj2',
  'grant_type=authorization_code&code=SplxlOBeZQQYbYS6WxSbIA&state=af0ifjsldkj2',
  '/authorize?response_type=code&client_id=app&state=af0ifjsldkj2&x=SplxlOBeZQQYbYS6WxSbIA&code=SplxlOBeZQQYbYS6WxSbIA',
])('the code and the state of OAuth are secrets: %s', (target) => {
  for (const made of [{ target: target.startsWith('/') ? target : '/' }, { body: target }]) {
    const { text } = bundleOf(made);
    expect(text).not.toContain('SplxlOBeZQQYbYS6WxSbIA');
    expect(text).not.toContain('af0ifjsldkj2');
  }
});

test.each([
  '/x?code=404&state=pending',
  '/x?code=ERR_TIMEOUT_408&state=North-Rhine-Westphalia',
  '/x?code=card.lost.confirmed&state=2026-11-29',
  '/x;v=1.2/y',
])('what else is called code and state stays: %s', (target) => {
  expect((JSON.parse(bundleOf({ target }).text) as Bundle).exchanges[0]?.target).toBe(target);
});

test.each([
  '::1',
  '12:30',
  'std::string',
  '1772356503004',
  '123456.7890',
  '0.1234',
  '000-12-3456',
  '1.2.3',
  'a=41',
  '10:20:30:40:50:60',
  '1-2-3-4',
  'release-1-2-3-4.zip',
  '1-2-3-4-5.part.example.com',
  'ip-127-0-0-1',
  'administrator internationalization SUBSCRIPTION',
])('%s says nothing of anybody', (value) => {
  const body = JSON.stringify({ text: `It is ${value}, you know` });
  expect(bodyOf({ body })).toBe(body);
});

test.each([
  'X-Hub-Signature-256',
  'secretKey',
  'Ocp-Apim-Subscription-Key',
  'passphrase',
  'client_assertion',
  'X-Amz-Credential',
  'SAMLResponse',
])('%s is a secret by its name', (name) => {
  const value = 'Q7privat9zZ-abcd1234';
  expect(bundleOf({ headers: [[name, value]], target: `/x?${name}=${value}` }).text).not.toContain(value);
});

test.each(['https://app.example/cb#access_token=VALUE', 'see /cb#access_token=VALUE.', '/shop;jsessionid=VALUE?a=1'])(
  'a credential is one wherever an address has its parameters: %s',
  (address) => {
    const value = 'Q7privat9zZ-abcd';
    const { text } = bundleOf({ headers: [['Referer', address.replace('VALUE', value)]], body: address });
    expect(text).not.toContain(value);
    expect(bodyOf({ body: JSON.stringify({ a: address.replace('VALUE', value) }) })).not.toContain(value);
  },
);

test('a sentence about a parameter stays as it is, and what ends it is no part of a value', () => {
  expect(bodyOf({ body: 'The URL has ?token=.' })).toBe('The URL has ?token=.');
  const { text } = bundleOf({ target: '/x?token=Q7privat9zZ', body: 'It was at /x?token=Q7privat9zZ, see there.' });
  expect(text).toContain('It was at /x?token=hidden-secret-1, see there.');
  expect(text).not.toContain('hidden-secret-2');
});

/** Each would take for ever where a pattern could match it in many ways. */
test.each([
  '1',
  '41',
  'a',
  '=41',
  '%u0041',
  '\\x41',
  '41:',
  '1, ',
  '1 ',
  '&#65',
  'a@',
  '0x41,',
  '::',
  '(0',
  '=\n',
  'QUJD\n',
  'MZXW',
  '1-',
  ';',
  ';a=1',
  '"\\',
])('a long run of %j is gone through', (run) => {
  const text = run.repeat(30_000);
  expect(bundleOf({ body: text }, ['canary-Secret-7f3a9d']).text).toContain('"exchanges"');
});
