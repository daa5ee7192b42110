import { expect, test } from 'vitest';
import { listen } from './inbound-listening.ts';
import { outbound, request } from './outbound-target.ts';

test('a request of ours that comes back to us is known by its port, and every line and byte is the same', async () => {
  const { server, seen } = await listen();
  const ports: number[] = [];
  const client = outbound();
  const body = Uint8Array.from({ length: 256 }, (_, index) => index);
  for (const target of ['/1', '/2']) {
    const sent = await client.send(
      request(server.url, {
        target,
        headers: [
          ['host', 'bench.test'],
          ['X-A', '1'],
          ['x-a', '2'],
          ['Content-Length', '256'],
        ],
        body,
      }),
      (port) => ports.push(port),
    );
    expect(sent).toMatchObject({ ok: true, response: { status: 200 } });
  }
  expect(seen.map((each) => each.arrival.remote.port)).toEqual(ports);
  expect(seen[1]?.arrival.headers).toEqual([
    ['host', 'bench.test'],
    ['X-A', '1'],
    ['x-a', '2'],
    ['Content-Length', '256'],
  ]);
  expect(Buffer.compare(seen[1]?.body?.bytes ?? new Uint8Array(), body)).toBe(0);
});
