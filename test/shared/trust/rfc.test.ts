import { createHmac, createPublicKey } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createTokenCrypto } from '#main/io/token-crypto.ts';
import { decodeBase64Url, encodeBase64Url } from '#shared/text/base64.ts';
import { decodeJwt } from '#shared/trust/jwt.ts';
import { now } from '#test/shared/platforms/platform-context.ts';
import {
  bearing,
  channelWith,
  claims,
  examined,
  made,
  ofToken,
  secret,
  seconds,
} from '#test/shared/trust/autopsy/jwt-case.ts';

/** The claims of RFC 7519 §3.1 as RFC 7515 signs them, with CR and LF inside. */
const joe = 'eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ';
const key1 = 'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow';
const a1 = `eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.${joe}.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk`;
const modulus =
  'ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ';
const a2 = `eyJhbGciOiJSUzI1NiJ9.${joe}.cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw`;
const a3 = `eyJhbGciOiJFUzI1NiJ9.${joe}.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q`;
const a4 =
  'eyJhbGciOiJFUzUxMiJ9.UGF5bG9hZA.AdwMgeerwtHoh-l192l60hp9wAHZFVJbLfD_UxMi70cwnZOYaRI1bKPWROc-mZZqwqT2SI-KGDKB34XO0aw_7XdtAG8GaSwFKdCAPZgoXD2YBJZCPEX3xKpRwcdOO8KpEHwJjyqOgzDO7iKvU8vcnwNrmxYbSW9ERBXukOXolLzeO_Jn';
const a5 = `eyJhbGciOiJub25lIn0.${joe}.`;
const appendixE =
  'eyJhbGciOiJub25lIiwNCiAiY3JpdCI6WyJodHRwOi8vZXhhbXBsZS5jb20vVU5ERUZJTkVEIl0sDQogImh0dHA6Ly9leGFtcGxlLmNvbS9VTkRFRklORUQiOnRydWUNCn0.RkFJTA.';
/** RFC 7519 appendix A.1. */
const encrypted =
  'eyJhbGciOiJSU0ExXzUiLCJlbmMiOiJBMTI4Q0JDLUhTMjU2In0.QR1Owv2ug2WyPBnbQrRARTeEk9kDO2w8qDcjiHnSJflSdv1iNqhWXaKH4MqAkQtMoNfABIPJaZm0HaA415sv3aeuBWnD8J-Ui7Ah6cWafs3ZwwFKDFUUsWHSK-IPKxLGTkND09XyjORj_CHAgOPJ-Sd8ONQRnJvWn_hXV1BNMHzUjPyYwEsRhDhzjAD26imasOTsgruobpYGoQcXUwFDn7moXPRfDE8-NoQX7N7ZYMmpUDkR-Cx9obNGwJQ3nM52YCitxoQVPzjbl7WBuB7AohdBoZOdZ24WlN1lVIeh8v1K4krB8xgKvRU8kgFrEn_a1rZgN5TiysnmzTROF869lQ.AxY8DCtDaGlsbGljb3RoZQ.MKOle7UQrG6nSxTLX6Mqwt0orbHvAKeWnDYvpIAeZ72deHxz3roJDXQyhxx0wKaMHDjUEOKIwrtkHthpqEanSBNYHZgmNOV7sln1Eu9g3J8.fiK51VwhsxJ-siBMR-YFiA';

const tokens = createTokenCrypto();
const bytes = (text: string): Uint8Array => {
  const decoded = decodeBase64Url(text);
  if (!decoded.ok) throw new Error(decoded.problem);
  return decoded.bytes;
};
const codes = async (token: string, asked: Parameters<typeof ofToken>[1] = {}): Promise<readonly string[]> =>
  (await examined({ headers: bearing(token), ...asked })).causes
    .filter(({ certainty }) => certainty === 'proven')
    .map(({ code }) => code);
/** Long before the examples expire. */
const then = 1_300_819_380_000 - 60_000;

describe('RFC 7515, JSON Web Signature', () => {
  test('§2, appendix C: base64url without padding', () => {
    expect(encodeBase64Url(Uint8Array.of(3, 236, 255, 224, 193))).toBe('A-z_4ME');
    expect(decodeBase64Url('A-z_4ME=').ok).toBe(false);
  });

  test('§3.3 and appendix A.1: the HMAC of the example is that of its key', async () => {
    const [header = '', payload = '', signature = ''] = a1.split('.');
    const input = new TextEncoder().encode(`${header}.${payload}`);
    expect(await tokens.isMac('SHA-256', bytes(key1), input, bytes(signature))).toBe(true);
    expect(encodeBase64Url(await tokens.mac('SHA-256', bytes(key1), input))).toBe(signature);
    expect(decodeJwt(a1).payload.json).toEqual({ iss: 'joe', exp: 1_300_819_380, 'http://example.com/is_root': true });
  });

  test('appendix A.1 at a channel that has the text of the key: it was decoded before it signed', async () => {
    const settings = { clientId: 'joe', clientSecret: key1 };
    expect(await codes(a1, { settings, at: then })).toEqual(['jwt.secret.base64url-decoded']);
    expect(await codes(a1, { settings })).toEqual(['jwt.secret.base64url-decoded', 'jwt.exp.past']);
  });

  test('appendix A.2: the RSA signature of the example is accepted, until it expires', async () => {
    const publicKey = createPublicKey({ key: { kty: 'RSA', n: modulus, e: 'AQAB' }, format: 'jwk' })
      .export({ type: 'spki', format: 'pem' })
      .toString();
    const settings = { clientId: 'joe', algorithm: 'RS256', publicKey };
    expect(await codes(a2, { settings, at: then })).toEqual([]);
    expect(await codes(a2, { settings })).toEqual(['jwt.exp.past']);
    const unspaced = `eyJhbGciOiJSUzI1NiJ9.${encodeBase64Url(new TextEncoder().encode(JSON.stringify(decodeJwt(a2).payload.json)))}.${a2.split('.')[2] ?? ''}`;
    expect(await codes(unspaced, { settings, at: then })).toEqual(['jwt.payload.re-encoded']);
  });

  test('appendix A.3: ES256 is none of the channel’s algorithms', async () => {
    expect((await codes(a3, { settings: { clientId: 'joe' }, at: then }))[0]).toBe('jwt.alg.other');
  });

  test('appendix A.4: a payload that is not JSON is a JWS, but no JWT', async () => {
    expect(decodeJwt(a4).payload.decoded).toBe('Payload');
    expect(await ofToken(a4)).toBe('jwt.form.payload');
  });

  test('appendix A.5: an unsecured JWS', async () => {
    expect(await codes(a5, { settings: { clientId: 'joe' }, at: then })).toEqual(['jwt.alg.none']);
  });

  test('appendix A.6 and A.7: the JSON serialization is no token for a header', async () => {
    const flattened = `{"payload":"${joe}","protected":"eyJhbGciOiJFUzI1NiJ9","signature":"DtEhU3ljbEg8"}`;
    expect(await ofToken(flattened)).toBe('jwt.form.parts');
  });

  test('appendix E and §4.1.11: what crit demands and nobody understands is refused', async () => {
    expect(await ofToken(appendixE)).toBe('jwt.form.payload');
    const header = {
      alg: 'HS256',
      crit: ['http://example.invalid/UNDEFINED'],
      'http://example.invalid/UNDEFINED': true,
    };
    expect(await tokens.isSignedBy(made({ header }), 'HS256', secret)).toBe(false);
    expect(await codes(made({ header }))).toEqual(['jwt.form.critical']);
  });

  test('§4.1.1: the name of an algorithm counts letter by letter', async () => {
    expect(await ofToken(made({ header: { alg: 'Hs256' } }))).toBe('jwt.alg.case');
  });

  test('§5.2: line breaks, white space and padding in a part are refused', async () => {
    const [header = '', payload = '', signature = ''] = made().split('.');
    for (const token of [
      `${header}.${payload}.${signature}=`,
      `${header}.${payload}.${signature.slice(0, 9)} ${signature.slice(9)}`,
      `${header}\n.${payload}.${signature}`,
    ])
      expect(await tokens.isSignedBy(token, 'HS256', secret)).toBe(false);
  });

  test('§7.1: three parts, the first of which may not be empty', async () => {
    const [header = '', payload = '', signature = ''] = made().split('.');
    expect(await ofToken(`${header}.${payload}`)).toBe('jwt.form.parts');
    expect(await ofToken(`.${payload}.${signature}`)).toBe('jwt.form.header');
  });
});

describe('RFC 7519, JSON Web Token', () => {
  test('§2: a NumericDate may have a fraction', async () => {
    expect(await ofToken(made({ payload: { ...claims, exp: seconds + 0.5 } }))).toBe('none');
    expect(await ofToken(made({ payload: { ...claims, exp: seconds - 0.5 } }))).toBe('jwt.exp.past');
  });

  test('§4.1.4: on exp itself a token is not valid any more', async () => {
    expect(await ofToken(made({ payload: { ...claims, exp: seconds } }))).toBe('jwt.exp.past');
    expect(await ofToken(made({ payload: { ...claims, exp: seconds } }), { at: now - 1000 })).toBe('none');
  });

  test('§4.1.7: a jti names one token', async () => {
    expect(await ofToken(made(), { settings: { enforceJti: true } })).toBe('jwt.jti.missing');
  });

  test('§6.1: the unsecured example is refused', async () => {
    expect(await ofToken(a5, { settings: { clientId: 'joe' }, at: then })).toBe('jwt.alg.none');
  });

  test('§7.2 and appendix A.1: an encrypted JWT is named as such', async () => {
    expect(await ofToken(encrypted)).toBe('jwt.form.encrypted');
    expect(decodeJwt(encrypted).header.json).toEqual({ alg: 'RSA1_5', enc: 'A128CBC-HS256' });
  });

  test('appendix A.2: so is a nested one', async () => {
    const header = 'eyJhbGciOiJSU0ExXzUiLCJlbmMiOiJBMTI4Q0JDLUhTMjU2IiwiY3R5IjoiSldUIn0';
    expect(await ofToken([header, ...encrypted.split('.').slice(1)].join('.'))).toBe('jwt.form.encrypted');
  });
});

describe('RFC 8725, best practices: each pitfall is refused and named', () => {
  const publicKey = createPublicKey({ key: { kty: 'RSA', n: modulus, e: 'AQAB' }, format: 'jwk' })
    .export({ type: 'spki', format: 'pem' })
    .toString();

  test.each(['none', 'None', 'NONE', 'nOnE'])('§2.1: alg %s', async (alg) => {
    const [header = '', payload = ''] = made({ header: { alg } }).split('.');
    expect(await ofToken(`${header}.${payload}.`)).toBe('jwt.alg.none');
  });

  test('§2.1: an HMAC with the public key as its secret', async () => {
    const settings = { algorithm: 'RS256', publicKey };
    expect(await ofToken(made({ key: publicKey }), { settings })).toBe('jwt.alg.confusion');
  });

  test('§2.2 and §3.5: an empty secret, and one of a sample', async () => {
    expect(await ofToken(made({ key: '' }))).toBe('jwt.secret.empty');
    expect(await ofToken(made({ key: 'secret' }))).toBe('jwt.secret.sample');
  });

  test('§2.3: encryption is not taken for a signature', async () => {
    expect(await ofToken(encrypted)).toBe('jwt.form.encrypted');
  });

  test('§2.6 and §3.7: claims in UTF-16 are no claims', async () => {
    const input = `${Buffer.from('{"alg":"HS256"}').toString('base64url')}.${Buffer.from(JSON.stringify(claims), 'utf16le').toString('base64url')}`;
    const token = `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
    expect(await ofToken(token)).toBe('jwt.form.payload');
  });

  test('§2.7 and §3.9: a token for another app', async () => {
    expect(await ofToken(made({ payload: { ...claims, appId: 'cs-another' } }))).toBe('jwt.app.other');
  });

  test('§2.8 and §3.8: a token of another issuer, with its key', async () => {
    const others = [channelWith({ clientId: 'cs-another', clientSecret: 'the-key-of-another-issuer' })];
    const token = made({ payload: { ...claims, appId: 'cs-another' }, key: 'the-key-of-another-issuer' });
    expect(await codes(token, { others })).toEqual(['jwt.app.other', 'jwt.secret.other-channel']);
    expect(await ofToken(made({ key: 'the-key-of-another-issuer' }), { others })).toBe('jwt.secret.other-channel');
  });

  test('§2.9 and §3.10: kid, jku and jwk of a token are never followed', async () => {
    const brought = 'a key that the token brings along';
    const header = {
      alg: 'HS256',
      kid: '../../../dev/null',
      jku: 'https://attacker.invalid/keys',
      jwk: { kty: 'oct', k: Buffer.from(brought).toString('base64url') },
    };
    const { causes } = await examined({ headers: bearing(made({ header, key: brought })) });
    expect(causes[0]).toMatchObject({ code: 'jwt.signature.unknown', certainty: 'possible' });
    expect(causes[0]?.proof).toContain('(jwk, jku, kid) is never followed');
    expect(await ofToken(made({ header, key: '' }))).toBe('jwt.secret.empty');
  });

  test('§3.1: the right secret with an algorithm that is not the channel’s', async () => {
    const token = made({ header: { alg: 'HS512' }, hash: 'sha512' });
    expect(await tokens.isSignedBy(token, 'HS256', secret)).toBe(false);
    expect(await ofToken(token)).toBe('jwt.alg.other');
    expect(await ofToken(token, { settings: { algorithm: 'HS512' } })).toBe('none');
  });

  test('§3.2: one algorithm at a time, whatever the header says', async () => {
    expect(await tokens.isSignedBy(made({ header: { alg: 'HS512' } }), 'HS256', secret)).toBe(false);
  });
});
