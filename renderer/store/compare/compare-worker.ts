import { compareBodies, type BodiesToCompare } from './compare-bodies.ts';

// Beside the page, so that it goes on answering: it is ended when nobody wants the result any more.
self.addEventListener('message', ({ data }: MessageEvent<BodiesToCompare>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- only who made the worker hears it.
  self.postMessage(compareBodies(data));
});
