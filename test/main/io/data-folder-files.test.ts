import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createChannelFile } from '#main/io/channel-file.ts';
import { lockDataFolder, readRunning } from '#main/io/data-lock.ts';
import { createFileSecretBox } from '#main/io/file-secret-box.ts';
import { defaultSettings } from '#shared/session/state.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hookbench-folder-'));
});
afterEach(() => rm(folder, { recursive: true }));

const modeOf = async (name: string): Promise<number> => (await stat(join(folder, name))).mode & 0o777;
const deadPid = async (): Promise<number> => {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
};

const channel = {
  id: 'one',
  name: 'One',
  platformId: 'somewhere',
  plays: { platform: true, app: false },
  settings: { botId: 'b', nested: { a: [1] } },
  botId: 'demo-bot',
  defects: ['late'],
  replyRules: [],
  environments: [{ id: 'default', name: 'Default', values: null }],
  environmentId: 'default',
};

describe('the channel file', () => {
  test('gives back what was written, and nothing for a new user', async () => {
    const file = createChannelFile(folder);
    expect(await file.read()).toBeNull();
    await file.write({ channels: [channel], settings: defaultSettings });
    expect(await file.read()).toEqual({ channels: [channel], settings: defaultSettings });
    expect(await modeOf('channels.json')).toBe(0o600);
  });

  test('that an older Hookbench wrote is read: what it did not know is as it was then', async () => {
    const { environments: _, environmentId: __, defects: ___, replyRules: ____, ...older } = channel;
    await writeFile(join(folder, 'channels.json'), JSON.stringify({ channels: [older], settings: {} }));
    expect((await createChannelFile(folder).read())?.channels).toEqual([{ ...channel, defects: [] }]);
  });

  test('that a person has broken is refused with the place, and left as it is', async () => {
    const broken = '{\n  "channels": [,]\n}';
    await writeFile(join(folder, 'channels.json'), broken);
    await expect(createChannelFile(folder).read()).rejects.toMatchObject({ fault: { code: 'data.unreadable' } });
    await expect(createChannelFile(folder).read()).rejects.toThrow(/channels\.json.*line 2/i);
    expect(await readFile(join(folder, 'channels.json'), 'utf8')).toBe(broken);
  });

  test('of the wrong shape is refused with the field', async () => {
    await writeFile(
      join(folder, 'channels.json'),
      JSON.stringify({ channels: [{ ...channel, name: 7 }], settings: {} }),
    );
    await expect(createChannelFile(folder).read()).rejects.toThrow(/\/channels\/0\/name/);
  });
});

test('a file that a Windows editor has saved is read like any other', async () => {
  const content = JSON.stringify({ channels: [channel], settings: {} });
  await writeFile(join(folder, 'channels.json'), `\u{feff}${content}`);
  expect(await createChannelFile(folder).read()).toEqual({ channels: [channel], settings: {} });
});

describe('the secret box of a shell without a key store', () => {
  test('keeps secrets in a file that only its owner can read', async () => {
    const box = createFileSecretBox(folder);
    expect(await box.read()).toEqual({});
    await box.write({ 'one/clientSecret': 'invented-secret' });
    expect(await createFileSecretBox(folder).read()).toEqual({ 'one/clientSecret': 'invented-secret' });
    expect(await modeOf('secrets.json')).toBe(0o600);
  });

  test('refuses where the desktop app has sealed them, and writes nothing', async () => {
    await writeFile(join(folder, 'secrets.sealed'), 'sealed');
    const box = createFileSecretBox(folder);
    await expect(box.read()).rejects.toMatchObject({ fault: { code: 'secrets.sealed' } });
    await expect(box.write({ a: 'b' })).rejects.toMatchObject({ fault: { code: 'secrets.sealed' } });
    await expect(stat(join(folder, 'secrets.json'))).rejects.toThrow('ENOENT');
  });
});

describe('the lock of a data folder', () => {
  test('is held by one Hookbench at a time, and names who holds it', async () => {
    const lock = await lockDataFolder(folder);
    await expect(lockDataFolder(folder)).rejects.toMatchObject({
      fault: { code: 'data.locked', values: { pid: process.pid, folder } },
    });
    await lock.release();
    await (await lockDataFolder(folder)).release();
  });

  test('of a process that is dead is taken over by exactly one of several that come at once', async () => {
    await writeFile(join(folder, 'lock'), String(await deadPid()));
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => lockDataFolder(folder)));
    expect(tries.filter((each) => each.status === 'fulfilled').length).toBe(1);
  });

  test('that was left half-written is taken over, too', async () => {
    await writeFile(join(folder, 'lock'), '');
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(join(folder, 'lock'), longAgo, longAgo);
    await (await lockDataFolder(folder)).release();
    expect(await readdir(folder)).toEqual([]);
  });

  test('of an earlier process that had our number is taken over: in a container every start has it', async () => {
    await writeFile(join(folder, 'lock'), `${process.pid} 1`);
    await (await lockDataFolder(folder)).release();
  });

  test('of another process holds while that one lives, and dies with it', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(child, 'spawn');
    await writeFile(join(folder, 'lock'), String(child.pid));
    await expect(lockDataFolder(folder)).rejects.toMatchObject({
      fault: { code: 'data.locked', values: { pid: child.pid, folder } },
    });
    child.kill('SIGKILL');
    await once(child, 'exit');
    await (await lockDataFolder(folder)).release();
  });

  test.runIf(process.platform === 'linux')('is not held by a stranger who was given the same number', async () => {
    await writeFile(join(folder, 'lock'), `${process.ppid} 1`);
    await (await lockDataFolder(folder)).release();
  });

  test('tells how to reach the one that runs, until it lets go', async () => {
    const lock = await lockDataFolder(folder);
    const running = { pid: process.pid, controlUrl: 'http://127.0.0.1:1', token: 'invented-token' };
    await lock.announce(running);
    expect(await readRunning(folder)).toEqual(running);
    expect(await modeOf('running.json')).toBe(0o600);
    await lock.release();
    expect(await readRunning(folder)).toBeNull();
  });

  test('says nothing of one that died without letting go', async () => {
    await writeFile(
      join(folder, 'running.json'),
      JSON.stringify({ pid: await deadPid(), controlUrl: 'http://127.0.0.1:1', token: 'x' }),
    );
    expect(await readRunning(folder)).toBeNull();
  });
});
