import type { Static } from 'typebox';
import { audienceCommands } from '#shared/contract/commands/audience-commands.ts';
import { benchCommands } from '#shared/contract/commands/bench-commands.ts';
import { botCommands } from '#shared/contract/commands/bot-commands.ts';
import { channelCommands } from '#shared/contract/commands/channel-commands.ts';
import { conversationCommands } from '#shared/contract/commands/conversation-commands.ts';
import { doctorCommands } from '#shared/contract/commands/doctor-commands.ts';
import { environmentCommands } from '#shared/contract/commands/environment-commands.ts';
import { exchangeCommands } from '#shared/contract/commands/exchange-commands.ts';
import { payloadCommands } from '#shared/contract/commands/payload-commands.ts';
import { sendingCommands } from '#shared/contract/commands/sending-commands.ts';
import { exportCommands } from '#shared/contract/commands/export-commands.ts';
import { rowCommands } from '#shared/contract/commands/row-commands.ts';
import { shelfCommands } from '#shared/contract/commands/shelf-commands.ts';
import { trustCommands } from '#shared/contract/commands/trust-commands.ts';
import { undoCommands } from '#shared/contract/commands/undo-commands.ts';
import type { Position, WatchFrame } from '#shared/session/events.ts';

/** All that a screen may ask of the harness: a file for each subject. */
export const commands = {
  ...audienceCommands,
  ...benchCommands,
  ...botCommands,
  ...channelCommands,
  ...doctorCommands,
  ...environmentCommands,
  ...conversationCommands,
  ...exchangeCommands,
  ...exportCommands,
  ...rowCommands,
  ...trustCommands,
  ...sendingCommands,
  ...payloadCommands,
  ...shelfCommands,
  ...undoCommands,
} as const;

export type CommandName = keyof typeof commands;
export type CommandInput<Name extends CommandName> = Static<(typeof commands)[Name]['input']>;
export type CommandOutput<Name extends CommandName> = NonNullable<(typeof commands)[Name]['output']>;

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(commands, name);

export type Unsubscribe = () => void;

/** The app without a window: every command as a function, and the stream of what is true. */
export type Harness = {
  readonly [Name in CommandName]: (input: CommandInput<Name>) => Promise<CommandOutput<Name>>;
} & {
  /**
   * Sends the whole session, or only what changed since `from` when that is still known, then every change as it happens:
   * nothing is left out and nothing comes twice.
   */
  readonly subscribe: (from: Position | null, watch: (frame: WatchFrame) => void) => Unsubscribe;
};
