import { createServer, type IncomingMessage, type Server } from 'node:http';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { secretFieldsOf } from '#shared/platforms/platform.ts';
import { platforms } from '#shared/platforms/registry.ts';
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

const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> =>
  runCli(join(built, 'hookbench.js'), ['conformance', ...args], { HOOKBENCH_DATA: folder, HOME: folder, ...env }).ended;

const [first] = platforms;
const id = first!.id;

describe('hookbench conformance', () => {
  test('--all --json: every row passes, counted by status, each with its rule and its source', async () => {
    const { code, out, err } = await run(['--all', '--json']);
    const { rows, counts, untested } = JSON.parse(out) as {
      rows: { platform: string; id: string; rule: string; source: string; status: string; passed: boolean }[];
      counts: Record<string, { passed: number; failed: number }>;
      untested: string[];
    };
    expect(rows.filter(({ passed }) => !passed)).toEqual([]);
    expect(untested).toEqual([]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const expected = platforms.flatMap((each) => each.conformance.map((row) => `${each.id} ${row.id}`));
    expect(rows.map((each) => `${each.platform} ${each.id}`)).toEqual(expected);
    for (const { rule, source } of rows) expect([rule, source]).not.toContain('');
    const { all, ...byStatus } = counts;
    expect(all).toEqual({ passed: rows.length, failed: 0 });
    expect(Object.keys(byStatus)).toEqual(['documented', 'observed', 'assumed']);
    for (const [status, { passed }] of Object.entries(byStatus))
      expect(passed).toBe(rows.filter((each) => each.status === status).length);
  });

  test('--row runs one, and prints it with its status and source', async () => {
    const row = first!.conformance[0]!;
    const { code, out } = await run([id, '--row', row.id]);
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toBe(
      `pass  ${id}  ${row.id}  ${row.fact.status}  ${row.fact.claim}  (${row.fact.source})`,
    );
    expect(out).toMatch(/^all +1 passed, 0 failed$/m);
  });

  test.each([
    [[], /Name one platform or say --all/],
    [[id, '--all'], /Name one platform or say --all/],
    [['nobody'], /There is no platform nobody\. The platforms are: \w+/],
    [[id, '--row', 'nothing'], /There is no row nothing here/],
    [[id, '--settings', 'x.json'], /name it with --target/],
    [['--all', '--target', 'http://127.0.0.1:9'], /A target is of one platform/],
    [[id, '--target', 'ftp://127.0.0.1'], /http:\/\/ or https:\/\//],
    [[id, '--target', '127.0.0.1:80'], /http:\/\/ or https:\/\//],
    [[id, '--target', 'http://127.0.0.1/path'], /scheme, host and port only/],
    [[id, '--target', 'http://u:p@127.0.0.1'], /scheme, host and port only/],
    [[id, '--target', 'http://127.0.0.1:9'], /The target has secrets that are not given: HOOKBENCH_SETTING_[A-Z_]+/],
    [[id, '--target', 'http://127.0.0.1:9', '--settings', 'none.json'], /there is no such file/],
  ])('%j is refused with a sentence and 2', async (args, sentence) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(sentence);
  });
});

describe('hookbench conformance --target', () => {
  const remote = first!.conformance.filter(({ end, isRemote }) => end === 'platform' && isRemote === true);
  const secrets = Object.fromEntries(
    secretFieldsOf(first!.settings)
      .filter((field) => first!.demo.settings[field] !== undefined)
      .map((field) => [field, `not-a-real-${field}`]),
  );
  let server: Server;
  let origin: string;
  const received: IncomingMessage[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      received.push(request);
      request.resume().on('end', () => response.writeHead(418).end('{}'));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => void server.once('listening', resolve));
    const address = server.address();
    origin = `http://127.0.0.1:${String(typeof address === 'object' && address ? address.port : 0)}`;
  });
  afterAll(() => void server.close());

  test('runs the rows that can be run there and says of each what came instead', async () => {
    const file = join(folder, 'settings.json');
    await writeFile(file, JSON.stringify(secrets));
    const { code, out } = await run([id, '--target', origin, '--settings', file, '--json']);
    const { rows } = JSON.parse(out) as { rows: { id: string; passed: boolean; instead: string | null }[] };
    expect(rows.map((each) => each.id)).toEqual(remote.map((each) => each.id));
    expect(rows.filter(({ passed }) => passed)).toEqual([]);
    expect(rows.filter(({ instead }) => instead === null || instead === '')).toEqual([]);
    expect(code).toBe(1);
    expect(received.length).toBeGreaterThanOrEqual(remote.length);
    for (const value of Object.values(secrets)) expect(out).not.toContain(value);
  });

  test('takes settings from variables, which count more than those of the file', async () => {
    const [field, ...others] = Object.keys(secrets);
    const file = join(folder, 'others.json');
    await writeFile(file, JSON.stringify(Object.fromEntries(others.map((each) => [each, secrets[each]]))));
    const variable = `HOOKBENCH_SETTING_${field!.replaceAll(/(?=[A-Z])/g, '_').toUpperCase()}`;
    const args = [id, '--target', origin, '--settings', file, '--row', remote[0]!.id];
    expect(await run(args)).toMatchObject({ code: 2, err: expect.stringContaining(variable) });
    expect(await run(args, { [variable]: 'something' })).toMatchObject({ code: 1, err: '' });
    const unknown = await run(args, { [variable]: 'something', HOOKBENCH_SETTING_NO_SUCH: '1' });
    expect(unknown).toMatchObject({
      code: 2,
      err: expect.stringContaining('HOOKBENCH_SETTING_NO_SUCH names no setting'),
    });
  });
});
