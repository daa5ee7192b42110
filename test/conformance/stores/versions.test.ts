import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Filter } from '#shared/query/filter.ts';
import { openExchangeStore } from '#main/io/exchange-store.ts';
import { storeFileName } from '#main/io/store-database.ts';
import { migrate, schemaVersion } from '#main/io/store-schema.ts';
import { DatabaseView } from './database-view.ts';
import { everyEngine, refusalOf } from './every-engine.ts';
import { namesOf } from './records.ts';
import { rowsFor } from './row-cases.ts';

/** Rows as the first version wrote them: literal, so that what writes today cannot change them along. */
const firstRows = `
  INSERT INTO exchanges (id, is_pending, request_bytes, response_bytes, summary, detail, response) VALUES (
    7, 0, 5, 2,
    '[1763640000000.5,"inbound",null,null,null,"POST","","/old","127.0.0.1:5",null,404,1.5,5,2,"unchecked","",0,0,0]',
    '[0,["1.1",["X-Old","kitten"],5,0],[404,"",["1.1",[],2,0]],["receive",0,1.5],[],{"state":"unchecked","because":"","checks":[]}]',
    CAST('ok' AS BLOB)
  );
  INSERT INTO bodies (key, bytes) VALUES (14, CAST('first' AS BLOB));
  INSERT INTO messages (id, conversation_id, exchange_id, message) VALUES ('m7', 'c', 7, '{"id":"m7","conversationId":"c","exchangeId":7}');
  INSERT INTO conversations (id, conversation) VALUES ('c', '{"id":"c","channelId":"old","userId":"u","startedAt":1}');
  UPDATE totals SET newest_id = 7, exchanges = 1, body_bytes = 7;
`;

/** A word that only the index says is there. */
const wordsFilter: Filter = [{ isNegated: false, any: [{ kind: 'words', text: 'planted' }] }];

everyEngine('A file of version', (open, engine) => {
  const earlier = Array.from({ length: schemaVersion }, (_, index) => index + 1);

  const fileOf = async (version: number): Promise<string> => {
    const { folder, store } = await open();
    await store.close();
    const elsewhere = join(folder, `version-${version}`);
    await mkdir(elsewhere);
    const database = new engine.DatabaseSync(join(elsewhere, storeFileName));
    migrate(database, elsewhere, version);
    database.exec(firstRows);
    database.close();
    return elsewhere;
  };

  test.each(earlier)('%i opens with all that is in it, and takes more', async (version) => {
    const folder = await fileOf(version);
    const store = openExchangeStore(folder, engine);
    expect(store.read(7)).toMatchObject({ target: '/old', summary: { method: 'POST', outcome: { status: 404 } } });
    expect(store.read(7)!.request.headers).toEqual([['X-Old', 'kitten']]);
    expect(Buffer.from(store.readBody(7, 'request', 0, 9)!.bytes).toString()).toBe('first');
    expect(Buffer.from(store.readBody(7, 'response', 0, 9)!.bytes).toString()).toBe('ok');
    expect(namesOf(store.listMessages({ limit: 9 }))).toEqual(['m7']);
    expect(store.listConversations(10).map((each) => each.id)).toEqual(['c']);
    expect([store.count(), store.newestId()]).toEqual([1, 7]);
    expect(rowsFor(store, 'kitten first')).toEqual([7]);
    const view = new DatabaseView(folder, engine);
    expect(rowsFor(store, 'status:404 kitten path:/old')).toEqual([7]);
    await vi.waitFor(() => expect(view.number('SELECT facets_up_to FROM indexed')).toBe(7), 10_000);
    expect(rowsFor(store, 'kitten first')).toEqual([7]);
    expect(rowsFor(store, 'status:404 kitten path:/old')).toEqual([7]);
    expect(store.listMarks()).toEqual([]);
    expect(view.number('PRAGMA user_version')).toBe(schemaVersion);
    expect(view.value('PRAGMA integrity_check')).toBe('ok');
    view.close();
    await store.close();
  });

  test.each([2, 3])(
    '%i whose words are indexed gets its facets behind, and words nobody indexes again',
    async (version) => {
      const folder = await fileOf(version);
      const before = new DatabaseView(folder, engine);
      before.exec("INSERT INTO exchange_words (rowid, words) VALUES (7, 'planted'); UPDATE indexed SET up_to = 7");
      before.close();
      const store = openExchangeStore(folder, engine);
      const view = new DatabaseView(folder, engine);
      await vi.waitFor(() => expect(view.number('SELECT facets_up_to FROM indexed')).toBe(7), 10_000);
      expect(view.number('SELECT count(*) FROM facets WHERE status = 404')).toBe(1);
      expect(store.findRows({ filter: wordsFilter, search: 'words', budget: 1000 }).ids).toEqual([7]);
      view.close();
      await store.close();
    },
  );

  test('that is yet to come is refused and left as it is', async () => {
    const folder = await fileOf(schemaVersion);
    const view = new DatabaseView(folder, engine);
    view.exec(`PRAGMA user_version = ${schemaVersion + 1}`);
    expect(refusalOf(() => openExchangeStore(folder, engine))).toBe('store.newer');
    expect(view.number('PRAGMA user_version')).toBe(schemaVersion + 1);
    view.close();
  });

  test('zero is a new one: large pages and a write-ahead log', async () => {
    const { folder } = await open();
    const view = new DatabaseView(folder, engine);
    expect([view.number('PRAGMA page_size'), view.value('PRAGMA journal_mode')]).toEqual([16_384, 'wal']);
    view.close();
  });
});
