import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { pemProblem } from '#shared/trust/pem.ts';

const pem = (label: string, inside = 'MIIBAAAA'): string =>
  `-----BEGIN ${label}-----\n${inside}\n-----END ${label}-----\n`;

test('a PEM of the wanted kind has no problem, with or without its line breaks', () => {
  expect(pemProblem(pem('PUBLIC KEY'), 'PUBLIC KEY')).toBeNull();
  expect(pemProblem(`  ${pem('PRIVATE KEY', 'MIIB AAA=').replaceAll('\n', ' ')}`, 'PRIVATE KEY')).toBeNull();
});

test.each([
  ['PUBLIC KEY', pem('RSA PUBLIC KEY'), 'openssl rsa -RSAPublicKey_in'],
  ['PUBLIC KEY', pem('CERTIFICATE'), 'openssl x509'],
  ['PUBLIC KEY', pem('RSA PRIVATE KEY'), 'never leaves the app'],
  ['PUBLIC KEY', pem('EC PARAMETERS'), 'The key says EC PARAMETERS'],
  ['PRIVATE KEY', pem('RSA PRIVATE KEY'), 'openssl pkcs8 -topk8'],
  ['PRIVATE KEY', pem('ENCRYPTED PRIVATE KEY'), 'has a password'],
  ['PRIVATE KEY', pem('PUBLIC KEY'), 'nothing can be signed'],
  ['PRIVATE KEY', ' \n', 'There is no key'],
  ['PUBLIC KEY', pem('PUBLIC KEY', ''), 'not base64'],
  ['PUBLIC KEY', pem('PUBLIC KEY', 'MI*B'), 'not base64'],
] as const)('where a %s is wanted, case %#', (label, text, sentence) => {
  expect(pemProblem(text, label)).toContain(sentence);
});

test('any text gets a sentence, or is of the wanted form', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(pemProblem(text, 'PRIVATE KEY')).toMatch(/\.$/);
    }),
  );
});
