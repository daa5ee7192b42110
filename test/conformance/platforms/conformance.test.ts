import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOwnEnds, type Examiner } from '#main/conformance/own-ends.ts';
import { platforms } from '#shared/platforms/registry.ts';

let ends: Examiner;
beforeAll(async () => {
  ends = await openOwnEnds();
});
afterAll(() => ends.close());

describe.each(platforms)('the sheet of $name', (platform) => {
  test('has a test for every claim', () => {
    const untested = Object.values(platform.facts).filter(
      (fact) => !platform.conformance.some((row) => row.fact === fact),
    );
    expect(untested.map(({ claim }) => claim)).toEqual([]);
  });

  test('claims nothing beside the facts, and each claim has its status and its source', () => {
    const facts = Object.values(platform.facts);
    for (const { id, fact } of platform.conformance) {
      expect(facts, id).toContain(fact);
      expect(['documented', 'observed', 'assumed'], id).toContain(fact.status);
      expect(fact.source.trim(), id).not.toBe('');
      expect(fact.claim, id).toMatch(/[.!?…]$/);
    }
  });

  test('names each row once', () => {
    const ids = platform.conformance.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  test('runs against a foreign endpoint only what needs nothing of ours', () => {
    const remote = platform.conformance.filter((row) => row.isRemote === true);
    expect(remote.filter(({ end, defects = [] }) => end !== 'platform' || defects.length > 0)).toEqual([]);
  });

  test.each(platform.conformance)('$id', async (row) => {
    expect(await ends.examine(platform, row)).toMatchObject({ instead: null, passed: true });
  });
});
