import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A browser for the journeys: where it is, and what has to be added to its environment. */
export type FoundBrowser = { readonly executablePath: string; readonly env: Readonly<Record<string, string>> };

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
const cacheFolder = join(projectFolder, '.cache');

const runs = ({ executablePath, env }: FoundBrowser): boolean =>
  spawnSync(executablePath, ['--version'], { env: { ...process.env, ...env }, timeout: 60_000 }).status === 0;

const plain = (executablePath: string): FoundBrowser => ({ executablePath, env: {} });

/** The browser that came with `npm ci` on Linux x64. It brings the few libraries and the fonts that a bare system lacks. */
const shipped = async (): Promise<FoundBrowser | null> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const folder = join(cacheFolder, `browser-${version}`);
  const found = {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
  if (!existsSync(found.executablePath)) await unpackShipped(folder);
  return runs(found) ? found : null;
};

/** Unpacks beside and renames, so that an unpacking that was cut short leaves nothing that looks whole. */
const unpackShipped = async (folder: string): Promise<void> => {
  mkdirSync(cacheFolder, { recursive: true });
  const draft = mkdtempSync(join(cacheFolder, 'unpacking-'));
  const before = { ...process.env };
  try {
    // The package decides by these what it unpacks (its libraries too) and where.
    Object.assign(process.env, { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x', TMPDIR: draft });
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    const folders = [join(folder, 'fonts'), '/usr/share/fonts'].map((each) => `<dir>${each}</dir>`).join('');
    const fonts = `<?xml version="1.0"?><fontconfig>${folders}<cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>`;
    writeFileSync(join(draft, 'fonts.conf'), fonts);
    if (!existsSync(folder)) renameSync(draft, folder);
  } finally {
    for (const name of ['AWS_EXECUTION_ENV', 'TMPDIR', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME']) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
    rmSync(draft, { recursive: true, force: true });
  }
};

const systemNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const systemPlaces: Readonly<Record<string, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

const installed = (): FoundBrowser | null => {
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => systemNames.map((name) => join(folder, name)));
  const candidates = [...(process.platform === 'win32' ? [] : onPath), ...(systemPlaces[process.platform] ?? [])];
  const executablePath = candidates.find((each) => existsSync(each));
  return executablePath === undefined ? null : plain(executablePath);
};

const playwrightCache = (): string =>
  process.env['PLAYWRIGHT_BROWSERS_PATH'] ??
  {
    darwin: join(homedir(), 'Library/Caches/ms-playwright'),
    win32: join(process.env['LOCALAPPDATA'] ?? homedir(), 'ms-playwright'),
  }[process.platform as string] ??
  join(homedir(), '.cache/ms-playwright');

const shellNames = new Set([
  'headless_shell',
  'headless_shell.exe',
  'chrome-headless-shell',
  'chrome-headless-shell.exe',
]);

const cachedByPlaywright = (): FoundBrowser | null => {
  const folder = playwrightCache();
  if (!existsSync(folder)) return null;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  const shell = files.find((each) => each.isFile() && shellNames.has(each.name));
  return shell ? plain(join(shell.parentPath, shell.name)) : null;
};

const downloadedByPlaywright = (): FoundBrowser | null => {
  const cli = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium-headless-shell'], { stdio: 'ignore', timeout: 300_000 });
  return cachedByPlaywright();
};

const fromTheDistribution = (): FoundBrowser | null => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const options = { stdio: 'ignore', timeout: 600_000, env } as const;
    execFileSync('apt-get', ['update'], options);
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options);
  } catch {
    return null;
  }
  return installed();
};

/** The first browser that runs; journeys without one fail, they are never skipped. */
export const findBrowser = async (): Promise<FoundBrowser> => {
  const named = process.env['E2E_CHROMIUM'];
  if (named) {
    if (runs(plain(named))) return plain(named);
    throw new Error(`E2E_CHROMIUM names ${named}, which does not run. Name a Chromium, or unset the variable.`);
  }
  for (const look of [shipped, installed, cachedByPlaywright, downloadedByPlaywright, fromTheDistribution]) {
    const found = await look();
    if (found && (found.env['LD_LIBRARY_PATH'] || runs(found))) return found;
  }
  throw new Error(
    'No browser was found for the journeys, and none could be fetched. Install Chromium or Chrome, or name one in E2E_CHROMIUM.',
  );
};
