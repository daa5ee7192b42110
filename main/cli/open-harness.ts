import { setTimeout as wait } from 'node:timers/promises';
import { readRunning } from '#main/io/data-lock.ts';
import type { Harness } from '#shared/contract/harness.ts';
import { httpWire } from '#shared/contract/http-wire.ts';
import { connectHarness } from '#shared/contract/transport.ts';
import { openHeadless } from './headless.ts';

export type OpenedHarness = { readonly harness: Harness; readonly close: () => Promise<void> };

/**
 * The Hookbench that uses this data folder: the one that runs, or one in this process, whose webhooks come in on any free port so that
 * it stands in nobody's way; `saved`: on the port of its settings.
 */
export const openHarness = async (folder: string, port: number | 'saved' = 0): Promise<OpenedHarness> => {
  const running = await readRunning(folder);
  if (!running) return port === 'saved' ? openHeadless(folder) : openHeadless(folder, port);
  const { controlUrl: baseUrl, token } = running;
  const harness = connectHarness(httpWire({ baseUrl, token, fetch, wait: (ms) => wait(ms) }));
  // A stop that the running one did not survive would leave the event stream waiting: a call says so at once.
  await harness.listExchanges({ limit: 1 });
  return { harness, close: async () => undefined };
};
