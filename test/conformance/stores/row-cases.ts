import { expect, test } from 'vitest';
import type { ExchangeStore } from '#main/harness/exchange-store.ts';
import type { SearchKind } from '#shared/query/match.ts';
import { filterOf } from '#shared/query/filter-of.ts';
import { readQuery } from '#shared/query/read-query.ts';
import type { Mark } from '#shared/exchange/mark.ts';
import { pendingOf, recordOf, withoutRequestBody } from './records.ts';

export type RowBench = {
  readonly store: ExchangeStore;
  /** Resolves when the store has nothing left to do behind the replies for exchanges up to this one. */
  readonly settled: (id: number) => Promise<void>;
};

const opened = 1_763_640_000_000;
const marks: readonly Mark[] = [
  { exchangeId: 1, isPinned: true, colour: 'red', note: 'Ask QA' },
  { exchangeId: 3, isPinned: false, colour: 'blue', note: '' },
];
const surroundings = {
  now: opened + 60_000,
  zone: 0,
  platforms: [
    { id: 'kore', name: 'Kore.ai' },
    { id: 'chatlayer', name: 'Chatlayer' },
  ],
  channels: [
    { id: 'kore-demo', name: 'Kore.ai demo', platformId: 'kore' },
    { id: 'layer', name: 'Layer', platformId: 'chatlayer' },
  ],
  marks,
};

/** The rows that a query finds, asked in as many steps as it takes. */
export const rowsFor = (
  store: ExchangeStore,
  query: string,
  search: SearchKind = 'words',
  budget = 30,
): readonly number[] => {
  const { query: read, problems } = readQuery(query);
  const looked = filterOf(read, surroundings);
  if (problems.length > 0 || !looked.ok) throw new Error(`The query is wrong: ${query}`);
  const ids: number[] = [];
  let before: number | null = Number.MAX_SAFE_INTEGER;
  while (before !== null) {
    const page = store.findRows({ filter: looked.filter, search, budget, before });
    ids.push(...page.ids);
    before = page.nextBefore;
  }
  const matched = store.matchRows({ filter: looked.filter, search, ids: store.newestId() > 500 ? ids : all(store) });
  expect(matched, query).toEqual(ids);
  return ids;
};

const all = (store: ExchangeStore): readonly number[] =>
  Array.from({ length: store.newestId() }, (_, index) => store.newestId() - index);

/** Six exchanges: 4 and 5 are twins, 6 waits, and only 1 and 2 have a conversation. */
const fill = async (store: ExchangeStore): Promise<void> => {
  await store.keep(
    recordOf(1, {
      request: 'my card lost',
      target: '/hooks/A?x=1',
      headers: [
        ['X-Trace', 'Zürich-7'],
        ['Authorization', 'Bearer abc'],
      ],
      summary: {
        conversationId: 'kore-demo/u-42',
        openedAt: opened,
        duration: 700,
        verdict: 'refused',
        rule: 'Greeting',
        traceId: 1,
      },
      outcome: { state: 'answered', status: 401 },
    }),
  );
  await store.keep(
    recordOf(2, {
      request: 'discarded lost',
      response: 'Привет',
      responseHeaders: [['X-Quick-Reply', 'true']],
      summary: {
        method: 'GET',
        conversationId: 'kore-demo/u%2043',
        openedAt: opened + 1000,
        traceId: 1,
        channelId: 'layer',
      },
    }),
  );
  await store.keep(
    recordOf(3, {
      request: 'x'.repeat(3000),
      summary: {
        direction: 'outbound',
        origin: 'https://Bots.example',
        remote: '',
        openedAt: opened + 2000,
        traceId: 3,
      },
      outcome: { state: 'failed', fault: { code: 'target.refused', message: '', next: '' } },
      response: null,
    }),
  );
  await store.keep(
    recordOf(4, {
      summary: {
        direction: 'outbound',
        origin: 'http://127.0.0.1:4700',
        twinId: 5,
        defect: 'callback.late',
        traceId: 4,
        openedAt: opened + 3000,
      },
    }),
  );
  await store.keep(
    recordOf(5, { request: 'twin', target: '/poll', summary: { twinId: 4, traceId: 4, openedAt: opened + 4000 } }),
  );
  await store.keep(
    pendingOf(6, { request: 'waits', summary: { channelId: null, openedAt: opened + 5000, traceId: 6 } }),
  );
};

const asks: readonly (readonly [query: string, found: readonly number[]])[] = [
  ['', [6, 5, 3, 2, 1]],
  ['status:401', [1]],
  ['status:4xx,200', [5, 2, 1]],
  ['-status:200', [6, 3, 1]],
  ['is:pending', [6]],
  ['is:failed,pinned', [3, 1]],
  ['is:imported', [3]],
  ['-is:marked', [6, 5, 2]],
  ['mark:red,blue', [3, 1]],
  ['note:"ask qa"', [1]],
  ['method:get', [2]],
  ['path:/HOOKS/a', [1]],
  ['-path:/poll', [6, 3, 2, 1]],
  ['host:bots.example', [3]],
  ['host:4700', [5]],
  ['dir:loopback', [5]],
  ['dir:in,out', [6, 3, 2, 1]],
  ['platform:chatlayer', [2]],
  ['-platform:kore', [6, 2]],
  ['channel:"Kore.ai demo"', [5, 3, 1]],
  ['user:U-42', [1]],
  ['user:"u 43"', [2]],
  ['verdict:refused', [1]],
  ['since:58s', [6, 5, 3]],
  ['until:58s', [2, 1]],
  ['duration:>500ms', [1]],
  ['-duration:>500ms', [6, 5, 3, 2]],
  ['size:>1kb', [3]],
  ['defect:late', [5]],
  ['rule:greet', [1]],
  ['trace:t1', [2, 1]],
  ['id:2..3', [3, 2]],
  ['id:4', [5]],
  ['lost', [2, 1]],
  ['LOST card', [1]],
  ['card', [1]],
  ['"card lost"', [1]],
  ['"lost card"', []],
  ['-card', [6, 5, 3, 2]],
  ['-"card lost"', [6, 5, 3, 2]],
  ['body:"my card"', [1]],
  ['req.body:привет', []],
  ['res.body:привет', [2]],
  ['body:card,twin', [5, 1]],
  ['zürich', [1]],
  ['"x-trace: zür"', [1]],
  ['header:x-trace', [1]],
  ['header:X-Trace=zürich', [1]],
  ['header:authorization=abc', [1]],
  ['header:authorization=bc', []],
  ['res.header:x-quick-reply=true', [2]],
  ['req.header:x-quick-reply', []],
  ['-header:x-trace', [6, 5, 3, 2]],
  ['card status:401 -path:/poll user:u-42', [1]],
  ['"--"', []],
];

const inTheMiddle: readonly (readonly [query: string, found: readonly number[]])[] = [
  ['card', [2, 1]],
  ['ard -path:/hooks/A', [2]],
  ['body:"arded lo"', [2]],
  ['header:authorization=bc', [1]],
  ['-ard', [6, 5, 3]],
];

/** What every store answers about its rows: the same while it has an index, while it has none, and while it has half of one. */
export const rowCases = (open: () => Promise<RowBench>): void => {
  test('finds by every field, word and phrase, whatever the index has seen', async () => {
    const { store, settled } = await open();
    await fill(store);
    for (const [query, found] of asks) expect(rowsFor(store, query), `${query}, at once`).toEqual(found);
    await settled(6);
    for (const [query, found] of asks) expect(rowsFor(store, query), `${query}, later`).toEqual(found);
    for (const [query, found] of inTheMiddle) expect(rowsFor(store, query, 'substring'), query).toEqual(found);
  });

  test('a step that has no time goes on where it ended, and leaves nothing out', async () => {
    const { store, settled } = await open();
    for (let id = 1; id <= 300; id += 1) await store.keep(recordOf(id, { request: id % 3 ? 'odd one' : 'even one' }));
    for (const query of ['', 'odd', '"odd one"', 'id:1..200'])
      expect(rowsFor(store, query, 'words', 0)).toEqual(rowsFor(store, query, 'words', 10_000));
    await settled(300);
    for (const query of ['', 'odd', '"odd one"', 'id:1..200'])
      expect(rowsFor(store, query, 'words', 0)).toEqual(rowsFor(store, query, 'words', 10_000));
  });

  test('what changes between two steps is found as it is then', async () => {
    const { store, settled } = await open();
    for (let id = 1; id <= 200; id += 1) await store.keep(recordOf(id, { request: id === 40 ? 'even' : 'odd one' }));
    await settled(200);
    const { query } = readQuery('"odd one"');
    const looked = filterOf(query, surroundings);
    const filter = looked.ok ? looked.filter : [];
    const first = store.findRows({ filter, search: 'words', budget: 0 });
    expect(first.nextBefore === null || first.nextBefore > 100).toBe(true);
    await store.keep(recordOf(50, { request: 'no more' }));
    await store.keep(recordOf(40, { request: 'an odd one' }));
    await settled(200);
    const rest =
      first.nextBefore === null
        ? first
        : store.findRows({ filter, search: 'words', budget: 10_000, before: first.nextBefore });
    const found = [...first.ids, ...rest.ids];
    const isOver = first.nextBefore === null;
    expect([found.includes(50), found.includes(40)]).toEqual([isOver, !isOver]);
    expect(rowsFor(store, '"odd one"')).toHaveLength(199);
  });

  test('what changes after it was indexed is found as it is now', async () => {
    const { store, settled } = await open();
    await store.keep(pendingOf(1, { summary: { direction: 'outbound' } }));
    await store.keep(pendingOf(2, { summary: { twinId: 1 } }));
    await settled(2);
    expect(rowsFor(store, 'is:pending')).toEqual([2, 1]);
    await store.keep(
      withoutRequestBody(
        recordOf(1, {
          summary: { direction: 'outbound', twinId: 2, defect: 'callback.late' },
          outcome: { state: 'answered', status: 500 },
        }),
      ),
    );
    expect(rowsFor(store, '')).toEqual([2]);
    expect(rowsFor(store, 'defect:late is:pending')).toEqual([2]);
    await store.keep(withoutRequestBody(recordOf(2, { response: 'answered', summary: { twinId: 1 } })));
    for (const when of ['at once', 'later']) {
      expect(rowsFor(store, 'defect:late status:200 answered'), when).toEqual([2]);
      expect(rowsFor(store, 'is:pending'), when).toEqual([]);
      await settled(2);
    }
  });

  test('what is hidden or removed is not found, and comes back with what is shown again', async () => {
    const { store, settled } = await open();
    for (let id = 1; id <= 4; id += 1) await store.keep(recordOf(id, { request: 'kitten' }));
    await settled(4);
    store.hideUpTo(2);
    expect([rowsFor(store, ''), rowsFor(store, 'kitten')]).toEqual([
      [4, 3],
      [4, 3],
    ]);
    store.hideUpTo(0);
    expect(rowsFor(store, 'status:200')).toEqual([4, 3, 2, 1]);
    store.removeUpTo(3);
    expect([rowsFor(store, ''), rowsFor(store, 'kitten')]).toEqual([[4], [4]]);
    store.removeUpTo(4);
    expect([rowsFor(store, ''), store.readSummaries([4, 1])]).toEqual([[], []]);
  });

  test('rows come with their conversations and verdicts, and summaries in the order that was asked for', async () => {
    const { store, settled } = await open();
    await fill(store);
    for (const when of ['at once', 'later']) {
      const found = store.findRows({ filter: [], search: 'words', budget: 1000, isGrouped: true });
      const { ids, conversationIds } = found;
      expect(found.verdicts, when).toEqual(store.readSummaries(ids).map(({ verdict }) => verdict));
      expect([ids, conversationIds], when).toEqual([
        [6, 5, 3, 2, 1],
        ['', '', '', 'kore-demo/u%2043', 'kore-demo/u-42'],
      ]);
      await settled(6);
    }
    expect(store.readSummaries([1, 99, 4]).map(({ id }) => id)).toEqual([1, 4]);
  });

  test('marks are kept one by one, and go with their exchanges', async () => {
    const { store } = await open();
    for (let id = 1; id <= 3; id += 1) await store.keep(recordOf(id));
    store.keepMarks(marks);
    store.keepMarks([
      { exchangeId: 1, isPinned: false, colour: null, note: 'later' },
      { exchangeId: 2, isPinned: true, colour: null, note: '' },
    ]);
    store.keepMarks([{ exchangeId: 2, isPinned: false, colour: null, note: '' }]);
    expect(store.listMarks()).toEqual([{ exchangeId: 1, isPinned: false, colour: null, note: 'later' }, marks[1]]);
    store.removeUpTo(1);
    expect(store.listMarks()).toEqual([marks[1]]);
    store.removeUpTo(3);
    expect(store.listMarks()).toEqual([]);
  });
};
