import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { headBytes, headText, wireSource } from '#renderer/store/inspect/byte-source.ts';
import { isTooLarge, pictureOf } from '#renderer/store/inspect/picture.ts';
import { noPlaces, withPlace, withScrolled } from '#renderer/store/inspect/places.ts';
import { hitsIn } from '#renderer/store/inspect/text-hits.ts';
import { unpack } from '#renderer/store/inspect/unpack.ts';
import type { Exchange } from '#shared/exchange/exchange.ts';
import { exchangeOf } from '../examples.ts';

const text = 'Hello, '.repeat(1000);
const unpacked = async (bytes: Uint8Array, encoding: string) => {
  const made = await unpack(bytes, encoding);
  return made.ok ? [new TextDecoder().decode(made.bytes), made.isWhole] : made.why;
};

describe('a packed body', () => {
  test('is unpacked, layer by layer, zlib with its head or without', async () => {
    expect(await unpacked(gzipSync(text), 'gzip')).toEqual([text, true]);
    expect(await unpacked(deflateSync(text), 'deflate')).toEqual([text, true]);
    expect(await unpacked(deflateRawSync(text), 'Deflate')).toEqual([text, true]);
    expect(await unpacked(gzipSync(deflateSync(text)), 'deflate, gzip')).toEqual([text, true]);
    expect(await unpacked(gzipSync(''), 'gzip')).toEqual(['', true]);
  });

  test('that was cut off shows what there is, and one that is none says so', async () => {
    const whole = gzipSync(Array.from({ length: 50_000 }, (_, at) => `${String(at * 7919)} `).join(''));
    const [shown, isWhole] = (await unpacked(whole.subarray(0, whole.length / 2), 'gzip')) as [string, boolean];
    expect([shown.startsWith('0 7919 '), isWhole]).toEqual([true, false]);
    expect(await unpacked(new TextEncoder().encode('{"a":1}'), 'gzip')).toBe('broken');
    expect(await unpacked(gzipSync(text), 'br')).toBe('unknown');
    expect(await unpacked(gzipSync(text), 'gzip, gzip, gzip, gzip')).toBe('unknown');
  });

  test('that would fill the memory stops at four megabytes', async () => {
    const made = await unpack(gzipSync(new Uint8Array(64 * 1024 * 1024)), 'gzip');
    expect(made.ok && [made.bytes.length, made.isWhole]).toEqual([4 * 1024 * 1024, false]);
  });
});

test('pictures are known by their first bytes, with their size', () => {
  const bytes = (base64: string) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const gif = bytes('R0lGODlhAQACAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==');
  const webp = bytes('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoDAAQADsD+JaQAA3AAAAAA');
  const jpeg = bytes('/9j/4AAQSkZJRgABAQAAAQABAAD/wAARCAAFAAYDASIAAhEBAxEB');
  expect([gif, webp, jpeg].map(pictureOf)).toEqual([
    { mediaType: 'image/gif', width: 1, height: 2 },
    { mediaType: 'image/webp', width: 3, height: 4 },
    { mediaType: 'image/jpeg', width: 6, height: 5 },
  ]);
  expect([new Uint8Array(), bytes('iVBORw=='), new TextEncoder().encode('<svg/>')].map(pictureOf)).toEqual([
    null,
    null,
    null,
  ]);
  expect([isTooLarge({ width: 4000, height: 4000 }), isTooLarge({ width: 65_535, height: 65_535 })]).toEqual([
    false,
    true,
  ]);
});

test('the bytes of a side are its head and its body, whichever slice is read', async () => {
  const head = { httpVersion: '1.1', headers: [['X-É', 'ü\u00ff']], bodyBytes: 5, isTruncated: false } as const;
  const exchange: Exchange = {
    summary: exchangeOf(1),
    target: '/hook?a=1',
    request: head,
    response: null,
    phases: [],
    findings: [],
    verdict: { state: 'unchecked', because: '', checks: [] },
  };
  const expected = 'POST /hook?a=1 HTTP/1.1\r\nX-É: ü\u00ff\r\n\r\n';
  expect(headText(exchange, 'request')).toBe(expected);
  const whole = [...headBytes(expected), 1, 2, 3, 4, 5];
  const readBody = async (_id: number, _part: string, from: number, length: number) => ({
    bytes: Uint8Array.from([1, 2, 3, 4, 5]).subarray(from, from + length),
    total: 5,
  });
  const source = wireSource({ readBody }, exchange, 'request');
  expect(source.total).toBe(whole.length);
  for (const [from, length] of [
    [0, 10],
    [30, 100],
    [whole.length - 2, 10],
    [0, 1000],
  ] as const)
    expect([...(await source.read(from, length))]).toEqual(whole.slice(from, from + length));
});

test('places in a text are in order, never one in the other, and bounded', () => {
  expect(hitsIn('Card, card lost', ['card', 'card lost']).ranges).toEqual([
    { from: 0, to: 4 },
    { from: 6, to: 15 },
  ]);
  expect(hitsIn('x', ['', 'y'])).toEqual({ ranges: [], isCut: false });
  const many = hitsIn('a'.repeat(20_000), ['a']);
  expect([many.ranges.length, many.isCut]).toEqual([10_000, true]);
});

test('how bodies are looked at is remembered for the last ones', () => {
  let places = noPlaces;
  for (let id = 0; id < 100; id += 1) places = withScrolled(withPlace(places, String(id), { at: '1' }), String(id), id);
  places = withPlace(places, '40', { look: 'hex' });
  expect([places.bodies.size, places.scrolled.size, places.scrolled.get('99')]).toEqual([60, 60, 99]);
  expect([...places.bodies].at(-1)).toEqual(['40', { look: 'hex', tree: null, at: '1' }]);
});
