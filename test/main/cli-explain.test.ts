import { createHmac } from 'node:crypto';
import { spawn } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildMain, runCli, type Ended } from './built-cli.ts';
import { temporaryFolder } from './open-bench.ts';

let built: string;
let data: string;
beforeAll(async () => {
  built = await buildMain();
  data = await temporaryFolder();
});
afterAll(async () => {
  await rm(built, { recursive: true, force: true });
  await rm(data, { recursive: true, force: true });
});

type Env = Readonly<Record<string, string>>;

/** With this text on standard input. */
const explain = (input: string, args: readonly string[], env: Env = {}): Promise<Ended> => {
  const child = spawn(process.execPath, [join(built, 'hookbench.js'), 'explain', ...args], {
    env: { PATH: process.env['PATH'], NO_COLOR: '1', HOOKBENCH_DATA: data, HOME: data, ...env },
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
  child.stdin.end(input);
  return new Promise((resolve) => void child.once('close', (code) => resolve({ code, out, err })));
};

const secret = 'CANARY-not-a-real-secret-7f3a91';
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
/** By Node’s own HMAC (RFC 7515 appendix A.1), not by our code. */
const tokenOf = (claims: object, key: string): string => {
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ appId: 'cs-1', sub: '8812', ...claims })}`;
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
};
const inAnHour = Math.floor(Date.now() / 1000) + 3600;
const body = JSON.stringify({
  session: { new: false },
  message: { text: 'hi' },
  from: { id: 'u-1', userInfo: { firstName: 'R', lastName: 'E', email: 'r@example.com' } },
});
const curlOf = (token: string): string =>
  `curl -X POST https://bots.kore.ai/chatbot/hooks/st-1 -H 'Authorization: bearer ${token}' -H 'Content-Type: application/json' -d '${body}'`;

const kore: Env = { HOOKBENCH_SETTING_CLIENT_SECRET: secret, HOOKBENCH_SETTING_CLIENT_ID: 'cs-1' };
const koreArgs = ['--platform', 'kore'];

describe('hookbench explain', () => {
  test('a curl command with a right token is accepted: 0', async () => {
    const { code, out } = await explain(curlOf(tokenOf({ exp: inAnHour }, secret)), koreArgs, kore);
    expect(out).toMatch(/^Trusted: .*\(Kore\.ai, platform end\)$/m);
    expect(code).toBe(0);
  });

  test('a secret with a line break behind it is refused, with cause, proof and fix: 1', async () => {
    const { code, out } = await explain(curlOf(tokenOf({ exp: inAnHour }, `${secret}\n`)), koreArgs, kore);
    expect(out).toMatch(/^Refused: /);
    expect(out).toMatch(/^Cause: jwt\.secret\.trailing-newline {2}The secret has a line break at its end$/m);
    expect(out).toMatch(/^Proof: HMAC .* matches\.$/m);
    expect(out).toMatch(/^Fix: {3}\S/m);
    expect(out).toMatch(/^ {2}FAIL {2}Signature: /m);
    expect(out).not.toContain(secret);
    expect(code).toBe(1);
  });

  test('--json says the same, for machines', async () => {
    const { code, out } = await explain(curlOf(tokenOf({ exp: 1 }, secret)), [...koreArgs, '--json'], kore);
    expect(JSON.parse(out)).toMatchObject({
      state: 'refused',
      platform: 'kore',
      end: 'platform',
      causes: [{ code: 'jwt.exp.past', certainty: 'proven', title: 'The token has expired' }],
      verdict: { state: 'refused' },
    });
    expect(code).toBe(1);
  });

  test('raw HTTP, a HAR at the moment of its sending, and a bare token are read as well', async () => {
    const token = tokenOf({ exp: 1_767_225_900 }, secret);
    const http = `POST /chatbot/hooks/st-1 HTTP/1.1\r\nauthorization: bearer ${token}\r\n\r\n${body}`;
    const har = JSON.stringify({
      startedDateTime: '2026-01-01T00:00:00.000Z',
      request: {
        method: 'POST',
        url: 'https://bots.kore.ai/chatbot/hooks/st-1',
        headers: [
          { name: 'authorization', value: `bearer ${token}` },
          { name: 'content-type', value: 'application/json' },
        ],
        postData: { mimeType: 'application/json', text: body },
      },
    });
    expect(await explain(http, koreArgs, kore)).toMatchObject({
      code: 1,
      out: expect.stringContaining('jwt.exp.past'),
    });
    expect(await explain(har, koreArgs, kore)).toMatchObject({
      code: 0,
      out: expect.stringContaining('judged at the moment when it was sent: 2026-01-01'),
    });
    expect(await explain(har, [...koreArgs, '--at', '2027-01-01T00:00:00Z'], kore)).toMatchObject({ code: 1 });
    expect(await explain(token, [...koreArgs, '--at', '2026-01-01T00:00:00Z'], kore)).toMatchObject({ code: 0 });
  });

  test('a file in the place of standard input, settings of a file, and what is not told but taken from the request', async () => {
    const [capture, settings] = [join(data, 'capture.txt'), join(data, 'settings.json')];
    await writeFile(capture, curlOf(tokenOf({ exp: inAnHour }, secret)));
    await writeFile(settings, JSON.stringify({ clientSecret: secret }));
    const { code, out } = await explain('', [capture, ...koreArgs, '--settings', settings]);
    expect(out).toMatch(/^Note: Taken from the token, and so not compared: clientId\.$/m);
    expect(out).toMatch(/^Note: Taken from its path, and so not compared: botId\.$/m);
    expect(code).toBe(0);
  });

  const verifyToken = 'Not-A-Real-Verify-Token-01';
  const message = (token: unknown): string =>
    `POST /my/own/path HTTP/1.1\nContent-Type: application/json\n\n${JSON.stringify({ verifyToken: token, senderId: 'u', message: {} })}`;
  test.each([
    ['case', message(verifyToken.toLowerCase()), 'chatlayer', { VERIFY_TOKEN: verifyToken }, 'text.case', 'app'],
    ['no token', message(undefined), 'chatlayer', { VERIFY_TOKEN: verifyToken }, 'credential.missing', 'app'],
    ['query', 'POST /x?token=right%20 HTTP/1.1\n\n{}', 'channeltalk', { TOKEN: 'right' }, 'text.white-space', 'app'],
    [
      'path',
      'POST /channels/api/api/id1/appx/apsABCDEF HTTP/1.1\n\n{"message":"hi"}',
      'snatchbot',
      { FEATURE: 'api-channel', APP_ID: 'x', APP_SECRET: 'abcdef' },
      'text.case',
      'platform',
    ],
  ])('a text that is compared: %s', async (_name, input, platform, settings, cause, end) => {
    const env = Object.fromEntries(
      Object.entries(settings).map(([name, value]) => [`HOOKBENCH_SETTING_${name}`, value]),
    );
    const { code, out } = await explain(input, ['--platform', platform, '--json'], env);
    expect(JSON.parse(out)).toMatchObject({ state: 'refused', end, causes: [{ code: cause }] });
    expect(code).toBe(1);
  });

  test('a channel of the data folder, and an exchange of it', async () => {
    const send = runCli(join(built, 'hookbench.js'), ['send', 'hi', '--channel', 'Kore.ai demo', '--json'], {
      HOOKBENCH_DATA: data,
      HOME: data,
    });
    const { exchanges } = JSON.parse((await send.ended).out) as {
      exchanges: { summary: { id: number; direction: string } }[];
    };
    const received = exchanges.find(({ summary }) => summary.direction === 'inbound')!.summary.id;
    expect(await explain('', ['--exchange', String(received)])).toMatchObject({
      code: 0,
      out: expect.stringContaining('Trusted'),
    });
    const wrong = tokenOf({ exp: inAnHour }, 'another');
    expect(await explain(wrong, ['--channel', 'kore.ai demo'])).toMatchObject({
      code: 1,
      out: expect.stringContaining('Refused'),
    });
    expect(await explain('', ['--exchange', '99999'])).toMatchObject({ code: 2 });
  });

  test('the secret is in no output, whatever was done to it', async () => {
    const forms = [
      secret,
      Buffer.from(secret).toString('base64'),
      Buffer.from(secret).toString('hex'),
      encodeURIComponent(secret),
    ];
    const inputs = [
      curlOf(tokenOf({ exp: inAnHour }, Buffer.from(secret).toString('base64'))),
      curlOf(tokenOf({ appId: secret, sub: secret }, 'x')),
      curlOf(secret),
      `curl 'https://bots.kore.ai/chatbot/hooks/st-1?secret=${secret}'`,
    ];
    for (const input of inputs)
      for (const more of [[], ['--json']]) {
        const { out, err } = await explain(input, [...koreArgs, ...more], kore);
        for (const form of forms) expect(out + err).not.toContain(form);
      }
  });

  test.each([
    [[], 'x', /Name the channel with --channel, or the platform with --platform/],
    [['--platform', 'nobody'], 'x', /There is no platform nobody/],
    [['--platform', 'kore'], curlOf('x'), /nothing to compare with: give HOOKBENCH_SETTING_CLIENT_SECRET/],
    [['--platform', 'kore'], '', /There is nothing: paste a token/],
    [['--platform', 'kore'], 'curl http://a -d @x', /reads a file/],
    [['--platform', 'kore', 'no-such-file'], '', /There is no file no-such-file/],
    [['--platform', 'kore', '--at', 'soon'], '', /time like/],
    [['--platform', 'kore', '--entry', '0'], '', /number from 1/],
    [['--platform', 'snatchbot'], 'hello', /asks for none/],
  ])('%j cannot tell: a sentence and 2', async (args, input, sentence) => {
    const { code, out, err } = await explain(input, args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(sentence);
  });
});
