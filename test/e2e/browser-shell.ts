import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from '@playwright/test';
import { findBrowser } from './find-browser.ts';
import type { OpenShell } from './shell.ts';

const program = fileURLToPath(new URL('../../dist/main/hookbench.js', import.meta.url));

/** Waits for the one line of JSON that tells where everything is; what the program said instead becomes the error. */
const pageUrlOf = async (served: ChildProcess): Promise<string> => {
  let out = '';
  let err = '';
  served.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const line = new Promise<string>((resolve, reject) => {
    served.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (out.includes('\n')) resolve(out.slice(0, out.indexOf('\n')));
    });
    served.once('exit', (code) => reject(new Error(`hookbench serve ended with ${String(code)}: ${err || out}`)));
  });
  return (JSON.parse(await line) as { page: string }).page;
};

const stop = async (served: ChildProcess): Promise<void> => {
  if (served.exitCode !== null || served.signalCode !== null) return;
  const ended = once(served, 'exit');
  served.kill('SIGTERM');
  await ended;
};

type Opening = {
  readonly port: number;
  /** For Node, before the program. */
  readonly nodeArgs: readonly string[];
  /** With the page, before anything runs in it. */
  readonly prepare: (page: Page) => Promise<void>;
};

const usual: Opening = { port: 0, nodeArgs: [], prepare: async () => undefined };

/** `hookbench serve` as a process of its own, and its page in a tab. */
export const openInBrowser = async (
  dataFolder: string,
  { port, nodeArgs, prepare }: Opening = usual,
): Promise<OpenShell> => {
  const { executablePath, env } = await findBrowser();
  const serve = ['serve', '--port', String(port), '--control-port', '0', '--data', dataFolder, '--no-open', '--json'];
  const args = [...nodeArgs, program, ...serve];
  const served = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let browser: Browser | null = null;
  try {
    const url = await pageUrlOf(served);
    browser = await chromium.launch({ executablePath, env: { ...process.env, ...env } });
    const page = await browser.newPage({ viewport: { width: 1360, height: 860 }, locale: 'en-GB', timezoneId: 'UTC' });
    await prepare(page);
    await page.goto(url);
    const opened = browser;
    return {
      page,
      savedBy: async (act) => {
        const [download] = await Promise.all([page.waitForEvent('download'), act()]);
        return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
      },
      quit: async () => {
        await opened.close();
        await stop(served);
      },
    };
  } catch (error) {
    await browser?.close();
    await stop(served);
    throw error;
  }
};
