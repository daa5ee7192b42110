import { Type } from 'typebox';
import { ChannelId, exact, Name, takes, type Nothing } from '#shared/contract/command.ts';
import type { Undoable } from '#shared/contract/commands/undo-commands.ts';

const EnvironmentId = Type.String({ minLength: 1, maxLength: 200 });
const OneOf = Type.Object({ channelId: ChannelId, environmentId: EnvironmentId }, exact);

/**
 * What a screen may ask of the environments of a channel: named sets of settings, secrets and played ends, one of which is active.
 * `changeChannel` changes the active one.
 */
export const environmentCommands = {
  /** Begins as a copy of the active one, secrets included; the active one stays active. */
  addEnvironment: takes(Type.Object({ channelId: ChannelId, name: Name }, exact)).returns<{
    readonly environmentId: string;
  }>(),
  renameEnvironment: takes(
    Type.Object({ channelId: ChannelId, environmentId: EnvironmentId, name: Name }, exact),
  ).returns<Nothing>(),
  /** Refuses with `environment.active` the one that is active. */
  removeEnvironment: takes(OneOf).returns<Undoable>(),
  switchEnvironment: takes(OneOf).returns<Nothing>(),
} as const;
