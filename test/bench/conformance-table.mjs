import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { writeFigures } from './readme.mjs';

/** What the conformance sheet counts for each platform, written into the README: `npm run sheet`. */
const hookbench = fileURLToPath(new URL('../../dist/main/hookbench.js', import.meta.url));
const run = (...args) =>
  execFileSync(process.execPath, [hookbench, ...args], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });

const { rows } = JSON.parse(run('conformance', '--all', '--json'));

const lineOf = (platform) => {
  const own = rows.filter((row) => row.platform === platform);
  const claims = (status) => new Set(own.filter((row) => row.status === status).map((row) => row.rule)).size;
  const passed = own.filter((row) => row.passed).length;
  return `| \`${platform}\` | ${['documented', 'observed', 'assumed'].map(claims).join(' | ')} | ${passed} of ${own.length} pass |`;
};

const platforms = [...new Set(rows.map((row) => row.platform))];
writeFigures(
  'conformance',
  [
    '| platform | documented | observed | assumed | tests |',
    '| --- | --- | --- | --- | --- |',
    ...platforms.map(lineOf),
  ].join('\n'),
);
console.log(`${rows.length} tests of ${platforms.length} platforms written into README.md.`);
