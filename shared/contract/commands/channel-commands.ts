import { Type } from 'typebox';
import { PlayedEnds } from '#shared/channel/channel.ts';
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
  removeChannel: takes(Type.Object({ channelId: ChannelId }, exact)).returns<Undoable>(),
  /** The checklist of a channel: what to paste where. Secrets in it are masked. */
  readSetup: takes(Type.Object({ channelId: ChannelId }, exact)).returns<{ readonly steps: readonly SetupStep[] }>(),
  /** One value of the checklist as it is, secrets included: for a person who copies it. */
  revealSetup: takes(Type.Object({ channelId: ChannelId, stepId: Type.String() }, exact)).returns<{
    readonly value: string;
  }>(),
  /** One click on what is wrong with a channel as a whole: unblocks it. */
  applyRemedy: takes(Type.Object({ channelId: ChannelId, remedyId: Type.String() }, exact)).returns<Nothing>(),
  /** Empties what the ends of a channel remember: sessions, poll ids, counters, uploads. */
  forgetMemory: takes(Type.Object({ channelId: ChannelId }, exact)).returns<Nothing>(),
} as const;
