import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { commands, type CommandName, type Harness } from '#shared/contract/harness.ts';
import { bundleHarness } from '#shared/export/bundle-harness.ts';
import { bundleWriter } from '#shared/export/bundle.ts';
import { carryOutExport, takeExport } from '#shared/export/carry-over.ts';
import type { WatchFrame } from '#shared/session/events.ts';
import type { Session } from '#shared/session/state.ts';
import type { Verdict } from '#shared/trust/verdict.ts';
import { fault } from '#shared/contract/fault.ts';
import { conversationOf, exchangeOf } from './exchanges.ts';
import { writtenFile, type Contents } from './written.ts';

const channels = [{ id: 'c1', name: 'Demo', platformId: 'kore' }];

const bundleText = (contents: Contents): string =>
  writtenFile(() => bundleWriter(channels, { version: '1.2.3', at: 0 }), contents).text;

const open = (text: string) =>
  bundleHarness(text, {
    product: { version: '9', shell: 'desktop', secretsKept: 'sealed', dataFolder: '/here' },
    name: 'mine.hookbench',
    newId: randomUUID,
    now: () => 0,
  });

const opened = (text: string): Harness => {
  const found = open(text);
  if (!found.ok) throw new Error(found.problem);
  return found.harness;
};

const sessionOf = (harness: Harness): Session => {
  let session: Session | null = null;
  harness.subscribe(null, (frame: WatchFrame) => {
    if (frame.kind === 'whole') session = frame.session;
  });
  if (!session) throw new Error('No frame came.');
  return session;
};

const verdict: Verdict = {
  state: 'refused',
  because: 'Refused: the secret has a line break at its end.',
  fix: 'Take it away.',
  checks: [
    { id: 'jwt.signature', title: 'Signature', result: 'fail', detail: 'No.', status: 'documented', source: 'RFC' },
  ],
  credential: { kind: 'jwt', header: 'authorization' },
  examination: {
    state: 'refused',
    causes: [
      {
        code: 'jwt.secret.trailing-newline',
        because: 'It has one.',
        proof: 'Without it, it matches.',
        fix: 'Take it away.',
        certainty: 'proven',
        remedy: { kind: 'sign-again' },
      },
    ],
    bytes: { arrived: 'a', signed: null, rewriting: '' },
  },
};

const { exchange, ...bodies } = exchangeOf({
  id: 3,
  body: Uint8Array.of(0xff, 0),
  response: { status: 401, body: 'no' },
});
const refused = {
  ...bodies,
  exchange: {
    ...exchange,
    summary: { ...exchange.summary, channelId: 'c1', verdict: verdict.state, twinId: 99 },
    verdict,
  },
};

describe('a bundle that is opened', () => {
  test('shows channel, conversation, exchange and verdict as they were kept, but for what mends it elsewhere', async () => {
    const harness = opened(
      bundleText({ exchanges: [refused], conversations: [conversationOf({ kind: 'text', text: 'hi' })] }),
    );
    const session = sessionOf(harness);
    expect(session).toMatchObject({
      openedBundle: { name: 'mine.hookbench', madeBy: 'Hookbench 1.2.3', madeAt: '1970-01-01T00:00:00.000Z' },
      product: { version: '9' },
      listening: { state: 'off' },
      channels: [{ name: 'Demo', platformId: 'kore', secretsSet: [] }],
      conversations: [{ userId: 'u-1' }],
      messages: [{ author: 'bot', content: { kind: 'text', text: 'hi' } }],
      exchangeCount: 1,
    });
    const read = await harness.readExchange({ id: 3 });
    const { examination, ...rest } = verdict;
    expect(read).toEqual({
      ...refused.exchange,
      summary: { ...refused.exchange.summary, channelId: session.channels[0]?.id, twinId: null },
      verdict: {
        ...rest,
        examination: { ...examination, causes: examination?.causes.map(({ remedy: _remedy, ...cause }) => cause) },
      },
    });
    expect(await harness.readBody({ id: 3, part: 'request', from: 1, length: 9 })).toEqual({
      base64: 'AA==',
      total: 2,
    });
  });

  test('lists its exchanges page by page', async () => {
    const exchanges = [1, 2, 3, 4].map((id) => exchangeOf({ id }));
    const harness = opened(bundleText({ exchanges }));
    const ids = async (input: Parameters<Harness['listExchanges']>[0]) => {
      const found = await harness.listExchanges(input);
      return [found.exchanges.map(({ id }) => id), found.hasMore];
    };
    expect(await ids({ limit: 2 })).toEqual([[4, 3], true]);
    expect(await ids({ limit: 2, before: 3 })).toEqual([[2, 1], false]);
  });

  test('is searched with the same query as a bench, and what is found is exported', async () => {
    const exchanges = [1, 2, 3, 4].map((id) => ({
      ...exchangeOf({ id, body: id % 2 === 0 ? 'Card LOST' : 'hi', response: { status: 200 + id } }),
      ...(id === 3 ? { mark: { exchangeId: 3, isPinned: true, colour: 'red' as const, note: 'look' } } : {}),
    }));
    const harness = opened(bundleText({ exchanges }));
    expect(await harness.listRows({ query: 'body:"card lost"' })).toEqual({ ids: [4, 2], nextBefore: null });
    expect(await harness.matchRows({ query: 'status:>202', ids: [1, 2, 3, 4] })).toEqual({ ids: [3, 4] });
    expect((await harness.listRows({ query: 'is:pinned' })).ids).toEqual([3]);
    expect(sessionOf(harness).marks).toEqual([{ exchangeId: 3, isPinned: true, colour: 'red', note: 'look' }]);
    expect((await harness.readRows({ ids: [4, 9] })).lines).toMatchObject([{ exchange: { id: 4 }, twin: null }]);
    await expect(harness.listRows({ query: 'nope:1' })).rejects.toMatchObject({ fault: { code: 'query.wrong' } });
    const found = await carryOutExport(harness, { format: 'har', choice: { query: 'body:lost' }, options: {} });
    const har = found && JSON.parse(Buffer.from(await takeExport(harness, found)).toString());
    expect(har.log.entries).toHaveLength(2);
  });

  test('tells what became of what has no answer, also of what was open when it was made', async () => {
    const without = (id: number, outcome: Session['exchanges'][number]['outcome']) => {
      const made = exchangeOf({ id, response: null });
      return { ...made, exchange: { ...made.exchange, summary: { ...made.exchange.summary, outcome } } };
    };
    const harness = opened(
      bundleText({
        exchanges: [
          without(1, { state: 'failed', fault: fault('target.refused', { host: 'a.example' }) }),
          without(2, { state: 'malformed', reason: 'HPE_INVALID_METHOD' }),
          without(3, { state: 'aborted' }),
          without(4, { state: 'pending' }),
        ],
      }),
    );
    expect(sessionOf(harness).exchanges.map(({ outcome }) => outcome)).toMatchObject([
      { state: 'failed', fault: { message: 'Nothing listens on a.example.' } },
      { state: 'malformed', reason: 'HPE_INVALID_METHOD' },
      { state: 'aborted' },
      { state: 'failed', fault: { code: 'import.unanswered' } },
    ]);
  });

  const reading: readonly string[] = [
    'readExchange',
    'readBody',
    'listExchanges',
    'listMessages',
    'readMessages',
    'listRows',
    'matchRows',
    'readRows',
    'readRecording',
    'readShownWire',
    'exportTraffic',
    'continueExport',
    'readExport',
    'forgetExport',
  ] satisfies readonly CommandName[];

  test.each(Object.keys(commands).filter((name) => !reading.includes(name)))('refuses %s', async (name) => {
    const run = opened(bundleText({ exchanges: [refused] }))[name as CommandName] as (
      input: unknown,
    ) => Promise<unknown>;
    await expect(run({})).rejects.toMatchObject({ fault: { code: 'bundle.read-only' } });
  });

  test('of a platform that this version does not know shows the exchanges, without a channel', () => {
    const text = bundleText({ exchanges: [refused] }).replace('"platform": "kore"', '"platform": "toy"');
    const session = sessionOf(opened(text));
    expect(session.channels).toEqual([]);
    expect(session.exchanges).toMatchObject([{ id: 3, channelId: null }]);
  });

  type Changed = { exchanges: Record<string, unknown>[]; conversations: { messages: Record<string, unknown>[] }[] };

  test.each<readonly [string, RegExp, (bundle: Changed) => void]>([
    ['two exchanges of one number', /two exchanges #3/, ({ exchanges }) => exchanges.push(exchanges[0] ?? {})],
    [
      'no base64',
      /Exchange #3.*not base64/,
      ({ exchanges }) =>
        Object.assign(exchanges[0] ?? {}, {
          request: { ...(exchanges[0]?.['request'] as object), body: { base64: '*' } },
        }),
    ],
    [
      'a content that nobody can draw',
      /\/conversations\/0\/messages\/0\/content/,
      ({ conversations }) => Object.assign(conversations[0]?.messages[0] ?? {}, { content: { kind: 'text', text: 5 } }),
    ],
    [
      'an examination of another form',
      /\/exchanges\/0\/verdict/,
      ({ exchanges }) => Object.assign(exchanges[0]?.['verdict'] as object, { examination: 5 }),
    ],
    [
      'a member that nobody knows',
      /\/exchanges\/0/,
      ({ exchanges }) => Object.assign(exchanges[0] ?? {}, { isAdmin: true }),
    ],
    [
      'a number that is none',
      /\/exchanges\/0\/id/,
      ({ exchanges }) => Object.assign(exchanges[0] ?? {}, { id: 1e300 }),
    ],
  ])('with %s is refused by its place', (_what, sentence, change) => {
    const bundle = JSON.parse(
      bundleText({ exchanges: [refused], conversations: [conversationOf({ kind: 'text', text: 'hi' })] }),
    );
    change(bundle);
    expect(open(JSON.stringify(bundle))).toMatchObject({ ok: false, problem: expect.stringMatching(sentence) });
  });

  test('with twins that do not name each other, or were both sent, shows each by itself', async () => {
    const twins = (twinId: number, direction: 'inbound' | 'outbound', id: number) => {
      const made = exchangeOf({ id });
      return { ...made, exchange: { ...made.exchange, summary: { ...made.exchange.summary, twinId, direction } } };
    };
    const rowsOf = async (...exchanges: readonly ReturnType<typeof twins>[]) =>
      (await opened(bundleText({ exchanges })).listRows({})).ids;
    expect(await rowsOf(twins(2, 'outbound', 1), twins(1, 'inbound', 2))).toEqual([2]);
    expect(await rowsOf(twins(2, 'outbound', 1), twins(1, 'outbound', 2))).toEqual([2, 1]);
    expect(await rowsOf(twins(2, 'outbound', 1), twins(9, 'inbound', 2))).toEqual([2, 1]);
  });

  test('with a cause that this version has no words for shows the others', async () => {
    const text = bundleText({ exchanges: [refused] }).replace('jwt.secret.trailing-newline', 'jwt.of.tomorrow');
    expect((await opened(text).readExchange({ id: 3 })).verdict.examination?.causes).toEqual([]);
  });

  test('with names that belong to every object is text like any other', async () => {
    const hostile = exchangeOf({ id: 1, body: '{"__proto__":{"a":1}}', headers: [['__proto__', 'constructor']] });
    const text = bundleText({ exchanges: [hostile] }).replace(
      '"exchanges"',
      '"__proto__": {"polluted": 1}, "exchanges"',
    );
    expect(open(text)).toMatchObject({ ok: false });
    const harness = opened(bundleText({ exchanges: [hostile] }));
    expect((await harness.readExchange({ id: 1 })).request.headers).toEqual([['__proto__', 'constructor']]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
