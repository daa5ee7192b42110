import { expect, test } from 'vitest';
import { addressSecrets, dotted, maskedAddress } from '#renderer/store/editor/address-secrets.ts';
import type { CredentialSpot } from '#shared/trust/trust-model.ts';

const shown = (url: string, spots: readonly CredentialSpot[] = [], masked = ''): string =>
  dotted(url, addressSecrets(url, { spots, masked }));
const path: CredentialSpot = { in: 'path', template: '/api/id{appId}/app{appSecret}/aps', name: 'appSecret' };

test('what goes by the name of a credential is dotted, sign for sign, and nothing else', () => {
  expect(shown('http://a.example/hook?token=abcd%2F1&x=token&user=u-1')).toBe(
    'http://a.example/hook?token=••••••••&x=token&user=u-1',
  );
  expect(shown('http://a.example/hook?a=1#token')).toBe('http://a.example/hook?a=1#token');
  expect(shown('https://me:secret@a.example/')).toBe('https://me:••••••@a.example/');
  expect(shown('')).toBe('');
});

test('where the channel has its credential it is dotted, however short and whatever it is called', () => {
  expect(shown('http://a.example/hook?k%65y=x&b=x', [{ in: 'query', name: 'key' }])).toBe(
    'http://a.example/hook?k%65y=•&b=x',
  );
  expect(shown('http://a.example/api/id1/appS3cr%20t/aps?x=S3cr', [path])).toBe(
    'http://a.example/api/id1/app••••••••/aps?x=S3cr',
  );
  expect(shown('{{setting:host}}/api/id1/S3cret/aps', [path])).toBe('{{setting:host}}/api/id1/••••••/aps');
  expect(shown('http://a.example/other/id1/appS3cret/aps', [path])).toBe('http://a.example/other/id1/appS3cret/aps');
});

test('where nobody knows the channel any more, what the harness masked stays dotted', () => {
  expect(shown('http://a.example/api/id1/appS3cret/aps', [], '/api/id1/app••••••/aps')).toBe(
    'http://a.example/api/id1/app••••••/aps',
  );
});

test('a variable is no credential: what it stands for is not on the screen', () => {
  expect(shown('http://a.example/?token={{setting:token}}')).toBe('http://a.example/?token={{setting:token}}');
  expect(shown('http://a.example/api/id1/app{{setting:appSecret}}/aps', [path])).toBe(
    'http://a.example/api/id1/app{{setting:appSecret}}/aps',
  );
});

test('what is told of it does not tell how long a credential is', () => {
  const url = 'http://a.example/?token=abcdefghij';
  expect(maskedAddress(url, addressSecrets(url, { spots: [], masked: '' }))).toMatch(
    /^http:\/\/a\.example\/\?token=\W+$/,
  );
  expect(maskedAddress(url, addressSecrets(url, { spots: [], masked: '' }))).not.toContain('•'.repeat(10));
});
