import { request as httpRequest, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { SessionLog } from '#main/harness/session-log.ts';
import { systemClock, systemIds } from '#main/io/system.ts';
import type { Harness } from '#shared/contract/harness.ts';
import { defaultSettings } from '#shared/session/state.ts';
import { emptySession } from '#test/empty-session.ts';

/** A harness with the real event log and one real command; whatever else is asked of it is a mistake of ours. */
export const smallHarness = () => {
  const log = new SessionLog(emptySession, { clock: systemClock, ids: systemIds });
  let settings = defaultSettings;
  let watchers = 0;
  const commands: Partial<Harness> = {
    subscribe: (from, watch) => {
      const stop = log.watch(from, watch);
      watchers += 1;
      let isOver = false;
      return () => {
        if (!isOver) watchers -= 1;
        isOver = true;
        stop();
      };
    },
    changeSettings: async (changes) => {
      settings = { ...settings, ...changes };
      log.publish({ type: 'settings-changed', settings });
      return {};
    },
    stopListening: () => Promise.reject(new Error('a mistake with a secret in it')),
  };
  return { harness: commands as Harness, publish: log.publish, watcherCount: () => watchers };
};

const roots: string[] = [];
afterAll(() => Promise.all(roots.map((root) => rm(root, { recursive: true, force: true }))));

/** What a built page looks like, with a secret next to it that no path may reach. */
export const pageFolderWith = async (files: Readonly<Record<string, string>>): Promise<string> => {
  const root = await mkdtemp(join(tmpdir(), 'hookbench-page-'));
  roots.push(root);
  const folder = join(root, 'page');
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(root, 'secret.txt'), 'not for you');
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
};

export type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };

/** A request exactly as written: fetch would not let a test lie about Host and Origin. */
export const ask = (
  port: number,
  method: string,
  path: string,
  headers: OutgoingHttpHeaders = {},
  body?: string,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      const isStream = response.headers['content-type']?.startsWith('text/event-stream') ?? false;
      let text = '';
      const finish = (): void => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
        request.destroy();
      };
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        if (isStream && text.includes('data: ')) finish();
      });
      response.on('end', finish);
    });
    request.on('error', reject);
    request.end(body);
  });
