import { Type } from 'typebox';
import { PlayedEnds } from '#shared/channel/channel.ts';
import { longestChannelFile } from '#shared/channel/exported-channel.ts';
import { ReplyRule } from '#shared/channel/reply-rule.ts';
import { ChannelId, exact, Name, Settings, takes, type Nothing } from '#shared/contract/command.ts';
import type { Undoable } from '#shared/contract/commands/undo-commands.ts';
import type { SetupStep } from '#shared/platforms/setup.ts';

/** What a screen may ask of the channels. */
export const channelCommands = {
  /** Settings and secrets in one object, as the platform's schema names them; issues come back by JSON Pointer. */
  addChannel: takes(
    Type.Object(
      { platformId: Type.String(), name: Name, plays: PlayedEnds, botId: Type.String(), settings: Settings },
      exact,
    ),
  ).returns<{ readonly channelId: string }>(),
  /** Settings that are left out keep their value; a secret set to '' is forgotten. */
  changeChannel: takes(
    Type.Object(
      {
        channelId: ChannelId,
        name: Type.Optional(Name),
        plays: Type.Optional(PlayedEnds),
        botId: Type.Optional(Type.String()),
        settings: Type.Optional(Settings),
        defects: Type.Optional(Type.Array(Type.String(), { uniqueItems: true, maxItems: 100 })),
        replyRules: Type.Optional(Type.Array(ReplyRule, { maxItems: 200 })),
      },
      exact,
    ),
  ).returns<Nothing>(),
  /** A copy with every environment, secrets included; in ids that two channels cannot share it has new ones, where the platform can say so. */
  duplicateChannel: takes(Type.Object({ channelId: ChannelId, name: Name }, exact)).returns<{
    readonly channelId: string;
  }>(),
  /** The channel as a file: its secrets are named and not in it. `name` is what the file may be called. */
  exportChannel: takes(Type.Object({ channelId: ChannelId }, exact)).returns<{
    readonly name: string;
    readonly text: string;
  }>(),
  /** A new channel from such a file; returns what it is called here, and which settings have to be filled in. */
  importChannel: takes(Type.Object({ text: Type.String({ maxLength: longestChannelFile }) }, exact)).returns<{
    readonly channelId: string;
    readonly name: string;
    readonly missing: readonly { readonly environment: string; readonly field: string }[];
  }>(),
  /** To another place among the channels, from 0: of two that can be reached at one address the first is asked. Behind the last one is the end. */
  moveChannel: takes(Type.Object({ channelId: ChannelId, to: Type.Integer({ minimum: 0 }) }, exact)).returns<Nothing>(),
  removeChannel: takes(Type.Object({ channelId: ChannelId }, exact)).returns<Undoable>(),
  /** The checklist of a channel: what to paste where. Secrets in it are masked. */
  readSetup: takes(Type.Object({ channelId: ChannelId }, exact)).returns<{ readonly steps: readonly SetupStep[] }>(),
  /** One value of the checklist as it is, secrets included: for a person who copies it. */
  revealSetup: takes(Type.Object({ channelId: ChannelId, stepId: Type.String() }, exact)).returns<{
    readonly value: string;
  }>(),
  /** A secret of the active environment as it is: for a person who looks at it. */
  revealSecret: takes(Type.Object({ channelId: ChannelId, field: Name }, exact)).returns<{ readonly value: string }>(),
  /** Takes out of a setting, secret or not, what is odd about it and can be taken away (shared/trust/hygiene.ts). */
  cleanSetting: takes(Type.Object({ channelId: ChannelId, field: Name }, exact)).returns<Nothing>(),
  /** One click on what is wrong with a channel as a whole: unblocks it. */
  applyRemedy: takes(Type.Object({ channelId: ChannelId, remedyId: Type.String() }, exact)).returns<Nothing>(),
  /** Empties what the ends of a channel remember: sessions, poll ids, counters, uploads. */
  forgetMemory: takes(Type.Object({ channelId: ChannelId }, exact)).returns<Nothing>(),
} as const;
