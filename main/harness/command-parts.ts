import type { Harness } from '#shared/contract/harness.ts';
import type { BenchSettings } from '#shared/session/state.ts';
import type { Bench } from './bench.ts';
import type { Listener } from './listener.ts';
import type { SessionLog } from './session-log.ts';

/** What the commands are made of. */
export type CommandParts = {
  readonly bench: Bench;
  readonly log: SessionLog;
  readonly listener: Listener;
  readonly settings: { current: BenchSettings };
};

/** The functions of one group of commands, as the contract has them. */
export type Answering<Group> = Pick<Harness, Extract<keyof Group, keyof Harness>>;

export const nothing = {};
