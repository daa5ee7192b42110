import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodyShape } from '#renderer/store/body-shape.ts';
import { hexLine } from '#renderer/store/hex-lines.ts';
import { inEnglish } from './spoken.ts';

const terms = { contentType: undefined, encoding: undefined, isWhole: true };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('JSON is JSON whatever its content type says, and what only claims to be says where it stops being', () => {
  expect(bodyShape(bytes('{"a":1}'), terms, inEnglish.inspector.notes).kind).toBe('json');
  const broken = bodyShape(bytes('{"a":1,}'), { ...terms, contentType: 'application/json' }, inEnglish.inspector.notes);
  expect(broken).toMatchObject({ kind: 'text', text: '{"a":1,}' });
  expect(broken.notes.join()).toContain('This is not JSON. Line 1, column 8');
});

test('a compressed body is shown as its bytes', () => {
  expect(bodyShape(bytes('{}'), { ...terms, encoding: 'gzip' }, inEnglish.inspector.notes)).toMatchObject({
    kind: 'binary',
    notes: [expect.stringContaining('compressed')],
  });
});

test('bytes that are no text are not shown as one', () => {
  expect(bodyShape(Uint8Array.from([0, 1, 2, 255]), terms, inEnglish.inspector.notes).kind).toBe('binary');
  expect(bodyShape(Uint8Array.from([0xff, 0xfe, 0xfd]), terms, inEnglish.inspector.notes).kind).toBe('binary');
});

test('the beginning of a long body is text, never half a JSON', () => {
  expect(bodyShape(bytes('{"a":"'), { ...terms, isWhole: false }, inEnglish.inspector.notes).kind).toBe('text');
});

test('every body has a shape', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (body, isWhole) => {
      expect(['json', 'text', 'binary']).toContain(
        bodyShape(body, { ...terms, isWhole }, inEnglish.inspector.notes).kind,
      );
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
