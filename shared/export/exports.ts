import { fault, HarnessError } from '#shared/contract/fault.ts';
import { encodeBase64 } from '#shared/text/base64.ts';
import type { ExportedFile, ExportStep } from '#shared/export/export-step.ts';
import { largestFile, type Progress, type Written } from '#shared/export/write-export.ts';

type Export = {
  readonly name: Pick<ExportedFile, 'fileName' | 'mediaType'>;
  /** Null when it is done. */
  work: Generator<Progress, Written> | null;
  progress: Progress;
  written: Written | null;
};

/** How many are kept, and how long (milliseconds) one is worked on before whoever waits is told how far it is. */
const mostKept = 3;
const stretch = 50;

/** The exports of one run: worked on while somebody asks, then kept in memory, the newest few of them. */
export class Exports {
  readonly #newId: () => string;
  readonly #now: () => number;
  readonly #kept = new Map<string, Export>();

  constructor(from: { readonly newId: () => string; readonly now: () => number }) {
    this.#newId = from.newId;
    this.#now = from.now;
  }

  readonly begin = (work: Generator<Progress, Written>, name: Export['name']): ExportStep => {
    const id = this.#newId();
    this.#kept.set(id, { name, work, progress: { done: 0, of: 0 }, written: null });
    this.#forgetOld();
    return this.continue(id);
  };

  /** Refuses with `export.gone`, and with what refused the work: then it is gone as well. */
  readonly continue = (exportId: string): ExportStep => {
    const found = this.#find(exportId);
    try {
      const until = this.#now() + stretch;
      while (found.work) {
        const { done, value } = found.work.next();
        if (done) this.#finish(found, value);
        else found.progress = value;
        if (this.#now() >= until) break;
      }
    } catch (error) {
      this.#kept.delete(exportId);
      throw error;
    }
    return { exportId, ...found.progress, file: found.written && fileOf(found.name, found.written) };
  };

  readonly read = (
    exportId: string,
    from: number,
    length: number,
  ): { readonly base64: string; readonly total: number } => {
    const { written } = this.#find(exportId);
    if (!written) throw new HarnessError(fault('export.unfinished'));
    return { base64: encodeBase64(sliceOf(written.pieces, from, length)), total: bytesIn(written) };
  };

  readonly forget = (exportId: string): void => {
    this.#kept.delete(exportId);
  };

  #find(exportId: string): Export {
    const found = this.#kept.get(exportId);
    if (!found) throw new HarnessError(fault('export.gone'));
    return found;
  }

  #finish(found: Export, written: Written): void {
    found.work = null;
    found.written = written;
    found.progress = { done: found.progress.of, of: found.progress.of };
    this.#forgetOld();
  }

  /** The oldest go first; the newest stays, however large it is. */
  #forgetOld(): void {
    for (const id of this.#kept.keys()) {
      const bytes = [...this.#kept.values()].reduce((sum, { written }) => sum + (written ? bytesIn(written) : 0), 0);
      if (this.#kept.size <= 1 || (this.#kept.size <= mostKept && bytes <= largestFile)) return;
      this.#kept.delete(id);
    }
  }
}

const fileOf = (name: Export['name'], written: Written): ExportedFile => ({
  ...name,
  bytes: bytesIn(written),
  review: written.review,
  skipped: written.skipped,
});

const bytesIn = ({ pieces }: Written): number => pieces.reduce((sum, each) => sum + each.byteLength, 0);

const sliceOf = (pieces: readonly Uint8Array[], from: number, length: number): Uint8Array => {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const piece of pieces) {
    const start = Math.max(0, from - at);
    const end = Math.min(piece.byteLength, from + length - at);
    if (end > start) parts.push(piece.subarray(start, end));
    at += piece.byteLength;
    if (at >= from + length) break;
  }
  const slice = new Uint8Array(parts.reduce((sum, each) => sum + each.byteLength, 0));
  let filled = 0;
  for (const part of parts) {
    slice.set(part, filled);
    filled += part.byteLength;
  }
  return slice;
};
