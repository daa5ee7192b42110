import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Defect } from '#shared/platforms/defect.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { platforms } from '#shared/platforms/registry.ts';
import { cliInFolder } from './cli-in-folder.ts';
import { openBench } from './open-bench.ts';

const { cli, run, folder } = cliInFolder();

/** Of what the end does wrong that gets the user's words: a reply that says itself what it is. */
const seenIn = ({ defects, voices, demo }: Platform): readonly Defect[] => {
  const speaking = voices(demo.settings).find(({ name }) => name === 'user')?.end;
  return defects.filter(({ end, does }) => end !== speaking && does.kind === 'replying' && does.how === 'instead');
};
const platform = platforms.find((each) => seenIn(each).length > 0)!;
const defect = seenIn(platform)[0]!;
const channel = platform.demo.name;

const defectsKept = async (): Promise<readonly string[]> => {
  const bench = await openBench({ folder: folder() });
  const kept = bench.session().channels.find((each) => each.name === channel)?.defects ?? [];
  await bench.close();
  return kept;
};

describe('hookbench send --defect', () => {
  test('switches it on for the one message and puts it back', async () => {
    const { out } = await run('send', 'hi', '--channel', channel, '--defect', defect.id, '--json', '--timeout', '3');
    const { exchanges } = JSON.parse(out) as { exchanges: { summary: { defect: string } }[] };
    expect(exchanges.map(({ summary }) => summary.defect)).toContain(defect.id);
    expect(await defectsKept()).toEqual([]);
  });

  test('names those that there are when it does not know one, and changes nothing', async () => {
    const { code, err } = await run('send', 'hi', '--channel', channel, '--defect', defect.id, '--defect', 'nothing');
    expect(code).toBe(2);
    for (const { id } of platform.defects) expect(err).toContain(id);
    expect(await defectsKept()).toEqual([]);
  });
});

test('a send that is interrupted leaves no defect behind', async () => {
  const silent = platforms.flatMap((each) => each.defects.map((defect) => ({ ...defect, channel: each.demo.name })));
  const never = silent.find(({ does }) => does.kind === 'replying' && does.how === 'never')!;
  const sending = cli('send', 'hi', '--channel', never.channel, '--defect', never.id, '--timeout', '60');
  const kept = () => readFile(join(folder(), 'channels.json'), 'utf8').catch(() => '');
  while (!(await kept()).includes(`"${never.id}"`)) await new Promise((resolve) => setTimeout(resolve, 20));
  sending.child.kill('SIGINT');
  expect(await sending.ended).toMatchObject({ code: 130 });
  expect(await kept()).not.toContain(`"${never.id}"`);
});

describe('hookbench serve --defect', () => {
  test('switches it on until it stops, and puts it back', async () => {
    const serving = cli('serve', '--json', '--no-open', '--port', '0', '--defect', `${channel}=${defect.id}`);
    await serving.firstLine;
    const { out } = await run('send', 'hi', '--channel', channel, '--json', '--timeout', '3');
    expect(out).toContain(`"defect":"${defect.id}"`);
    const { out: channels } = await run('channels', '--json');
    expect(JSON.parse(channels)).toContainEqual(expect.objectContaining({ name: channel, defects: [defect.id] }));
    serving.child.kill('SIGTERM');
    expect(await serving.ended).toMatchObject({ code: 0, err: '' });
    expect(await defectsKept()).toEqual([]);
  });

  test('leaves on what was on before', async () => {
    const bench = await openBench({ folder: folder() });
    const channelId = bench.session().channels.find((each) => each.name === channel)!.id;
    await bench.harness.changeChannel({ channelId, defects: [defect.id] });
    await bench.close();
    await run('send', 'hi', '--channel', channel, '--defect', defect.id, '--timeout', '3');
    expect(await defectsKept()).toEqual([defect.id]);
  });

  test('says which ones are on, and refuses a channel that is not there', async () => {
    const serving = cli('serve', '--no-open', '--port', '0', '--defect', `${channel}=${defect.id}`);
    await serving.firstLine;
    serving.child.kill('SIGINT');
    expect((await serving.ended).out).toContain(`Defect    ${defect.id} of ${channel}`);
    const { code, err } = await run('serve', '--no-open', '--port', '0', '--defect', `nobody=${defect.id}`);
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('There is no channel "nobody"') });
  });
});

describe('hookbench send, with another voice or without words', () => {
  const gesturing = platforms.find(({ voices, demo }) =>
    voices(demo.settings).some(({ name, gestures }) => name === 'user' && gestures.some(({ id }) => id === 'start')),
  );

  test('--gesture makes the gesture of the channel, or names those that there are', async () => {
    const { code, err } = await run('send', '--channel', gesturing!.demo.name, '--gesture', 'start');
    expect({ code, err }).toMatchObject({ code: 0 });
    const refused = await run('send', '--channel', gesturing!.demo.name, '--gesture', 'dance');
    expect(refused).toMatchObject({
      code: 2,
      err: expect.stringMatching(/has no gesture dance as the user. It has: .*start/),
    });
  });

  test('--press sends the payload of what was offered', async () => {
    const { code, out } = await run('send', 'Balance', '--press', 'balance', '--channel', platforms[0]!.demo.name);
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('Which account') });
  });

  test('--as a voice that the channel has not is a sentence, and 2', async () => {
    const silent = platforms.find(({ voices, demo }) => !voices(demo.settings).some(({ name }) => name === 'agent'));
    const { code, err } = await run('send', 'hi', '--as', 'agent', '--channel', silent!.demo.name);
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('no way to speak as the agent') });
  });
});
