import { describe, expect, test } from 'vitest';
import { openBench } from './open-bench.ts';
import { cliInFolder } from './cli-in-folder.ts';

const { run, folder } = cliInFolder();

/** What comes in: method, path, body. */
const receive = async (...requests: readonly (readonly [method: string, path: string, body?: string])[]) => {
  const bench = await openBench({ folder: folder() });
  for (const [method, path, body] of requests) await fetch(bench.url + path, { method, body: body ?? null });
  await bench.close();
};

describe('hookbench find', () => {
  test('prints what a query finds as a table, newest first', async () => {
    await receive(['POST', '/one', 'a card'], ['GET', '/two'], ['POST', '/three', 'a card']);
    const { code, out, err } = await run('find', 'card status:404 since:10m');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^ *# +trace +time +way +status +verdict +method +user +duration +size +path\n/);
    expect(
      out
        .split('\n')
        .slice(1, -1)
        .map((line) => line.trim().replaceAll(/ +/g, ' ').split(' ')),
    ).toEqual([
      [
        '#3',
        't3',
        expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+$/),
        'in',
        '404',
        'unchecked',
        'POST',
        expect.any(String),
        'ms',
        expect.any(String),
        'B',
        '/three',
      ],
      [
        '#1',
        't1',
        expect.anything(),
        'in',
        '404',
        'unchecked',
        'POST',
        expect.any(String),
        'ms',
        expect.any(String),
        'B',
        '/one',
      ],
    ]);
  });

  test('prints them as JSON, so many as are asked for, and says that there are more', async () => {
    await receive(['POST', '/one'], ['POST', '/two']);
    const { out, err } = await run('find', '--json', '--limit', '1');
    expect(JSON.parse(out)).toMatchObject([{ id: 2, method: 'POST', target: '/two', twin: null }]);
    expect(err).toContain('These are the newest 1; there are more');
  });

  test('says that it looked in the middle of words, and that nothing was found', async () => {
    await receive(['POST', '/one', 'discarded']);
    expect(await run('find', 'card')).toMatchObject({
      code: 0,
      out: expect.stringContaining('/one'),
      err: expect.stringContaining('in the middle of one'),
    });
    expect(await run('find', 'nowhere')).toMatchObject({ code: 0, out: '', err: 'Nothing was found.\n' });
  });

  test.each([
    ['stauts:401', 'There is no field "stauts" at character 1. Did you mean status? Known are: status, method,'],
    ['platform:koer', 'Did you mean kore? Known are: kore,'],
    ['body:"card', 'The quotation mark at character 6 is not closed.'],
  ])('refuses %s with the sentence', async (query, sentence) => {
    expect(await run('find', query)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(sentence) });
  });

  test('prints nothing that a terminal would obey', async () => {
    await run('send', '--channel', 'Kore.ai demo', 'hi', '--user', 'u\u001b[31m\u009b\nx');
    const { out } = await run('find');
    expect(out).toContain(String.raw`u\u001b[31m\u009b x`);
    // oxlint-disable-next-line no-control-regex -- control characters are what this is about.
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  test('says once what is wrong with a query', async () => {
    const { code, err } = await run('find', 'status:abc');
    expect(code).toBe(2);
    expect(err.match(/"abc" at character 8/g)).toHaveLength(1);
  });

  test('lists every field in its help', async () => {
    const { out } = await run('find', '--help');
    for (const example of ['status:4xx', 'header:authorization=bearer', '-status:200']) expect(out).toContain(example);
  });
});

test('hookbench export --query writes what the query finds, and refuses a query that is wrong or finds nothing', async () => {
  await receive(['POST', '/one', 'a card'], ['POST', '/two']);
  const { code, out, err } = await run('export', '--format', 'har', '--query', 'body:card');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const { log } = JSON.parse(out);
  expect(log.entries.map((each: { request: { url: string } }) => each.request.url)).toEqual([
    expect.stringContaining('/one'),
  ]);
  expect(await run('export', '--format', 'har', '--query', 'stauts:1')).toMatchObject({
    code: 2,
    err: expect.stringContaining('Did you mean status?'),
  });
  expect(await run('export', '--format', 'har', '--query', 'nowhere')).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('Nothing was found'),
  });
});
