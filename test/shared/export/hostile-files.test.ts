import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundleHarness } from '#shared/export/bundle-harness.ts';
import { bundleWriter } from '#shared/export/bundle.ts';
import { readImport } from '#shared/export/import-file.ts';
import { importedRecord } from '#shared/export/imported.ts';
import { harWriter } from '#shared/export/har.ts';
import type { WatchFrame } from '#shared/session/events.ts';
import { conversationOf, exchangeOf } from './exchanges.ts';
import { archives } from './har-archives.ts';
import { writtenFile } from './written.ts';

const contents = {
  exchanges: [exchangeOf({ body: 'hi' }), exchangeOf({ id: 2, response: null })],
  conversations: [conversationOf({ kind: 'text', text: 'hi' }, { kind: 'buttons', text: 'a', buttons: [] })],
};
const channels = [{ id: 'c1', name: 'Demo', platformId: 'kore' }];
const { text: bundleText } = writtenFile(() => bundleWriter(channels, { version: '1', at: 0 }), contents);

type Node = { readonly parent: Record<string, unknown>; readonly key: string };

const nodesIn = (value: unknown): readonly Node[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, each]) => [
        { parent: value as Record<string, unknown>, key },
        ...nodesIn(each),
      ])
    : [];

const foreign = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(null, '', 0, -1, 1e308, [], {}, 'x'.repeat(6000), '__proto__', 'constructor', [[]], [null], {
    kind: 'text',
  }),
);

/** A file that is right but for a few places, where something else stands, or nothing. */
const spoilt = (text: string): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.nat(), fc.option(foreign, { nil: undefined })), { minLength: 1, maxLength: 3 })
    .map((changes) => {
      const file: unknown = JSON.parse(text);
      for (const [at, value] of changes) {
        const nodes = nodesIn(file);
        const node = nodes[at % Math.max(1, nodes.length)];
        if (!node) continue;
        if (value === undefined) delete node.parent[node.key];
        else
          Object.defineProperty(node.parent, node.key, {
            value: structuredClone(value),
            enumerable: true,
            configurable: true,
            writable: true,
          });
      }
      return JSON.stringify(file);
    });

describe('a file that somebody has spoilt', () => {
  test('as a bundle is refused with a sentence, or opens and every part of it is read', async () => {
    await fc.assert(
      fc.asyncProperty(spoilt(bundleText), async (text) => {
        const opened = bundleHarness(text, {
          product: { version: '1', shell: 'served', secretsKept: 'file', dataFolder: '/x' },
          name: 'x',
          newId: randomUUID,
          now: () => 0,
        });
        if (!opened.ok) {
          expect(opened.problem).toMatch(/\.$/);
          return;
        }
        const { harness } = opened;
        const frames: WatchFrame[] = [];
        harness.subscribe(null, (frame) => frames.push(frame));
        expect(JSON.parse(JSON.stringify(frames))).toEqual(frames);
        const { ids } = await harness.listRows({ query: '-status:999' });
        for (const { exchange } of (await harness.readRows({ ids: [...ids] })).lines) {
          expect((await harness.readExchange({ id: exchange.id })).verdict.checks.length).toBeGreaterThanOrEqual(0);
          await harness.readBody({ id: exchange.id, part: 'request', from: 0, length: 10 });
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['a bundle', bundleText],
    ...Object.entries(archives).map(([name, each]) => [name, JSON.stringify(each)]),
  ])('as an import of %s is refused with a sentence, or taken, and can be exported again', (_name, whole) => {
    fc.assert(
      fc.property(spoilt(whole ?? ''), (text) => {
        const read = readImport(text);
        if (!read.ok) {
          expect(read.problem).toMatch(/\.$/);
          return;
        }
        const exchanges = read.exchanges.map((each, index) =>
          importedRecord(each, { id: index + 1, channelId: null, now: 0, source: 'a file', secrets: [] }),
        );
        expect(() => writtenFile(() => harWriter({ version: '1' }), { exchanges })).not.toThrow();
      }),
      { numRuns: 150 },
    );
  });

  test('as text that is cut off anywhere is refused with its line', () => {
    for (const text of [bundleText, JSON.stringify(archives.chrome)])
      for (let length = 2; length < text.length - 2; length += 97) {
        const read = readImport(text.slice(0, length));
        expect(read).toMatchObject({ ok: false, problem: expect.stringMatching(/[Ll]ine \d+, column \d+|no JSON/) });
      }
  });
});
