import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExportFormat } from '#shared/export/export-format.ts';
import { carryOutExport, handOver, takeExport } from '#shared/export/carry-over.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import { openBench, type OpenBench } from '../open-bench.ts';

let bench: OpenBench;
let began: number;
let replay: number;

const isQuiet = (exchanges: readonly ExchangeSummary[]): boolean =>
  exchanges.every(({ outcome }) => outcome.state !== 'pending');

/** Before it, another thing is said: so that numbers of here and of the file are not the same. */
beforeAll(async () => {
  bench = await openBench();
  const { harness, until } = bench;
  await harness.changeChannel({ channelId: 'kore-demo', settings: { mode: 'async' } });
  for (const text of ['hi', 'balance']) {
    const { conversationId } = await harness.startConversation({ channelId: 'kore-demo', userId: 'u-42' });
    const { exchangeId } = await harness.say({ conversationId, utterance: { kind: 'text', text } });
    began = exchangeId;
    await until(({ exchanges }) => {
      const own = exchanges.filter(({ traceId }) => traceId === exchangeId);
      return own.length >= 4 && isQuiet(exchanges);
    });
  }
  ({ exchangeId: replay } = await harness.replay({ exchangeId: began, how: 're-sign' }));
  await until(({ exchanges }) => exchanges.some(({ id, twinId }) => id === replay && twinId !== null));
});
afterAll(() => bench.closeAndDelete());

const ofTrace = () => bench.session().exchanges.filter(({ traceId }) => traceId === began);

const exported = async (format: ExportFormat, ids?: readonly number[]): Promise<string> => {
  const choice = ids ? { exchangeIds: [...ids] } : {};
  const finished = await carryOutExport(bench.harness, { format, choice, options: {} });
  return Buffer.from(await takeExport(bench.harness, finished!)).toString('utf8');
};

const imported = async (text: string): Promise<readonly ExchangeSummary[]> => {
  const importId = (await handOver(bench.harness, Buffer.from(text))) ?? '';
  const { exchangeIds } = await bench.harness.importTraffic({ importId });
  return Promise.all(exchangeIds.map(async (id) => (await bench.harness.readExchange({ id })).summary));
};

const entriesOf = (har: string) =>
  (JSON.parse(har) as { readonly log: { readonly entries: readonly Record<string, unknown>[] } }).log.entries;

describe('every export names the trace', () => {
  test.each<ExportFormat>(['har', 'curl', 'postman', 'markdown', 'html', 'bundle'])('%s', async (format) => {
    const text = await exported(format);
    if (format === 'bundle') expect(text).toContain(`"traceId": ${String(began)}`);
    else expect(text).toMatch(new RegExp(String.raw`\bt${String(began)}\b`));
  });

  test('and HAR and bundle the rule', async () => {
    const ids = ofTrace().map(({ id }) => id);
    const rules = new Set(ofTrace().map(({ rule }) => rule));
    const har = entriesOf(await exported('har', ids));
    expect(new Set(har.map(({ _rule = '' }) => _rule))).toEqual(rules);
    expect(await exported('bundle', ids)).toMatch(/"rule": "[A-Z][a-z ]+"/);
  });
});

describe('what is imported belongs together under numbers of here', () => {
  test('from a HAR, and is exported as it stood there', async () => {
    const har = await exported('har', [...ofTrace().map(({ id }) => id), replay]);
    const arrived = await imported(har);
    const traces = arrived.map(({ traceId }) => traceId);
    expect(new Set(traces).size).toBe(2);
    expect(Math.min(...traces)).toBe(arrived[0]!.id);
    expect(arrived.map(({ rule }) => rule)).toEqual(entriesOf(har).map(({ _rule = '' }) => _rule));
    const { findings } = await bench.harness.readExchange({ id: arrived[0]!.id });
    expect(findings.find(({ rule }) => rule === 'imported')?.summary).toContain(`trace t${String(began)}`);
    const again = await exported(
      'har',
      arrived.map(({ id }) => id),
    );
    expect(entriesOf(again)).toEqual(entriesOf(har));
  });

  test('from a bundle, a replay with what it repeats', async () => {
    const arrived = await imported(await exported('bundle', [...ofTrace().map(({ id }) => id), replay]));
    const beginning = arrived.find(
      ({ traceId, id }) => traceId === id && arrived.some((each) => each.replayOf === id),
    )!;
    expect(arrived.filter(({ traceId }) => traceId === beginning.id)).toHaveLength(ofTrace().length);
    const known = new Set(arrived.map(({ id }) => id));
    expect(arrived.filter(({ traceId }) => !known.has(traceId))).toEqual([]);
  });
});
