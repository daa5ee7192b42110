import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isHostAddress, isPrivateHost, readWebAddress } from '#shared/exchange/web-address.ts';

test.each<[text: string, origin: string, port: number, target: string]>([
  ['https://bots.kore.ai', 'https://bots.kore.ai', 443, '/'],
  ['http://127.0.0.1:4700/hook?a=b', 'http://127.0.0.1:4700', 4700, '/hook?a=b'],
  ['HTTPS://Bots.Example:443/A', 'https://bots.example', 443, '/A'],
  ['http://[::1]:80?x', 'http://[::1]', 80, '/?x'],
  ['https://app.example/#part', 'https://app.example', 443, '/'],
])('%s', (text, origin, port, target) => {
  expect(readWebAddress(text)).toMatchObject({ origin, port, target, hasCredentials: false });
});

test.each([
  '',
  'bots.kore.ai',
  'ftp://x',
  'javascript:alert(1)',
  'http://',
  'http://:80',
  'http://x:0',
  'http://x:65536',
  'http://x:port',
  ' http://x',
  'http://x ',
  'http://x/a b',
  'http://x\n.y',
])('%j is none', (text) => expect(readWebAddress(text)).toBeNull());

test('a name or password before the host is seen', () => {
  expect(readWebAddress('https://me:secret@bots.example/')).toMatchObject({
    host: 'bots.example',
    hasCredentials: true,
  });
});

test('what is read is what the URL standard reads', () => {
  fc.assert(
    fc.property(
      fc.webUrl({ validSchemes: ['http', 'https'], withQueryParameters: true, withFragments: true }),
      (text) => {
        const url = new URL(text);
        expect(readWebAddress(text)).toMatchObject({ host: url.hostname, origin: url.origin });
      },
    ),
  );
});

test('hosts of this machine and of private networks are known, and addresses', () => {
  for (const host of [
    'localhost',
    '127.0.0.9',
    '10.1.2.3',
    '192.168.0.1',
    '172.31.0.1',
    '[::1]',
    '[fd00::1]',
    'nas.local',
  ])
    expect(isPrivateHost(host)).toBe(true);
  for (const host of ['bots.kore.ai', '172.32.0.1', '11.0.0.1', 'localhost.example', '10.example', '[2001:db8::1]', ''])
    expect(isPrivateHost(host)).toBe(false);
  expect([isHostAddress('10.0.0.1'), isHostAddress('[::1]'), isHostAddress('ten.example')]).toEqual([
    true,
    true,
    false,
  ]);
});
