import { readdir, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFileSecretBox } from '#main/io/file-secret-box.ts';
import { platforms } from '#shared/platforms/registry.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { cliInFolder } from './cli-in-folder.ts';
import { openBench, temporaryFolder } from './open-bench.ts';

const { cli, run, folder } = cliInFolder();

type Addresses = {
  readonly webhooks: string;
  readonly page: string;
  readonly control: string;
  readonly data: string;
  readonly pid: number;
};

const serve = async (...args: readonly string[]) => {
  const running = cli('serve', '--json', '--no-open', '--port', '0', ...args);
  return { ...running, addresses: JSON.parse(await running.firstLine) as Addresses };
};

const demo = ['send', '--channel', 'Kore.ai demo'] as const;

/** Changes the demo channel as a person would have, before the program under test starts. */
const change = async (input: {
  readonly settings?: JsonObject;
  readonly plays?: { app: boolean; platform: boolean };
}) => {
  const bench = await openBench({ folder: folder() });
  const channelId = bench.session().channels[0]?.id ?? '';
  await bench.harness.changeChannel({ channelId, ...input });
  await bench.close();
};

describe('hookbench', () => {
  test('--help says what there is', async () => {
    const { code, out, err } = await run('--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const command of ['serve', 'send', 'channels', 'demo', 'conformance']) expect(out).toContain(command);
    expect((await run('send', '--help')).out).toContain('--channel <name>');
  });

  test('--version is the version', async () => {
    expect(await run('--version')).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });

  test.each([
    [[], /Usage: hookbench/],
    [['dance'], /unknown command 'dance'/],
    [['send', 'hi'], /'--channel <name>' not specified/],
    [['send', '--channel', 'x'], /nothing to say: name a text, --press or --gesture/],
    [['send', '--channel', 'x', 'hi', '--gesture', 'start'], /A gesture has no words/],
    [['send', '--channel', 'x', 'hi', '--as', 'god'], /Allowed choices are user, bot, agent/],
    [['serve', '--defect', 'late'], /has to be <channel>=<id>/],
    [['send', '--channel', 'x', 'hi', '--timeout', 'soon'], /number of seconds/],
    [['serve', '--port', '70000'], /number from 0 to 65535/],
    [['serve', '--port', '-1'], /number from 0 to 65535/],
    [['serve', '--bogus'], /unknown option '--bogus'/],
    [['channels', 'extra'], /too many arguments/],
    [['channels', '\u001b[2Jextra', '--\u001b[2J'], /\\u001b\[2J/],
  ])('%j is refused with a sentence and 2', async (args, sentence) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(sentence);
    expect(err).not.toContain('\u001b');
  });
});

describe('hookbench send, with nothing running', () => {
  test('prints what the demo bot answers, and beside it the trace, the exchanges and the rule', async () => {
    const { code, out, err } = await run(...demo, 'hi');
    expect(code).toBe(0);
    expect(err).toMatch(/^This is t1: #1, #2; rule Welcome\.\n$/);
    expect(out).toMatch(/^Hello! .+\n {2}\(Balance\)\n/);
  });

  test('leaves the saved port alone and keeps what was said', async () => {
    await run(...demo, 'hi', '--user', 'someone');
    const bench = await openBench({ folder: folder() });
    expect(bench.session().settings.port).toBe(4700);
    expect(bench.session().conversations).toMatchObject([{ userId: 'someone' }]);
    expect(bench.session().messages.map(({ author }) => author)).toEqual(['user', 'bot']);
    await bench.close();
  });

  test('--json prints both ends of the exchange with the verdict, and no secret', async () => {
    const { code, out } = await run(...demo, 'hi', '--json');
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n')).toHaveLength(1);
    const result = JSON.parse(out);
    expect(result).toMatchObject({
      isAnswered: true,
      trace: 't1',
      messages: [{ author: 'bot', content: { kind: 'quick-replies' } }],
      exchanges: [
        { summary: { direction: 'outbound', traceId: 1, outcome: { state: 'answered', status: 200 } } },
        { summary: { direction: 'inbound', verdict: 'trusted' }, requestBody: { isWhole: true } },
      ],
    });
    expect(JSON.parse(result.exchanges[0].requestBody.text)).toMatchObject({ message: { text: 'hi' } });
    const secrets = Object.values(await createFileSecretBox(folder()).read());
    expect(secrets.length).toBeGreaterThan(0);
    for (const secret of secrets) expect(out).not.toContain(secret);
    expect(out).toMatch(/bearer ey[\w-]+\.ey[\w-]+\.\u2022/i);
    expect(out).not.toMatch(/ey[\w-]+\.ey[\w-]+\.[\w-]/);
  });

  test('says why it was refused and what to do, and ends with 1', async () => {
    await change({ settings: { expiresAfter: -60 } });
    const { code, out, err } = await run(...demo, 'hi');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^Not answered \(401\): .*expired.*\n.+\n/i);
  });

  test('says that nothing listens there, and ends with 1', async () => {
    const port = await freePort();
    await change({ plays: { app: true, platform: false }, settings: { host: `http://127.0.0.1:${String(port)}` } });
    const { code, err } = await run(...demo, 'hi');
    expect(code).toBe(1);
    expect(err).toMatch(/Nothing listens on .+\nStart the server there/);
  });

  test('gives up after the time limit, and ends with 1', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    const host = `http://127.0.0.1:${String(await portOf(silent))}`;
    await change({ plays: { app: true, platform: false }, settings: { host } });
    const running = cli(...demo, 'hi', '--timeout', '0.2');
    const { code, err } = await running.ended;
    silent.close();
    expect(code).toBe(1);
    expect(err).toContain('within 0.2 s');
  });

  test('names the channels that there are when it does not know one, and ends with 2', async () => {
    const { code, err } = await run('send', '--channel', 'nobody', 'hi');
    expect(code).toBe(2);
    const names = platforms.map((each) => `"${each.demo.name}"`).join(', ');
    expect(err).toBe(`There is no channel "nobody".\nThe channels are: ${names}.\n`);
  });

  test('takes the name of a channel without its case', async () => {
    expect((await run('send', '--channel', 'kore.AI demo', 'hi')).code).toBe(0);
  });
});

test('hookbench channels lists them, with secrets named and not shown', async () => {
  expect(await run('channels')).toMatchObject({ code: 0, out: expect.stringMatching(/^Kore\.ai demo .*both ends/) });
  const { out } = await run('channels', '--json');
  expect(JSON.parse(out)).toMatchObject(
    platforms.map(({ demo }) => ({ name: demo.name, secretsSet: expect.arrayContaining([expect.any(String)]) })),
  );
  for (const secret of Object.values(await createFileSecretBox(folder()).read())) expect(out).not.toContain(secret);
});

describe('hookbench serve', () => {
  test('prints one line of JSON, lets send and channels in, and ends with 0 on SIGTERM', async () => {
    const { addresses, child, ended } = await serve();
    expect(addresses).toMatchObject({ data: folder(), pid: child.pid });
    expect(addresses.page.startsWith(`${addresses.control}/#token=`)).toBe(true);
    const sent = await run(...demo, 'hi', '--json');
    expect(sent.code).toBe(0);
    expect(`${JSON.parse(sent.out).exchanges[0].summary.origin}`).toBe(addresses.webhooks);
    expect((await run('channels')).out).toContain('Kore.ai demo');
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0, err: '' });
    expect(await readdir(folder())).not.toContain('running.json');
    const bench = await openBench({ folder: folder() });
    expect(bench.session().messages).toHaveLength(2);
    await bench.close();
  });

  test('says in words where everything is, and ends with 0 on SIGINT', async () => {
    const running = cli('serve', '--port', '0', '--no-open');
    await running.firstLine;
    const mode = (await stat(join(folder(), 'running.json'))).mode & 0o777;
    running.child.kill('SIGINT');
    const { code, out } = await running.ended;
    expect(code).toBe(0);
    for (const words of [
      'Webhooks  http://127.0.0.1:',
      'Page      http://127.0.0.1:',
      `Data      ${folder()}`,
      'mode 0600',
    ])
      expect(out).toContain(words);
    if (process.platform !== 'win32') expect(mode).toBe(0o600);
  });

  test('a port that is taken is a sentence with the next free one, and 2', async () => {
    const { addresses } = await serve();
    const { port } = new URL(addresses.webhooks);
    const other = await temporaryFolder();
    const { code, out, err } = await run('serve', '--no-open', '--port', port, '--data', other);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(
      new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is already in use.*\nUse the next free port, \\d+`),
    );
    const control = new URL(addresses.control).port;
    const again = await run('serve', '--no-open', '--port', '0', '--control-port', control, '--data', other);
    expect(again).toMatchObject({ code: 2, err: expect.stringContaining(`Port ${control}`) });
    await rm(other, { recursive: true });
  });

  test('a data folder that is in use is a sentence, and 2', async () => {
    const { addresses } = await serve();
    const { code, err } = await run('serve', '--no-open', '--port', '0');
    expect(code).toBe(2);
    expect(err).toContain(`process ${String(addresses.pid)}`);
  });

  test('a serve that was killed stands in nobody’s way', async () => {
    const { child, ended } = await serve();
    child.kill('SIGKILL');
    await ended;
    expect(await run(...demo, 'hi')).toMatchObject({ code: 0 });
  });

  test('the token of an earlier start is refused', async () => {
    const first = await serve();
    first.child.kill('SIGTERM');
    await first.ended;
    const control = new URL(first.addresses.control).port;
    const second = await serve('--control-port', control);
    const old = new URL(first.addresses.page).hash.replace('#token=', '');
    const { status } = await fetch(`${second.addresses.control}/api/events`, {
      headers: { authorization: `Bearer ${old}` },
    });
    expect(status).toBe(401);
  });
});

const portOf = (server: ReturnType<typeof createServer>): Promise<number> =>
  new Promise((resolve) => {
    const tell = (): void => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    };
    if (server.listening) tell();
    else server.once('listening', tell);
  });

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  const port = await portOf(server);
  await new Promise((resolve) => void server.close(resolve));
  return port;
};
