import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createStreamReader, streamComment, streamEventText, type StreamEvent } from '#shared/contract/event-stream.ts';

const read = (chunks: readonly Uint8Array[]): readonly StreamEvent[] => {
  const events: StreamEvent[] = [];
  const push = createStreamReader((event) => events.push(event));
  for (const chunk of chunks) push(chunk);
  return events;
};

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const cut = (bytes: Uint8Array, places: readonly number[]): readonly Uint8Array[] => {
  const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length].toSorted((a, b) => a - b);
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
};

const events = fc.array(
  fc.record({ id: fc.stringMatching(/^[a-z0-9]{1,8}:\d{1,6}$/), value: fc.jsonValue() }).map(({ id, value }) => ({
    id,
    data: JSON.stringify(value),
  })),
  { maxLength: 8 },
);

test('any chunking of an event stream gives the same events', () => {
  fc.assert(
    fc.property(events, fc.array(fc.nat(), { maxLength: 30 }), fc.boolean(), (sent, places, hasComments) => {
      const text = sent.map((event) => `${hasComments ? streamComment : ''}${streamEventText(event)}`).join('');
      expect(read(cut(bytesOf(text), places))).toEqual(sent);
    }),
  );
});

test('one byte at a time, with every kind of line end, characters of four bytes come whole', () => {
  for (const lineEnd of ['\n', '\r', '\r\n']) {
    const text = ['id: 1', 'data: "𝄞 ü"', '', ': comment', 'data:second', '', ''].join(lineEnd);
    expect(read([...bytesOf(text)].map((byte) => Uint8Array.of(byte)))).toEqual([
      { id: '1', data: '"𝄞 ü"' },
      { id: '1', data: 'second' },
    ]);
  }
});

test('an event that was cut off is not delivered', () => {
  expect(read([bytesOf('id: 1\ndata: {}\n\nid: 2\ndata: {"half":1')])).toEqual([{ id: '1', data: '{}' }]);
  expect(read([bytesOf('id: 2\ndata: {}\n')])).toEqual([]);
});

test('a chunk whose buffer is used again does not change what was read', () => {
  const buffer = bytesOf('data: abc');
  const heard: StreamEvent[] = [];
  const push = createStreamReader((event) => heard.push(event));
  push(buffer);
  buffer.fill(0x78);
  push(bytesOf('\n\n'));
  expect(heard).toEqual([{ id: '', data: 'abc' }]);
});
