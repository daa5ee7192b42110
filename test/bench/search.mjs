// Lists and searches of a store of 100,000 exchanges, asked for over the contract of a server that runs, as a page asks: npm run bench:search
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fillStore } from './fill-store.mjs';
import { writeFigures } from './readme.mjs';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '7' },
    'no-write': { type: 'boolean', default: false },
  },
});
const count = Number(values.count);
const rounds = Number(values.rounds);
const project = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(project, '.cache', `filled-${values.count}`);
mkdirSync(folder, { recursive: true });
await fillStore(folder, count);

const server = spawn(
  process.execPath,
  [join(project, 'dist/main/hookbench.js'), 'serve', '--port', '0', '--no-open', '--json', '--data', folder],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
const [firstLine] = await once(server.stdout.setEncoding('utf8'), 'data');
const { control, page } = JSON.parse(firstLine);
const token = page.slice(page.indexOf('#token=') + '#token='.length);

const ask = async (command, input) => {
  const response = await fetch(`${control}/api/call`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ command, input }),
  });
  const reply = await response.json();
  if (!reply.ok) throw new Error(reply.fault.message);
  return reply.output;
};

/** All rows of a query, as a page asks for them: how many, in how many steps, and how long until the first, the last and the longest step. */
const listAll = async (input) => {
  const begun = performance.now();
  const times = [];
  let rows = 0;
  let first = null;
  let before = null;
  do {
    const stepBegun = performance.now();
    const { ids, nextBefore } = await ask('listRows', before === null ? input : { ...input, before });
    times.push(performance.now() - stepBegun);
    rows += ids.length;
    if (first === null && ids.length > 0) first = performance.now() - begun;
    before = nextBefore;
  } while (before !== null);
  return { rows, steps: times.length, first, all: performance.now() - begun, longest: Math.max(...times) };
};

const firstLines = async () => {
  const begun = performance.now();
  const { ids } = await ask('listRows', {});
  await ask('readRows', { ids: ids.slice(0, 60) });
  return { rows: 60, steps: 2, first: performance.now() - begun, all: performance.now() - begun, longest: 0 };
};

const searches = [
  ['the first 60 lines', null],
  ['every row', {}],
  ['every row, grouped by conversation', { group: 'conversation' }],
  ['a rare word', { query: 'unicorn' }],
  ['a word in 1 of 1,000', { query: 'kitten' }],
  ['a word in half of all', { query: 'card' }],
  ['two words', { query: 'card kitten' }],
  ['a word and fields', { query: 'card status:401 platform:kore' }],
  ['what a word is not in', { query: '-card' }],
  ['status:4xx', { query: 'status:4xx' }],
  ['-path:/poll', { query: '-path:/poll' }],
  ['user:u-42', { query: 'user:u-42' }],
  ['since:1h', { query: 'since:1h' }],
  ['a phrase (rare words)', { query: 'body:"kitten"' }],
  ['a phrase (common words)', { query: '"card lost"' }],
  ['header:authorization=bearer', { query: 'header:authorization=bearer' }],
  ['letters anywhere (substring scan)', { query: 'iscarde', search: 'substring' }],
];

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const figures = [];
for (const [name, input] of searches) {
  const taken = [];
  for (let round = 0; round < rounds; round += 1) taken.push(await (input === null ? firstLines() : listAll(input)));
  const middle = (key) => median(taken.map((each) => each[key]));
  figures.push({
    name,
    rows: taken[0].rows,
    steps: middle('steps'),
    first: middle('first'),
    all: middle('all'),
    longest: middle('longest'),
  });
  console.log(figures.at(-1));
}
server.kill('SIGTERM');
await once(server, 'exit');

const ms = (time) => (time === null ? '' : `${time.toFixed(time < 10 ? 1 : 0)} ms`);
const header = ['', 'rows', 'first rows', 'all rows', 'longest step'];
const rows = figures.map(({ name, rows: found, first, all, longest }) => [
  name,
  found.toLocaleString('en'),
  ms(first),
  ms(all),
  longest === 0 ? '' : ms(longest),
]);
const table = [header, header.map(() => '---'), ...rows].map((row) => `| ${row.map(String).join(' | ')} |`).join('\n');
const machine = `${cpus().length} × ${cpus()[0].model}, Node ${process.version}, ${count.toLocaleString('en')} exchanges, over HTTP with its JSON, median of ${rounds}`;
const report = `${table}\n\n${machine}.`;
console.log(`\n${report}`);
if (!values['no-write']) writeFigures('search', report);
