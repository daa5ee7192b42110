import { Type } from 'typebox';
import type { ChannelCheck } from '#shared/channel/channel-check.ts';
import { ChannelId, exact, takes } from '#shared/contract/command.ts';

/** What a screen may ask of the doctor. */
export const doctorCommands = {
  /**
   * Looks at everything that a channel needs, and at the machines that it would call: no message is sent, only a request that asks for
   * nothing (HEAD). Takes as long as those machines need to answer, at most some 20 seconds.
   */
  checkChannel: takes(Type.Object({ channelId: ChannelId }, exact)).returns<{
    readonly checks: readonly ChannelCheck[];
  }>(),
} as const;
