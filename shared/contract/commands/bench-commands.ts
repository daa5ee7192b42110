import { Type } from 'typebox';
import { exact, takes, type Nothing } from '#shared/contract/command.ts';
import { BenchSettings } from '#shared/session/state.ts';

/** What a screen may ask of the bench as a whole. */
export const benchCommands = {
  /** Starts the inbound server, or moves it to another port; refuses with `port.taken` and the next free one. */
  startListening: takes(Type.Object({ port: BenchSettings.properties.port }, exact)).returns<{
    readonly url: string;
  }>(),
  stopListening: takes(Type.Object({}, exact)).returns<Nothing>(),
  changeSettings: takes(Type.Partial(BenchSettings, exact)).returns<Nothing>(),
} as const;
