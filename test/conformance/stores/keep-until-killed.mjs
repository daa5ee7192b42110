// Keeps exchanges as fast as it can and prints `id digest` for each that is acknowledged, until it is killed.
// Arguments: the folder of the bundled store, the folder, the name of the engine.
import { createHash, randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [built, folder, engineName] = process.argv.slice(2);
const bundled = (name) => import(pathToFileURL(join(built, name)).href);
const { openExchangeStore } = await bundled('store.js');
const { findEngines } = await bundled('sqlite.js');
const { engine } = findEngines().find(({ name }) => name === engineName);
const store = openExchangeStore(folder, engine);
const writers = 50;
let id = store.newestId();

const exchangeOf = (number, body, outcome, note) => ({
  summary: { id: number, outcome, note, findingCounts: { error: 0, warning: 0, info: 0 } },
  target: '/hooks',
  request: { httpVersion: '1.1', headers: [], bodyBytes: body.byteLength, isTruncated: false },
  response: null,
  phases: [],
  findings: [],
  verdict: { state: 'unchecked', because: '', checks: [] },
});

const write = async () => {
  for (;;) {
    const mine = (id += 1);
    const body = randomBytes(1 + Math.floor(Math.random() * 4000));
    await store.keep({
      exchange: exchangeOf(mine, body, { state: 'pending' }, ''),
      requestBody: body,
      responseBody: null,
    });
    await store.keep({
      exchange: exchangeOf(mine, body, { state: 'answered', status: 200 }, 'closed'),
      responseBody: body.subarray(0, 10),
    });
    // Written before anything else can happen: what is printed was acknowledged.
    writeSync(1, `${mine} ${createHash('sha256').update(body).digest('hex')}\n`);
  }
};
await Promise.all(Array.from({ length: writers }, write));
