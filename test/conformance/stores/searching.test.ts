import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExchangeStore } from '#main/harness/exchange-store.ts';
import { wordsIn } from '#shared/query/words.ts';
import { everyEngine } from './every-engine.ts';
import { pendingOf, recordOf, withoutRequestBody } from './records.ts';
import { untilIndexed } from './until-indexed.ts';

/** What has all of these words, newest first; a text without a word asks for nothing. */
const found = (store: ExchangeStore, words: string, before = Infinity): readonly number[] => {
  const filter = wordsIn(words).map((text) => ({ isNegated: false, any: [{ kind: 'words', text } as const] }));
  return store.findRows({ filter, search: 'words', before, budget: 10_000 }).ids;
};

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

  test.each(asks)('for %s finds the same before the index is built and after', async (words, ids) => {
    const { store, folder } = await fill();
    expect(found(store, words)).toEqual(ids);
    await untilIndexed(folder, engine, 4);
    expect(found(store, words)).toEqual(ids);
  });

  test('for any text refuses nothing, and finds a body that is that text', async () => {
    const { store, folder } = await open();
    const texts: string[] = [];
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), async (text) => {
        texts.push(text);
        await store.keep(recordOf(texts.length, { request: Buffer.from(text), headers: [] }));
        expect(() => found(store, text)).not.toThrow();
      }),
      { numRuns: 60 },
    );
    await untilIndexed(folder, engine, texts.length);
    for (const [index, text] of texts.entries()) {
      const hasWord = /[\p{L}\p{N}]/u.test(text);
      if (hasWord && !text.includes('\0')) expect(found(store, text)).toContain(index + 1);
    }
  });

  test('goes on below a row: newest first, half of it in the index and half not', async () => {
    const { store, folder } = await open();
    for (let id = 1; id <= 10; id += 1) await store.keep(recordOf(id, { request: id % 2 ? 'odd' : 'even' }));
    await untilIndexed(folder, engine, 10);
    for (let id = 11; id <= 20; id += 1) await store.keep(recordOf(id, { request: id % 2 ? 'odd' : 'even' }));
    void store.keep(recordOf(21, { request: 'odd' }));
    expect(found(store, 'odd')).toEqual([21, 19, 17, 15, 13, 11, 9, 7, 5, 3, 1]);
    expect(found(store, 'odd', 15)).toEqual([13, 11, 9, 7, 5, 3, 1]);
    expect(found(store, 'odd', 7)).toEqual([5, 3, 1]);
  });

  test('finds the answer of an exchange whose request was indexed before it came', async () => {
    const { store, folder } = await open();
    await store.keep(pendingOf(1, { request: 'question' }));
    await untilIndexed(folder, engine, 1);
    expect(found(store, 'question')).toEqual([1]);
    await store.keep(withoutRequestBody(recordOf(1, { request: 'question', response: 'answer' })));
    expect(found(store, 'question answer')).toEqual([1]);
    await untilIndexed(folder, engine, 1);
    expect(found(store, 'question answer')).toEqual([1]);
  });

  test('finds nothing that was removed, in the index or not', async () => {
    const { store, folder } = await open();
    for (let id = 1; id <= 4; id += 1) await store.keep(recordOf(id, { request: 'kitten' }));
    await untilIndexed(folder, engine, 4);
    store.removeUpTo(2);
    expect(found(store, 'kitten')).toEqual([4, 3]);
    store.removeUpTo(4);
    expect(found(store, 'kitten')).toEqual([]);
    await store.keep(recordOf(5, { request: 'kitten' }));
    await untilIndexed(folder, engine, 5);
    expect(found(store, 'kitten')).toEqual([5]);
  });

  test('goes on with the index where it stopped when the store is opened again', async () => {
    const opened = await open();
    await opened.store.keep(recordOf(1, { request: 'kitten' }));
    const { store, folder } = await opened.reopen();
    expect(found(store, 'kitten')).toEqual([1]);
    await untilIndexed(folder, engine, 1);
    expect(found(store, 'kitten')).toEqual([1]);
  });
});
