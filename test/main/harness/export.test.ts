import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HarnessError } from '#shared/contract/fault.ts';
import { carryOutExport, handOver, takeExport } from '#shared/export/carry-over.ts';
import type { CommandInput } from '#shared/contract/harness.ts';
import { openBench, type OpenBench } from '../open-bench.ts';

let bench: OpenBench;

beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.closeAndDelete());

/** Says something on the channel of this platform, and waits for what is answered. */
const converse = async (channelId: string, userId: string, text: string): Promise<string> => {
  const { harness, until } = bench;
  const { conversationId } = await harness.startConversation({ channelId, userId });
  await harness.say({ conversationId, utterance: { kind: 'text', text } });
  await until(({ messages, exchanges }) => {
    const own = messages.filter((each) => each.conversationId === conversationId);
    return own.some(({ author }) => author === 'bot') && exchanges.every(({ outcome }) => outcome.state !== 'pending');
  });
  return conversationId;
};

const exported = async (input: CommandInput<'exportTraffic'>) => {
  const finished = await carryOutExport(bench.harness, input);
  if (!finished) throw new Error('Nobody cancelled.');
  const text = Buffer.from(await takeExport(bench.harness, finished)).toString('utf8');
  return { text, ...finished.file };
};

const imported = async (text: string | Uint8Array, place: { name?: string; channelId?: string } = {}) => {
  const importId = (await handOver(bench.harness, typeof text === 'string' ? Buffer.from(text) : text)) ?? '';
  return bench.harness.importTraffic({ importId, ...place });
};

const faultOf = async (asked: Promise<unknown>): Promise<string> => {
  const error = await asked.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof HarnessError ? `${error.fault.code}: ${error.fault.message}` : String(error);
};

describe('an export over the contract', () => {
  test('holds what is chosen, and says what file it is', async () => {
    const conversationId = await converse('kore-demo', 'rosa.canary', 'hi');
    await converse('chatlayer-demo', 'somebody-else', 'hello');
    const har = await exported({ format: 'har', choice: { channelId: 'kore-demo' }, options: {} });
    expect(har).toMatchObject({
      fileName: expect.stringMatching(/^hookbench-traffic-\d{4}-\d\d-\d\d-\d{4}\.har$/),
      mediaType: 'application/json',
      bytes: Buffer.byteLength(har.text),
      skipped: [],
    });
    expect(har.text).toContain('rosa.canary');
    expect(har.text).not.toContain('somebody-else');
    const markdown = await exported({ format: 'markdown', choice: { conversationIds: [conversationId] }, options: {} });
    expect(markdown.text).toMatch(/rosa\\?\.canary[^]*Hello/);
    const one = await exported({
      format: 'curl',
      choice: { exchangeIds: [1, 1, 999_999] },
      options: { shell: 'powershell' },
    });
    expect(one).toMatchObject({
      fileName: expect.stringMatching(/\.curl\.ps1$/),
      skipped: [{ why: 'gone', count: 1 }],
    });
    expect(one.text.match(/curl\.exe/g)).toHaveLength(1);
  });

  test('of some exchanges as a bundle holds what these carried, and says what it replaced and what that was', async () => {
    const conversationId = await converse('kore-demo', 'maria.canary', 'first');
    const { exchanges } = bench.session();
    const first = exchanges.findLast((each) => each.conversationId === conversationId && each.twinId !== null);
    const bundle = await exported({
      format: 'bundle',
      choice: { exchangeIds: [first?.id ?? 0, first?.twinId ?? 0] },
      options: { alsoReplace: ['Kore.ai demo'] },
    });
    expect(bundle.text).not.toMatch(/maria\.canary|Kore\.ai demo/);
    expect(JSON.parse(bundle.text)).toMatchObject({
      exchanges: [{ id: first?.twinId && Math.min(first.id, first.twinId) }, {}],
      conversations: [{ user: 'hidden-user-1', messages: expect.any(Array) }],
      channels: [{ name: 'hidden-chosen-1', platform: 'kore' }],
    });
    expect(bundle.review).toContainEqual(
      expect.objectContaining({ placeholder: 'hidden-user-1', what: 'user', was: 'maria.canary' }),
    );
    expect(bundle.review.filter(({ was }) => was === null).map(({ what }) => what)).toContain('signature');
    expect(JSON.stringify(JSON.parse(bundle.text).review)).not.toContain('was');
  });

  test('of what a query finds holds a row once, as a bundle with both halves and what they carried', async () => {
    await converse('kore-demo', 'query.canary', 'find me');
    const choice = { query: 'body:"find me"' };
    const har = JSON.parse((await exported({ format: 'har', choice, options: {} })).text);
    expect(har.log.entries).toHaveLength(1);
    const bundle = JSON.parse((await exported({ format: 'bundle', choice, options: {} })).text);
    expect(bundle.exchanges).toHaveLength(2);
    expect(bundle.conversations).toMatchObject([{ messages: expect.arrayContaining([]) }]);
    expect(bundle.conversations[0].messages.length).toBeGreaterThan(1);
    const markdown = await exported({ format: 'markdown', choice, options: {} });
    expect(markdown.text).toContain('find me');
    expect(markdown.text).not.toContain('somebody-else');
    expect(await faultOf(exported({ format: 'har', choice: { query: 'nope:1' }, options: {} }))).toMatch(
      /^query\.wrong/,
    );
  });

  test('goes on while somebody asks, can be let go of, and is read in slices', async () => {
    const step = await bench.harness.exportTraffic({ format: 'har', choice: {}, options: {} });
    let { file } = step;
    while (!file) ({ file } = await bench.harness.continueExport(step));
    const all: Buffer[] = [];
    for (let from = 0; from < file.bytes; from += 1000) {
      const { base64, total } = await bench.harness.readExport({ exportId: step.exportId, from, length: 1000 });
      expect(total).toBe(file.bytes);
      all.push(Buffer.from(base64, 'base64'));
    }
    expect(JSON.parse(Buffer.concat(all).toString()).log.version).toBe('1.2');
    await bench.harness.forgetExport(step);
    expect(await faultOf(bench.harness.readExport({ exportId: step.exportId, from: 0, length: 1 }))).toMatch(
      /^export\.gone/,
    );
  });

  test('is forgotten when three newer ones are there', async () => {
    const { exportId } = await bench.harness.exportTraffic({
      format: 'har',
      choice: { exchangeIds: [1] },
      options: {},
    });
    for (let more = 0; more < 3; more += 1)
      await bench.harness.exportTraffic({ format: 'har', choice: { exchangeIds: [1] }, options: {} });
    expect(await faultOf(bench.harness.continueExport({ exportId }))).toMatch(/^export\.gone/);
  });

  test.each([
    [{ format: 'har', choice: { channelId: 'nobody' }, options: {} }, /^export\.nothing/],
    [{ format: 'har', choice: { exchangeIds: [987_654] }, options: {} }, /^exchange\.unknown.*#987654/],
    [{ format: 'bundle', choice: {}, options: { withSecrets: true } }, /^input\.invalid.*Credentials/],
    [{ format: 'har', choice: {}, options: { shell: 'powershell' } }, /^input\.invalid.*shell/],
    [{ format: 'har', choice: {}, options: { keepPersons: true } }, /^input\.invalid.*persons/],
    [{ format: 'har', choice: {}, options: { withSecrets: true, alsoReplace: ['abc'] } }, /^input\.invalid/],
  ] as const)('%j is refused', async (input, sentence) => {
    expect(await faultOf(bench.harness.exportTraffic(structuredClone(input) as CommandInput<'exportTraffic'>))).toMatch(
      sentence,
    );
  });
});

describe('an import over the contract', () => {
  test('appears at once in an open window, marked, and is kept', async () => {
    const { text } = await exported({ format: 'har', choice: { exchangeIds: [1, 2] }, options: { withSecrets: true } });
    const before = bench.session().exchangeCount;
    const { kind, exchangeIds } = await imported(text, { channelId: 'kore-demo' });
    expect({ kind, count: exchangeIds.length }).toEqual({ kind: 'har', count: 2 });
    const session = await bench.until(({ exchangeCount }) => exchangeCount === before + 2);
    expect(session.exchanges.filter(({ id }) => exchangeIds.includes(id))).toMatchObject([
      { channelId: 'kore-demo', note: 'Not checked: it was imported from a HAR file.' },
      { channelId: 'kore-demo' },
    ]);
    expect((await bench.harness.readExchange({ id: exchangeIds[0] ?? 0 })).findings).toMatchObject([
      { rule: 'imported' },
    ]);
  });

  test('of a bundle has one row for the two halves of an exchange, and finds it as imported', async () => {
    const conversationId = await converse('kore-demo', 'twin.canary', 'both halves');
    const row = bench
      .session()
      .exchanges.find(
        (each) => each.conversationId === conversationId && each.direction === 'inbound' && each.twinId !== null,
      );
    const { text } = await exported({ format: 'bundle', choice: { exchangeIds: [row?.id ?? 0] }, options: {} });
    const { exchangeIds } = await imported(text);
    expect(exchangeIds).toHaveLength(2);
    await bench.until(({ exchanges }) => exchanges.at(-1)?.id === exchangeIds[1]);
    const { ids } = await bench.harness.matchRows({ ids: [...exchangeIds], query: 'is:imported' });
    expect(ids).toHaveLength(1);
    const { lines } = await bench.harness.readRows({ ids: [...ids] });
    expect(lines).toMatchObject([{ exchange: { direction: 'inbound' }, twin: { direction: 'outbound' } }]);
  });

  test('of a file that is wrong anywhere keeps nothing, and names the file and the place', async () => {
    const before = bench.session().exchangeCount;
    const entry = { request: { method: 'GET', url: 'http://a.example/', headers: [] } };
    const broken = { log: { entries: [entry, { request: { ...entry.request, method: 'GET /' } }] } };
    expect(await faultOf(imported(JSON.stringify(broken), { name: 'mine.har' }))).toMatch(
      /^import\.unreadable: mine\.har cannot be imported: .*\/log\/entries\/1\/request\/method/,
    );
    expect(await faultOf(imported(Uint8Array.of(0xff, 0xfe)))).toMatch(/^import\.unreadable.*UTF-8/);
    expect(await faultOf(imported('hello'))).toMatch(/^import\.unreadable: This file cannot be imported/);
    expect(await faultOf(imported('curl http://a.example', { channelId: 'nobody' }))).toMatch(/^channel\.unknown/);
    expect((await bench.harness.listExchanges({ limit: 1 })).exchanges[0]?.id).toBe(
      bench.session().exchanges.at(-1)?.id,
    );
    expect(bench.session().exchangeCount).toBe(before);
  });

  test('is handed in slice by slice; what does not join on, is no base64 or too large is refused', async () => {
    const { harness } = bench;
    const { importId } = await harness.handIn({ from: 0, base64: Buffer.from('curl http://').toString('base64') });
    expect(await faultOf(harness.handIn({ importId, from: 3, base64: '' }))).toMatch(/^input\.invalid/);
    expect(await faultOf(harness.handIn({ importId, from: 12, base64: '*' }))).toMatch(/^input\.invalid/);
    await harness.handIn({ importId, from: 12, base64: Buffer.from('b.example/').toString('base64') });
    const { exchangeIds } = await harness.importTraffic({ importId });
    expect((await harness.readExchange({ id: exchangeIds[0] ?? 0 })).summary.origin).toBe('http://b.example');
    expect(await faultOf(harness.importTraffic({ importId }))).toMatch(/^import\.gone/);
    expect(await faultOf(handOver(harness, new Uint8Array(64 * 1024 * 1024 + 1)))).toMatch(/^import\.too-large.*64 MB/);
  });
});
