import { createHash } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fault } from '#shared/contract/fault.ts';
import type { Outcome } from '#shared/exchange/exchange.ts';
import { openExchangeStore } from '#main/io/exchange-store.ts';
import { bytesInRow } from '#main/io/store-row.ts';
import { DatabaseView } from './database-view.ts';
import { everyEngine, refusalOf } from './every-engine.ts';
import { idsOf, messageOf, namesOf, pendingOf, recordOf, withoutRequestBody } from './records.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const everything = { from: 0, length: 10_000_000 };

everyEngine('A store keeps', (open, engine) => {
  test('an exchange with both bodies, also when the store is opened again', async () => {
    const first = await open();
    const record = recordOf(1, { request: 'question', response: 'answer' });
    await first.store.keep(record);
    for (const look of ['at once', 'after a restart']) {
      const { store } = look === 'at once' ? first : await first.reopen();
      expect(store.read(1)).toEqual(record.exchange);
      expect(Buffer.from(store.readBody(1, 'request', 0, 100)!.bytes).toString()).toBe('question');
      expect(Buffer.from(store.readBody(1, 'response', 0, 100)!.bytes).toString()).toBe('answer');
    }
  });

  test('a body in slices, and says how long the whole is', async () => {
    const { store } = await open();
    await store.keep(recordOf(1, { request: '0123456789' }));
    const slice = store.readBody(1, 'request', 3, 4)!;
    expect([Buffer.from(slice.bytes).toString(), slice.total]).toEqual(['3456', 10]);
    expect(store.readBody(1, 'request', 8, 100)!.bytes.byteLength).toBe(2);
    expect(store.readBody(1, 'request', 50, 100)!.bytes.byteLength).toBe(0);
  });

  test('an empty response apart from one that never came', async () => {
    const { store } = await open();
    await store.keep(recordOf(1, { request: '', response: '' }));
    await store.keep(recordOf(2, { response: null }));
    expect(store.readBody(1, 'request', 0, 10)).toEqual({ bytes: new Uint8Array(), total: 0 });
    expect(store.readBody(1, 'response', 0, 10)).toEqual({ bytes: new Uint8Array(), total: 0 });
    expect(store.readBody(2, 'response', 0, 10)).toBeNull();
    expect(store.readBody(3, 'request', 0, 10)).toBeNull();
    expect(store.read(3)).toBeNull();
  });

  test('any bytes as they are, and any text in heads', async () => {
    const opened = await open();
    const bodies = fc.uint8Array({ maxLength: 20_000 });
    let id = 0;
    const kept = new Map<number, { readonly digests: readonly string[]; readonly target: string }>();
    await fc.assert(
      fc.asyncProperty(bodies, bodies, fc.string({ unit: 'binary' }), async (request, response, target) => {
        id += 1;
        await opened.store.keep(recordOf(id, { request, response, target }));
        kept.set(id, { digests: [sha256(request), sha256(response)], target });
      }),
      { numRuns: 60 },
    );
    const { store } = await opened.reopen();
    for (const [each, { digests, target }] of kept) {
      const found = (['request', 'response'] as const).map((part) =>
        sha256(store.readBody(each, part, everything.from, everything.length)!.bytes),
      );
      expect([found, store.read(each)!.target]).toEqual([digests, target]);
    }
  });

  test('any header lines, in order, with duplicates, and whatever is in them', async () => {
    const { store } = await open();
    const lines = fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.oneof(fc.string(), fc.constant('a\nb'))), {
      maxLength: 6,
    });
    let id = 0;
    await fc.assert(
      fc.asyncProperty(lines, async (headers) => {
        const record = recordOf((id += 1), { headers });
        await store.keep(record);
        expect(store.read(id)).toEqual(record.exchange);
      }),
      { numRuns: 60 },
    );
  });

  test('every kind of outcome', async () => {
    const { store } = await open();
    const outcomes: readonly Outcome[] = [
      { state: 'answered', status: 204 },
      { state: 'aborted' },
      { state: 'failed', fault: fault('target.timeout', { host: 'bot.example', seconds: 15 }) },
      { state: 'malformed', reason: 'HPE_INVALID_METHOD' },
    ];
    for (const [index, outcome] of outcomes.entries()) await store.keep(recordOf(index + 1, { outcome }));
    expect(outcomes.map((_, index) => store.read(index + 1)?.summary.outcome)).toEqual(outcomes);
  });

  test('the request body that is there when the answer comes without one', async () => {
    const opened = await open();
    await opened.store.keep(pendingOf(1, { request: 'kept before' }));
    expect(opened.store.read(1)!.summary.outcome.state).toBe('pending');
    await opened.store.keep(withoutRequestBody(recordOf(1, { request: 'kept before', response: 'late' })));
    const { store } = await opened.reopen();
    expect(store.count()).toBe(1);
    expect(store.read(1)!.summary.outcome).toEqual({ state: 'answered', status: 200 });
    expect(Buffer.from(store.readBody(1, 'request', 0, 100)!.bytes).toString()).toBe('kept before');
    expect(Buffer.from(store.readBody(1, 'response', 0, 100)!.bytes).toString()).toBe('late');
  });

  test('bodies that fit their row and bodies that do not, whatever replaces what', async () => {
    const { store, folder } = await open();
    const view = new DatabaseView(folder, engine);
    const sizes = [bytesInRow, bytesInRow + 1, 0, 3 * bytesInRow, 1];
    const lengths = () =>
      (['request', 'response'] as const).map((part) => store.readBody(1, part, 0, 99_999)!.bytes.length);
    for (const [before, after] of sizes.flatMap((one) => sizes.map((other) => [one, other] as const))) {
      const [request, response] = [Buffer.alloc(before, 'q'), Buffer.alloc(after, 'r')];
      await store.keep(pendingOf(1, { request }));
      await store.keep(withoutRequestBody(recordOf(1, { request, response })));
      expect(lengths()).toEqual([before, after]);
      expect(view.number('SELECT count(*) FROM bodies')).toBe(
        [before, after].filter((each) => each > bytesInRow).length,
      );
      await store.keep(recordOf(1, { request: response, response: request }));
      expect(lengths()).toEqual([after, before]);
      await store.keep(withoutRequestBody(recordOf(1, { response: 'late' })));
      expect(lengths()).toEqual([after, 4]);
    }
    store.removeUpTo(1);
    expect(view.number('SELECT count(*) FROM bodies')).toBe(0);
    view.close();
  });

  test('what was given last under an id, even within one tick', async () => {
    const { store } = await open();
    const given = [
      store.keep(pendingOf(1, { request: 'body' })),
      store.keep(withoutRequestBody(recordOf(1, { request: 'body', response: 'answer' }))),
    ];
    expect(store.readBody(1, 'request', 0, 10)!.total).toBe(4);
    await Promise.all(given);
    expect(store.readBody(1, 'request', 0, 10)!.total).toBe(4);
    expect(store.readBody(1, 'response', 0, 10)!.total).toBe(6);
    await store.keep(recordOf(1, { request: '', response: null }));
    expect(store.readBody(1, 'request', 0, 10)!.total).toBe(0);
    expect(store.readBody(1, 'response', 0, 10)).toBeNull();
  });

  test('what it shows at once: nobody waits for the commit to read', async () => {
    const { store } = await open();
    const kept = store.keep(recordOf(1));
    void store.keepMessages([messageOf('m1', 1)]);
    expect(idsOf(store.list({ limit: 10 }))).toEqual([1]);
    expect(namesOf(store.listMessages({ limit: 10 }))).toEqual(['m1']);
    expect([store.count(), store.newestId(), store.read(1)?.summary.id]).toEqual([1, 1, 1]);
    await kept;
    expect([store.count(), store.newestId()]).toEqual([1, 1]);
  });

  test('exchanges by pages, newest first, whatever the order in which they came', async () => {
    const { store } = await open();
    for (const id of [3, 1, 5, 2, 4]) await store.keep(recordOf(id));
    const first = store.list({ limit: 2 });
    expect([idsOf(first), first.hasMore]).toEqual([[5, 4], true]);
    const rest = store.list({ limit: 3, before: 4 });
    expect([idsOf(rest), rest.hasMore]).toEqual([[3, 2, 1], false]);
    expect(idsOf(store.list({ limit: 2, before: 1 }))).toEqual([]);
  });

  test('messages by pages, of one conversation or of all', async () => {
    const opened = await open();
    await opened.store.keepMessages([messageOf('a1', 1), messageOf('b1', 2, 'other'), messageOf('a2', 3)]);
    await opened.store.keepMessages([messageOf('a3', 4)]);
    for (const look of ['at once', 'after a restart']) {
      const { store } = look === 'at once' ? opened : await opened.reopen();
      expect(namesOf(store.listMessages({ limit: 10 }))).toEqual(['a3', 'a2', 'b1', 'a1']);
      const page = store.listMessages({ limit: 2, conversationId: 'kore-demo/u-42' });
      expect([namesOf(page), page.hasMore]).toEqual([['a3', 'a2'], true]);
      const older = store.listMessages({ limit: 2, conversationId: 'kore-demo/u-42', before: 'a2' });
      expect([namesOf(older), older.hasMore]).toEqual([['a1'], false]);
      expect(namesOf(store.listMessages({ limit: 2, before: 'removed long ago' }))).toEqual([]);
      const carried = (...ids: readonly number[]) => store.messagesOf(ids, 2).map(({ id }) => id);
      expect([carried(4, 1), carried(2), carried(9), carried(), carried(1, 2, 3)]).toEqual([
        ['a1', 'a3'],
        ['b1'],
        [],
        [],
        ['a1', 'b1'],
      ]);
    }
  });

  test('conversations in the order in which they began', async () => {
    const opened = await open();
    const conversations = ['u-9', 'u-1'].map((userId) => ({
      id: `kore-demo/${userId}`,
      channelId: 'kore-demo',
      userId,
      startedAt: 1_763_640_000_000,
    }));
    for (const each of conversations) await opened.store.keepConversation(each);
    const { store } = await opened.reopen();
    expect(store.listConversations(1).map((each) => each.userId)).toEqual(['u-1']);
    void store.keepConversation({ ...conversations[0]!, startedAt: 5 });
    expect(store.listConversations(10).map((each) => [each.userId, each.startedAt])).toEqual([
      ['u-9', 5],
      ['u-1', 1_763_640_000_000],
    ]);
    expect(store.readConversation('kore-demo/u-1')?.userId).toBe('u-1');
    expect(store.readConversation('kore-demo/u-9')?.startedAt).toBe(5);
    expect(store.readConversation('kore-demo/nobody')).toBeNull();
  });

  test('an exchange that was never finished as one that was interrupted', async () => {
    const opened = await open();
    await opened.store.keep(pendingOf(1));
    await opened.store.keep(recordOf(2));
    const { store } = await opened.reopen();
    const [answered, interrupted] = store.list({ limit: 10 }).exchanges;
    expect(answered?.outcome.state).toBe('answered');
    expect(interrupted?.outcome.state).toBe('aborted');
    expect(interrupted?.note).toContain('Hookbench stopped');
    expect(Buffer.from(store.readBody(1, 'request', 0, 100)!.bytes).toString()).toContain('hello 1');
  });

  test('nothing that was removed: no exchange, no body, no message, and no id is given again', async () => {
    const opened = await open();
    await opened.store.keep(recordOf(1));
    await opened.store.keep(pendingOf(2));
    await opened.store.keep(recordOf(3));
    await opened.store.keepMessages([messageOf('m1', 1), messageOf('m3', 3)]);
    expect(opened.store.removeUpTo(2)).toBe(1);
    await opened.store.keep(withoutRequestBody(recordOf(2)));
    expect(idsOf(opened.store.list({ limit: 10 }))).toEqual([3]);
    expect(opened.store.readBody(1, 'request', 0, 10)).toBeNull();
    expect(namesOf(opened.store.listMessages({ limit: 10 }))).toEqual(['m3']);
    void opened.store.keep(recordOf(4));
    expect(opened.store.removeUpTo(4)).toBe(0);
    const { store } = await opened.reopen();
    expect([store.count(), store.newestId(), idsOf(store.list({ limit: 10 }))]).toEqual([0, 4, []]);
  });

  test('its files to itself', async () => {
    const { store, folder } = await open();
    await store.keep(recordOf(1));
    const modes = ['exchanges.db', 'exchanges.db-wal'].map(
      async (name) => (await stat(join(folder, name))).mode & 0o777,
    );
    if (process.platform !== 'win32') expect(await Promise.all(modes)).toEqual([0o600, 0o600]);
  });

  test('everything when every commit is flushed to the disk, too', async () => {
    const opened = await open();
    opened.store.configure({ keepExchanges: null, keepBytes: null, durability: 'full' });
    await Promise.all(Array.from({ length: 50 }, (_, index) => opened.store.keep(recordOf(index + 1))));
    expect((await opened.reopen()).store.count()).toBe(50);
  });

  test('nothing of a file that is no database, and leaves it as it is', async () => {
    const { folder, store } = await open();
    const elsewhere = join(folder, 'elsewhere');
    await store.close();
    const file = join(elsewhere, 'exchanges.db');
    const content = 'This is no database. '.repeat(1000);
    await mkdir(elsewhere);
    await writeFile(file, content);
    expect(refusalOf(() => openExchangeStore(elsewhere, engine))).toBe('data.unreadable');
    expect(await readFile(file, 'utf8')).toBe(content);
  });
});
