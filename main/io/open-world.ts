import { mkdir } from 'node:fs/promises';
import type { SecretBox, World } from '#main/harness/world.ts';
import type { Product } from '#shared/session/state.ts';
import { createChannelFile } from './channel-file.ts';
import { openExchangeStore } from './exchange-store.ts';
import { inbound } from './inbound-server.ts';
import { network } from './network.ts';
import { createOutbound } from './outbound-client.ts';
import { createShelfFile } from './shelf-file.ts';
import { bugReporter, openLog, systemClock, systemIds } from './system.ts';
import { createTokenCrypto } from './token-crypto.ts';

type WorldOptions = {
  readonly folder: string;
  readonly product: Pick<Product, 'version' | 'shell'>;
  readonly secrets: SecretBox;
};

/** The real world in one data folder; `hangUp` cuts what is being sent, `close` keeps what waits and lets go of everything. */
export const openWorld = async ({
  folder,
  product,
  secrets,
}: WorldOptions): Promise<World & { readonly hangUp: () => Promise<void>; readonly close: () => Promise<void> }> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const exchanges = openExchangeStore(folder);
  const outbound = createOutbound();
  return {
    product: { ...product, secretsKept: secrets.kind, dataFolder: folder },
    clock: systemClock,
    ids: systemIds,
    inbound,
    outbound,
    network,
    exchanges,
    channelFile: createChannelFile(folder),
    shelfFile: createShelfFile(folder),
    secrets,
    tokens: createTokenCrypto(),
    reportBug: bugReporter(openLog(folder)),
    hangUp: outbound.close,
    close: async () => {
      await outbound.close();
      await exchanges.close();
    },
  };
};
