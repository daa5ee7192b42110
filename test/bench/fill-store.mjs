// Fills the store of a data folder with exchanges, quickly, and waits until it is indexed: node test/bench/fill-store.mjs FOLDER COUNT
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { recordOf } from './traffic.mjs';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** The store as plain JavaScript, inside the project, where it finds its packages. */
const bundledStore = async () => {
  mkdirSync(join(project, '.cache'), { recursive: true });
  const outDir = mkdtempSync(join(project, '.cache', 'store-'));
  const input = { store: join(project, 'main/io/exchange-store.ts'), sqlite: join(project, 'main/io/sqlite.ts') };
  const output = { entryFileNames: '[name].js' };
  await build({
    root: project,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: { ssr: true, target: 'node20', outDir, rolldownOptions: { input, output } },
  });
  return outDir;
};

/** The store indexes behind the replies, when nothing comes in. */
const untilIndexed = async (folder, { DatabaseSync }, id) => {
  const database = new DatabaseSync(join(folder, 'exchanges.db'));
  const place = database.prepare('SELECT facets_up_to AS place FROM indexed');
  while (place.get().place < id) await wait(50);
  database.close();
};

const kept = 500;

/** Fills `folder` with `count` exchanges and indexes them; a folder that has them already is left as it is. */
export const fillStore = async (folder, count) => {
  mkdirSync(folder, { recursive: true });
  const built = await bundledStore();
  try {
    const { openExchangeStore } = await import(pathToFileURL(join(built, 'store.js')).href);
    const { loadEngine } = await import(pathToFileURL(join(built, 'sqlite.js')).href);
    const store = openExchangeStore(folder);
    const start = Date.now() - count * 250;
    for (let id = store.newestId() + 1; id <= count; id += kept) {
      const records = Array.from({ length: Math.min(kept, count - id + 1) }, (_, more) => recordOf(id + more, start));
      await Promise.all(records.map((each) => store.keep(each)));
    }
    await untilIndexed(folder, loadEngine(), count);
    await store.close();
  } finally {
    rmSync(built, { recursive: true, force: true });
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, count = '100000'] = process.argv.slice(2);
  if (!folder) throw new Error('Name the folder.');
  const isNew = !existsSync(folder);
  const begun = performance.now();
  await fillStore(folder, Number(count));
  console.log(
    `${count} exchanges in ${folder}${isNew ? '' : ' (was there)'}, ${Math.round(performance.now() - begun)} ms.`,
  );
}
