import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everyEngine } from './every-engine.ts';
import { idsOf, pendingOf, recordOf, withoutRequestBody } from './records.ts';
import { untilIndexed } from './until-indexed.ts';

everyEngine('A search', (open, engine) => {
  const asks: readonly (readonly [words: string, found: readonly number[]])[] = [
    ['kitten', [2, 1]],
    ['KITTEN soft', [1]],
    ['soft kitten', [1]],
    ['kit', [2, 1]],
    ['itten', []],
    ['/hooks/st-77', [2]],
    ['x-trace: "Zürich"', [2]],
    ['zürich-7', [2]],
    ['response', [3]],
    ['{"', []],
    ['   ', [4, 3, 2, 1]],
    ['kitten ---', [2, 1]],
    ['привет', [3]],
    ['squeezed', []],
    ['binary', []],
    ['NOT kitten OR soft', []],
    ['hidden', []],
  ];

  const fill = async () => {
    const opened = await open();
    const { store } = opened;
    await store.keep(recordOf(1, { request: '{"say":"a soft kitten"}' }));
    await store.keep(
      recordOf(2, { request: 'kitten', target: '/hooks/st-77?x=1', headers: [['X-Trace', 'Zürich-7']] }),
    );
    await store.keep(recordOf(3, { request: 'Привет, мир', response: 'a_response' }));
    await store.keep(
      recordOf(4, {
        request: gzipSync('squeezed '.repeat(50)),
        headers: [['Content-Encoding', 'gzip']],
        response: Buffer.from('binary\0binary'),
        note: 'hidden',
      }),
    );
    return opened;
  };

  test.each(asks)('for %s finds the same before the index is built and after', async (matching, found) => {
    const { store, folder } = await fill();
    expect(idsOf(store.list({ limit: 10, matching }))).toEqual(found);
    await untilIndexed(folder, engine, 4);
    expect(idsOf(store.list({ limit: 10, matching }))).toEqual(found);
  });

  test('for any text refuses nothing, and finds a body that is that text', async () => {
    const { store, folder } = await open();
    const texts: string[] = [];
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), async (text) => {
        texts.push(text);
        await store.keep(recordOf(texts.length, { request: Buffer.from(text), headers: [] }));
        expect(() => store.list({ limit: 1, matching: text })).not.toThrow();
      }),
      { numRuns: 60 },
    );
    await untilIndexed(folder, engine, texts.length);
    for (const [index, text] of texts.entries()) {
      const hasWord = /[\p{L}\p{N}]/u.test(text);
      if (hasWord && !text.includes('\0'))
        expect(idsOf(store.list({ limit: 1000, matching: text }))).toContain(index + 1);
    }
  });

  test('pages: newest first, half of it in the index and half not', async () => {
    const { store, folder } = await open();
    for (let id = 1; id <= 10; id += 1) await store.keep(recordOf(id, { request: id % 2 ? 'odd' : 'even' }));
    await untilIndexed(folder, engine, 10);
    for (let id = 11; id <= 20; id += 1) await store.keep(recordOf(id, { request: id % 2 ? 'odd' : 'even' }));
    void store.keep(recordOf(21, { request: 'odd' }));
    const first = store.list({ limit: 4, matching: 'odd' });
    expect([idsOf(first), first.hasMore]).toEqual([[21, 19, 17, 15], true]);
    const second = store.list({ limit: 4, matching: 'odd', before: 15 });
    expect([idsOf(second), second.hasMore]).toEqual([[13, 11, 9, 7], true]);
    const last = store.list({ limit: 4, matching: 'odd', before: 7 });
    expect([idsOf(last), last.hasMore]).toEqual([[5, 3, 1], false]);
  });

  test('finds the answer of an exchange whose request was indexed before it came', async () => {
    const { store, folder } = await open();
    await store.keep(pendingOf(1, { request: 'question' }));
    await untilIndexed(folder, engine, 1);
    expect(idsOf(store.list({ limit: 1, matching: 'question' }))).toEqual([1]);
    await store.keep(withoutRequestBody(recordOf(1, { request: 'question', response: 'answer' })));
    expect(idsOf(store.list({ limit: 1, matching: 'question answer' }))).toEqual([1]);
    await untilIndexed(folder, engine, 1);
    expect(idsOf(store.list({ limit: 1, matching: 'question answer' }))).toEqual([1]);
  });

  test('finds nothing that was removed, in the index or not', async () => {
    const { store, folder } = await open();
    for (let id = 1; id <= 4; id += 1) await store.keep(recordOf(id, { request: 'kitten' }));
    await untilIndexed(folder, engine, 4);
    store.removeUpTo(2);
    expect(idsOf(store.list({ limit: 10, matching: 'kitten' }))).toEqual([4, 3]);
    store.removeUpTo(4);
    expect(idsOf(store.list({ limit: 10, matching: 'kitten' }))).toEqual([]);
    await store.keep(recordOf(5, { request: 'kitten' }));
    await untilIndexed(folder, engine, 5);
    expect(idsOf(store.list({ limit: 10, matching: 'kitten' }))).toEqual([5]);
  });

  test('goes on with the index where it stopped when the store is opened again', async () => {
    const opened = await open();
    await opened.store.keep(recordOf(1, { request: 'kitten' }));
    const { store, folder } = await opened.reopen();
    expect(idsOf(store.list({ limit: 10, matching: 'kitten' }))).toEqual([1]);
    await untilIndexed(folder, engine, 1);
    expect(idsOf(store.list({ limit: 10, matching: 'kitten' }))).toEqual([1]);
  });
});
