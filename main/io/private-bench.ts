import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startHarness, type RunningHarness, type StartOptions } from '#main/harness/harness.ts';
import type { SecretBox, World } from '#main/harness/world.ts';
import { HarnessError } from '#shared/contract/fault.ts';
import type { Harness } from '#shared/contract/harness.ts';
import { openWorld } from './open-world.ts';
import { bugSentence } from './system.ts';

/** A bench that nobody else sees: no channel at first, any free port, and a folder that is gone when it is closed. */
export type PrivateBench = Pick<RunningHarness, 'harness' | 'allDone'> & {
  /** Where it listens: scheme and authority. */
  readonly origin: string;
  /** What nobody foresaw, oldest first, with its stack: there is no log that would outlive it. */
  readonly bugs: readonly string[];
  /** Cuts what is under way. */
  readonly close: () => Promise<void>;
};

export type PrivateBenchOptions = Pick<StartOptions, 'otherEnd'> & {
  /** The world as the harness is to see it: another clock, an outbound client that refuses. */
  readonly change?: (world: World) => World;
};

/** Opens one; refuses where the system gives it no port. */
export const openPrivateBench = async ({
  otherEnd,
  change = (world) => world,
}: PrivateBenchOptions = {}): Promise<PrivateBench> => {
  const folder = await mkdtemp(join(tmpdir(), 'hookbench-'));
  const product = { version: '', shell: 'served' } as const;
  const opened = await openWorld({ folder, product, secrets: forgetfulBox });
  const bugs: string[] = [];
  const world = change({
    ...opened,
    shelfFile: { read: async () => null, write: async () => undefined },
    channelFile: { read: async () => noChannels, write: async () => undefined },
    reportBug: (error) => {
      bugs.push(bugSentence(error));
      return opened.reportBug(error);
    },
  });
  const { harness, allDone, stop } = await startHarness(world, {
    port: 0,
    ...(otherEnd === undefined ? {} : { otherEnd }),
  });
  const close = async (): Promise<void> => {
    // Stopping comes first: what is cut must not make way for what is sent next.
    const stopped = stop();
    await opened.hangUp();
    await stopped;
    await opened.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { harness, allDone, origin: listeningAt(harness), bugs, close };
  } catch (error) {
    await close();
    throw error;
  }
};

const noChannels = { channels: [], settings: {} };

/** What it is told lives as long as it does. */
const forgetfulBox: SecretBox = { kind: 'file', read: async () => ({}), write: async () => undefined };

const listeningAt = (harness: Harness): string => {
  let origin = '';
  let refused: HarnessError | null = null;
  harness.subscribe(null, (frame) => {
    if (frame.kind !== 'whole') return;
    const { listening } = frame.session;
    if (listening.state === 'failed') refused = new HarnessError(listening.fault);
    if (listening.state === 'listening') origin = listening.url;
  })();
  if (refused) throw refused;
  return origin;
};
