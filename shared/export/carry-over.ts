import type { CommandInput, Harness } from '#shared/contract/harness.ts';
import { decodeBase64, encodeBase64 } from '#shared/text/base64.ts';
import type { ExportedFile, ExportStep } from '#shared/export/export-step.ts';

/** In bytes: what one call carries. */
const slice = 2 * 1024 * 1024;

type Following = {
  /** Told after each stretch of the work. */
  readonly onStep?: (step: ExportStep) => void;
  /** Asked between two stretches. */
  readonly isCancelled?: () => boolean;
};

export type Finished = { readonly exportId: string; readonly file: ExportedFile };

/** Exports over the contract until the file is done; null where it was cancelled. Refuses as the commands do. */
export const carryOutExport = async (
  harness: Harness,
  input: CommandInput<'exportTraffic'>,
  { onStep, isCancelled = () => false }: Following = {},
): Promise<Finished | null> => {
  let step = await harness.exportTraffic(input);
  for (;;) {
    onStep?.(step);
    const { exportId, file } = step;
    if (file) return { exportId, file };
    if (isCancelled()) {
      await harness.forgetExport({ exportId });
      return null;
    }
    step = await harness.continueExport({ exportId });
  }
};

/** The bytes of a file that is done, which is forgotten then. */
export const takeExport = async (harness: Harness, { exportId, file }: Finished): Promise<Uint8Array<ArrayBuffer>> => {
  const whole = new Uint8Array(file.bytes);
  for (let from = 0; from < file.bytes;) {
    const { base64 } = await harness.readExport({ exportId, from, length: slice });
    const decoded = decodeBase64(base64);
    if (!decoded.ok || decoded.bytes.byteLength === 0) break;
    whole.set(decoded.bytes, from);
    from += decoded.bytes.byteLength;
  }
  await harness.forgetExport({ exportId });
  return whole;
};

type HandingIn = {
  /** Told how many bytes were handed in, after each slice. */
  readonly onBytes?: (bytes: number) => void;
  /** Asked between two slices. */
  readonly isCancelled?: () => boolean;
};

/** Hands a file in and returns the id under which it can be imported; null where it was cancelled. */
export const handOver = async (
  harness: Harness,
  file: Uint8Array,
  { onBytes, isCancelled = () => false }: HandingIn = {},
): Promise<string | null> => {
  let from = 0;
  let importId: string | undefined;
  do {
    const base64 = encodeBase64(file.subarray(from, from + slice));
    const taken = await harness.handIn({ from, base64, ...(importId === undefined ? {} : { importId }) });
    importId = taken.importId;
    from = taken.bytes;
    onBytes?.(from);
    if (isCancelled()) return null;
  } while (from < file.byteLength);
  return importId;
};
