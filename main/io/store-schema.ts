import { fault, HarnessError } from '#shared/contract/fault.ts';
import type { SqlDatabase } from './sqlite.ts';

/** One step per version of the file, in order. A step that was released never changes: a new version appends one. */
const migrations: readonly string[] = [
  `
  CREATE TABLE exchanges (
    id INTEGER PRIMARY KEY,
    is_pending INTEGER NOT NULL,
    request_bytes INTEGER NOT NULL,
    response_bytes INTEGER,
    summary TEXT NOT NULL,
    detail TEXT NOT NULL,
    -- Last, so that pages of summaries do not walk through them. Null: in the table of bodies, or not there at all.
    request BLOB,
    response BLOB
  );
  CREATE INDEX pending_exchanges ON exchanges (id) WHERE is_pending = 1;
  -- Bodies too large for the row. The key is twice the exchange's id, and one more for the response: what is read together lies together.
  CREATE TABLE bodies (key INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
  CREATE TABLE messages (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    conversation_id TEXT NOT NULL,
    exchange_id INTEGER NOT NULL,
    message TEXT NOT NULL
  );
  CREATE INDEX messages_of_conversation ON messages (conversation_id, seq);
  CREATE INDEX messages_of_exchange ON messages (exchange_id);
  CREATE TABLE conversations (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, conversation TEXT NOT NULL);
  -- One row, because counting a million rows takes a second: counts what has an id up to newest_id. What is newer is counted on opening.
  CREATE TABLE totals (
    newest_id INTEGER NOT NULL,
    removed_up_to INTEGER NOT NULL,
    exchanges INTEGER NOT NULL,
    body_bytes INTEGER NOT NULL
  );
  INSERT INTO totals VALUES (0, 0, 0, 0);
  `,
  `
  -- Words only: no text and no places, so that the index stays small. The words are prepared by store-words.ts.
  CREATE VIRTUAL TABLE exchange_words USING fts5(words, content='', contentless_delete=1, detail=none, tokenize=ascii);
  -- One row: every exchange up to this id has been through the index.
  CREATE TABLE indexed (up_to INTEGER NOT NULL);
  INSERT INTO indexed VALUES (0);
  -- Exchanges that changed after they went through the index.
  CREATE TABLE stale_words (id INTEGER PRIMARY KEY);
  `,
  `
  CREATE TABLE marks (exchange_id INTEGER PRIMARY KEY, mark TEXT NOT NULL);
  `,
  `
  -- What queries compare, for each row of the traffic: a whole scan of a hundred thousand costs milliseconds, so that it needs no index.
  CREATE TABLE facets (
    id INTEGER PRIMARY KEY,
    twin_id INTEGER,
    opened_at REAL NOT NULL,
    way TEXT NOT NULL,
    channel_id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    user TEXT NOT NULL,
    method TEXT NOT NULL,
    target TEXT NOT NULL,
    host TEXT NOT NULL,
    state TEXT NOT NULL,
    is_imported INTEGER NOT NULL,
    status INTEGER,
    verdict TEXT NOT NULL,
    duration REAL,
    size INTEGER NOT NULL,
    trace INTEGER NOT NULL,
    rule TEXT NOT NULL,
    defect TEXT NOT NULL
  );
  -- Never more than up_to: behind it where a file was indexed before there were facets.
  ALTER TABLE indexed ADD COLUMN facets_up_to INTEGER NOT NULL DEFAULT 0;
  `,
];

/** The version that this product writes. */
export const schemaVersion = migrations.length;

/** Brings the file to `target`, step by step. Throws `store.newer` for a file of a version to come, and leaves it alone. */
export const migrate = (database: SqlDatabase, folder: string, target = schemaVersion): void => {
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { readonly user_version: number };
  if (version > schemaVersion) throw new HarnessError(fault('store.newer', { folder }));
  for (const [index, step] of migrations.entries()) {
    if (index < version || index >= target) continue;
    database.exec(`BEGIN IMMEDIATE; ${step}; PRAGMA user_version = ${index + 1}; COMMIT`);
  }
};
