import { expect, test } from 'vitest';
import type { ChannelCheck } from '#shared/channel/channel-check.ts';
import { openBench, type OpenBench } from './open-bench.ts';
import { cliInFolder } from './cli-in-folder.ts';
import { closedHost, onlyApp } from './harness/doctor-bench.ts';

const { run, folder } = cliInFolder();

/** On any free port, so that nobody stands in the way. */
const inBench = async (act: (bench: OpenBench) => Promise<unknown> = async () => undefined): Promise<void> => {
  const bench = await openBench({ folder: folder() });
  await bench.harness.changeSettings({ port: 0 });
  await act(bench);
  await bench.close();
};

test('hookbench doctor says of every channel what was looked at, and ends with 0 where nothing is broken', async () => {
  await inBench();
  const { code, out, err } = await run('doctor');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  for (const words of ['Kore.ai demo', 'Channel Talk demo', 'ok    Listening: Hookbench listens on 127.0.0.1:'])
    expect(out).toContain(words);
});

test('it ends with 1 where something cannot work, with what to do below', async () => {
  const host = await closedHost();
  await inBench(({ harness }) => harness.changeChannel({ channelId: 'kore-demo', plays: onlyApp, settings: { host } }));
  const { code, out } = await run('doctor', '--channel', 'kore.ai DEMO');
  expect(code).toBe(1);
  expect(out).toMatch(/FAIL {2}Kore\.ai: connection \(TCP\): Nothing listens.*\n {8}Start the server there/);
  expect(out).not.toContain('Chatlayer demo');
  const [told] = JSON.parse((await run('doctor', '--channel', 'Kore.ai demo', '--json')).out) as [
    { readonly channel: { readonly name: string }; readonly checks: readonly ChannelCheck[] },
  ];
  expect(told.channel.name).toBe('Kore.ai demo');
  expect(told.checks.find(({ id }) => id === 'address.platform.tcp')?.result).toBe('fail');
});

test('it ends with 2 where there is no such channel', async () => {
  expect(await run('doctor', '--channel', 'nobody')).toMatchObject({
    code: 2,
    err: expect.stringContaining('The channels are') as string,
  });
});
