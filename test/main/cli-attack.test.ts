import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plantedWeaknesses, startTarget, type SampleServer } from './attack-targets.ts';
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

const attack = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> =>
  runCli(join(built, 'hookbench.js'), ['attack', '--rate', '1000', ...args], {
    HOOKBENCH_DATA: data,
    HOME: data,
    ...env,
  }).ended;

type Result = {
  readonly weaknesses: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  readonly rows: readonly { readonly id: string; readonly state: string; readonly kind: string }[];
};
const resultOf = ({ out }: Ended): Result => JSON.parse(out) as Result;

const secret = 'not-a-real-secret-0123456789-abcdefgh';
const pair = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

const texts = {
  VERIFY_TOKEN: 'Not-A-Real-Verify-Token-01',
  EVENT_TOKEN: 'Not-A-Real-Event-Token-02',
  ACCESS_KEY: 'not-a-real-key-03',
  ACCESS_SECRET: 'Not-A-Real-Access-Secret-04',
  BOT_ID: '48213',
  APP_ID: 'sampleapp',
  APP_SECRET: 'NotARealAppSecret05',
};

/** One endpoint of the sample servers: what it is told, what we are told, and how it is named. */
type Endpoint = {
  readonly planted: string;
  readonly server: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  readonly path: string;
  readonly settings: Readonly<Record<string, string>>;
};

const hmac: Endpoint = {
  planted: 'jwt',
  server: { JWT_KEY: secret, JWT_APP: 'cs-1', JWT_JTI: 'enforced' },
  args: ['--platform', 'kore'],
  path: '',
  settings: {
    HOOKBENCH_SETTING_CLIENT_SECRET: secret,
    HOOKBENCH_SETTING_CLIENT_ID: 'cs-1',
    HOOKBENCH_SETTING_TOKEN_ID: 'true',
    HOOKBENCH_SETTING_ENFORCE_JTI: 'true',
  },
};
const rsa: Endpoint = {
  planted: 'confusion',
  server: { JWT_KEY: pair.publicKey, JWT_APP: 'cs-1', JWT_ALGORITHM: 'RS256', JWT_PLANTED: 'confusion' },
  args: ['--platform', 'kore', '--end', 'platform'],
  path: '',
  settings: {
    HOOKBENCH_SETTING_ALGORITHM: 'RS256',
    HOOKBENCH_SETTING_PUBLIC_KEY: pair.publicKey,
    HOOKBENCH_SETTING_PRIVATE_KEY: pair.privateKey,
    HOOKBENCH_SETTING_CLIENT_ID: 'cs-1',
  },
};
const verify: Endpoint = {
  planted: 'verify',
  server: texts,
  args: ['--platform', 'chatlayer'],
  path: '/verify',
  settings: { HOOKBENCH_SETTING_VERIFY_TOKEN: texts.VERIFY_TOKEN },
};
const event: Endpoint = {
  planted: 'event',
  server: texts,
  args: ['--platform', 'channeltalk'],
  path: '/event',
  settings: { HOOKBENCH_SETTING_TOKEN: texts.EVENT_TOKEN },
};
const keys: Endpoint = {
  planted: 'open',
  server: texts,
  args: ['--platform', 'channeltalk', '--end', 'platform'],
  path: '',
  settings: {
    HOOKBENCH_SETTING_ACCESS_KEY: texts.ACCESS_KEY,
    HOOKBENCH_SETTING_ACCESS_SECRET: texts.ACCESS_SECRET,
  },
};
const path: Endpoint = {
  planted: 'path',
  server: texts,
  args: ['--platform', 'snatchbot'],
  path: '',
  settings: {
    HOOKBENCH_SETTING_BOT_ID: texts.BOT_ID,
    HOOKBENCH_SETTING_APP_ID: texts.APP_ID,
    HOOKBENCH_SETTING_APP_SECRET: texts.APP_SECRET,
  },
};
const endpoints: readonly (readonly [string, Endpoint])[] = [
  ['a token signed with a secret', hmac],
  ['a token signed with a key pair', rsa],
  ['a verify token in the body', verify],
  ['a token in the query', event],
  ['two keys in headers', keys],
  ['a secret in the path', path],
];

const against = async (
  name: 'strict' | 'weak',
  { server, args, path: at, settings }: Endpoint,
  more: readonly string[] = ['--json'],
): Promise<Ended> => {
  const target = await startTarget(name, server);
  try {
    return await attack([...args, '--target', target.origin + at, ...more], settings);
  } finally {
    await target.stop();
  }
};

describe('hookbench attack on a careful server', () => {
  test.each(endpoints)('%s: nothing is found', async (_name, endpoint) => {
    const ended = await against('strict', endpoint);
    const { weaknesses, counts, rows } = resultOf(ended);
    expect(weaknesses).toEqual([]);
    expect({ code: ended.code, err: ended.err }).toEqual({ code: 0, err: '' });
    expect(counts).toMatchObject({ accepted: 0, broke: 0, unclear: 0 });
    expect(counts['refused']).toBeGreaterThan(10);
    expect([rows[0], rows.at(-1)]).toMatchObject([
      { id: 'control.first', state: 'accepted' },
      { id: 'control.last', state: 'accepted' },
    ]);
  });
});

describe('hookbench attack on a careless server', () => {
  test.each(endpoints)('%s: every planted weakness is found, and no other', async (_name, endpoint) => {
    const planted = Object.values((await plantedWeaknesses())[endpoint.planted] ?? {}).flat();
    const ended = await against('weak', endpoint);
    expect(resultOf(ended).weaknesses.toSorted()).toEqual(planted.toSorted());
    expect({ code: ended.code, err: ended.err }).toEqual({ code: 1, err: '' });
  });

  test('the matrix and the report name each weakness, and show no secret and no token', async () => {
    const report = join(data, 'report.xml');
    const { code, out } = await against('weak', hmac, ['--junit', report]);
    const xml = await readFile(report, 'utf8');
    expect(code).toBe(1);
    expect(out).toMatch(
      /^WEAK {2}accepted {2}200 {2}jwt\.alg-none .*\n +Tried: .*none.*\n +Ought to be: Refused.*RFC 8725/m,
    );
    expect(out).toMatch(/^\d+ tried: \d+ refused, \d+ accepted, 3 broke the target, \d+ do not apply$/m);
    expect(xml).toMatch(/^<\?xml[^>]*>\n<testsuites name="hookbench attack kore" tests="\d+" failures="\d+"/);
    expect(xml).toMatch(/name="jwt\.alg-none: alg none"[^>]*><failure message="alg none: accepted \(200\)">/);
    expect(xml).toMatch(/<skipped message="This channel has no key pair/);
    for (const shown of [out, xml]) {
      expect(shown).not.toContain(secret);
      expect(shown).not.toMatch(/ey[\w-]{10,}\.ey/);
    }
  });
});

describe('hookbench attack does not begin', () => {
  let server: SampleServer;
  beforeAll(async () => {
    server = await startTarget('strict', { ...hmac.server, ...texts });
  });
  afterAll(() => server.stop());

  test('where the target does not take a valid request: it says which form of the secret the target has', async () => {
    const settings = { ...hmac.settings, HOOKBENCH_SETTING_CLIENT_SECRET: `${secret}\n` };
    const { code, out, err } = await attack(['--platform', 'kore', '--target', server.origin], settings);
    expect(code).toBe(2);
    expect(out).not.toContain('jwt.alg-none');
    expect(err).toMatch(/does not accept a valid request, so the battery is not sent/);
    expect(err).toMatch(/Because: The target has another form of clientSecret: without the white space around it\./);
    expect(err).toMatch(/Proof: .* it answers 200\./);
    expect(err).not.toContain(secret);
  });

  test('where the target has another secret: it says what to compare', async () => {
    const settings = { ...hmac.settings, HOOKBENCH_SETTING_CLIENT_SECRET: 'quite-another-secret' };
    const { code, err } = await attack(['--platform', 'kore', '--target', server.origin], settings);
    expect(code).toBe(2);
    expect(err).toMatch(/Fix: Compare clientSecret, the algorithm \(HS256\)/);
  });

  test('where nobody listens, and where the address is not that of the endpoint', async () => {
    const nobody = await attack(['--platform', 'chatlayer', '--target', 'http://127.0.0.1:9/verify'], verify.settings);
    expect(nobody).toMatchObject({ code: 2, err: expect.stringContaining('Nothing listens on 127.0.0.1:9') });
    const elsewhere = await attack(['--platform', 'snatchbot', '--target', `${server.origin}/x`], path.settings);
    expect(elsewhere).toMatchObject({ code: 2, err: expect.stringContaining('stands in the path') });
  });

  test.each([
    [[], /Name the channel with --channel, or the platform with --platform/],
    [['--platform', 'nobody'], /There is no platform nobody/],
    [['--channel', 'nobody'], /There is no channel "nobody"/],
    [['--platform', 'kore'], /HOOKBENCH_SETTING_CLIENT_SECRET/],
    [['--platform', 'kore', '--end', 'nowhere'], /platform, app/],
    [['--platform', 'kore', '--rate', '0'], /number of requests/],
  ])('%j is refused with a sentence and 2', async (args, sentence) => {
    const { code, out, err } = await attack(['--target', server.origin, ...args]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(sentence);
  });

  test.each([['ftp://127.0.0.1'], ['127.0.0.1'], ['http://a:b@127.0.0.1'], ['http://127.0.0.1/#x']])(
    'the target %s is refused',
    async (target) => {
      expect(await attack(['--platform', 'kore', '--target', target])).toMatchObject({ code: 2, out: '' });
    },
  );
});

describe('what the target sees', () => {
  const seen: { readonly at: number; readonly host: string | undefined }[] = [];
  let server: Server;
  let origin: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      seen.push({ at: performance.now(), host: request.headers.host });
      request.resume().on('end', () => response.writeHead(200).end(seen.length > 1 ? '{"ok":false}' : '{"ok":true}'));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => void server.once('listening', resolve));
    const address = server.address();
    origin = `http://127.0.0.1:${String(typeof address === 'object' && address ? address.port : 0)}`;
  });
  afterAll(() => void server.close());

  test('settings come from a file, refusals are told by their body, and a target that stops taking valid requests is doubted', async () => {
    const file = join(data, 'settings.json');
    await writeFile(file, JSON.stringify({ token: 'not-a-real-token-06' }));
    const args = ['--platform', 'channeltalk', '--settings', file, '--target', `${origin}/x?own=1`];
    const ended = await attack([...args, '--refused-when', '"ok":false', '--json']);
    expect(resultOf(ended)).toMatchObject({ weaknesses: [], counts: { accepted: 0 } });
    expect(ended).toMatchObject({ code: 2, err: expect.stringContaining('does not accept a valid request any more') });
    expect(new Set(seen.map(({ host }) => host))).toEqual(new Set([origin.slice('http://'.length)]));
  });
});
