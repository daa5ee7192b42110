import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bearerToken, decodeJwt, describeClaim } from '#shared/trust/jwt.ts';

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const codes = (token: string): readonly string[] => decodeJwt(token).problems.map(({ at, code }) => `${at} ${code}`);

describe('the examples of the standards', () => {
  test('RFC 7519 §3.1 and RFC 7515 appendix A.1: header, claims and signature are read', () => {
    const jwt = decodeJwt(
      'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
    );
    expect(jwt.form).toBe('jws');
    expect(jwt.header.decoded).toBe('{"typ":"JWT",\r\n "alg":"HS256"}');
    expect(jwt.payload.json).toEqual({ iss: 'joe', exp: 1_300_819_380, 'http://example.com/is_root': true });
    expect([...(jwt.signature.bytes ?? [])].slice(0, 6)).toEqual([116, 24, 223, 180, 151, 153]);
    expect(jwt.problems).toEqual([]);
  });

  test('RFC 7519 §6.1: an unsecured token has an empty signature', () => {
    const jwt = decodeJwt(
      'eyJhbGciOiJub25lIn0.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.',
    );
    expect(jwt.header.json).toEqual({ alg: 'none' });
    expect(jwt.signature).toEqual({ text: '', bytes: new Uint8Array() });
  });

  test('RFC 7516 §3.3: five parts are an encrypted token, of which only the header is read', () => {
    const jwt = decodeJwt(
      `${part({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.OKOawDo13gRp.48V1_ALb6US04U3b.5eym8TW_c8SuK0lt.XFBoMYUZodetZdvT`,
    );
    expect(jwt.form).toBe('jwe');
    expect(jwt.header.json).toEqual({ alg: 'RSA-OAEP', enc: 'A256GCM' });
    expect(jwt.problems.map((each) => each.code)).toEqual(['jwt.encrypted']);
  });
});

describe('what is wrong with a token is said part by part', () => {
  const header = part({ alg: 'HS256' });
  test.each([
    ['', ['token jwt.parts', 'header jwt.empty']],
    ['abc', ['token jwt.parts', 'header jwt.utf8']],
    [`${header}.${part({})}`, ['token jwt.parts']],
    [`${header}..c2ln`, ['payload jwt.empty']],
    [`${header}.${part([1])}.c2ln`, ['payload jwt.object']],
    [`${header}.${Buffer.from('{"a":1').toString('base64url')}.c2ln`, ['payload jwt.json']],
    [`${header}.${Buffer.from('{"a":"?>?"}').toString('base64')}.c2ln`, ['payload jwt.base64']],
    [`${header}.${part({})}.c2l+`, ['signature jwt.base64']],
    [`${header}.${part({})}.c2ln=`, ['signature jwt.base64']],
    [`${header}.a b.c2ln`, ['payload jwt.base64url']],
    [`"${header}".${part({})}.c2ln`, ['header jwt.base64url']],
  ])('%s', (token, expected) => {
    expect(codes(token)).toEqual(expected);
  });

  test('base64 where base64url was meant is still read', () => {
    const payload = Buffer.from('{"a":"?>?"}').toString('base64');
    expect(decodeJwt(`${header}.${payload}.c2ln`).payload.json).toEqual({ a: '?>?' });
  });
});

test('no string makes it throw, and its parts are the string', () => {
  const token = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.oneof(fc.base64String(), fc.json().map(part), fc.string()), { maxLength: 6 })
      .map((each) => each.join('.')),
  );
  fc.assert(
    fc.property(token, (text) => {
      expect(decodeJwt(text).texts.join('.')).toBe(text);
    }),
  );
});

describe('the Authorization header', () => {
  test.each([
    ['bearer a.b.c', 'a.b.c'],
    ['Bearer a.b.c', 'a.b.c'],
    ['  BEARER   a.b.c ', 'a.b.c'],
    ['bearer', null],
    ['bearer ', null],
    ['Basic a.b.c', null],
    ['a.b.c', null],
    ['', null],
  ])('%j holds %j', (value, token) => {
    expect(bearerToken(value)).toBe(token);
  });
});

describe('claims in plain language', () => {
  const now = 1_767_225_600_000;

  test('times become dates, and whether they hold now', () => {
    expect(describeClaim('exp', 1_767_225_600, now)).toMatchObject({ instant: now, state: 'over' });
    expect(describeClaim('exp', 1_767_225_601, now)).toMatchObject({ state: 'holds' });
    expect(describeClaim('iat', 1_767_225_601, now)).toMatchObject({ state: 'not-yet' });
    expect(describeClaim('nbf', 1_767_225_600, now)).toMatchObject({ state: 'holds' });
  });

  test('milliseconds and texts where seconds belong are named as odd', () => {
    expect(describeClaim('exp', now, now)).toMatchObject({ instant: now, state: 'odd' });
    expect(describeClaim('exp', '1767225600', now)).toMatchObject({ state: 'odd' });
  });

  test('a claim that nobody knows is the sender’s own, also when it has the name of an object’s parts', () => {
    expect(describeClaim('constructor', 1, now).meaning).toBe(describeClaim('tenant', 'x', now).meaning);
  });

  test('known claims say what they mean', () => {
    expect(describeClaim('appId', 'cs-1', now)).toEqual({ meaning: 'The client id of the app that calls' });
  });
});
