import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundled } from '#test/main/bundled.ts';
import { DatabaseView } from './database-view.ts';
import { everyEngine } from './every-engine.ts';

const child = join(import.meta.dirname, 'keep-until-killed.mjs');
const moments = 5;
let built = '';

beforeAll(async () => {
  built = await bundled({ store: 'main/io/exchange-store.ts', sqlite: 'main/io/sqlite.ts' });
});

afterAll(() => rm(built, { recursive: true, force: true }));

everyEngine('A process that is killed', (open, engine) => {
  test(`at ${moments} moments loses nothing that was acknowledged, and damages nothing`, async () => {
    const opened = await open();
    await opened.store.close();
    const acknowledged = new Map<number, string>();
    for (let moment = 0; moment < moments; moment += 1) {
      for (const [id, digest] of await keepAndKill(opened.folder)) acknowledged.set(id, digest);
    }
    const { store } = await opened.reopen();
    expect(acknowledged.size).toBeGreaterThan(moments * 50);
    const damaged = [...acknowledged].filter(([id, digest]) => {
      const body = store.readBody(id, 'request', 0, 10_000)?.bytes ?? new Uint8Array();
      const isClosed = store.read(id)?.summary.note === 'closed';
      return !isClosed || createHash('sha256').update(body).digest('hex') !== digest;
    });
    expect(damaged).toEqual([]);
    const newest = store.list({ limit: 1000 }).exchanges;
    expect(newest.filter((each) => each.outcome.state === 'pending')).toEqual([]);
    const view = new DatabaseView(opened.folder, engine);
    expect(view.value('PRAGMA integrity_check')).toBe('ok');
    expect(store.count()).toBe(view.number('SELECT count(*) FROM exchanges'));
    view.close();
  });

  /** What a child has acknowledged until the moment of its death. */
  const keepAndKill = async (folder: string): Promise<readonly (readonly [id: number, digest: string])[]> => {
    const args = [child, built, folder, engine.name];
    const writer = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const exit = once(writer, 'exit');
    const printed = text(writer.stdout);
    await once(writer.stdout, 'readable');
    await pause(Math.random() * 250);
    writer.kill('SIGKILL');
    await exit;
    // The last line may be cut.
    const lines = (await printed).split('\n').slice(0, -1);
    return lines.map((line) => line.split(' ')).map(([id, digest]) => [Number(id), digest ?? ''] as const);
  };
});
