import { fault, HarnessError } from '#shared/contract/fault.ts';
import { exactText } from '#shared/export/exported.ts';
import { readImport } from '#shared/export/import-file.ts';
import { kindWords, type Imported } from '#shared/export/import-kind.ts';
import { importedRecord } from '#shared/export/imported.ts';
import { belongings } from '#shared/export/told-place.ts';
import type { Bench } from './bench.ts';
import type { SessionLog } from './session-log.ts';

type Place = { readonly name?: string; readonly channelId?: string };

/** A file that somebody gave us: all that is in it is kept in one go and appears as rows, or nothing is and a sentence says why. */
export const importTraffic = async (
  file: Uint8Array,
  { name = 'This file', channelId }: Place,
  { world, channels, ledger }: Pick<Bench, 'world' | 'channels' | 'ledger'>,
  publish: SessionLog['publish'],
): Promise<Imported> => {
  if (channelId !== undefined) channels.byId(channelId);
  const unreadable = (reason: string): HarnessError =>
    new HarnessError(fault('import.unreadable', { file: name, reason: reason.replace(/\.$/, '') }));
  const text = exactText(file);
  if (text === null) throw unreadable('it is no text in UTF-8, so it is nothing that can be imported');
  const read = readImport(text);
  if (!read.ok) throw unreadable(read.problem);
  // What has arrived meanwhile goes first: a large file takes its time to read.
  await new Promise<void>((resolve) => world.clock.soon(resolve));
  const now = world.clock.now();
  // Numbered, shown and kept in one tick: that is one transaction, and nothing comes in between, such as somebody who clears all.
  const numbered = read.exchanges.map((each) => ({ imported: each, id: ledger.nextId(), told: each.told ?? {} }));
  const places = belongings(numbered);
  const records = numbered.map(({ imported, id }, index) =>
    importedRecord(imported, {
      id,
      belonging: places[index] ?? { traceId: id, replayOf: null, twinId: null },
      channelId: channelId ?? null,
      now,
      source: kindWords[read.kind],
      secrets: channels.secrets,
    }),
  );
  for (const { exchange } of records) publish({ type: 'exchange-opened', exchange: exchange.summary });
  await Promise.all(records.map(world.exchanges.keep));
  return { kind: read.kind, exchangeIds: records.map(({ exchange }) => exchange.summary.id), skipped: read.skipped };
};
