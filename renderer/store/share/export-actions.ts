import { findRows } from '#shared/contract/find-rows.ts';
import type { CommandInput } from '#shared/contract/harness.ts';
import { carryOutExport, takeExport, type Finished } from '#shared/export/carry-over.ts';
import { addressOf } from '#shared/export/exported.ts';
import type { ExportStep } from '#shared/export/export-step.ts';
import { attempt, type Bench } from '../attempt.ts';
import { ownZone } from '../listing/read-listing.ts';
import { tell, type Telling } from '../told.ts';

export type ExportInput = CommandInput<'exportTraffic'>;

/** Puts a text where it can be pasted from; false where that is not allowed. */
export type Copy = (text: string) => Promise<boolean>;

/** What is followed while a file is made. */
export type Making = { readonly onStep: (step: ExportStep) => void; readonly isCancelled: () => boolean };

export const createExportActions = ({ harness, store }: Bench) => {
  const makeText = async (input: ExportInput): Promise<string | null> => {
    const finished = await carryOutExport(harness, input);
    return finished && new TextDecoder().decode(await takeExport(harness, finished));
  };
  const copy = async (text: string | null, by: Copy, done: Telling): Promise<void> => {
    if (text === null) return;
    if (await by(text)) tell(store, done);
    else tell(store, { tone: 'bad', says: ({ kit }) => `${kit.couldNotCopy}.` });
  };
  const copyCommand = (
    exchangeIds: readonly number[],
    shell: 'posix' | 'powershell',
    withSecrets: boolean,
    by: Copy,
  ): Promise<boolean> =>
    attempt(store, async () => {
      const text = await makeText({
        format: 'curl',
        choice: { exchangeIds: [...exchangeIds] },
        options: { shell, withSecrets },
      });
      await copy(text, by, {
        says: ({ exporting }) => (withSecrets ? exporting.copiedWithCredentials : exporting.copiedWithout),
        offer: withSecrets
          ? {
              title: ({ exporting }) => exporting.copyWithout,
              act: () => copyCommand(exchangeIds, shell, false, by),
            }
          : null,
      });
    });
  return {
    copyCommand,
    /** The address of an exchange, as it was asked for. */
    copyAddress: (id: number, by: Copy) =>
      attempt(store, async () =>
        copy(addressOf(await harness.readExchange({ id })), by, { says: ({ exporting }) => exporting.addressCopied }),
      ),
    /** Makes a file and returns where it lies; null where it was cancelled. Refuses as the harness does. */
    makeExport: (input: ExportInput, making: Making): Promise<Finished | null> =>
      carryOutExport(harness, input, making),
    takeExport: (finished: Finished) => takeExport(harness, finished),
    /** Lets go of a file that nobody wants any more. */
    forgetExport: ({ exportId }: Finished): void => {
      // Where it is gone already, nothing is left to do.
      harness.forgetExport({ exportId }).catch(() => undefined);
    },
    /** How many rows a query finds; null where nobody wants to know any more. */
    countRows: async (query: string, isWanted: () => boolean): Promise<number | null> => {
      let count = 0;
      for await (const { ids } of findRows(harness, { query, zone: ownZone() })) {
        if (!isWanted()) return null;
        count += ids.length;
      }
      return count;
    },
  };
};
