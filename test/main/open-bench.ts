import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startHarness } from '#main/harness/harness.ts';
import type { World } from '#main/harness/world.ts';
import { createFileSecretBox } from '#main/io/file-secret-box.ts';
import { openWorld } from '#main/io/open-world.ts';
import type { Harness } from '#shared/contract/harness.ts';
import { reduce } from '#shared/session/reduce.ts';
import type { Session } from '#shared/session/state.ts';

/** A harness over the real world in a folder of its own, and what a window of it sees. */
export type OpenBench = {
  readonly harness: Harness;
  readonly folder: string;
  readonly url: string;
  /** What a window sees now. */
  readonly session: () => Session;
  /** Resolves with the session once a window sees it so; rejects after 20 s. */
  readonly until: (isSo: (session: Session) => boolean) => Promise<Session>;
  readonly close: () => Promise<void>;
  readonly closeAndDelete: () => Promise<void>;
};

type OpenOptions = { readonly folder?: string; readonly change?: (world: World) => World };

export const temporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'hookbench-test-'));

export const openBench = async ({ folder, change = (world) => world }: OpenOptions = {}): Promise<OpenBench> => {
  const place = folder ?? (await temporaryFolder());
  const product = { version: '0.0.0-test', shell: 'served' } as const;
  const world = await openWorld({ folder: place, product, secrets: createFileSecretBox(place) });
  const { harness, stop } = await startHarness(change(world), { port: 0 });
  const watched = watch(harness);
  const close = async (): Promise<void> => {
    watched.stop();
    await stop();
    await world.close();
  };
  const { listening } = watched.session();
  if (listening.state !== 'listening') throw new Error('The bench does not listen.');
  return {
    harness,
    folder: place,
    url: listening.url,
    session: watched.session,
    until: watched.until,
    close,
    closeAndDelete: async () => {
      await close();
      await rm(place, { recursive: true });
    },
  };
};

/** A window without a screen: folds every frame, and waits for what a person would wait for. */
export const watch = (harness: Pick<Harness, 'subscribe'>) => {
  let session: Session | null = null;
  const waiting = new Set<() => void>();
  const stop = harness.subscribe(null, (frame) => {
    session = frame.kind === 'whole' ? frame.session : reduce(current(), frame.events);
    for (const look of waiting) look();
  });
  const current = (): Session => {
    if (!session) throw new Error('No frame has come yet.');
    return session;
  };
  const until = (isSo: (session: Session) => boolean): Promise<Session> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`Waited in vain for ${isSo.toString()}`));
      }, 20_000);
      const look = (): void => {
        if (!session || !isSo(session)) return;
        clearTimeout(timer);
        waiting.delete(look);
        resolve(session);
      };
      waiting.add(look);
      look();
    });
  return { session: current, until, stop };
};
