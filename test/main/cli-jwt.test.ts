import { createHmac, createVerify, generateKeyPairSync } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildMain, runCli, type Ended } from './built-cli.ts';
import { temporaryFolder } from './open-bench.ts';

let built: string;
let folder: string;
beforeAll(async () => {
  built = await buildMain();
  folder = await temporaryFolder();
});
afterAll(async () => {
  await rm(built, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

type Env = Readonly<Record<string, string>>;
const jwt = (args: readonly string[], env: Env = {}): Promise<Ended> =>
  runCli(join(built, 'hookbench.js'), ['jwt', ...args], env).ended;
const fileOf = async (name: string, content: string): Promise<string> => {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
};

const key = { HOOKBENCH_KEY: 'CANARY-not-a-real-key-02' };
const partsOf = (token: string): readonly [header: unknown, claims: unknown, signed: string, signature: string] => {
  const [header = '', payload = '', signature = ''] = token.trim().split('.');
  const json = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
  return [json(header), json(payload), `${header}.${payload}`, signature];
};

describe('hookbench jwt mint', () => {
  test('signs the claims with a secret, as Node’s own HMAC does', async () => {
    const { code, out } = await jwt(
      [
        'mint',
        '--claim',
        'appId=cs-1',
        '--claim',
        'sub=8812',
        '--claims',
        '{"a":{"b":1},"sub":"x"}',
        '--header',
        '{"kid":"k"}',
      ],
      key,
    );
    const [header, claims, signed, signature] = partsOf(out);
    expect(header).toEqual({ typ: 'JWT', kid: 'k', alg: 'HS256' });
    expect(claims).toEqual({ a: { b: 1 }, appId: 'cs-1', sub: 8812 });
    expect(signature).toBe(createHmac('sha256', key.HOOKBENCH_KEY).update(signed).digest('base64url'));
    expect(code).toBe(0);
  });

  test('signs with a private key of a file, and adds times and a jti', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const keyFile = await fileOf('key.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    const { out, err } = await jwt([
      'mint',
      '--alg',
      'RS512',
      '--key-file',
      keyFile,
      '--expires',
      '60',
      '--jti',
      '--json',
    ]);
    const { token, claims } = JSON.parse(out) as { token: string; claims: { iat: number; exp: number; jti: string } };
    const [, , signed, signature] = partsOf(token);
    expect(createVerify('RSA-SHA512').update(signed).verify(publicKey, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(claims.exp - claims.iat).toBe(60);
    expect(claims.jti).toMatch(/^[0-9a-f-]{36}$/);
    expect(err).toBe('');
  });

  test('a line break that an editor put behind the secret is left out, and that is said', async () => {
    const keyFile = await fileOf('secret.txt', `${key.HOOKBENCH_KEY}\n`);
    const { out, err } = await jwt(['mint', '--key-file', keyFile]);
    const [, , signed, signature] = partsOf(out);
    expect(signature).toBe(createHmac('sha256', key.HOOKBENCH_KEY).update(signed).digest('base64url'));
    expect(err).toMatch(/not taken as a part of the key/);
  });

  test.each([
    [['mint'], {}, /set HOOKBENCH_KEY, or name a file with --key-file/],
    [['mint', '--alg', 'RS256'], key, /-----BEGIN PRIVATE KEY-----/],
    [['mint', '--alg', 'none'], key, /HS256, HS512, RS256, RS512/],
    [['mint', '--claim', 'x'], key, /name=value/],
    [['mint', '--claims', '{'], key, /--claims is no JSON\. Line 1/],
    [['mint', '--claims', '[]'], key, /JSON object/],
    [['mint', '--key-file', 'no-such-file'], {}, /key file cannot be read/],
    [['verify', 'no-such-file'], key, /There is no file/],
  ])('%j is refused with a sentence and 2', async (args, env, sentence) => {
    const { code, out, err } = await jwt(args, env);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(sentence);
    expect(err).not.toContain(key.HOOKBENCH_KEY);
  });
});

describe('hookbench jwt decode', () => {
  test('shows header and claims with their meaning, and says that nothing was checked', async () => {
    const { out: token } = await jwt(['mint', '--claim', 'appId=cs-1', '--claim', 'exp=1'], key);
    const { code, out } = await jwt(['decode', await fileOf('token.txt', `Bearer ${token}`)]);
    expect(out).toMatch(/^ {2}alg +"HS256" {2}\(How the token is signed\)$/m);
    expect(out).toMatch(/^ {2}exp +1 {2}\(Not valid from this moment on, 1970-01-01T00:00:01\.000Z: over\)$/m);
    expect(out).toMatch(/signature was not checked/);
    expect(code).toBe(0);
  });

  test('a damaged one is shown as far as it goes: 1', async () => {
    const ended = await jwt(['decode', await fileOf('damaged.txt', 'eyJhbGciOiJIUzI1NiJ9.e30')]);
    expect(ended).toMatchObject({
      code: 1,
      out: expect.stringContaining('HS256'),
      err: expect.stringContaining('2 parts'),
    });
    const json = await jwt(['decode', '--json', await fileOf('damaged.txt', 'eyJhbGciOiJIUzI1NiJ9.!.x')]);
    expect(JSON.parse(json.out)).toMatchObject({ form: 'jws', header: { alg: 'HS256' }, claims: null });
  });
});

describe('hookbench jwt verify', () => {
  const verify = async (token: string, args: readonly string[] = [], env: Env = key): Promise<Ended> =>
    jwt(['verify', await fileOf('token.txt', token), ...args], env);
  /** RFC 7515 appendix A.1. */
  const rfcToken =
    'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

  test('a valid one: 0; with another app: 1', async () => {
    const { out: token } = await jwt(['mint', '--claim', 'appId=cs-1', '--expires', '60'], key);
    expect(await verify(token, ['--app', 'cs-1'])).toMatchObject({ code: 0, out: expect.stringMatching(/^Valid\./) });
    expect(await verify(token, ['--app', 'cs-2'])).toMatchObject({ code: 1, out: expect.stringContaining('jwt.app') });
  });

  test('an expired one, one of another algorithm, and one with a mistake in its secret are told apart', async () => {
    const minted = async (args: readonly string[], env: Env = key) =>
      (await jwt(['mint', '--claim', 'appId=a', ...args], env)).out;
    expect((await verify(await minted(['--expires', '-60']))).out).toContain('jwt.exp.past');
    expect((await verify(await minted(['--alg', 'HS512']))).out).toContain('jwt.alg.other');
    const quoted = await minted([], { HOOKBENCH_KEY: `"${key.HOOKBENCH_KEY}"` });
    const { code, out } = await verify(quoted);
    expect(out).toContain('jwt.secret.quoted');
    expect(out).not.toContain(key.HOOKBENCH_KEY);
    expect(code).toBe(1);
  });

  test('the example of RFC 7515 has expired, and is not signed with this key', async () => {
    const { code, out } = await verify(rfcToken, ['--json']);
    expect(JSON.parse(out)).toMatchObject({ isValid: false });
    expect(code).toBe(1);
  });
});
