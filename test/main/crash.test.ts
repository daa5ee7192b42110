import type { ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { expect, test } from 'vitest';
import { openExchangeStore } from '#main/io/exchange-store.ts';
import { storeFileName } from '#main/io/store-database.ts';
import { loadEngine } from '#main/io/sqlite.ts';
import { buildMain, runCli } from '#test/main/built-cli.ts';
import { temporaryFolder } from '#test/main/open-bench.ts';

const moments = 20;
const writers = 50;

type Served = { readonly process: ChildProcess; readonly url: string; readonly restartedIn: number };

const serve = async (program: string, folder: string): Promise<Served> => {
  const startedAt = performance.now();
  const cli = runCli(program, ['serve', '--port', '0', '--control-port', '0', '--data', folder, '--no-open', '--json']);
  const { webhooks } = JSON.parse(await cli.firstLine) as { webhooks: string };
  await (await request(`${webhooks}/up`)).body.dump();
  return { process: cli.child, url: webhooks, restartedIn: performance.now() - startedAt };
};

const startInEmptyFolder = async (program: string): Promise<number> => {
  const folder = await temporaryFolder();
  const served = await serve(program, folder);
  served.process.kill('SIGKILL');
  await once(served.process, 'exit');
  await rm(folder, { recursive: true });
  return served.restartedIn;
};

const checkIntegrity = (folder: string): unknown => {
  const { DatabaseSync } = loadEngine();
  const database = new DatabaseSync(join(folder, storeFileName));
  const [row] = database.prepare('PRAGMA integrity_check').all();
  database.close();
  return row;
};

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test(
  `what was answered survives kill -9, at ${moments} moments under ${writers} writers`,
  { timeout: 240_000 },
  async ({ annotate }) => {
    const built = await buildMain();
    const program = join(built, 'hookbench.js');
    const folder = await temporaryFolder();
    const answered = new Map<string, string>();
    const restarts: number[] = [];
    const starts: number[] = [];
    let number = 0;
    const enoughAnswered = async (count: number): Promise<void> => {
      while (answered.size < count) await pause(10);
    };
    for (let moment = 0; moment < moments; moment += 1) {
      const served = await serve(program, folder);
      if (moment > 0) restarts.push(served.restartedIn);
      if (moment % 5 === 0) starts.push(await startInEmptyFolder(program));
      const agent = new Agent({ connections: writers });
      let isUp = true;
      const write = async (): Promise<void> => {
        while (isUp) {
          const path = `/write/${(number += 1)}`;
          const body = randomBytes(1 + Math.floor(Math.random() * 4000));
          try {
            const response = await request(`${served.url}${path}`, { method: 'POST', body, dispatcher: agent });
            await response.body.dump();
            answered.set(path, sha256(body));
          } catch {
            // The server was killed under it: it was never answered, so nothing is owed.
            return;
          }
        }
      };
      const writing = Array.from({ length: writers }, write);
      await enoughAnswered((moment + 1) * writers);
      await pause(Math.random() * 400);
      served.process.kill('SIGKILL');
      await once(served.process, 'exit');
      isUp = false;
      await Promise.all(writing);
      await agent.destroy();
    }

    const reopened = await serve(program, folder);
    restarts.push(reopened.restartedIn);
    reopened.process.kill('SIGTERM');
    await once(reopened.process, 'exit');
    const kept = await keptBodies(folder);
    const lost = [...answered].filter(([path, digest]) => kept.get(path) !== digest);
    expect(lost).toEqual([]);
    expect(checkIntegrity(folder)).toEqual({ integrity_check: 'ok' });
    // On a machine that is busy with other tests a start takes longer by itself: those in empty folders tell by how much.
    expect(Math.max(...restarts)).toBeLessThan(Math.max(2000, 4 * Math.max(...starts)));
    await annotate(
      `${answered.size} answered, none lost; the slowest restart took ${Math.round(Math.max(...restarts))} ms`,
    );
    await rm(folder, { recursive: true });
    await rm(built, { recursive: true });
  },
);

const keptBodies = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  const store = openExchangeStore(folder);
  const kept = new Map<string, string>();
  let before: number | undefined;
  for (;;) {
    const { exchanges, hasMore } = store.list({ limit: 1000, ...(before === undefined ? {} : { before }) });
    for (const { id, target, requestBytes } of exchanges) {
      const body = store.readBody(id, 'request', 0, Math.max(1, requestBytes));
      if (body) kept.set(target, sha256(body.bytes));
    }
    before = exchanges.at(-1)?.id;
    if (!hasMore) break;
  }
  await store.close();
  return kept;
};
