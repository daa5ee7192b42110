import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Channel } from '#shared/channel/channel.ts';
import type { HarnessError } from '#shared/contract/fault.ts';
import { platformOf, platforms } from '#shared/platforms/registry.ts';
import { secretFieldsOf } from '#shared/platforms/platform.ts';
import { openBench, type OpenBench } from '#test/main/open-bench.ts';

let bench: OpenBench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.closeAndDelete());

const shown = async (channelId: string): Promise<Channel> => {
  const { channels } = await bench.until((session) => session.channels.some(({ id }) => id === channelId));
  return channels.find(({ id }) => id === channelId)!;
};
const demoOf = (platformId: string) => bench.session().channels.find(({ id }) => id === `${platformId}-demo`)!;
const reasonOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => '',
    (error: HarnessError) => error.message,
  );
const converseOn = async (channelId: string) => {
  const { conversationId } = await bench.harness.startConversation({ channelId });
  await bench.harness.say({ conversationId, utterance: { kind: 'text', text: 'hi' } });
  const { exchanges } = await bench.until((session) => {
    const own = session.exchanges.filter((each) => each.conversationId === conversationId);
    return own.length >= 2 && own.every(({ outcome }) => outcome.state !== 'pending');
  });
  return exchanges.filter((each) => each.conversationId === conversationId);
};

/** The file of a channel, its parts ready to be spoilt. */
const fileOf = async (channelId: string) =>
  JSON.parse((await bench.harness.exportChannel({ channelId })).text) as {
    version: number;
    name: string;
    platformId: string;
    defects: string[];
    environments: {
      name: string;
      isActive: boolean;
      settings: Record<string, unknown>;
      missing: string[];
    }[];
  };
const take = (file: unknown) => bench.harness.importChannel({ text: JSON.stringify(file) });

describe.each(platforms.map(({ id }) => id))('a copy of a channel of %s', (platformId) => {
  test('has its rules, defects and environments, speaks like it, and stands beside it', async () => {
    const original = demoOf(platformId);
    const defects = [platformOf(platformId)!.defects.find(({ end }) => end === 'app')!.id];
    await bench.harness.changeChannel({ channelId: original.id, defects });
    await bench.harness.addEnvironment({ channelId: original.id, name: 'customer' });
    const { channelId } = await bench.harness.duplicateChannel({ channelId: original.id, name: 'The copy' });
    await bench.harness.changeChannel({ channelId: original.id, defects: [] });
    const copy = await shown(channelId);
    expect(copy).toMatchObject({ name: 'The copy', platformId, defects, plays: original.plays, botId: original.botId });
    expect(copy.environments.map(({ name }) => name)).toEqual(['Default', 'customer']);
    expect(copy.secretsSet).toEqual(original.secretsSet);
    await bench.harness.changeChannel({ channelId, defects: [] });
    for (const id of [original.id, channelId]) {
      const exchanges = await converseOn(id);
      expect(exchanges.map((each) => each.channelId)).toEqual(exchanges.map(() => id));
      const { findings } = await bench.harness.readExchange({ id: exchanges.at(-1)!.id });
      expect(findings.map(({ rule }) => rule)).not.toContain('channel.address-shared');
    }
  });

  test('keeps what the real platform gave, where that is called', async () => {
    const { settings, id: channelId } = demoOf(platformId);
    await bench.harness.changeChannel({ channelId, plays: { platform: false, app: true } });
    const copied = await bench.harness.duplicateChannel({ channelId, name: 'For the real one' });
    const copy = await shown(copied.channelId);
    const differing = Object.keys(settings).filter((field) => settings[field] !== copy.settings[field]);
    // The receiver is ours; every other id is the platform's.
    expect(differing.filter((field) => field !== 'receiverId' && typeof settings[field] === 'string')).toEqual([]);
    await bench.harness.changeChannel({ channelId, plays: { platform: true, app: true } });
    await bench.until(() => demoOf(platformId).plays.platform);
  });

  test('goes through a file: all of it but the secrets, which are named and asked for', async () => {
    const original = demoOf(platformId);
    const { name, text } = await bench.harness.exportChannel({ channelId: original.id });
    expect(name).toMatch(/^[\w.-]+\.channel\.json$/);
    const added = await bench.harness.importChannel({ text });
    expect(added.name).toBe(`${original.name} ${added.name.split(' ').at(-1)!}`);
    const { id, secretsSet, condition: _, ...taken } = await shown(added.channelId);
    const { id: __, secretsSet: wereSet, condition: ___, ...given } = original;
    expect(id).not.toBe(original.id);
    expect(secretsSet).toEqual([]);
    expect({ ...taken, environments: [] }).toEqual({ ...given, environments: [], name: added.name });
    expect(taken.environments.map((each) => each.name)).toEqual(given.environments.map((each) => each.name));
    expect(added.missing.filter(({ environment }) => environment === 'Default').map(({ field }) => field)).toEqual(
      wereSet,
    );
  });
});

test('no secret of any environment is in the file, wherever somebody put it, and no event tells it', async () => {
  const channelId = 'kore-demo';
  const canaries = ['canary-one+/&=', 'canary-two-ünïcode', 'canary-three'];
  const { environmentId } = await bench.harness.addEnvironment({ channelId, name: 'with canaries' });
  await bench.harness.changeChannel({
    channelId,
    settings: {
      clientSecret: canaries[0],
      accessToken: canaries[1],
      postUrl: `https://app.example/hook?key=${encodeURIComponent(canaries[1]!)}`,
      customData: { nested: [{ [`key ${canaries[0]!}`]: `Bearer ${canaries[0]!}` }] },
    },
    replyRules: [
      {
        name: 'says it',
        when: null,
        say: [{ kind: 'text', text: `it is ${canaries[0]!}` }],
        status: null,
        headers: [{ name: 'x-key', value: Buffer.from(canaries[1]!).toString('base64') }],
        delay: 0,
        switches: {},
      },
    ],
  });
  await bench.harness.switchEnvironment({ channelId, environmentId });
  await bench.harness.changeChannel({ channelId, settings: { clientSecret: canaries[2] } });
  await bench.harness.switchEnvironment({ channelId, environmentId: 'default' });
  const frames: unknown[] = [];
  const stop = bench.harness.subscribe(null, (frame) => frames.push(frame));
  const { text } = await bench.harness.exportChannel({ channelId });
  const added = await bench.harness.importChannel({ text });
  await bench.harness.duplicateChannel({ channelId, name: 'With canaries, again' });
  await shown(added.channelId);
  stop();
  for (const canary of canaries)
    for (const form of [canary, encodeURIComponent(canary), Buffer.from(canary).toString('base64')])
      expect(text).not.toContain(form);
  expect(JSON.stringify(frames)).not.toContain(canaries[2]);
  expect(added.missing.filter(({ environment }) => environment === 'Default').map(({ field }) => field)).toEqual([
    'clientSecret',
    'accessToken',
    'customData',
    'postUrl',
  ]);
});

describe('a file that is spoilt is refused with what is wrong, and nothing is added:', () => {
  const spoilt: readonly (readonly [what: string, text: () => Promise<string>, words: RegExp])[] = [
    ['no JSON', async () => '{"hookbench": "channel",', /no JSON.*Line 1/],
    ['another kind of file', async () => '{"log": {"entries": []}}', /no channel that Hookbench exported.*\/hookbench/],
    ['nothing', async () => '', /no JSON/],
    ['nested deeply', async () => '['.repeat(100_000) + ']'.repeat(100_000), /nested more than/],
  ];
  test.each(spoilt)('%s', async (_what, text, words) => {
    const before = bench.session().channels.length;
    expect(await reasonOf(bench.harness.importChannel({ text: await text() }))).toMatch(words);
    expect(bench.session().channels.length).toBe(before);
  });

  test('a version, a platform, a setting, a defect or an environment that is not known', async () => {
    const file = await fileOf('kore-demo');
    const [first, ...others] = file.environments;
    const withFirst = (change: object) => ({ ...file, environments: [{ ...first, ...change }, ...others] });
    const cases: readonly (readonly [unknown, RegExp])[] = [
      [{ ...file, version: 2 }, /\/version/],
      [{ ...file, more: 1 }, /\/more/],
      [{ ...file, platformId: 'somewhere' }, /platform somewhere/],
      [{ ...file, defects: ['no.such'] }, /no defect no\.such/],
      [{ ...file, environments: [] }, /\/environments/],
      [{ ...file, environments: [first, first] }, /two of its environments have one name/],
      [withFirst({ isActive: false }), /exactly one/],
      [withFirst({ settings: { ...first!.settings, syncLimit: 'ten' } }), /\/syncLimit/],
      [withFirst({ settings: { ...first!.settings, noSuch: 1 } }), /\/noSuch/],
      [withFirst({ settings: { ...first!.settings, host: 'javascript:alert(1)' } }), /\/host/],
      [withFirst({ name: 'x'.repeat(101) }), /\/environments\/0\/name/],
      [{ ...file, name: 7 }, /\/name/],
    ];
    for (const [spoiltFile, words] of cases) expect(await reasonOf(take(spoiltFile))).toMatch(words);
  });

  test('what it says is missing is only believed where the platform has it, and a secret in it is a secret here', async () => {
    const file = await fileOf('kore-demo');
    const [first, ...others] = file.environments;
    const odd = {
      ...first,
      missing: ['clientSecret', 'toString', '__proto__'],
      settings: { ...first!.settings, clientSecret: 'canary-in-the-file' },
    };
    const { channelId, missing } = await take({ ...file, environments: [odd, ...others] });
    expect(missing.map(({ field }) => field)).not.toContain('toString');
    const channel = await shown(channelId);
    expect(channel.secretsSet).toContain('clientSecret');
    expect(JSON.stringify(bench.session())).not.toContain('canary-in-the-file');
    expect(secretFieldsOf(platformOf('kore')!.settings)).toContain('clientSecret');
  });
});
