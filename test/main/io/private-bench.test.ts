import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openPrivateBench } from '#main/io/private-bench.ts';
import { platforms } from '#shared/platforms/registry.ts';
import { watch } from '#test/main/open-bench.ts';

test('a private bench has no channel at first, a port of its own, and a folder that is gone when it is closed', async () => {
  const [first, second] = [await openPrivateBench(), await openPrivateBench()];
  const { session, stop } = watch(first.harness);
  stop();
  expect(session().channels).toEqual([]);
  expect(first.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(first.origin).not.toBe(second.origin);
  expect(existsSync(session().product.dataFolder)).toBe(true);
  await first.close();
  await second.close();
  expect(existsSync(session().product.dataFolder)).toBe(false);
});

test('it tells when nothing is under way any more', async () => {
  const bench = await openPrivateBench();
  const { id: platformId, demo } = platforms[0]!;
  const { channelId } = await bench.harness.addChannel({ platformId, ...demo });
  const { conversationId } = await bench.harness.startConversation({ channelId });
  await bench.harness.say({ conversationId, utterance: { kind: 'text', text: 'hi' } });
  await bench.allDone();
  const { session, stop } = watch(bench.harness);
  stop();
  expect(session().exchanges.map(({ outcome }) => outcome.state)).toEqual(['answered', 'answered']);
  await bench.close();
});

test('what nobody foresaw is kept with its stack', async () => {
  const bench = await openPrivateBench({
    change: (world) => ({ ...world, tokens: new Proxy(world.tokens, { get: () => broken }) }),
  });
  const { id: platformId, demo } = platforms[0]!;
  const { channelId } = await bench.harness.addChannel({ platformId, ...demo });
  const { conversationId } = await bench.harness.startConversation({ channelId });
  await bench.harness.say({ conversationId, utterance: { kind: 'text', text: 'hi' } }).catch(() => undefined);
  await fetch(`${bench.origin}${platforms[0]!.examples[0]!.request.target}`, {
    method: 'POST',
    headers: platforms[0]!.examples[0]!.request.headers.map(([name, value]): [string, string] => [name, value]),
    body: new Uint8Array(platforms[0]!.examples[0]!.request.body),
  });
  await bench.close();
  expect(bench.bugs[0]).toMatch(/^Hookbench made a mistake: Error: the crypto broke\n +at /);
});

const broken = (): never => {
  throw new Error('the crypto broke');
};
