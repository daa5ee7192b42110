import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodyShape } from '#renderer/store/body-shape.ts';
import { hexLine } from '#renderer/store/hex-lines.ts';
import { inEnglish } from './spoken.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const shapeOf = (body: Uint8Array, contentType = '', isWhole = true) =>
  bodyShape(body, { contentType, isWhole }, inEnglish.body.notes);

test('JSON is a tree whatever its content type says, and what only claims to be says where it stops being', () => {
  expect(shapeOf(bytes('{"a":1}')).looks).toEqual(['tree', 'json', 'source', 'hex']);
  expect(shapeOf(bytes('{"a":1}'), 'application/vnd.acme+json').looks[0]).toBe('tree');
  const broken = shapeOf(bytes('{"a":1,}'), 'application/json');
  expect(broken).toMatchObject({ looks: ['source', 'tree', 'hex'], text: '{"a":1,}' });
  expect(broken.notes.join()).toContain('This is not JSON. Line 1, column 8');
  expect(shapeOf(bytes('hello'), 'application/json').looks).toEqual(['source', 'hex']);
});

test('however deep the brackets go, it is JSON', () => {
  const deep = shapeOf(bytes(`${'['.repeat(10_000)}${']'.repeat(10_000)}`));
  expect([deep.looks[0], deep.json?.nodes.length, deep.notes]).toEqual(['tree', 10_000, []]);
});

test('bytes that are no text are not shown as one', () => {
  expect(shapeOf(Uint8Array.from([0, 1, 2, 255]))).toMatchObject({ looks: ['hex'], text: '' });
  expect(shapeOf(Uint8Array.from([0xff, 0xfe, 0xfd])).looks).toEqual(['hex']);
});

test('the beginning of a long body is text, never half a JSON', () => {
  expect(shapeOf(bytes('{"a":"'), 'application/json', false).looks).toEqual(['source', 'hex']);
});

test('forms are tables, with the text beside where they are one', () => {
  expect(shapeOf(bytes('a=1&b=2'), 'application/x-www-form-urlencoded').looks).toEqual(['table', 'source', 'hex']);
  const part = '--x\r\nContent-Disposition: form-data; name="f"\r\n\r\n';
  const form = (content: string) => bytes(`${part}${content}\r\n--x--\r\n`);
  expect(shapeOf(form('hi'), 'multipart/form-data; boundary=x').looks).toEqual(['table', 'source', 'hex']);
  expect(shapeOf(form('\u0001'), 'multipart/form-data; boundary=x').looks).toEqual(['table', 'hex']);
});

test('pictures are known by their bytes, and what says otherwise is told', () => {
  const png = Uint8Array.from([
    0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 1, 0, 0, 0, 0, 2,
  ]);
  expect(shapeOf(png, 'image/gif')).toMatchObject({
    looks: ['picture', 'hex'],
    picture: { mediaType: 'image/png', width: 256, height: 2 },
    notes: ['Content-Type says image/gif, but the bytes are image/png.'],
  });
  expect(shapeOf(bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg+xml').looks).toEqual(['source', 'hex']);
});

test('every body has a shape', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), fc.string(), (body, isWhole, type) => {
      expect(shapeOf(body, type, isWhole).looks).toContain('hex');
    }),
  );
});

test('a line of hex gives back its bytes, and every line is as wide as the others', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 16 }),
      fc.integer({ min: 0, max: 2 ** 24 }),
      (line, offset) => {
        const { hex, letters, offset: shown } = hexLine(offset, line, 2 ** 24);
        expect(
          hex
            .trim()
            .split(/\s+/)
            .map((pair) => Number.parseInt(pair, 16)),
        ).toEqual([...line]);
        expect([hex.length, letters.length, Number.parseInt(shown, 16)]).toEqual([48, line.length, offset]);
      },
    ),
  );
});
