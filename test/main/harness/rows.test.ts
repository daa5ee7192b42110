import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HarnessError } from '#shared/contract/fault.ts';
import type { CommandInput } from '#shared/contract/harness.ts';
import { openBench, type OpenBench } from '../open-bench.ts';

let bench: OpenBench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.closeAndDelete());

const say = async (channelId: string, userId: string, text: string): Promise<void> => {
  const { conversationId } = await bench.harness.startConversation({ channelId, userId });
  const { exchangeId } = await bench.harness.say({ conversationId, utterance: { kind: 'text', text } });
  await bench.until(({ exchanges }) => {
    const said = exchanges.find((each) => each.id === exchangeId);
    return (
      Boolean(said && said.duration !== null) &&
      exchanges.some((each) => each.id === said?.twinId && each.duration !== null)
    );
  });
};

const foreign = (path: string, body = ''): Promise<unknown> => fetch(bench.url + path, { method: 'POST', body });

const linesFor = async (query: string, more: Partial<CommandInput<'listRows'>> = {}) => {
  const { ids } = await bench.harness.listRows({ query, ...more });
  const { lines } = await bench.harness.readRows({ ids: [...ids] });
  return lines;
};
const pathsFor = async (query: string) => (await linesFor(query)).map(({ exchange }) => exchange.target);

describe('The rows of the traffic', () => {
  test('are one for both twins of a loopback exchange: the received one, with the other', async () => {
    await say('kore-demo', 'u-42', 'hi');
    const lines = await linesFor('');
    expect(lines.length).toBeGreaterThan(0);
    for (const { exchange, twin } of lines) {
      expect(exchange.direction).toBe('inbound');
      expect(twin).toMatchObject({ direction: 'outbound', twinId: exchange.id });
    }
  });

  test('are found by field, by word, and by both', async () => {
    await say('kore-demo', 'u-42', 'hi');
    await foreign('/elsewhere', 'my parcel gone');
    await foreign('/poll', 'nothing');
    expect(await pathsFor('body:"parcel gone"')).toEqual(['/elsewhere']);
    expect(await pathsFor('dir:in -path:/poll')).toEqual(['/elsewhere']);
    expect(await pathsFor('status:404 nothing')).toEqual(['/poll']);
    expect(await pathsFor('platform:kore user:u-42 dir:loopback')).not.toEqual([]);
    expect(await pathsFor('platform:chatlayer')).toEqual([]);
    expect(await pathsFor('channel:"kore.ai demo" verdict:trusted since:10m')).not.toEqual([]);
    expect(await pathsFor('since:10m until:1m')).toEqual([]);
  });

  test('are found in the middle of a word only when that is asked for', async () => {
    await foreign('/elsewhere', 'discarded');
    expect(await pathsFor('card')).toEqual([]);
    expect((await linesFor('card', { search: 'substring' })).length).toBe(1);
  });

  test('come with their conversations, each named once', async () => {
    await say('kore-demo', 'u-1', 'hi');
    await say('kore-demo', 'u-2', 'hi');
    await foreign('/elsewhere');
    const { ids, conversations = [], conversationOf = [] } = await bench.harness.listRows({ group: 'conversation' });
    expect(conversationOf).toHaveLength(ids.length);
    expect([...conversations]).toEqual([null, 'kore-demo/u-2', 'kore-demo/u-1']);
  });

  test('that were imported are known as such', async () => {
    await foreign('/one');
    const base64 = Buffer.from("curl http://elsewhere.example/two -d 'x'").toString('base64');
    const { importId } = await bench.harness.handIn({ from: 0, base64 });
    await bench.harness.importTraffic({ importId });
    expect(await pathsFor('is:imported')).toEqual(['/two']);
    expect(await pathsFor('-is:imported')).toEqual(['/one']);
  });

  test('that came meanwhile are told apart', async () => {
    for (const path of ['/one', '/two', '/three']) await foreign(path);
    const { ids } = await bench.harness.matchRows({ query: '-path:two', ids: [3, 2, 1, 99] });
    expect(ids).toEqual([3, 1]);
    const many = Array.from({ length: 120 }, () => [1, 2]).flat();
    expect((await bench.harness.matchRows({ query: 'path:one', ids: many })).ids).toHaveLength(120);
  });

  test.each([
    ['stauts:401', 'There is no field "stauts" at character 1. Did you mean status?', 'status'],
    ['platform:koer', 'There is no platform "koer" at character 1. Did you mean kore?', 'kore'],
    ['channel:nobody', 'There is no channel "nobody" at character 1. Known are: Kore.ai demo,', ''],
  ])('are not listed for a query that is wrong: %s', async (query, sentence, meant) => {
    const refused = await bench.harness.listRows({ query }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(HarnessError);
    const { fault } = refused as HarnessError;
    expect(fault).toMatchObject({ code: 'query.wrong', values: { meant } });
    expect(fault.message).toContain(sentence);
  });
});

describe('A mark', () => {
  const marks = () => bench.session().marks;

  test('is told to every screen, changes in parts, and is found', async () => {
    await foreign('/one');
    await foreign('/two');
    await bench.harness.markExchanges({ ids: [1, 2, 99], colour: 'red' });
    await bench.harness.markExchanges({ ids: [1], isPinned: true, note: 'Ask QA' });
    await bench.until(({ marks: told }) => told.some((each) => each.isPinned));
    expect(marks()).toEqual([
      { exchangeId: 1, isPinned: true, colour: 'red', note: 'Ask QA' },
      { exchangeId: 2, isPinned: false, colour: 'red', note: '' },
    ]);
    expect(await pathsFor('is:pinned')).toEqual(['/one']);
    expect(await pathsFor('mark:red,blue -is:noted')).toEqual(['/two']);
    expect(await pathsFor('note:"ask qa"')).toEqual(['/one']);
    await bench.harness.markExchanges({ ids: [2], colour: null });
    await bench.until(({ marks: told }) => told.length === 1);
  });

  test('on what was sent is on the row that stands for it', async () => {
    await say('kore-demo', 'u-42', 'hi');
    const { exchange, twin } = (await linesFor('')).at(-1)!;
    await bench.harness.markExchanges({ ids: [twin!.id], isPinned: true });
    await bench.until(({ marks: told }) => told.length === 1);
    expect(marks()[0]!.exchangeId).toBe(exchange.id);
  });

  test('is there after a restart, and goes with its exchange', async () => {
    await foreign('/one');
    await bench.harness.markExchanges({ ids: [1], note: 'kept' });
    await bench.close();
    bench = await openBench({ folder: bench.folder });
    expect(marks()).toEqual([{ exchangeId: 1, isPinned: false, colour: null, note: 'kept' }]);
    const { undoId } = await bench.harness.clearTraffic({});
    await bench.until(({ marks: told }) => told.length === 0);
    expect(await pathsFor('')).toEqual([]);
    await bench.harness.undo({ undoId });
    await bench.until(({ marks: told }) => told.length === 1);
    expect(await pathsFor('is:noted')).toEqual(['/one']);
    await bench.harness.clearTraffic({});
    await bench.close();
    bench = await openBench({ folder: bench.folder });
    expect(marks()).toEqual([]);
  });
});
