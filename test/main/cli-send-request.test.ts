import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { koreDemo } from '#shared/platforms/kore/demo.ts';
import { cliInFolder } from './cli-in-folder.ts';
import { answering, ok } from './io/outbound-target.ts';

const { cli, run, folder } = cliInFolder();
const { clientSecret } = koreDemo.settings as Readonly<Record<string, string>>;
const closers: (() => unknown)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const written = async (text: string): Promise<string> => {
  const file = join(folder(), 'request.txt');
  await writeFile(file, text);
  return file;
};

test('a written request goes out to the byte, and its answer is printed', async () => {
  const there = await answering(ok);
  const file = await written('PUT /a?b=%20 HTTP/1.1\r\nx-B: 1\r\nX-a: 2\r\n\r\n{"a": 1.0}');
  const { code, out, err } = await run('send-request', file, '--to', there.origin);
  expect([code, out]).toEqual([0, 'ok\n']);
  expect(err).toMatch(/^#1 \(t1\) 200 OK, \d+ ms\n$/);
  expect(there.received[0]?.toString()).toBe(
    `PUT /a?b=%20 HTTP/1.1\r\nHost: 127.0.0.1:${String(there.port)}\r\nx-B: 1\r\nX-a: 2\r\nContent-Length: 10\r\n\r\n{"a": 1.0}`,
  );
});

test('a curl command gets the secrets of a channel by their names, and no secret is printed', async () => {
  const server = createServer((request, response) => response.end(`you sent ${String(request.headers['x-secret'])}`));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const file = await written(`curl -X POST '${url}/x' -H 'X-Secret: {{setting:clientSecret}}'`);
  const { code, out } = await run('send-request', file, '--channel', 'Kore.ai demo', '--variables');
  expect([code, out]).toEqual([0, 'you sent ••••••\n']);
  const json = await run('send-request', file, '--channel', 'Kore.ai demo', '--variables', '--json');
  expect(JSON.parse(json.out)).toMatchObject({ summary: { outcome: { status: 200 } } });
  expect(json.out).not.toContain(clientSecret);
  const unknown = await run('send-request', file, '--variables');
  expect([unknown.code, unknown.err]).toEqual([
    2,
    expect.stringContaining('/headers/1/1 has a variable that is not known'),
  ]);
});

test('many times: the counts are printed, and a status of 400 is told by the exit code', async () => {
  let count = 0;
  const server = createServer((_request, response) => response.writeHead((count += 1) > 15 ? 503 : 200).end());
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  const file = await written(`curl http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`);
  const { code, out } = await run('send-request', file, '--repeat', '20', '--rate', '500', '--at-once', '3');
  expect([code, out.split('\n').slice(0, 2)]).toEqual([1, ['20 of 20 sent', '20 answered (200: 15, 503: 5)']]);
  expect(out).toMatch(/half within [\d.]+ ms, 95 % within [\d.]+ ms/);
});

test('a burst whose Hookbench is gone ends with a sentence', async () => {
  const server = createServer(() => undefined);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  closers.push(() => (server.closeAllConnections(), server.close()));
  const served = cli('serve', '--port', '0', '--no-open', '--json');
  await served.firstLine;
  const file = await written(`curl http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`);
  const asked = cli('send-request', file, '--repeat', '2');
  await new Promise((resolve) => void server.once('request', resolve));
  served.child.kill('SIGKILL');
  const { code, err } = await asked.ended;
  expect([code, err]).toEqual([2, expect.stringContaining('The connection to Hookbench was lost.')]);
});

test.each([
  ['--rate', '0.5', 'a whole number of requests, from 1 to 1000'],
  ['--timeout', '601', 'a number of seconds, up to 600'],
])('%s %s is refused instead of rounded', async (option, value, sentence) => {
  const { code, err } = await run('send-request', await written('curl http://127.0.0.1:1/'), option, value);
  expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
});

test('what is no request, or says not where it goes, is refused', async () => {
  const token = await run('send-request', await written('eyJhbGciOiJIUzI1NiJ9.e30.c2ln'));
  expect([token.code, token.err]).toEqual([2, expect.stringContaining('This is a token, and no request')]);
  const nowhere = await run('send-request', await written('GET / HTTP/1.1\r\n\r\n'));
  expect([nowhere.code, nowhere.err]).toEqual([2, expect.stringContaining('--to http://host:port')]);
  const gone = await run('send-request', await written('curl http://127.0.0.1:1/'));
  expect([gone.code, gone.err]).toEqual([1, expect.stringContaining('Nothing listens on 127.0.0.1:1')]);
});
