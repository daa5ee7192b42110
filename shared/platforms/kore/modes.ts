import type { DemoMode } from '#shared/platforms/platform.ts';

const steps: DemoMode['steps'] = [
  'hi',
  { press: 'Balance' },
  { press: 'Everyday account' },
  'cards',
  { press: 'Order Meadow' },
];

const stepsV2: DemoMode['steps'] = [
  { gesture: 'start' },
  { press: 'Balance' },
  { press: 'Everyday account' },
  'cards',
  { press: 'Order Meadow' },
  'payments',
  { gesture: 'close' },
];

/** Every version and mode, each with a conversation. */
export const koreModes: readonly DemoMode[] = [
  { id: 'v1-sync', title: 'V1, synchronous', settings: { version: 'v1', mode: 'sync' }, as: 'user', steps },
  { id: 'v1-async', title: 'V1, asynchronous', settings: { version: 'v1', mode: 'async' }, as: 'user', steps },
  {
    id: 'v2-sync-poll',
    title: 'V2, synchronous with polling',
    settings: { version: 'v2', mode: 'sync', pollingEnabled: true, pollInterval: 100 },
    as: 'user',
    steps: stepsV2,
  },
  {
    id: 'v2-async',
    title: 'V2, asynchronous',
    settings: { version: 'v2', mode: 'async' },
    as: 'user',
    steps: stepsV2,
  },
];
