import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import type { Sent, World } from '#main/harness/world.ts';
import { fault } from '#shared/contract/fault.ts';
import { openBench } from '#test/main/open-bench.ts';

test('a foreign request from the port that a request of ours to somewhere else has is nobody’s twin', async () => {
  let foreign: Socket | null = null;
  let end: (sent: Sent) => void = () => undefined;
  // To another address the system may give a port that a foreign client has to ours: only the pair of both is its own.
  const change = (world: World): World => ({
    ...world,
    outbound: {
      send: (_request, onConnected) => {
        onConnected(foreign?.localPort ?? 0);
        return new Promise((resolve) => {
          end = resolve;
        });
      },
    },
  });
  const bench = await openBench({ change });
  const { hostname, port } = new URL(bench.url);
  foreign = connect(Number(port), hostname);
  await once(foreign, 'connect');
  const channelId = bench.session().channels[0]!.id;
  const settings = { host: 'https://bots.example' };
  await bench.harness.changeChannel({ channelId, plays: { platform: false, app: true }, settings });
  const { conversationId } = await bench.harness.startConversation({ channelId });
  await bench.harness.say({ conversationId, utterance: { kind: 'text', text: 'hi' } });
  foreign.end('GET /from-somebody-else HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
  const { exchanges } = await bench.until((session) => session.exchanges.length === 2);
  expect(exchanges.map((each) => [each.direction, each.twinId])).toEqual([
    ['outbound', null],
    ['inbound', null],
  ]);
  end({ ok: false, fault: fault('target.reset', { host: 'bots.example' }), phases: [], remote: null });
  await bench.closeAndDelete();
});
