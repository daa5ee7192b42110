import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { writeFigures } from '../bench/readme.mjs';

/** How well the labelled corpus is explained, printed with every miss and written into the README: `npm run score:trust`. */
const { module } = await runnerImport(fileURLToPath(new URL('score.ts', import.meta.url)), { logLevel: 'error' });
const { models, all, judged } = await module.scoreCorpus();

const print = (text) => process.stdout.write(`${text}\n`);
const percent = ({ right, broken }) => `${((100 * right) / broken).toFixed(1)} %`;
const line = (score) =>
  `| ${score.title} | ${score.broken} | ${score.right} (${percent(score)}) | ${score.valid} | ${score.slandered} |`;
const table = [
  '| trust model | broken | first cause right | valid | called broken |',
  '| --- | --- | --- | --- | --- |',
  ...[...models, all].map(line),
].join('\n');

print(table);
const misses = judged.filter(({ isRight }) => !isRight);
for (const { entry, said } of misses)
  print(
    `\n${entry.id}: ${entry.how}\n  expected ${entry.expect.state}: ${entry.expect.causes.join(' or ') || 'no cause'}\n  said     ${said}`,
  );
const known = new Set(judged.flatMap(({ entry }) => entry.expect.causes.slice(0, 1)));
const exact = judged.filter(({ isExact }) => isExact).length;
print(`\n${exact} of ${all.right} are the label itself, the rest the one that is listed as honestly the same.`);
print(`${judged.length} entries, ${known.size} causes, ${misses.length} misses.`);

const { causes } = (
  await runnerImport(fileURLToPath(new URL('../../shared/trust/autopsy/causes.ts', import.meta.url)), {
    logLevel: 'error',
  })
).module;
const causeTable = [
  '| code | meaning |',
  '| --- | --- |',
  ...Object.entries(causes).map(([code, title]) => `| \`${code}\` | ${title} |`),
].join('\n');

if (!process.argv.includes('--print')) {
  writeFigures('trust', table);
  writeFigures('causes', causeTable);
}
if (all.right / all.broken < 0.98 || all.slandered > 0) process.exitCode = 1;
