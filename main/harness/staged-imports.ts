import type { CommandInput } from '#shared/contract/harness.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import { importLimits } from '#shared/export/import-limits.ts';
import { sizeWords } from '#shared/text/amount.ts';
import { decodeBase64 } from '#shared/text/base64.ts';
import type { World } from './world.ts';

type Staged = { readonly slices: Uint8Array[]; bytes: number };

/** Files that are being handed in at once: the oldest makes way. */
const mostStaged = 2;

/** The files that were handed in and are not imported yet: in memory only. */
export class StagedImports {
  readonly #ids: World['ids'];
  readonly #staged = new Map<string, Staged>();

  constructor(ids: World['ids']) {
    this.#ids = ids;
  }

  /** Refuses what is too large before it is kept, and a slice that does not join on. */
  readonly add = ({
    importId = this.#begin(),
    from,
    base64,
  }: CommandInput<'handIn'>): { readonly importId: string; readonly bytes: number } => {
    const found = this.#find(importId);
    const decoded = decodeBase64(base64);
    if (!decoded.ok) throw invalid('/base64', `is not base64: ${decoded.problem}`);
    if (from !== found.bytes) throw invalid('/from', `does not join on: ${String(found.bytes)} bytes are there`);
    if (found.bytes + decoded.bytes.byteLength > importLimits.bytes) {
      this.#staged.delete(importId);
      throw new HarnessError(fault('import.too-large', { limit: sizeWords(importLimits.bytes) }));
    }
    found.slices.push(decoded.bytes);
    found.bytes += decoded.bytes.byteLength;
    return { importId, bytes: found.bytes };
  };

  /** The whole file, which is not kept any longer. */
  readonly take = (importId: string): Uint8Array => {
    const { slices, bytes } = this.#find(importId);
    this.#staged.delete(importId);
    const whole = new Uint8Array(bytes);
    let at = 0;
    for (const each of slices) {
      whole.set(each, at);
      at += each.byteLength;
    }
    return whole;
  };

  #begin(): string {
    const id = this.#ids.uuid();
    this.#staged.set(id, { slices: [], bytes: 0 });
    const oldest = this.#staged.keys().next().value;
    if (this.#staged.size > mostStaged && oldest !== undefined) this.#staged.delete(oldest);
    return id;
  }

  #find(importId: string): Staged {
    const found = this.#staged.get(importId);
    if (!found) throw new HarnessError(fault('import.gone'));
    return found;
  }
}

const invalid = (path: string, message: string): HarnessError =>
  new HarnessError(fault('input.invalid', { problem: 'A slice of the file cannot be taken.' }, [{ path, message }]));
