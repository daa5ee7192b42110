import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { explain } from '#main/cli/explain.ts';
import { HarnessError } from '#shared/contract/fault.ts';
import { platformOf } from '#shared/platforms/registry.ts';
import { entries, requestOf, trustModels, type Entry } from '#test/trust-corpus/corpus.ts';
import { formsOf, secretsOf } from '#test/trust-corpus/secret-forms.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hookbench-canaries-'));
});
afterAll(() => rm(folder, { recursive: true }));

const rawHttp = (entry: Entry): string => {
  const { method, target, headers, body } = requestOf(entry.request);
  const lines = [`${method} ${target} HTTP/1.1`, 'Host: bench', ...headers.map(([name, value]) => `${name}: ${value}`)];
  return `${lines.join('\r\n')}\r\n\r\n${new TextDecoder('utf-8', { ignoreBOM: true }).decode(body)}`;
};

/** What a person at a terminal is shown: what was printed, or the sentence why nothing was. */
const shown = async (entry: Entry, json: boolean): Promise<string> => {
  const settings = { ...platformOf(entry.platform)!.demo.settings, ...entry.settings };
  const files = { request: join(folder, 'request.http'), settings: join(folder, 'settings.json') };
  await writeFile(files.request, rawHttp(entry));
  await writeFile(files.settings, JSON.stringify(settings));
  let printed = '';
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  try {
    await explain({
      file: files.request,
      settings: files.settings,
      platform: entry.platform,
      end: entry.end,
      at: entry.now,
      data: folder,
      json,
    });
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error;
    printed += error.message + JSON.stringify(error.fault);
  } finally {
    write.mockRestore();
  }
  return printed;
};

test.each(trustModels)('hookbench explain prints no secret of a %s channel, in whatever form', async (id) => {
  const platform = platformOf(id)!;
  const leaks: string[] = [];
  let explained = 0;
  for (const [index, entry] of entries.filter((each) => each.platform === id).entries()) {
    const text = await shown(entry, index % 2 === 0);
    if (/refused|accepted/i.test(text)) explained += 1;
    for (const secret of secretsOf([[platform, { ...platform.demo.settings, ...entry.settings }]]))
      for (const form of formsOf(secret)) if (text.includes(form)) leaks.push(`${entry.id}: ${form} in: ${text}`);
  }
  expect(explained).toBeGreaterThan(40);
  expect(leaks).toEqual([]);
});
