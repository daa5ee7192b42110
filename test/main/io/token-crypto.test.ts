import { createHmac, createSign, createVerify, generateKeyPairSync } from 'node:crypto';
import { inspect } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTokenCrypto } from '#main/io/token-crypto.ts';
import type { HmacAlgorithm, RsaAlgorithm } from '#shared/trust/token-crypto.ts';

const secret = 'invented-secret-for-tests-0123456789abcdefgh=';
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const algorithms: readonly HmacAlgorithm[] = ['HS256', 'HS512'];

/** A token made without jose. */
const madeByNode = (header: object, claims: unknown, key: string, hash: 'sha256' | 'sha512'): string => {
  const input = `${part(header)}.${part(claims)}`;
  return `${input}.${createHmac(hash, key).update(input).digest('base64url')}`;
};

describe('signing', () => {
  test('a signed token is byte for byte what HMAC over its two parts makes', async () => {
    const header = { alg: 'HS256', typ: 'JWT' } as const;
    const claims = { sub: 7, appId: 'cs-1' };
    expect(await createTokenCrypto().sign(header, claims, secret)).toBe(madeByNode(header, claims, secret, 'sha256'));
  });

  test('an empty secret is refused with a sentence', async () => {
    await expect(createTokenCrypto().sign({ alg: 'HS256' }, {}, '')).rejects.toThrow(/enter the client secret/);
    await expect(createTokenCrypto().isSignedBy('a.b.c', 'HS256', '')).rejects.toThrow(/enter the client secret/);
  });

  test('a secret of one character signs and verifies: real ones may be too short for the standard', async () => {
    const tokens = createTokenCrypto();
    for (const alg of algorithms)
      expect(await tokens.isSignedBy(await tokens.sign({ alg }, {}, 'x'), alg, 'x')).toBe(true);
  });
});

describe('verifying', () => {
  test('the example of RFC 7515 appendix A.1 is refused under another secret (its own key is bytes, not text)', async () => {
    const token =
      'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
    expect(await createTokenCrypto().isSignedBy(token, 'HS256', secret)).toBe(false);
  });

  test('an expired token is still signed: time and claims are not judged here', async () => {
    const token = madeByNode({ alg: 'HS256' }, { exp: 1, nbf: 9e9 }, secret, 'sha256');
    expect(await createTokenCrypto().isSignedBy(token, 'HS256', secret)).toBe(true);
  });

  test('the payload does not have to be JSON: the bytes as received count', async () => {
    const input = `${part({ alg: 'HS256' })}.${Buffer.from('not json').toString('base64url')}`;
    const token = `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
    expect(await createTokenCrypto().isSignedBy(token, 'HS256', secret)).toBe(true);
  });

  test('the algorithm is ours, never the token’s: none, HS512 for HS256 and RS256 are refused', async () => {
    const tokens = createTokenCrypto();
    const unsigned = `${part({ alg: 'none' })}.${part({ sub: 1 })}.`;
    expect(await tokens.isSignedBy(unsigned, 'HS256', secret)).toBe(false);
    expect(await tokens.isSignedBy(madeByNode({ alg: 'HS512' }, {}, secret, 'sha512'), 'HS256', secret)).toBe(false);
    expect(await tokens.isSignedBy(madeByNode({ alg: 'RS256' }, {}, secret, 'sha256'), 'HS256', secret)).toBe(false);
  });

  test('one changed character anywhere in the token is seen', async () => {
    const tokens = createTokenCrypto();
    const token = await tokens.sign({ alg: 'HS256' }, { sub: 'u' }, secret);
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 2), async (at) => {
        const other = token.charAt(at) === 'B' ? 'C' : 'B';
        expect(await tokens.isSignedBy(`${token.slice(0, at)}${other}${token.slice(at + 1)}`, 'HS256', secret)).toBe(
          false,
        );
      }),
    );
  });

  test('no string at all makes it throw', async () => {
    const tokens = createTokenCrypto();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.constantFrom(...algorithms), async (token, algorithm) => {
        expect(await tokens.isSignedBy(token, algorithm, secret)).toBe(false);
      }),
    );
  });

  test('many secrets in turn stay right beyond the number of keys that are held', async () => {
    const tokens = createTokenCrypto();
    for (let each = 0; each < 150; each += 1) {
      const own = `${secret}${each}`;
      const token = await tokens.sign({ alg: 'HS512' }, { each }, own);
      expect(await tokens.isSignedBy(token, 'HS512', own)).toBe(true);
      expect(await tokens.isSignedBy(token, 'HS512', secret)).toBe(false);
    }
  });

  test('what a log would show of it holds no secret', async () => {
    const tokens = createTokenCrypto();
    await tokens.sign({ alg: 'HS256' }, {}, secret);
    expect(inspect(tokens, { depth: 9, showHidden: true })).not.toContain(secret);
  });
});

describe('an HMAC over bytes', () => {
  const text = (value: string): Uint8Array => new TextEncoder().encode(value);

  test('RFC 4231 §4.3: a key shorter than the output', async () => {
    const { mac } = createTokenCrypto();
    const of = async (hash: 'SHA-256' | 'SHA-384' | 'SHA-512'): Promise<string> =>
      Buffer.from(await mac(hash, text('Jefe'), text('what do ya want for nothing?'))).toString('hex');
    expect(await of('SHA-256')).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
    expect(await of('SHA-384')).toBe(
      'af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649',
    );
    expect(await of('SHA-512')).toBe(
      '164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737',
    );
  });

  test('is compared whole: neither a beginning of it nor nothing is it', async () => {
    const { mac, isMac } = createTokenCrypto();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), fc.uint8Array(), fc.nat(31), async (key, bytes, at) => {
        const right = await mac('SHA-256', key, bytes);
        expect(await isMac('SHA-256', key, bytes, right)).toBe(true);
        expect(await isMac('SHA-256', key, bytes, right.slice(0, at))).toBe(false);
        expect(await isMac('SHA-512', key, bytes, right)).toBe(false);
        expect(await isMac('SHA-256', key, bytes, right.with(at, (right[at] ?? 0) ^ 1))).toBe(false);
      }),
    );
  });
});

test('RFC 7515 §2: a signature with padding, white space or the letters of base64 is refused', async () => {
  const tokens = createTokenCrypto();
  const token = madeByNode({ alg: 'HS256' }, { sub: 1 }, secret, 'sha256');
  const [header = '', payload = '', signature = ''] = token.split('.');
  expect(await tokens.isSignedBy(token, 'HS256', secret)).toBe(true);
  for (const other of [
    `${signature}=`,
    ` ${signature}`,
    `${signature}\n`,
    `${signature.slice(0, 20)} ${signature.slice(20)}`,
  ])
    expect(await tokens.isSignedBy(`${header}.${payload}.${other}`, 'HS256', secret)).toBe(false);
});

/** Made anew in each run: no private key lies in a file. */
const rsaPair = (modulusLength = 2048): { readonly publicKey: string; readonly privateKey: string } =>
  generateKeyPairSync('rsa', {
    modulusLength,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

describe('a pair of RSA keys', () => {
  const { publicKey, privateKey } = rsaPair();
  const algorithmPairs: readonly (readonly [RsaAlgorithm, string])[] = [
    ['RS256', 'sha256'],
    ['RS512', 'sha512'],
  ];

  test.each(algorithmPairs)('%s: what we sign, Node verifies, and the other way round', async (alg, hash) => {
    const tokens = createTokenCrypto();
    const [header, claims, signature] = (await tokens.sign({ alg }, { sub: 7 }, privateKey)).split('.');
    const input = `${header ?? ''}.${claims ?? ''}`;
    expect(
      createVerify(hash)
        .update(input)
        .verify(publicKey, signature ?? '', 'base64url'),
    ).toBe(true);

    const made = `${part({ alg })}.${part({ sub: 'u' })}`;
    const token = `${made}.${createSign(hash).update(made).sign(privateKey, 'base64url')}`;
    expect(await tokens.isSignedBy(token, alg, publicKey)).toBe(true);
    expect(await tokens.isSignedBy(token, alg, rsaPair().publicKey)).toBe(false);
    expect(await tokens.isSignedBy(`${token.slice(0, -8)}AAAAAAAA`, alg, publicKey)).toBe(false);
    expect(await tokens.isSignedBy(token, alg === 'RS256' ? 'RS512' : 'RS256', publicKey)).toBe(false);
  });

  test('a token signed with the text of the public key as a secret is refused: that is the confusion of keys', async () => {
    const token = madeByNode({ alg: 'HS256' }, {}, publicKey, 'sha256');
    expect(await createTokenCrypto().isSignedBy(token, 'RS256', publicKey)).toBe(false);
  });

  test.each(['', ' ', '\r\n'])('a key whose line breaks became %j works', async (instead) => {
    const tokens = createTokenCrypto();
    const pasted = (pem: string): string => pem.replaceAll('\n', instead);
    const token = await tokens.sign({ alg: 'RS256' }, {}, pasted(privateKey));
    expect(await tokens.isSignedBy(token, 'RS256', pasted(publicKey))).toBe(true);
  });

  test('the same text is another key for another use', async () => {
    const tokens = createTokenCrypto();
    expect(await tokens.keyProblem('RS256', 'verify', publicKey)).toBeNull();
    expect(await tokens.keyProblem('RS256', 'sign', publicKey)).toContain('nothing can be signed with it');
    expect(await tokens.keyProblem('RS256', 'verify', privateKey)).toContain('This is the private key');
  });
});

describe('what is wrong with a key is a sentence', () => {
  const { publicKey, privateKey } = rsaPair();
  const elliptic = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const small = rsaPair(1024);

  test.each([
    ['verify', '', 'There is no key'],
    ['verify', 'abc', 'has to begin with -----BEGIN PUBLIC KEY-----'],
    ['verify', publicKey.slice(0, 200), 'is cut off'],
    ['verify', publicKey.replace('MII', 'MIJ'), 'is damaged'],
    ['verify', publicKey.replace('A', '€'), 'not base64'],
    ['verify', elliptic.publicKey, 'not an RSA key'],
    ['verify', small.publicKey, 'has 1024 bits'],
    ['sign', privateKey.slice(0, 200), 'is cut off'],
    ['sign', privateKey.replaceAll('\n', String.raw`\n`), 'a backslash and an n'],
    ['sign', elliptic.privateKey, 'not an RSA key'],
    ['sign', small.privateKey, 'has 1024 bits'],
  ] as const)('%s, case %#', async (use, key, sentence) => {
    const problem = await createTokenCrypto().keyProblem('RS256', use, key);
    expect(problem).toContain(sentence);
    if (key.length > 100) expect(problem).not.toContain(key.slice(60, 90));
  });

  test('an empty secret has one as well, and any other secret has none', async () => {
    expect(await createTokenCrypto().keyProblem('HS256', 'sign', '')).toContain('enter the client secret');
    expect(await createTokenCrypto().keyProblem('HS512', 'verify', 'x')).toBeNull();
  });

  test('no text at all makes it throw, also one that looks like a key', async () => {
    const tokens = createTokenCrypto();
    const wrapped = fc.tuple(fc.constantFrom('PUBLIC KEY', 'PRIVATE KEY', 'CERTIFICATE'), fc.base64String());
    const key = fc.oneof(
      fc.string({ unit: 'binary' }),
      wrapped.map(([label, body]) => `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----`),
    );
    await fc.assert(
      fc.asyncProperty(key, fc.constantFrom('sign' as const, 'verify' as const), async (text, use) => {
        expect(await tokens.keyProblem('RS256', use, text)).not.toBeNull();
      }),
    );
  });
});
