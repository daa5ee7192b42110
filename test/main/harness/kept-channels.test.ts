import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { World } from '#main/harness/world.ts';
import { HarnessError, fault } from '#shared/contract/fault.ts';
import { openBench, type OpenBench } from '#test/main/open-bench.ts';

let bench: OpenBench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.closeAndDelete());

type ChannelsFile = { channels: { id: string; name: string; platformId: string; settings: Record<string, unknown> }[] };
const file = (name: string): string => join(bench.folder, name);
const readJson = async <Content>(name: string): Promise<Content> =>
  JSON.parse(await readFile(file(name), 'utf8')) as Content;
const writeJson = (name: string, content: unknown): Promise<void> => writeFile(file(name), JSON.stringify(content));

test('a channel of a platform that this version does not know stays in its file, with its secret', async () => {
  await bench.close();
  const kept = await readJson<ChannelsFile>('channels.json');
  const secrets = await readJson<Record<string, string>>('secrets.json');
  const foreign = {
    ...kept.channels[0]!,
    id: 'later',
    name: 'Later',
    platformId: 'a-later-one',
    settings: { of: 'its own' },
  };
  await writeJson('channels.json', { ...kept, channels: [...kept.channels, foreign] });
  await writeJson('secrets.json', { ...secrets, 'later/key': 'invented-for-this-test' });
  bench = await openBench({ folder: bench.folder });
  expect(bench.session().channels.map((each) => each.id)).not.toContain('later');
  await bench.harness.changeSettings({ theme: 'dark' });
  expect((await readJson<ChannelsFile>('channels.json')).channels).toContainEqual(foreign);
  expect(await readJson('secrets.json')).toEqual({ ...secrets, 'later/key': 'invented-for-this-test' });
});

test('settings that a person has written wrongly stop the start with the channel and the place', async () => {
  await bench.close();
  const kept = await readJson<ChannelsFile>('channels.json');
  const [demo] = kept.channels;
  await writeJson('channels.json', {
    ...kept,
    channels: [{ ...demo, settings: { ...demo!.settings, syncLimit: 'ten' } }],
  });
  await expect(openBench({ folder: bench.folder })).rejects.toMatchObject({
    fault: { code: 'data.unreadable', message: expect.stringMatching(/Kore\.ai demo.*\/syncLimit/) as string },
  });
  await writeJson('channels.json', kept);
  bench = await openBench({ folder: bench.folder });
});

test('a secret that was lost does not stop the start: the channel says that it is not set', async () => {
  await bench.close();
  await writeJson('secrets.json', {});
  bench = await openBench({ folder: bench.folder });
  expect(bench.session().channels[0]?.secretsSet).toEqual([]);
});

test('a channel that could not be written was not added, changed or removed', async () => {
  await bench.closeAndDelete();
  let refuses = false;
  const change = (world: World): World => ({
    ...world,
    channelFile: {
      ...world.channelFile,
      write: async (content) => {
        if (refuses) throw new HarnessError(fault('store.full'));
        await world.channelFile.write(content);
      },
    },
  });
  bench = await openBench({ change });
  const [before, ...others] = bench.session().channels;
  const { id: channelId, platformId, plays, botId } = before!;
  refuses = true;
  const settings = { botId: 'st-x', clientId: 'cs-x', clientSecret: 'invented' };
  const tries = [
    bench.harness.addChannel({ platformId, plays, botId, name: 'New', settings }),
    bench.harness.changeChannel({ channelId, name: 'Renamed' }),
    bench.harness.removeChannel({ channelId }),
  ];
  expect((await Promise.allSettled(tries)).map((each) => each.status)).toEqual(['rejected', 'rejected', 'rejected']);
  refuses = false;
  await bench.harness.changeChannel({ channelId, name: 'Renamed later' });
  const { channels } = await bench.until((session) => session.channels.some((each) => each.name === 'Renamed later'));
  expect(channels).toEqual([{ ...before, name: 'Renamed later' }, ...others]);
});

test('a channel is put to another place, which it has after a restart; every screen sees the new order', async () => {
  const [first, second, ...rest] = bench.session().channels;
  await bench.harness.moveChannel({ channelId: first!.id, to: 1 });
  await bench.until(({ channels }) => channels[0]?.id === second!.id);
  expect(bench.session().channels).toEqual([second, first, ...rest]);
  await bench.close();
  bench = await openBench({ folder: bench.folder });
  expect(bench.session().channels).toEqual([second, first, ...rest]);
  await bench.harness.moveChannel({ channelId: second!.id, to: 1_000 });
  await bench.until(({ channels }) => channels.at(-1)?.id === second!.id);
  await expect(bench.harness.moveChannel({ channelId: 'nobody', to: 0 })).rejects.toMatchObject({
    fault: { code: 'channel.unknown' },
  });
});

test('an address with a password in it is refused beside its field: it would be shown in every row', async () => {
  const change = bench.harness.changeChannel({
    channelId: bench.session().channels[0]!.id,
    settings: { host: 'https://somebody:invented@bots.example' },
  });
  await expect(change).rejects.toMatchObject({
    fault: { code: 'input.invalid', issues: [{ path: '/settings/host' }] },
  });
});
