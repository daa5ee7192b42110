import { describe, expect, test } from 'vitest';
import { secretFieldsOf } from '#shared/platforms/platform.ts';
import { entries, examineEntry, trustModels, type Examined } from '#test/trust-corpus/corpus.ts';
import { formsOf, piecesOf, secretsOf, textsIn } from '#test/trust-corpus/secret-forms.ts';

/** Everything that is said of an entry, and of nothing else. */
const saidOf = ({ verdict, findings, examination }: Examined): readonly string[] =>
  textsIn([verdict, findings, examination]);

const leaksIn = (texts: readonly string[], secrets: readonly string[]): readonly string[] =>
  secrets.flatMap((secret) =>
    formsOf(secret).flatMap((form) => texts.filter((text) => text.includes(form)).map((text) => `${form} in: ${text}`)),
  );

/** Words that every invented secret here has, and that a sentence may have as well. */
const plainWords = ['Hookbench', 'hookbench', 'invented', 'not-a-real-', 'NOT-A-REAL-'];

/** Settings that are no secret may be told, even where a secret shares some letters with them. */
const toldSettings = ({ channels }: Examined): readonly string[] =>
  channels.flatMap(([platform, settings]) => {
    const hidden = new Set(secretFieldsOf(platform.settings));
    return textsIn(Object.entries(settings).flatMap(([name, value]) => (hidden.has(name) ? [] : [value])));
  });

describe.each(trustModels)('canaries of %s', (id) => {
  const own = entries.filter((each) => each.platform === id);

  test('no secret of a channel of the bench is in a verdict, a finding or an examination, in whatever form', async () => {
    const leaks: string[] = [];
    let secrets = 0;
    for (const entry of own) {
      const examined = await examineEntry(entry);
      const canaries = secretsOf(examined.channels);
      secrets += canaries.length;
      leaks.push(...leaksIn(saidOf(examined), canaries).map((leak) => `${entry.id}: ${leak}`));
    }
    expect(secrets).toBeGreaterThan(own.length / 2);
    expect(leaks).toEqual([]);
  });

  test('nor is a part of one in what the autopsy says', async () => {
    const leaks: string[] = [];
    for (const entry of own) {
      const examined = await examineEntry(entry);
      const headers = entry.request.headers.map(([name]) => name.toLowerCase());
      const told = [...plainWords, ...toldSettings(examined), ...headers];
      const pieces = secretsOf(examined.channels).flatMap((secret) => piecesOf(secret, 8, told));
      const sentences = examined.examination.causes.flatMap(({ because, proof, fix }) => [because, proof, fix]);
      for (const text of sentences)
        for (const piece of pieces) if (text.includes(piece)) leaks.push(`${entry.id}: ${piece} in: ${text}`);
    }
    expect(leaks).toEqual([]);
  });
});

test('a secret that is said is found in each of its forms', () => {
  const secret = 'NOT-A-REAL-SECRET invented+40=';
  for (const text of [
    `it is ${secret}.`,
    Buffer.from(secret).toString('base64'),
    Buffer.from(secret).toString('base64url'),
    Buffer.from(`a:${secret}`).toString('base64'),
    Buffer.from(`${secret}\n`).toString('base64url'),
    Buffer.from(secret).toString('hex'),
    `?token=${encodeURIComponent(secret)}`,
  ])
    expect(leaksIn([text], [secret]), text).not.toEqual([]);
  expect(leaksIn(['Nothing of it is said here.'], [secret])).toEqual([]);
});
