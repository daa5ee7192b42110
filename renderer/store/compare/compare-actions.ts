import type { IgnoreRules } from '#shared/compare/ignored.ts';
import type { BodyPart, Head } from '#shared/exchange/exchange.ts';
import { bytesOf } from '#shared/exchange/body.ts';
import { headerValue } from '#shared/exchange/raw-http.ts';
import { decodeBase64 } from '#shared/text/base64.ts';
import type { Bench } from '../attempt.ts';
import { codingsOf, unpack } from '../inspect/unpack.ts';
import { changeView } from '../store.ts';
import { underWay, type Progress } from '../under-way.ts';
import type { BodyLook, BodySide } from './body-side.ts';
import type { BodyDiff } from './compare-bodies.ts';
import { compareJob } from './compare-job.ts';

/** Where a body that is compared comes from: the store, by its exchange, or a text that is at hand; null where there is none. */
export type BodySource =
  | { readonly id: number; readonly part: BodyPart; readonly head: Head }
  | { readonly json: string }
  | null;

export type BodiesWanted = {
  readonly before: BodySource;
  readonly after: BodySource;
  readonly look: BodyLook | null;
  readonly rules: IgnoreRules;
  /** What is known to be secret; null: everything is shown. */
  readonly veil: readonly string[] | null;
};

/** Bytes of each body that are compared, and bytes that are read at once. */
export const mostCompared = 16 * 1024 * 1024;
const slice = 1024 * 1024;

const lengthOf = (source: BodySource): number =>
  source !== null && 'head' in source ? Math.min(source.head.bodyBytes, mostCompared) : 0;

export const createCompareActions = ({ harness, store }: Bench) => {
  const readSource = async (source: BodySource, gone: (bytes: number) => void): Promise<BodySide> => {
    const none = { contentType: undefined, unpacked: null, isWhole: true };
    if (source === null) return { ...none, bytes: new Uint8Array() };
    if ('json' in source) return { ...none, bytes: bytesOf(source.json), contentType: 'application/json' };
    const { id, part, head } = source;
    const bytes = new Uint8Array(lengthOf(source));
    for (let from = 0; from < bytes.length; from += slice) {
      const length = Math.min(slice, bytes.length - from);
      const read = decodeBase64((await harness.readBody({ id, part, from, length })).base64);
      if (read.ok) bytes.set(read.bytes, from);
      gone(length);
    }
    const encoding = headerValue(head.headers, 'content-encoding') ?? '';
    return {
      bytes,
      contentType: headerValue(head.headers, 'content-type'),
      unpacked: codingsOf(encoding).length > 0 ? await unpack(bytes, encoding) : null,
      isWhole: bytes.length === head.bodyBytes && !head.isTruncated,
    };
  };

  return {
    /** Reads two bodies and compares them; what takes long shows in the status bar, and is cancelled with `abort`. */
    compareBodies: ({ before, after, ...wanted }: BodiesWanted, abort: AbortController): Promise<BodyDiff> =>
      underWay(
        store,
        ({ compare }) => compare.comparing,
        async (report: (progress: Progress) => void) => {
          const total = lengthOf(before) + lengthOf(after);
          let done = 0;
          const gone = (bytes: number): void => {
            abort.signal.throwIfAborted();
            done += bytes;
            // Reading is a part of it; how far comparing is, nobody knows.
            report(done < total ? { done, total } : { done: total, total: null });
          };
          const sides = [await readSource(before, gone), await readSource(after, gone)] as const;
          return compareJob({ before: sides[0], after: sides[1], ...wanted }, abort.signal);
        },
        () => abort.abort(),
      ),

    /** What does not count in a comparison, from now on and at the next visit. */
    ignore: (change: Partial<IgnoreRules>): void =>
      changeView(store, ({ remembered }) => ({
        remembered: { ...remembered, ignoring: { ...remembered.ignoring, ...change } },
      })),
  };
};
