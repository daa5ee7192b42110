import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { HarnessError } from '#shared/contract/fault.ts';
import type { SessionEvent } from '#shared/session/events.ts';
import { openBench, type OpenBench } from '#test/main/open-bench.ts';

let bench: OpenBench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.closeAndDelete());

const channelId = 'kore-demo';
const channel = () => bench.session().channels.find(({ id }) => id === channelId)!;
const secretsFile = async (): Promise<Record<string, string>> =>
  JSON.parse(await readFile(join(bench.folder, 'secrets.json'), 'utf8')) as Record<string, string>;
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (error: HarnessError) => error.fault.code,
  );
const add = async (name: string): Promise<string> =>
  (await bench.harness.addEnvironment({ channelId, name })).environmentId;
const switchTo = (environmentId: string) => bench.harness.switchEnvironment({ channelId, environmentId });
const settled = () => bench.harness.changeSettings({});

const reopen = async (): Promise<void> => {
  await bench.close();
  bench = await openBench({ folder: bench.folder });
};

test('a channel begins with one environment, and the next one is a copy of it under its own name', async () => {
  expect(channel()).toMatchObject({ environments: [{ id: 'default', name: 'Default' }], environmentId: 'default' });
  const before = channel();
  const customer = await add('customer');
  await settled();
  expect(channel().environments.map(({ name }) => name)).toEqual(['Default', 'customer']);
  expect(channel().environmentId).toBe('default');
  await switchTo(customer);
  await settled();
  expect(channel()).toEqual({ ...before, environments: channel().environments, environmentId: customer });
});

test('what is changed in one environment is left in the others: settings, secrets and played ends', async () => {
  const { settings, plays } = channel();
  const customer = await add('customer');
  await switchTo(customer);
  await bench.harness.changeChannel({
    channelId,
    plays: { platform: false, app: true },
    settings: { host: 'https://bots.customer.example', clientSecret: 'invented-secret-of-the-customer' },
  });
  await switchTo('default');
  await settled();
  expect(channel()).toMatchObject({ settings, plays });
  await switchTo(customer);
  await settled();
  expect(channel().plays).toEqual({ platform: false, app: true });
  expect(channel().settings['host']).toBe('https://bots.customer.example');
  expect(await secretsFile()).toMatchObject({
    [`${channelId}/${customer}/clientSecret`]: 'invented-secret-of-the-customer',
    [`${channelId}/clientSecret`]: expect.not.stringContaining('customer') as string,
  });
});

test('a switch is one event, which names the environments and holds no secret of any', async () => {
  const customer = await add('customer');
  await bench.harness.changeChannel({ channelId, settings: { clientSecret: 'invented-canary-one' } });
  const events: SessionEvent[] = [];
  const stop = bench.harness.subscribe(null, (frame) => {
    if (frame.kind === 'changes') events.push(...frame.events);
  });
  await switchTo(customer);
  await bench.harness.changeChannel({ channelId, settings: { clientSecret: 'invented-canary-two' } });
  await switchTo('default');
  await settled();
  stop();
  const changes = events.filter(({ type }) => type === 'channel-changed');
  expect(changes.length).toBe(3);
  expect(changes[0]).toMatchObject({ channel: { environmentId: customer } });
  expect(JSON.stringify([events, bench.session()])).not.toContain('invented-canary');
});

test('a restart keeps every environment, its secrets, and which one is active', async () => {
  const customer = await add('customer');
  await switchTo(customer);
  await bench.harness.changeChannel({
    channelId,
    settings: { clientId: 'cs-of-the-customer', clientSecret: 'invented-secret-of-the-customer' },
  });
  await settled();
  const before = channel();
  await reopen();
  expect(channel()).toEqual(before);
  const { value } = await bench.harness.revealSetup({ channelId, stepId: 'client-secret' });
  expect(value).toBe('invented-secret-of-the-customer');
  await switchTo('default');
  await settled();
  expect(channel().settings['clientId']).not.toBe('cs-of-the-customer');
  expect((await bench.harness.revealSetup({ channelId, stepId: 'client-secret' })).value).not.toContain('customer');
});

test('secrets of an environment that is not active are masked all the same', async () => {
  const customer = await add('customer');
  await switchTo(customer);
  await bench.harness.changeChannel({ channelId, settings: { clientSecret: 'invented-canary-at-rest' } });
  await switchTo('default');
  await fetch(`${bench.url}/somewhere?key=invented-canary-at-rest`);
  const { exchanges } = await bench.until((session) => session.exchanges.length === 1);
  expect(exchanges[0]?.target).not.toContain('invented-canary');
});

test('what the ends remember waits while another environment is active', async () => {
  const customer = await add('customer');
  await bench.harness.changeChannel({ channelId, settings: { enforceJti: true, tokenId: true } });
  const { conversationId } = await bench.harness.startConversation({ channelId });
  const { exchangeId } = await bench.harness.say({ conversationId, utterance: { kind: 'text', text: 'hi' } });
  await bench.until(({ exchanges }) => exchanges.length === 2 && exchanges.every((each) => each.duration !== null));
  await switchTo(customer);
  await switchTo('default');
  await bench.harness.replay({ exchangeId, how: 'as-is' });
  const { exchanges } = await bench.until(
    (session) => session.exchanges.length === 4 && session.exchanges.every((each) => each.duration !== null),
  );
  expect(exchanges.at(-1)?.verdict).toBe('refused');
});

test('one is renamed, one is removed, and a removed one comes back to its place with its secret', async () => {
  const test = await add('test');
  const customer = await add('customer');
  await switchTo(test);
  await bench.harness.changeChannel({ channelId, settings: { clientSecret: 'invented-secret-of-test' } });
  await bench.harness.renameEnvironment({ channelId, environmentId: customer, name: 'Larkspur Bank' });
  await switchTo('default');
  const { undoId } = await bench.harness.removeEnvironment({ channelId, environmentId: test });
  await settled();
  expect(channel().environments.map(({ name }) => name)).toEqual(['Default', 'Larkspur Bank']);
  expect(JSON.stringify(await secretsFile())).not.toContain('invented-secret-of-test');
  await bench.harness.undo({ undoId });
  await settled();
  expect(channel().environments.map(({ name }) => name)).toEqual(['Default', 'test', 'Larkspur Bank']);
  expect(JSON.stringify(await secretsFile())).toContain('invented-secret-of-test');
});

test('the active one is not removed, a name is given once, and one that is not there is said to be gone', async () => {
  const environmentId = 'default';
  expect(await codeOf(bench.harness.removeEnvironment({ channelId, environmentId }))).toBe('environment.active');
  expect(await codeOf(add('Default'))).toBe('input.invalid');
  await bench.harness.renameEnvironment({ channelId, environmentId, name: 'dev' });
  expect(await codeOf(add('dev'))).toBe('input.invalid');
  expect(await codeOf(switchTo('nowhere'))).toBe('environment.unknown');
  expect(await codeOf(bench.harness.removeEnvironment({ channelId, environmentId: 'nowhere' }))).toBe(
    'environment.unknown',
  );
});

test('one whose name was given again meanwhile comes back only when that is free', async () => {
  const removed = await add('test');
  const { undoId } = await bench.harness.removeEnvironment({ channelId, environmentId: removed });
  const again = await add('test');
  expect(await codeOf(bench.harness.undo({ undoId }))).toBe('input.invalid');
  await bench.harness.renameEnvironment({ channelId, environmentId: again, name: 'other' });
  await bench.harness.undo({ undoId });
  await settled();
  expect(channel().environments.map(({ name }) => name)).toEqual(['Default', 'test', 'other']);
});

test('a removed channel comes back with every environment', async () => {
  const customer = await add('customer');
  await switchTo(customer);
  await bench.harness.changeChannel({ channelId, settings: { clientSecret: 'invented-secret-of-the-customer' } });
  await settled();
  const before = channel();
  const { undoId } = await bench.harness.removeChannel({ channelId });
  expect(JSON.stringify(await secretsFile())).not.toContain('of-the-customer');
  await bench.harness.undo({ undoId });
  await settled();
  expect(channel()).toEqual(before);
  expect(JSON.stringify(await secretsFile())).toContain('of-the-customer');
});

test('environments that a person has written wrongly stop the start with the channel and the place', async () => {
  const customer = await add('customer');
  await bench.close();
  const file = join(bench.folder, 'channels.json');
  const kept = await readFile(file, 'utf8');
  const startWith = async (change: (text: string) => string) => {
    await writeFile(file, change(kept));
    return openBench({ folder: bench.folder }).then(
      () => '',
      (error: HarnessError) => error.message,
    );
  };
  expect(await startWith((text) => text.replace('"environmentId": "default"', '"environmentId": "none"'))).toContain(
    'environments of Kore.ai demo',
  );
  const wrongSetting = (text: string): string => text.replace(/("syncLimit": )15(?![\s\S]*"syncLimit")/, '$1"ten"');
  expect(await startWith(wrongSetting)).toMatch(/Kore\.ai demo \(customer\).*\/syncLimit/);
  await writeFile(file, kept);
  bench = await openBench({ folder: bench.folder });
  expect(channel().environments.map(({ id }) => id)).toEqual(['default', customer]);
});
