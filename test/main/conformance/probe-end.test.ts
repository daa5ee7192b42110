import { afterEach, beforeEach, expect, test } from 'vitest';
import { openProbeEnd, type ProbeEnd } from '#main/conformance/probe-end.ts';
import { inbound } from '#main/io/inbound-server.ts';
import { jsonResponse } from '#shared/exchange/raw-http.ts';

let end: ProbeEnd;
beforeEach(async () => {
  end = await openProbeEnd(inbound);
});
afterEach(() => end.close());

const post = (path: string) => fetch(`${end.origin}${path}`, { method: 'POST', body: 'ä' });
const atOnce = Promise.resolve();

test('answers as it was told, in order, and with an empty 200 after that', async () => {
  end.answerNext(jsonResponse(503, { later: true }), jsonResponse(429, {}));
  const [first, second, third] = [await post('/1'), await post('/2'), await post('/3')];
  expect([first.status, second.status, third.status]).toEqual([503, 429, 200]);
  expect([await first.text(), await third.text()]).toEqual(['{"later":true}', '']);
});

test('gives what came, oldest first and exact to the byte, then null', async () => {
  await post('/1?a=%20');
  await post('/2');
  const first = await end.next(atOnce);
  expect(first).toMatchObject({ method: 'POST', target: '/1?a=%20' });
  expect([...(first?.body ?? [])]).toEqual([0xc3, 0xa4]);
  expect(await end.next(atOnce)).toMatchObject({ target: '/2' });
  expect(await end.next(atOnce)).toBeNull();
});

test('waits for what is still to come', async () => {
  const next = end.next(new Promise(() => undefined));
  await post('/late');
  expect(await next).toMatchObject({ target: '/late' });
});

test('forgets what came and what it was told', async () => {
  await post('/1');
  end.answerNext(jsonResponse(500, {}));
  end.clear();
  expect(await end.next(atOnce)).toBeNull();
  expect((await post('/2')).status).toBe(200);
});
