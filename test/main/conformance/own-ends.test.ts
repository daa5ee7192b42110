import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOwnEnds, type Examiner } from '#main/conformance/own-ends.ts';
import type { ConformanceRow } from '#shared/platforms/conformance.ts';
import { platforms } from '#shared/platforms/registry.ts';

let ends: Examiner;
beforeAll(async () => {
  ends = await openOwnEnds();
});
afterAll(() => ends.close());

const platform = platforms[0]!;
const speaking = platform.voices(platform.demo.settings).find(({ name }) => name === 'user')!.end;
const fact = { claim: 'Something is so.', status: 'assumed', source: 'this test' } as const;
const rowWith = (over: Partial<ConformanceRow>): ConformanceRow => ({
  id: 'invented',
  fact,
  end: speaking,
  test: async () => null,
  ...over,
});

describe('a row', () => {
  test('that holds is passed, with its claim, status and source', async () => {
    expect(await ends.examine(platform, rowWith({}))).toEqual({
      platform: platform.id,
      id: 'invented',
      rule: fact.claim,
      status: fact.status,
      source: fact.source,
      end: speaking,
      passed: true,
      instead: null,
    });
  });

  test('that does not hold says what came instead', async () => {
    const result = await ends.examine(platform, rowWith({ test: async () => 'Nothing came.' }));
    expect(result).toMatchObject({ passed: false, instead: 'Nothing came.' });
  });

  test.each<[string, Partial<ConformanceRow>, RegExp]>([
    ['whose test throws', { test: () => Promise.reject(new Error('no body')) }, /could not be carried out: no body/],
    // What it has added is gone as well: the rows after it find one channel at their address.
    ['with a defect that is not there', { defects: ['nothing'] }, /has no defect nothing/],
    [
      'with settings that are not valid',
      { settings: { [Object.keys(platform.settings.properties)[0]!]: [] } },
      /not valid/,
    ],
  ])('%s has failed, and says so', async (_what, over, sentence) => {
    expect(await ends.examine(platform, rowWith(over))).toMatchObject({
      passed: false,
      instead: expect.stringMatching(sentence),
    });
  });
});

describe('the probe', () => {
  test('receives what the examined end sends, and knows at once when nothing more comes', async () => {
    const received = await ends.examine(
      platform,
      rowWith({
        test: async (probe) => {
          await probe.say('user', { kind: 'text', text: 'a word of this test' });
          const [first, second] = [await probe.nextReceived(), await probe.nextReceived()];
          return `${new TextDecoder().decode(first?.body)} and ${second === null ? 'nothing' : 'more'}`;
        },
      }),
    );
    expect(received.instead).toMatch(/a word of this test.* and nothing$/);
  });

  test('keeps the conversation of a row unless another user is named', async () => {
    const received = await ends.examine(
      platform,
      rowWith({
        test: async (probe) => {
          const bodies: string[] = [];
          for (const userId of [undefined, undefined, 'somebody-else']) {
            await probe.say('user', { kind: 'text', text: 'hi' }, userId);
            const body = new TextDecoder().decode((await probe.nextReceived())?.body);
            bodies.push(/u-[0-9a-f]{8}|somebody-else/.exec(body)?.[0] ?? body);
          }
          return bodies.join(' ');
        },
      }),
    );
    expect(received.instead).toMatch(/^(\S+) \1 somebody-else$/);
  });

  test('is told by an end that answers: the bytes of its response', async () => {
    const { request } = platform.examples.find(({ end, expect: wanted }) => end !== speaking && wanted.status === 401)!;
    const row = rowWith({
      end: speaking === 'app' ? 'platform' : 'app',
      test: async (probe) => String((await probe.send(request)).status),
    });
    expect((await ends.examine(platform, row)).instead).toBe('401');
  });

  test('finds nothing that an earlier row has left', async () => {
    const speak = rowWith({
      test: async (probe) => {
        for (let count = 0; count < 3; count += 1) await probe.say('user', { kind: 'text', text: 'left behind' });
        return null;
      },
    });
    await ends.examine(platform, speak);
    const listen = rowWith({
      test: async (probe) => ((await probe.nextReceived()) === null ? null : 'Something was left.'),
    });
    expect((await ends.examine(platform, listen)).instead).toBeNull();
  });
});
