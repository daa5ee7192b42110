import { fault, HarnessError, type Fault } from '#shared/contract/fault.ts';
import { handOver } from '#shared/export/carry-over.ts';
import type { Imported } from '#shared/export/import-kind.ts';
import { importLimits } from '#shared/export/import-limits.ts';
import { sizeWords } from '#shared/text/amount.ts';
import { faultOf, type Bench } from '../attempt.ts';
import { underWay } from '../under-way.ts';
import type { GivenFile } from './given-file.ts';

type Kept = { readonly file: GivenFile; readonly imported: Imported };
type Failed = { readonly file: GivenFile; readonly fault: Fault };

/** What became of some files: each of them is kept as a whole, or not at all. */
export type ImportResult = {
  readonly kept: readonly Kept[];
  readonly failed: readonly Failed[];
  /** Those that were not come to, because somebody cancelled. */
  readonly left: number;
};

/** Imports files one after the other; one that is refused does not stop the others. */
export const importFiles = async (
  { harness, store }: Bench,
  files: readonly GivenFile[],
  channelId: string | null,
): Promise<ImportResult> => {
  let isCancelled = false;
  const kept: Kept[] = [];
  const failed: Failed[] = [];
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const [first] = files;
  await underWay(
    store,
    ({ importing }) => (files.length === 1 ? importing.working(first?.name ?? '') : importing.workingOn(files.length)),
    async (report) => {
      let before = 0;
      for (const file of files) {
        try {
          const importId = await handIn(harness, file, {
            isCancelled: () => isCancelled,
            onBytes: (bytes) => report({ done: before + bytes, total, isBytes: true }),
          });
          if (importId === null) return;
          const place = { name: file.name.slice(-500), ...(channelId === null ? {} : { channelId }) };
          kept.push({ file, imported: await harness.importTraffic({ importId, ...place }) });
        } catch (error) {
          failed.push({ file, fault: named(faultOf(error), file) });
        }
        before += file.size;
      }
    },
    () => {
      isCancelled = true;
    },
  );
  return { kept, failed, left: files.length - kept.length - failed.length };
};

type Following = Required<NonNullable<Parameters<typeof handOver>[2]>>;

const handIn = async (harness: Bench['harness'], file: GivenFile, following: Following): Promise<string | null> => {
  if (following.isCancelled()) return null;
  if (file.size > importLimits.bytes) throw new HarnessError(tooLarge(file));
  return handOver(harness, await file.read(), following);
};

const tooLarge = ({ name }: GivenFile): Fault =>
  fault('import.unreadable', { file: name, reason: `it is larger than ${sizeWords(importLimits.bytes)}` });

/** A file that grew meanwhile is refused where it is taken in, which does not know its name. */
const named = (refused: Fault, file: GivenFile): Fault =>
  refused.code === 'import.too-large' ? tooLarge(file) : refused;
