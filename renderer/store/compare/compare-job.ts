import { contentOf, type BodySide } from './body-side.ts';
import { compareBodies, type BodiesToCompare, type BodyDiff } from './compare-bodies.ts';

/** Bytes of both bodies together that are compared within a blink. */
const atOnce = 32 * 1024;

const sizeOf = (side: BodySide): number => Math.max(side.bytes.length, contentOf(side).bytes.length);

/** Compares two bodies: large ones in a thread of their own, which ends when the signal says that nobody waits any more. */
export const compareJob = (bodies: BodiesToCompare, signal: AbortSignal): Promise<BodyDiff> => {
  const isSmall = sizeOf(bodies.before) + sizeOf(bodies.after) <= atOnce;
  if (isSmall || typeof Worker === 'undefined') return Promise.resolve().then(() => compareBodies(bodies));
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./compare-worker.ts', import.meta.url), { type: 'module' });
    const end = (): void => {
      worker.terminate();
      signal.removeEventListener('abort', stop);
    };
    const stop = (): void => {
      end();
      reject(new DOMException('', 'AbortError'));
    };
    signal.addEventListener('abort', stop);
    worker.addEventListener('message', ({ data }: MessageEvent<BodyDiff>) => {
      end();
      resolve(data);
    });
    worker.addEventListener('error', () => {
      end();
      // A shell that allows no threads: then the page has to do it.
      resolve(compareBodies(bodies));
    });
    if (signal.aborted) stop();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none.
    else worker.postMessage(bodies);
  });
};
