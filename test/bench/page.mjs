// The page of a bench with 100,000 exchanges in a real browser: npm run bench:page
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { runnerImport } from 'vite';
import { fillStore } from './fill-store.mjs';
import { firstRows, frames, heap, search } from './page-measures.mjs';
import { writeFigures } from './readme.mjs';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '5' },
    'no-write': { type: 'boolean', default: false },
  },
});
const count = Number(values.count);
const rounds = Number(values.rounds);
const project = fileURLToPath(new URL('../..', import.meta.url));
const filled = join(project, '.cache', `filled-${values.count}`);
mkdirSync(filled, { recursive: true });
await fillStore(filled, count);
// What comes in meanwhile is kept in a copy.
const folder = mkdtempSync(join(tmpdir(), 'hookbench-page-bench-'));
cpSync(filled, folder, { recursive: true });

const server = spawn(
  process.execPath,
  [
    join(project, 'dist/main/hookbench.js'),
    ...'serve --port 0 --control-port 0 --no-open --json --data'.split(' '),
    folder,
  ],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
const [firstLine] = await once(server.stdout.setEncoding('utf8'), 'data');
const served = JSON.parse(firstLine);
const { module } = await runnerImport(join(project, 'test/e2e/find-browser.ts'));
const { executablePath, env } = await module.findBrowser();
const browser = await chromium.launch({ executablePath, env: { ...process.env, ...env } });

const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];
const open = async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', timezoneId: 'UTC' });
  return page;
};

const opened = [];
for (let round = 0; round < rounds; round += 1) {
  const page = await open();
  opened.push(await firstRows(page, served.page));
  await page.close();
}
const page = await open();
await firstRows(page, served.page);
await page.keyboard.press('Alt+w');
await page.getByRole('group', { name: 'Columns' }).waitFor();
await page.waitForFunction(
  () => Number(document.querySelector('#traffic-list > div:last-of-type')?.clientHeight) > 28e4,
);

const scrolled = {
  'read, a notch of the wheel at a time': await frames(page, { notch: 100, every: 60, seconds: 4 }),
  'flown over, ten notches at a time': await frames(page, { notch: 1000, every: 16, seconds: 4 }),
  'while 100 requests a second come in': await frames(page, {
    notch: 100,
    every: 60,
    seconds: 4,
    meanwhile: (n) => fetch(`${served.webhooks}/bench?n=${n}`, { method: 'POST', body: '{"text":"while it is read"}' }),
  }),
};
const queries = ['unicorn', 'kitten', 'card', 'card status:401', '"card kitten"'];
const found = [];
for (const query of queries) {
  const taken = [];
  for (let round = 0; round < rounds; round += 1) taken.push(await search(page, query));
  const middle = (key) => median(taken.map((each) => each[key]));
  found.push({ query, hits: taken[0].hits, drawn: middle('drawn'), counted: middle('counted') });
}
const memory = await heap(page);
await browser.close();
server.kill('SIGTERM');
await once(server, 'exit');
rmSync(folder, { recursive: true, force: true });

const ms = (time) => `${time.toFixed(time < 10 ? 1 : 0)} ms`;
const mb = (bytes) => `${(bytes / 1024 ** 2).toFixed(0)} MB`;
const lines = [
  ['first rows after opening', ms(median(opened)), '500 ms'],
  ...Object.entries(scrolled).map(([name, { p95, longTasks }]) => [
    `scrolling, ${name}: a frame, 95th percentile`,
    `${ms(p95)}${longTasks > 0 ? ` (${longTasks} long tasks)` : ''}`,
    '20 ms',
  ]),
  ...found.map(({ query, hits, drawn, counted }) => [
    `\`${query}\`: from Enter until its newest hits are drawn, until all ${hits} are there`,
    `${ms(drawn)}, ${ms(counted)}`,
    '100 ms',
  ]),
  ['JavaScript heap of the page afterwards, garbage collected', mb(memory.heap), '300 MB'],
  ...(memory.resident === null ? [] : [['memory of its whole process (resident)', mb(memory.resident), '']]),
];
const table = [['', 'measured', 'wanted at most'], ['---', '---', '---'], ...lines]
  .map((line) => `| ${line.join(' | ')} |`)
  .join('\n');
const { version } = JSON.parse(readFileSync(join(project, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'));
const machine = `${cpus().length} × ${cpus()[0].model}, Node ${process.version}, Chromium ${version.split('.')[0]} without a window, ${count.toLocaleString('en')} exchanges, median of ${rounds}`;
const report = `${table}\n\n${machine}.`;
console.log(`\n${report}`);
if (!values['no-write']) writeFigures('page', report);
