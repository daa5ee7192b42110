import { setTimeout as wait } from 'node:timers/promises';
import { createFileSecretBox } from '#main/io/file-secret-box.ts';
import { HarnessError } from '#shared/contract/fault.ts';
import type { Harness } from '#shared/contract/harness.ts';
import type { Exchange } from '#shared/exchange/exchange.ts';

/** An exchange is told as closed a moment before it is kept. */
export const closedExchange = async (harness: Harness, id: number): Promise<Exchange> => {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const exchange = await harness.readExchange({ id }).catch(unlessUnknown);
    if (exchange && exchange.summary.outcome.state !== 'pending') return exchange;
    await wait(25);
  }
  return harness.readExchange({ id });
};

const unlessUnknown = (error: unknown): null => {
  if (error instanceof HarnessError && error.fault.code === 'exchange.unknown') return null;
  throw error;
};

/** Those that the desktop app has sealed cannot be known here; what carries them is masked by its place. */
export const knownSecrets = async (folder: string): Promise<readonly string[]> =>
  Object.values(
    await createFileSecretBox(folder)
      .read()
      .catch(() => ({})),
  );
