import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { harWriter } from '#shared/export/har.ts';
import { importHar } from '#shared/export/import-har.ts';
import { importedRecord } from '#shared/export/imported.ts';
import { Placeholders } from '#shared/export/placeholders.ts';
import { readExchange, detailText, summaryText } from '#main/io/store-pack.ts';
import { archives } from './har-archives.ts';
import { harIssues } from './har-schema.ts';
import { writtenFile, writtenJson } from './written.ts';

type Archive = { readonly log: Record<string, unknown> & { readonly entries: readonly object[] } };

/** Imported, kept on the disk as text, read again. */
const recordsOf = (archive: unknown) => {
  const read = importHar(JSON.stringify(archive));
  if (!read.ok) throw new Error(read.problem);
  const place = { channelId: null, now: 5, source: 'a HAR file', secrets: [] };
  return read.exchanges.map((each, index) => {
    const record = importedRecord(each, { ...place, id: index + 1 });
    const exchange = readExchange(index + 1, summaryText(record.exchange.summary), detailText(record.exchange));
    return { ...record, exchange };
  });
};

const writer = () => harWriter({ version: '1' });
const roundTrip = (archive: unknown): Archive => writtenJson(writer, { exchanges: recordsOf(archive) }) as Archive;

/** Who writes an archive is its creator, and an archive without pages may say so or not. */
const withoutCreator = ({ log: { creator: _creator, pages, ...log } }: Archive): object => ({
  ...log,
  ...(Array.isArray(pages) && pages.length > 0 ? { pages } : {}),
});

describe('an archive that is imported and exported again', () => {
  test.each(Object.entries(archives))('says all that %s said', (_program, archive) => {
    const again = roundTrip(archive);
    expect(withoutCreator(again)).toEqual(withoutCreator(JSON.parse(JSON.stringify(archive))));
    expect(again.log['creator']).toEqual({ name: 'Hookbench', version: '1' });
  });

  test.each(Object.entries(archives))('is as valid as that of %s by the published schema', (_program, archive) => {
    expect(harIssues(roundTrip(archive))).toEqual(harIssues(archive));
  });

  test('says all of two archives, though both have called their page the same', () => {
    const first = recordsOf(archives.firefox);
    const second = recordsOf({
      ...archives.firefox,
      log: { ...archives.firefox.log, pages: [{ ...archives.firefox.log.pages[0], title: 'other' }] },
    });
    const { log } = writtenJson(writer, { exchanges: [...first, ...second] }) as Archive;
    expect(log).toMatchObject({
      browser: archives.firefox.log.browser,
      pages: [
        { id: 'page_1', title: '도움말' },
        { id: 'page_1-2', title: 'other' },
      ],
      entries: [{ pageref: 'page_1' }, { pageref: 'page_1-2' }],
    });
  });

  test('keeps pages that no entry belongs to, and passes over what is no HTTP', () => {
    const { log } = archives.safari;
    const alone = { ...log.pages[0], id: 'alone' };
    const dataAddress = {
      ...log.entries[0],
      request: { ...log.entries[0]?.request, url: 'data:image/png;base64,AA==' },
    };
    const archive = { log: { ...log, pages: [...log.pages, alone], entries: [dataAddress, ...log.entries] } };
    expect(importHar(JSON.stringify(archive))).toMatchObject({ ok: true, skipped: 1 });
    expect(roundTrip(archive).log).toMatchObject({
      pages: [{ id: 'page_0' }, { id: 'alone' }],
      entries: [{ pageref: 'page_0' }],
    });
  });

  test('has what HAR asks for, also where it was missing', () => {
    const archive = { log: { entries: [{ request: { method: 'GET', url: 'http://a.example/' } }] } };
    expect(harIssues(roundTrip(archive))).toEqual([]);
  });

  test('says any member that is put anywhere into it', () => {
    const place = fc.constantFrom('', 'request', 'response', 'timings', 'cache');
    const name = fc.oneof(
      fc.string(),
      fc.constantFrom('comment', '_x', '__proto__', 'constructor', 'pageref', 'connection'),
    );
    const own = new Set(Object.keys(archives.safari.log.entries[0] ?? {}));
    fc.assert(
      fc.property(place, name, fc.jsonValue({ maxDepth: 3 }), (where, key, value) => {
        fc.pre(
          !own.has(key) &&
            !['_direction', '_target', 'headers', 'url', 'method', 'status', 'content', 'postData'].includes(key),
        );
        const archive = structuredClone(archives.safari) as unknown as { log: { entries: Record<string, object>[] } };
        const [entry = {}] = archive.log.entries;
        const at = where === '' ? entry : (entry[where] ?? {});
        Object.defineProperty(at, key, { value, enumerable: true, configurable: true, writable: true });
        expect(roundTrip(archive).log.entries).toEqual(JSON.parse(JSON.stringify(archive.log.entries)));
      }),
      { numRuns: 200 },
    );
  });
});

test('what an archive said besides holds no secret and no person when it is made safe to share', () => {
  const archive = JSON.parse(JSON.stringify(archives.chrome).replaceAll('two words', 'canary-7f3a9d'));
  Object.assign(archive.log.entries[0], {
    _user: { userId: 'person-4471' },
    comment: 'of person-4471, token canary-7f3a9d',
  });
  archive.log.entries[0].request.url += '&token=canary-55aa';
  Object.assign(archive.log.entries[0], { _webSocketMessages: [{ data: '{"verifyToken":"canary-66bb"}' }] });
  const { text } = writtenFile(writer, { exchanges: recordsOf(archive) }, new Placeholders(true));
  for (const canary of ['canary-7f3a9d', 'person-4471', 'canary-55aa', 'canary-66bb'])
    expect(text).not.toContain(canary);
  expect(harIssues(JSON.parse(text))).toEqual(harIssues(archive));
  expect(text).toContain('page_7');
});
