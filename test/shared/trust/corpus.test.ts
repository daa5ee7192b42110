import { beforeAll, describe, expect, test } from 'vitest';
import { causes, type CauseCode } from '#shared/trust/autopsy/causes.ts';
import { entries, trustModels } from '#test/trust-corpus/corpus.ts';
import { scoreCorpus, type Judged, type Score } from '#test/trust-corpus/score.ts';

/**
 * Causes that no entry can have, because no request alone shows them. The emulated platforms do not look at nbf, iat and sub; a body
 * that is refused comes with a credential that is trusted; and the state of a foreign platform is not in the request.
 */
const notConstructible: readonly CauseCode[] = [
  'jwt.nbf.future',
  'jwt.nbf.unit',
  'jwt.iat.future',
  'jwt.iat.unit',
  'jwt.sub.type',
  'not-credential.channel',
  'not-credential.recipient',
  'not-credential.remote',
];

const isValid = ({ entry }: Judged): boolean => entry.expect.causes.length === 0;

describe('the corpus', () => {
  test('has at least 200 broken and 40 valid credentials, and some of each in every trust model', () => {
    const valid = entries.filter((each) => each.expect.causes.length === 0);
    expect(valid.length).toBeGreaterThanOrEqual(40);
    expect(entries.length - valid.length).toBeGreaterThanOrEqual(200);
    for (const [platform] of trustModels) {
      const own = entries.filter((each) => each.platform === platform);
      expect(own.filter((each) => each.expect.causes.length === 0).length, platform).toBeGreaterThanOrEqual(5);
      expect(own.filter((each) => each.expect.causes.length > 0).length, platform).toBeGreaterThanOrEqual(30);
    }
  });

  test('names each id once, and only causes of the table, one or two that are honestly the same', () => {
    expect(new Set(entries.map((each) => each.id)).size).toBe(entries.length);
    for (const { id, expect: expected } of entries) {
      expect(expected.causes.length, id).toBeLessThanOrEqual(2);
      for (const code of expected.causes) expect(Object.keys(causes), id).toContain(code);
    }
  });

  test('breaks a credential in every way of the table at least twice, where that can be done', () => {
    const labels = entries.map((each) => each.expect.causes[0]);
    const rare = Object.keys(causes).filter((code) => labels.filter((each) => each === code).length < 2);
    expect(rare.toSorted()).toEqual([...notConstructible].toSorted());
  });
});

describe('the autopsy of the corpus', () => {
  let judged: readonly Judged[];
  let models: readonly Score[];
  let all: Score;
  beforeAll(async () => {
    ({ judged, models, all } = await scoreCorpus());
  });

  test('calls no valid credential broken', () => {
    expect(judged.filter((each) => isValid(each) && !each.isRight).map(missOf)).toEqual([]);
    expect(all.slandered).toBe(0);
  });

  test('names the first cause right on 98 % of all that are broken, and of each trust model', () => {
    const misses = judged.filter((each) => !isValid(each) && !each.isRight).map(missOf);
    expect(all.right / all.broken, misses.join('\n')).toBeGreaterThanOrEqual(0.98);
    for (const { title, right, broken } of models)
      expect(right / broken, `${title}\n${misses.join('\n')}`).toBeGreaterThanOrEqual(0.95);
  });

  test('never throws', () => {
    expect(judged.filter(({ said }) => said.startsWith('threw')).map(missOf)).toEqual([]);
  });
});

const missOf = ({ entry, said }: Judged): string =>
  `${entry.id}: expected ${entry.expect.causes.join(' or ') || 'no cause'}, said ${said}`;
