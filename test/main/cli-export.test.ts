import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createFileSecretBox } from '#main/io/file-secret-box.ts';
import { httpWire } from '#shared/contract/http-wire.ts';
import { connectHarness } from '#shared/contract/transport.ts';
import { buildMain, runCli, type Ended } from './built-cli.ts';
import { openBench, temporaryFolder, type OpenBench } from './open-bench.ts';

let built: string;
let data: string;

beforeAll(async () => {
  built = await buildMain();
});
afterAll(() => rm(built, { recursive: true, force: true }));
beforeEach(async () => {
  data = await temporaryFolder();
});
afterEach(() => rm(data, { recursive: true, force: true }));

const run = (...args: readonly string[]): Promise<Ended> =>
  runCli(join(built, 'hookbench.js'), args, { HOOKBENCH_DATA: data, HOME: data }).ended;

const say = async (channel: string, user: string): Promise<void> => {
  expect((await run('send', '--channel', channel, 'hi', '--user', user)).code).toBe(0);
};

const inBench = async <Result>(act: (bench: OpenBench) => Promise<Result>): Promise<Result> => {
  const bench = await openBench({ folder: data });
  try {
    return await act(bench);
  } finally {
    await bench.close();
  }
};

describe('hookbench export', () => {
  test('har holds the exchanges that are chosen, without secrets', async () => {
    await say('Kore.ai demo', 'someone');
    await say('Chatlayer demo', 'another');
    const { code, out, err } = await run('export', '--format', 'har', '--channel', 'Chatlayer demo');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { log } = JSON.parse(out);
    expect(log.entries.length).toBeGreaterThan(1);
    expect(out).toContain('another');
    expect(out).not.toContain('someone');
    const secrets = Object.values(await createFileSecretBox(data).read());
    expect(secrets.length).toBeGreaterThan(0);
    for (const secret of secrets) expect(out).not.toContain(secret);
  });

  test('--with-secrets leaves the credentials, and is for programs only', async () => {
    await say('Chatlayer demo', 'another');
    const { out } = await run('export', '--format', 'curl', '--exchange', '1', '--with-secrets');
    const secrets = Object.values(await createFileSecretBox(data).read());
    expect(secrets.some((each) => out.includes(each))).toBe(true);
    expect(await run('export', '--format', 'bundle', '--with-secrets')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--with-secrets is for har, curl and postman'),
    });
  });

  test.each(['markdown', 'html'])('%s is the transcript of a conversation', async (format) => {
    await say('Kore.ai demo', 'someone');
    const out = join(data, 'transcript');
    expect(await run('export', '--format', format, '--conversation', 'someone', '--out', out)).toMatchObject({
      code: 0,
      out: '',
    });
    expect(await readFile(out, 'utf8')).toMatch(/Kore.*someone[^]*Hello/);
  });

  test('says which bodies are left out, and that they can be left in', async () => {
    await inBench(({ url }) => fetch(`${url}/bytes`, { method: 'POST', body: Buffer.of(1, 255, 0) }));
    const { code, out, err } = await run('export', '--format', 'har');
    expect([code, out]).toEqual([0, expect.stringContaining('(left out: body that is no text, 3 bytes)')]);
    expect(err).toMatch(/--with-secrets leaves it[^]*body that is no text, once: #1 request body/);
    const whole = await run('export', '--format', 'har', '--with-secrets');
    expect([whole.err, whole.out]).toEqual(['', expect.stringContaining('"Af8A"')]);
  });

  test('a conversation is found though a thousand others began after it', async () => {
    await inBench(async ({ harness, until }) => {
      const { conversationId } = await harness.startConversation({ channelId: 'kore-demo', userId: 'the-first' });
      await harness.say({ conversationId, utterance: { kind: 'text', text: 'hi' } });
      await until(({ messages }) => messages.some(({ author }) => author === 'bot'));
      for (let count = 0; count < 1000; count += 1)
        await harness.startConversation({ channelId: 'kore-demo', userId: `u-${String(count)}` });
    });
    const { code, out } = await run('export', '--format', 'markdown', '--conversation', 'the-first');
    expect([code, out]).toEqual([0, expect.stringMatching(/the-first[^]*Hello/)]);
  });

  test('bundle says what it replaces, and is written only when that is agreed to', async () => {
    await say('Kore.ai demo', 'rosa.canary');
    const out = join(data, 'safe.json');
    const refused = await run('export', '--format', 'bundle', '--out', out);
    expect(refused).toMatchObject({ code: 2, out: '', err: expect.stringContaining('add --yes') });
    await expect(readFile(out)).rejects.toThrow('ENOENT');
    const { code, err } = await run('export', '--format', 'bundle', '--out', out, '--yes');
    expect(code).toBe(0);
    expect(err).toMatch(/hidden-user-1 {2}user, \d+ times: .*#1 request body/);
    expect(err).not.toContain('rosa.canary');
    const bundle = await readFile(out, 'utf8');
    expect(bundle).not.toContain('rosa.canary');
    expect(JSON.parse(bundle)).toMatchObject({
      format: 'hookbench-bundle',
      version: 1,
      exchanges: [{ verdict: { state: 'trusted' } }, { verdict: { state: 'trusted' } }],
      conversations: [{ user: 'hidden-user-1' }],
    });
  });

  test('a file that cannot be written is named as it was given, and what is to be replaced has three characters', async () => {
    await say('Kore.ai demo', 'someone');
    for (const [out, reason] of [
      [join(data, 'none', 'x.har'), 'its folder is not there'],
      [data, 'there is a folder of that name'],
    ] as const) {
      const { code, err } = await run('export', '--format', 'har', '--out', out);
      expect([code, err]).toEqual([2, expect.stringContaining(`${out}: ${reason}`)]);
    }
    const { code, err } = await run('export', '--format', 'har', '--replace', 'ab');
    expect([code, err]).toEqual([2, expect.stringMatching(/--replace[^]*3 to 500 characters/)]);
  });

  test('works beside a Hookbench that runs on the same folder', async () => {
    await say('Kore.ai demo', 'someone');
    const server = runCli(join(built, 'hookbench.js'), ['serve', '--json', '--no-open', '--port', '0'], {
      HOOKBENCH_DATA: data,
      HOME: data,
    });
    try {
      await server.firstLine;
      expect(JSON.parse((await run('export', '--format', 'postman')).out).item).toHaveLength(2);
      const har = join(data, 'some.har');
      expect(await run('export', '--format', 'har', '--out', har)).toMatchObject({ code: 0 });
      expect(await run('import', har)).toMatchObject({
        code: 0,
        out: 'Imported exchanges #3 to #4 from a HAR file.\n',
      });
    } finally {
      server.child.kill('SIGKILL');
      await server.ended;
    }
  });

  test.each([
    [['export'], /--format/],
    [['export', '--format', 'pdf'], /Allowed choices are har, curl, postman, markdown, html, bundle/],
    [['export', '--format', 'har'], /nothing to export/],
    [['export', '--format', 'har', '--exchange', 'x'], /number of an exchange/],
    [['export', '--format', 'har', '--exchange', '7'], /no exchange #7/],
    [['export', '--format', 'har', '--channel', 'nobody'], /no channel "nobody"/],
    [['export', '--format', 'html', '--conversation', 'nobody'], /no conversation of nobody/],
    [['export', '--format', 'html', '--exchange', '1'], /leave out --exchange/],
    [['export', '--format', 'har', '--shell', 'powershell'], /--shell is for curl only/],
    [['import', '/nowhere.har'], /no file \/nowhere.har/],
  ])('%j is refused with a sentence and 2', async (args, sentence) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(sentence);
  });
});

describe('hookbench serve --bundle', () => {
  test('shows what a bundle holds, opens no data folder, and sends nothing', async () => {
    await say('Kore.ai demo', 'someone');
    const file = join(data, 'given.hookbench');
    expect((await run('export', '--format', 'bundle', '--yes', '--out', file)).code).toBe(0);
    const elsewhere = join(data, 'not-made');
    const server = runCli(join(built, 'hookbench.js'), ['serve', '--bundle', file, '--json', '--no-open'], {
      HOOKBENCH_DATA: elsewhere,
      HOME: data,
    });
    try {
      const { page, control } = JSON.parse(await server.firstLine) as { page: string; control: string };
      const token = new URL(page).hash.replace('#token=', '');
      const harness = connectHarness(httpWire({ baseUrl: control, token, fetch, wait: (ms) => wait(ms) }));
      expect((await harness.listExchanges({ limit: 10 })).exchanges).toHaveLength(2);
      await expect(harness.clearTraffic({})).rejects.toMatchObject({ fault: { code: 'bundle.read-only' } });
      await expect(readdir(elsewhere)).rejects.toThrow('ENOENT');
    } finally {
      server.child.kill('SIGTERM');
    }
    expect((await server.ended).code).toBe(0);
  });

  test.each([
    ['--data', 'x'],
    ['--port', '0'],
    ['--defect', 'Kore.ai demo=callback.late'],
  ])('refuses %s, which a bundle has no use for', async (option, value) => {
    const { code, err } = await run('serve', '--bundle', 'x.hookbench', '--no-open', option, value);
    expect([code, err]).toEqual([2, expect.stringContaining('leave --data, --port and --defect out')]);
  });

  test('refuses what is no bundle with its file', async () => {
    expect(await run('serve', '--bundle', join(built, 'hookbench.js'), '--no-open')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/hookbench\.js cannot be read: This is no JSON/),
    });
  });
});

describe('hookbench import', () => {
  const imported = async (content: string, ...more: readonly string[]): Promise<Ended> => {
    const file = join(data, 'given');
    await writeFile(file, content);
    return run('import', file, ...more);
  };

  test('takes a HAR that was exported, marks it, and exports the same again', async () => {
    await say('Kore.ai demo', 'someone');
    const { out } = await run('export', '--format', 'har', '--with-secrets');
    expect(await imported(out)).toMatchObject({
      code: 0,
      out: 'Imported exchanges #3 to #4 from a HAR file.\n',
      err: '',
    });
    const again = await run('export', '--format', 'har', '--with-secrets', '--exchange', '3', '--exchange', '4');
    expect(JSON.parse(again.out)).toEqual(JSON.parse(out));
    const exchange = await inBench(({ harness }) => harness.readExchange({ id: 3 }));
    expect(exchange).toMatchObject({
      summary: { channelId: null, verdict: 'unchecked', findingCounts: { info: 1 } },
      findings: [{ rule: 'imported' }],
    });
  });

  test('takes a curl command to a channel', async () => {
    const command = `curl -X PUT https://a.example/x -H 'X-A: b' --data-raw '{"a":1}'`;
    expect(await imported(command, '--channel', 'kore.ai DEMO')).toMatchObject({
      code: 0,
      out: 'Imported exchange #1 from a curl command.\n',
    });
    await inBench(async ({ harness, session }) => {
      expect(session().exchanges).toMatchObject([
        { method: 'PUT', channelId: 'kore-demo', origin: 'https://a.example', target: '/x' },
      ]);
      const { base64 } = await harness.readBody({ id: 1, part: 'request', from: 0, length: 100 });
      expect(Buffer.from(base64, 'base64').toString()).toBe('{"a":1}');
    });
  });

  test('takes a bundle, and its verdicts are those of the bundle', async () => {
    await say('Kore.ai demo', 'someone');
    const { out } = await run('export', '--format', 'bundle', '--yes');
    expect((await imported(out)).out).toBe('Imported exchanges #3 to #4 from a bundle.\n');
    const exchange = await inBench(({ harness }) => harness.readExchange({ id: 4 }));
    expect(exchange.verdict).toMatchObject({ state: 'trusted', because: expect.stringMatching(/^In the bundle: /) });
  });

  test.each([
    ['hello', /neither a HAR file nor a Postman collection nor a bundle nor a curl command/],
    ['{"log":', /no JSON/],
    ['curl -K /etc/passwd http://a.example', /given cannot be imported: /],
    ['{"format":"hookbench-bundle","version":99}', /newer Hookbench/],
  ])('%s is refused with a sentence, and nothing is kept', async (content, sentence) => {
    const { code, out, err } = await imported(content);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(sentence);
    expect(await inBench(async ({ session }) => session().exchangeCount)).toBe(0);
  });
});
